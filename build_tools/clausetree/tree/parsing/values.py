"""The statements of one block, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from clausetree.tree.syntax import CitedSyntax


class BlockValues:
    """What was read beneath a block's first line. A line that could not be read counts as None.

    They are not `whole` when a line is missing because nobody knows its keyword.
    """

    def __init__(self) -> None:
        self.whole = True
        self._values: list[tuple[str, object]] = []
        self._by_kind: defaultdict[type, list[tuple[str, Any]]] = defaultdict(list)

    def add(self, keyword: str, value: object) -> None:
        """Note that a line began with `keyword` and said `value`."""
        self._values.append((keyword, value))
        self._by_kind[type(value)].append((keyword, value))

    def in_order(self, keyword: str | None = None) -> Iterator[object]:
        """Yield every value (of this keyword, if any), in the order written."""
        yield from (value for key, value in self._values if keyword in (None, key))

    def has(self, keyword: str) -> bool:
        """Return whether any line began with `keyword`, readable or not."""
        return any(key == keyword for key, _ in self._values)

    def all[T](self, kind: type[T], *keywords: str) -> tuple[T, ...]:
        """Return every value of this kind (and of these keywords, if any), in the order written."""
        found = self._by_kind.get(kind, ())
        return tuple([value for key, value in found if not keywords or key in keywords])

    def one[T](self, keyword: str, kind: type[T]) -> T | None:
        """Return the first value of `keyword` that has this kind, if any."""
        values = (value for key, value in self._values if key == keyword)
        return next((value for value in values if isinstance(value, kind)), None)

    def cited(self) -> tuple[CitedSyntax, ...]:
        """Return the clauses that the lines `cites` list, all in one."""
        lists = [value for key, value in self._values if key == "cites"]
        cited = (each for listed in lists if isinstance(listed, tuple) for each in listed)
        return tuple(each for each in cited if isinstance(each, CitedSyntax))
