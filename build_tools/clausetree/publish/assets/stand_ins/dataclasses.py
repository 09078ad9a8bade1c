"""What our engine wants of `dataclasses`: frozen classes with slots.

Python's own gets ready for all that might be asked of a class, which took most of the time in which the engine
was read in. This has what the engine asks for, and refuses the rest as the site is made.
"""

from operator import attrgetter

_NONE = object()
"""Stands where a field has no default."""


class FrozenInstanceError(AttributeError):
    """Somebody would change what is frozen."""


class Field:
    """What is said of a field. Its name and type are in the class."""

    def __init__(self, default=_NONE, default_factory=_NONE, init=True, repr=True, compare=True):
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.compare = init, repr, compare
        self.name = self.type = ""


field = Field


def dataclass(*, frozen, slots):
    """Return what makes such a class of another. Raises `TypeError` for any other kind."""
    if not (frozen and slots):
        raise TypeError("In browsers a dataclass is frozen, and has slots")
    return _made


def _made(cls):
    members = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    own = {}
    for name, type_ in members.get("__annotations__", {}).items():
        said = members.pop(name, _NONE)
        own[name] = said if isinstance(said, Field) else Field(said)
        own[name].name, own[name].type = name, type_
    all_fields = {**getattr(cls, "__dataclass_fields__", {}), **own}
    compared = [name for name, one in all_fields.items() if one.compare]
    members = {"__eq__": _equals, "__hash__": _hash, "__repr__": _shown} | members
    members |= {
        "__slots__": tuple(own),
        "__match_args__": tuple(name for name, one in all_fields.items() if one.init),
        "__dataclass_fields__": all_fields,
        "__compared__": attrgetter(*compared) if compared else type,
        "__init__": _init(all_fields.values(), hasattr(cls, "__post_init__")),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    return type(cls)(cls.__name__, cls.__bases__, members)


def _init(all_fields, is_followed):
    """Return the method that takes the fields: as text, of which `joined` has the code."""
    names = {"_set": object.__setattr__}
    taken, lines = ["self"], []
    for one in all_fields:
        name, value = one.name, one.name
        if one.default is not _NONE:
            names[f"_{name}"] = one.default
        elif one.default_factory is not _NONE:
            names[f"_{name}"] = one.default_factory
            value = f"_{name}() if {name} is _{name} else {name}"
        if one.init:
            taken.append(f"{name}=_{name}" if f"_{name}" in names else name)
        elif one.default is not _NONE:
            value = f"_{name}"
        elif one.default_factory is not _NONE:
            value = f"_{name}()"
        else:
            continue
        lines.append(f" _set(self, {name!r}, {value})\n")
    if is_followed:
        lines.append(" self.__post_init__()\n")
    made = {}
    exec(f"def __init__({', '.join(taken)}):\n{''.join(lines) or ' pass'}", names, made)
    return made["__init__"]


def _equals(self, other):
    if self.__class__ is not other.__class__:
        return NotImplemented
    return self is other or self.__compared__(self) == self.__compared__(other)


def _hash(self):
    return hash(self.__compared__(self))


def _shown(self):
    said = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(said)})"


def _refuse(self, name, *value):
    raise FrozenInstanceError(f"cannot change field {name!r}")


def fields(described):
    """Return the fields of such a class, or of what is of one."""
    return tuple(described.__dataclass_fields__.values())


def is_dataclass(described):
    """Say whether it is such a class, or is of one."""
    return hasattr(described, "__dataclass_fields__")


def replace(old, **changes):
    """Return another of its class, with other values in some of the fields."""
    kept = {one.name: getattr(old, one.name) for one in fields(old) if one.init and one.name not in changes}
    return old.__class__(**kept, **changes)
