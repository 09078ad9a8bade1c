"""What `dataclasses` and Pyodide ask about a class or a function."""


def get_annotations(described):
    """Return the annotations of a class itself, without those of what it inherits from."""
    return described.__dict__.get("__annotations__", {})


def signature(described):
    """Return no text, with which a class that has no words of its own would be explained."""
    return ""


def iscoroutinefunction(function):
    """Say no."""
    return False
