"""Words as Markdown reads them back: nothing in them is taken for a sign."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from clausetree.importing.blocks import WIDE, Words, plain
from clausetree.policy.document import (
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    Mark,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
)

_SIGNS = re.compile(
    r"""[\\`*\[\]]                    # wherever they stand
    | (?<![^\W_])_ | _(?![^\W_])      # not in a name_of_a_file
    | <(?=[A-Za-z/!?])
    | &(?=\#?\w+;)
    | ~~ | (?<=\{):""",
    re.VERBOSE,
)
_BEGINNING = re.compile(r"(?:[#>+=:|~-]|(?P<number>\d{1,9})(?P<sign>[.)])(?=\s|$))")
_NAMED = {Mark.STRONG: "**", Mark.EMPHASIS: "*"}

type Labelled = Callable[[str, str], str]
"""Gives the target of a link, as it stands behind its words, for an address and these."""


def inline(words: Words, link: Labelled) -> str:
    """Return words as Markdown."""
    written = ""
    for at, one in enumerate(words):
        before = written[-1:]
        behind = plain(words[at + 1 :])[:1]
        written += _written(one, before, behind, link)
    return written.replace(WIDE, " ")


def begun(text: str) -> str:
    """Return a paragraph whose beginning is taken for no heading, list or quotation."""
    match = _BEGINNING.match(text)
    if match is None:
        return text
    at = match.end("number") if match["number"] else 0
    return f"{text[:at]}\\{text[at:]}"


def _written(one: Inline, before: str, behind: str, link: Labelled) -> str:
    match one:
        case Text(text=text) | Reference(text=text) | Number(text=text):
            return _SIGNS.sub(lambda match: "\\" + match[0] if match[0] != "~~" else "\\~\\~", text)
        case Code(text=text):
            ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
            blank = " " if text[:1] == "`" or text[-1:] == "`" else ""
            return f"{ticks}{blank}{text}{blank}{ticks}"
        case Marked(mark=mark, content=content):
            return _marked(mark, inline(content, link), before, behind)
        case Foreign(language=language, content=content):
            return f'<span lang="{language}">{inline(content, link)}</span>'
        case Link(href=href, content=content):
            words = inline(content, link)
            target = link(href, plain(content))
            return f"[{words}]{target}" if target else words
        case Picture(source=source, alternative=alternative):
            return f"![{_SIGNS.sub(lambda match: '\\' + match[0], alternative)}]({source})"
        case Break():
            return "<br>"
        case NoteMark(figure=key):
            return f"[^{key}]"
        case _:
            assert_never(one)


def _marked(mark: Mark, words: str, before: str, behind: str) -> str:
    sign = _NAMED.get(mark)
    if sign is None:
        return f"<{mark.value}>{words}</{mark.value}>"
    # Markdown reads no sign of emphasis between a letter and a sign of punctuation.
    stuck = (before.isalnum() and not words[:1].isalnum()) or (behind.isalnum() and not words[-1:].isalnum())
    return words if stuck or before == "*" else f"{sign}{words}{sign}"
