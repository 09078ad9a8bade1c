"""JSON as our engine reads and writes it, by the part of Python's own `json` that is not written in Python."""

from _json import encode_basestring_ascii, make_encoder, make_scanner
from json.decoder import JSONDecodeError


class _Reading:
    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int = float, int

    @staticmethod
    def parse_constant(name):
        """Return what JSON has no name for."""
        return float(name)


_read = make_scanner(_Reading)


def loads(text):
    """Return the value of a text. Raises `ValueError` where it is no JSON."""
    text = text.strip(" \t\n\r")
    try:
        value, end = _read(text, 0)
    except StopIteration as nothing:
        raise JSONDecodeError("There is no value", text, nothing.value) from None
    if end != len(text):
        raise JSONDecodeError("There is more than a value", text, end)
    return value


def _refuse(value):
    raise TypeError(f"A {type(value).__name__} cannot be written as JSON")


def dumps(value):
    """Return the text of a value, all of it ASCII. Raises `TypeError` for what JSON has no words for."""
    write = make_encoder({}, _refuse, encode_basestring_ascii, None, ": ", ", ", False, False, True)
    return "".join(write(value, 0))
