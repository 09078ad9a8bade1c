"""The examples in the pages for authors: fenced blocks, and the headings that they stand under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

AUTHORING = Path(__file__).resolve().parents[2] / "docs" / "authoring"
_PARTS = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$|^#+ (?P<heading>[^\n]+)$",
    re.MULTILINE | re.DOTALL,
)


UNSHOWN = {"T610", "T611", "T612", "T613", "T614"}
"""What scenarios leave out: part of a tree comes without those that show it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: the heading above it, its language, its text, and the line it begins at."""

    heading: str
    language: str
    text: str
    line: int


def examples(page: Path) -> list[Example]:
    """Return the fenced blocks of a page in order."""
    found: list[Example] = []
    text = page.read_text(encoding="utf-8")
    heading = ""
    for match in _PARTS.finditer(text):
        heading = match["heading"] or heading
        if match["fence"]:
            line = text.count("\n", 0, match.start("text")) + 1
            found.append(Example(heading, match["language"], match["text"], line))
    return found


def merged(frame: str, part: str) -> str:
    """Return `frame` with each block of `part` in place of its own block of that name, or at the end.

    A block is a line at the margin and what is indented beneath it. Its name is the word behind the
    keyword, or a scenario's title; a file has one `tree`, whatever its name.
    """
    blocks = _blocks(frame)
    for name, block in _blocks(part).items():
        blocks[name] = block
    return "\n".join(block.strip("\n") + "\n" for block in blocks.values())


def _blocks(text: str) -> dict[str, str]:
    found = re.findall(r"^\S.*\n(?:(?:[ \t].*)?\n)*", text, re.MULTILINE)
    return {_name(block): block for block in found}


def _name(block: str) -> str:
    keyword, _, rest = block.split("\n", maxsplit=1)[0].partition(" ")
    return keyword if keyword == "tree" else rest if keyword == "scenario" else (rest.split() or [keyword])[0]
