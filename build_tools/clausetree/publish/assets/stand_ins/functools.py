"""What our engine and what it uses ask of `functools`. Whoever asks for more is given the whole."""

from _functools import _lru_cache_wrapper, partial, reduce


def lru_cache(maxsize=128, typed=False):
    """Return what has a function remember its answers."""
    return lambda function: _lru_cache_wrapper(function, maxsize, typed, tuple)


class cached_property:  # noqa: N801 - so Python calls it
    """An attribute that is worked out once."""

    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        """Take the name under which it is kept."""
        self.name = name

    def __get__(self, holder, owner=None):
        """Return its value, and keep it where it will be found before this is."""
        value = holder.__dict__[self.name] = self.function(holder)
        return value


def __getattr__(name):
    """Return what is in the whole module alone. Python looks for a path wherever it imports from."""
    if name == "__path__":
        raise AttributeError(name)
    import whole_functools

    return getattr(whole_functools, name)
