"""Where packages would stand. None is loaded."""


class Folder:
    """A path. A plain text would reach JavaScript as one of its own, and Pyodide asks for `__str__`."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        """Return the path."""
        return self.path


SITE_PACKAGES = Folder("/lib/python3.13/site-packages")
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages():
    """Nothing."""
