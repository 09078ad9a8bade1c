"""A text made as small as it can be while it still shows what it showed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clausetree.policy.front_matter.fences import read_front_matter

type Shows = Callable[[str], bool]


def shrunken(text: str, shows: Shows) -> str:
    """Return a policy's file that still `shows` it, of which no line and no word can be left out.

    The head stays as it is. Lines go first, ever fewer at a time; then words, and then single signs.
    """
    begins = len(read_front_matter(text).text)
    head, body = text[:begins], text[begins:]
    for part in (_lines, _words, list):
        body = "".join(_least(part(body), lambda parts: shows(head + "".join(parts))))
    return head + body


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _words(text: str) -> list[str]:
    parts = text.replace(" ", "\0 \0").replace("\n", "\0\n\0").split("\0")
    return [part for part in parts if part]


def _least(parts: Sequence[str], shows: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """Leave out stretches of `parts`, half of them at first, until no single one can be left out."""
    length = max(len(parts) // 2, 1)
    while True:
        before = len(parts)
        at = 0
        while at < len(parts):
            fewer = [*parts[:at], *parts[at + length :]]
            if shows(fewer):
                parts = fewer
            else:
                at += length
        if length == 1 and len(parts) == before:
            return parts
        length = max(length // 2, 1)
