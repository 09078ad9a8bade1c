"""Byte code that was joined into one file of a zip: read in at once, and each module found by its name.

Python's own way looks for three names in the zip before it finds a module, and opens the zip for each.
"""

import marshal
import sys
from builtins import exec as run
from zipimport import zipimporter

Spec = type(__spec__)


def add(archive):
    """Let Python find the modules that are joined in a zip."""
    codes, methods = marshal.loads(zipimporter(archive).get_data("joined"))
    sys.meta_path.insert(0, Modules(codes))
    if methods:
        give_methods(methods)


class Modules:
    """Finds modules by name: for each, whether it is a package, and its code, which is run once."""

    def __init__(self, codes):
        self.codes = codes

    def find_spec(self, name, path=None, target=None):
        """Return what Python needs to know of a module, or None where it is none of these."""
        found = self.codes.get(name)
        return found and Spec(name, self, is_package=found[0])

    def create_module(self, spec):
        """Leave it to Python."""

    def exec_module(self, module):
        """Run the module's code."""
        run(self.codes.pop(module.__name__)[1], module.__dict__)


def give_methods(methods):
    """Let `dataclasses` find the method compiled that it writes for a class. It compiles those that differ."""
    import dataclasses

    def exec_written(text, names, made):
        run(methods.get(text, text), names, made)

    dataclasses.exec = exec_written
