"""The attribute list that ends a block: `{: #c2-4 .editorial }`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LIST = r"\{:[ ]*(?P<inside>[^{}\n]*?)[ ]*\}[ ]*"
_OWN_LINE = re.compile(rf"\n[ ]*{_LIST}\Z")
_SAME_LINE = re.compile(rf"(?:\A|[ ]+){_LIST}\Z")
_NEARLY = re.compile(r"(?:\A|\n[ ]*|[ ]+)(?P<list>\{[ ]*(?::[ ]*#?|#)[ ]*(?P<anchor>[\w.-]+)[ ]*\}?)[ ]*\Z")
"""A list that lacks a sign, or stands where it is taken for words."""
_ALONE = re.compile(rf"\s*{_LIST}\s*\Z")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The anchor and the classes that an author gave to a block.

    `misshapen` is what stands there, where it is no list and only looks like one.
    """

    anchor: str | None = None
    classes: frozenset[str] = frozenset()
    misshapen: str = ""


def split_own_line(content: str) -> tuple[str, Attributes]:
    """Part a paragraph's or an item's words from the attribute list on its last line."""
    return _split(_OWN_LINE, content)


def split_same_line(content: str) -> tuple[str, Attributes]:
    """Part a heading's or a cell's words from the attribute list at its end."""
    return _split(_SAME_LINE, content)


def stands_alone(content: str) -> bool:
    """Tell whether a paragraph is nothing but an attribute list, which then belongs to nothing."""
    return _ALONE.match(content) is not None


def _split(pattern: re.Pattern[str], content: str) -> tuple[str, Attributes]:
    match = pattern.search(content)
    read = _read(match["inside"]) if match else Attributes()
    if match and read != Attributes():
        return content[: match.start()], read
    nearly = _NEARLY.search(content)
    if nearly:
        return content[: nearly.start()], Attributes(nearly["anchor"], misshapen=nearly["list"])
    return (content[: match.start()] if match else content), Attributes()


def _read(inside: str) -> Attributes:
    words = inside.split()
    anchors = [word[1:] for word in words if word.startswith("#")]
    classes = frozenset(word[1:] for word in words if word.startswith("."))
    return Attributes(anchors[0] if anchors else None, classes)
