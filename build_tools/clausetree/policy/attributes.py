"""The attribute list that ends a block: `{: #c2-4 .editorial }`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausetree.policy.clause import Standing

_CLASSES = {f".{standing.value}": standing for standing in (Standing.EDITORIAL, Standing.INFORMATIVE)}
"""What an author may say of words besides their anchor."""
_LIST = r"\{:[ ]*(?P<inside>[^{}\n]*?)[ ]*\}[ \t]*"
_OWN_LINE = re.compile(rf"\n[ \t]*{_LIST}\Z")
_SAME_LINE = re.compile(rf"(?:\A|[ ]+){_LIST}\Z")
_NEARLY = re.compile(r"(?:\A|\n[ ]*|[ ]+)(?P<list>\{[ ]*(?::[ ]*#?|#)[ ]*(?P<anchor>[\w.-]+)[ ]*\}?)[ ]*\Z")
"""A list that lacks a sign, or stands where it is taken for words."""
_WORD = re.compile(r"""[^\s"'=]+="[^"]*"|\S+""")
_SHORT = "data-toc-label"
_ALONE = re.compile(rf"\s*{_LIST}\s*\Z")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The anchor and the classes that an author gave to a block.

    `short` is what the list of contents calls a heading whose words are too long. `misshapen` is what stands
    there, where it is no list and only looks like one. `unknown` are words of a list that mean nothing here.
    """

    anchor: str | None = None
    classes: frozenset[Standing] = frozenset()
    short: str = ""
    misshapen: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether there is anything at all."""
        return self != NONE


NONE = Attributes()


def split_own_line(content: str) -> tuple[str, Attributes]:
    """Part a paragraph's or an item's words from the attribute lists on its last lines."""
    words, found = _split_list(_OWN_LINE, content)
    if not found.is_given or found.misshapen:
        return words, found
    above, more = split_own_line(words)
    return (above, _merged(more, found)) if more.is_given and not more.misshapen else (words, found)


def split_same_line(content: str) -> tuple[str, Attributes]:
    """Part a heading's or a cell's words from the attribute list at its end."""
    return _split_list(_SAME_LINE, content)


def stands_alone(content: str) -> bool:
    """Tell whether a paragraph is nothing but an attribute list, which then belongs to nothing."""
    return _ALONE.match(content) is not None


def of_list_alone(content: str) -> Attributes:
    """Return the attributes of a list that stands alone."""
    match = _ALONE.match(content)
    return _read_list(match["inside"]) if match else NONE


def _split_list(pattern: re.Pattern[str], content: str) -> tuple[str, Attributes]:
    if "{" not in content:
        return content, NONE
    match = pattern.search(content)
    read = _read_list(match["inside"]) if match else NONE
    nearly = None if read.anchor or read.classes else _NEARLY.search(content)
    if nearly:
        return content[: nearly.start()], Attributes(nearly["anchor"], misshapen=nearly["list"])
    return (content[: match.start()] if match else content), read


def _read_list(inside: str) -> Attributes:
    words = _WORD.findall(inside)
    if len(words) == 1 and words[0].startswith("#"):
        return Attributes(words[0][1:])  # as most are
    short = next((word[len(_SHORT) + 2 : -1] for word in words if word.startswith(f'{_SHORT}="')), "")
    anchors = [word[1:] for word in words if word.startswith("#")]
    classes = frozenset(_CLASSES[word] for word in words if word in _CLASSES)
    known = {f"#{anchor}" for anchor in anchors[:1]} | {f".{standing.value}" for standing in classes}
    known |= {f'{_SHORT}="{short}"'} if short else set()
    unknown = tuple(word for word in words if word not in known)
    return Attributes(anchors[0] if anchors else None, classes, short, "", unknown)


def _merged(first: Attributes, second: Attributes) -> Attributes:
    twice = (f"#{second.anchor}",) if first.anchor and second.anchor else ()
    unknown = (*first.unknown, *second.unknown, *twice)
    short = first.short or second.short
    return Attributes(first.anchor or second.anchor, first.classes | second.classes, short, "", unknown)
