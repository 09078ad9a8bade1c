"""The statements of one block, in order."""

from __future__ import annotations

from clausetree.tree.syntax import CitedSyntax


class BlockValues:
    """What was read beneath a block's first line. A line that could not be read counts as None.

    They are not `whole` when a line is missing because nobody knows its keyword.
    """

    def __init__(self) -> None:
        self.whole = True
        self._values: list[tuple[str, object]] = []

    def add(self, keyword: str, value: object) -> None:
        """Note that a line began with `keyword` and said `value`."""
        self._values.append((keyword, value))

    def has(self, keyword: str) -> bool:
        """Return whether any line began with `keyword`, readable or not."""
        return any(key == keyword for key, _ in self._values)

    def all[T](self, kind: type[T], *keywords: str) -> tuple[T, ...]:
        """Return every value of this kind (and of these keywords, if any), in the order written."""
        values = (value for key, value in self._values if not keywords or key in keywords)
        return tuple(value for value in values if isinstance(value, kind))

    def one[T](self, keyword: str, kind: type[T]) -> T | None:
        """Return the first value of `keyword` that has this kind, if any."""
        values = (value for key, value in self._values if key == keyword)
        return next((value for value in values if isinstance(value, kind)), None)

    def cited(self) -> tuple[CitedSyntax, ...]:
        """Return the clauses that the lines `cites` list, all in one."""
        lists = [value for key, value in self._values if key == "cites"]
        cited = (each for listed in lists if isinstance(listed, tuple) for each in listed)
        return tuple(each for each in cited if isinstance(each, CitedSyntax))
