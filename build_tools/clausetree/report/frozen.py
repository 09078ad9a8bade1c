"""Frozen values that cost next to nothing to declare."""

from __future__ import annotations

from typing import ClassVar, Never, dataclass_transform


@dataclass_transform(frozen_default=True)
class FrozenRecord:
    """A frozen value whose fields are the annotations of its class, as in a dataclass.

    To set a field raises AttributeError. There are more than a hundred kinds of fault, and every command and
    every build declares them all. A dataclass writes and compiles methods of its own for each, which takes ten
    times as long.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        # Only while it is made: mypy takes the class for frozen by then.
        cls.__match_args__ = (*cls.__match_args__, *cls.__annotations__)  # type: ignore[misc]

    def __init__(self, *values: object, **named: object) -> None:
        self.__dict__.update(zip(self.__match_args__, values, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, FrozenRecord) and type(self) is type(other) and self._values() == other._values()
        )

    def __hash__(self) -> int:
        return hash((type(self), *self._values()))

    def __repr__(self) -> str:
        named = zip(self.__match_args__, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in named)})"

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"{name} cannot be changed")

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)
