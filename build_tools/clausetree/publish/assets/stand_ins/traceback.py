"""Pyodide imports it as it starts. Only an error needs it, and then it is read in whole."""


def __getattr__(name):
    """Return what the whole module has of this name."""
    import whole_traceback

    return getattr(whole_traceback, name)
