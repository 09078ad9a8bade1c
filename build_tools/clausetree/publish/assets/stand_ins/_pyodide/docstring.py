"""Words that explain Pyodide's own methods: nobody reads them in a reader's browser."""


def get_cmeth_docstring(function):
    """Return none."""
    return ""
