"""Python's classes for JavaScript's values, of which Pyodide makes its own, and the words that explain them.

Our engine is sent words alone, and sends words: no value of JavaScript reaches it, and nobody reads what it
explains.
"""

_js_flags = {}
_instantiate_token = object()


class _JsProxyMetaClass(type):
    """The type of the classes below."""


def _no_words():
    pass


_METHODS = """
_into_file
__reversed__
aclose addEventListener append appendChild as_object_map as_py_json asend assign assign_to athrow bind_class
bind_sig catch children clear clone close count deref destroy extend finally_ from_file get index insert items
js_id keys new object_entries object_keys object_values pop popitem push remove removeEventListener reverse
send setdefault style subarray tagName then throw to_bytes to_file to_memoryview to_py to_string to_weakref
typeof unwrap update values
"""
"""Those of which Pyodide wants to know the words."""


class JsProxy(metaclass=_JsProxyMetaClass):
    """Any value."""

    _js_type_flags = 0

    def __new__(cls, *given):
        """Return a value that Pyodide fills in."""
        return super().__new__(cls)


for method in _METHODS.split():
    setattr(JsProxy, method, _no_words)


JsArray = JsBuffer = JsDoubleProxy = JsGenerator = JsMutableMap = JsPromise = JsProxy


class JsException(JsProxy, Exception):
    """An error of JavaScript."""


class ConversionError(Exception):
    """A value that cannot cross."""


class InternalError(Exception):
    """A fault of Pyodide itself."""


class JsNull:
    """The type of `null`."""


jsnull = JsNull()

create_once_callable = create_proxy = destroy_proxies = to_js = run_sync = can_run_sync = _no_words
