"""What our engine uses of `typing` while it runs: types themselves are only for who reads the program."""

Any = object


class ClassVar:
    """What `dataclasses` looks for among the annotations; our engine has none."""


def cast(type_, value):
    """Return the value."""
    return value


def assert_never(value):
    """Raise `AssertionError`: the program has no such value."""
    raise AssertionError(f"Expected code to be unreachable, but got: {value!r}")


class _GenericAlias:
    """What Python puts among the bases of a class with type parameters."""

    def __init__(self, origin, parameters, **more):
        self.origin = origin

    def __mro_entries__(self, bases):
        """Return the base itself."""
        return (self.origin,)


def _generic_init_subclass(cls, *given, **more):
    """Keep nothing of the parameters."""
