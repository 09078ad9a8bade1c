"""What Pyodide imports first. The library's other modules are joined from here on."""

from joined import add

add(__loader__.archive)

from _pyodide import _base, _importhook  # noqa: E402 - these are joined


def set_excepthook():
    """Nothing: since Python 3.13 its own does what Pyodide wants."""
