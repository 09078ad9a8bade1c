"""Frozen values that cost next to nothing to declare."""

from __future__ import annotations

from typing import ClassVar, Never, dataclass_transform


@dataclass_transform(frozen_default=True)
class Facts:
    """A frozen value whose fields are the annotations of its class, as in a dataclass.

    There are more than a hundred kinds of fault, and every command and every build declares them all. A
    dataclass writes and compiles methods of its own for each, which takes ten times as long.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        # Only while it is made: mypy takes the class for frozen by then.
        cls.__match_args__ = (*cls.__match_args__, *cls.__annotations__)  # type: ignore[misc]

    def __init__(self, *facts: object, **named: object) -> None:
        self.__dict__.update(zip(self.__match_args__, facts, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and type(self) is type(other) and self._facts() == other._facts()

    def __hash__(self) -> int:
        return hash((type(self), *self._facts()))

    def __repr__(self) -> str:
        named = zip(self.__match_args__, self._facts(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={fact!r}' for name, fact in named)})"

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"{name} cannot be changed")

    def _facts(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)
