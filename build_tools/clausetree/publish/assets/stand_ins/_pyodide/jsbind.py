"""Python types for values of JavaScript: our engine takes words alone, and annotates none."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


class no_default:  # noqa: N801 - so Pyodide calls it
    """Stands for a parameter without a default."""


def _takes_anything(*args, **kwargs):
    pass


default_signature = JsFuncSignature(
    _takes_anything, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def get_attr_sig(signature, name):
    """Raise `NotImplementedError`."""
    raise NotImplementedError


def func_to_sig(function):
    """Raise `NotImplementedError`."""
    raise NotImplementedError


def bind_class_sig(signature):
    """Raise `NotImplementedError`."""
    raise NotImplementedError
