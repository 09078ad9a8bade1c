"""How Pyodide's scripts run Python: a few statements in one line, and imports."""

from importlib import import_module as pyimport_impl


def eval_code(source, globals=None):
    """Run statements and return the expression that comes last."""
    names = {} if globals is None else globals
    *before, last = source.rsplit("; ", 1)
    exec("".join(before), names)
    return eval(last, names)
