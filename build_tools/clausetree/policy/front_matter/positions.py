"""Where each line of a policy's front matter stands, as its reader found it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausetree.report.span import Span


@dataclass(frozen=True, slots=True)
class Key:
    """What stands before a colon, as it is read, and where it stands with what follows on its line.

    `written` is its value letter by letter, or "" where that is a list or has several lines.
    """

    words: str
    span: Span
    written: str = ""


@dataclass(frozen=True, slots=True)
class KeyPositions:
    """The keys of front matter in the order written, and those of its list of terms; one may stand there twice.

    `numbers` are where the examples of numbers stand, if they are a list, and `binds` the keys of its list of
    words that bind.
    """

    keys: tuple[Key, ...] = ()
    terms: tuple[Key, ...] = ()
    numbers: tuple[Span, ...] = ()
    binds: tuple[Key, ...] = ()

    def of(self, words: str) -> Span | None:
        """Return where a key stands first."""
        return first(self.keys, words)

    def written(self, words: str) -> str:
        """Return the value of a key letter by letter; of two, the last is the one that counts."""
        return next((key.written for key in reversed(self.keys) if key.words == words), "")

    def repeated(self) -> Iterator[tuple[Key, Key]]:
        """Yield each key that stands there again, with where it stands first."""
        found: dict[str, Key] = {}
        for key in self.keys:
            known = found.setdefault(key.words, key)
            if known is not key:
                yield key, known


def first(keys: Iterable[Key], words: str) -> Span | None:
    """Return where one of `keys` stands first."""
    return next((key.span for key in keys if key.words == words), None)
