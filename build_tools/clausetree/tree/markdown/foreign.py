"""Markdown that a tree does not show: what it is, and where it stands in an author's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausetree.report.lazy import lazy
from clausetree.report.span import Span
from clausetree.tree.problems.recovery import Construct

# Only what writers know as formatting: <name> and <your team> are words, and shown as such.
_TAGS = (
    "a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark"
    "|ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video|audio"
)
_INLINE = lazy(
    rf"""(?P<left>\\.|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    |(?P<IMAGE>!\[[^\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])?)
    |(?P<FOOTNOTE>\[\^[^\]\s]+\])
    |(?P<LABEL>\[[^\[\]\n]+\]\[[^\[\]\n]*\])
    |\[[^\[\]\n]*\]\((?P<ADDRESS>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)
    |<(?P<BARE_ADDRESS>https?://[^\s<>]*|mailto:[^\s<>]*|[\w.+-]+@[\w-]+\.[\w.-]+)>
    |(?P<HTML></?(?:{_TAGS})(?:\s[^<>\n]*|/)?>|<!--)
    |(?P<STRUCK>~~[^\s~][^~\n]*~~)""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = lazy(r"[\[<~`\\]")
"""Without one of these, words hold nothing of the kind: most do not."""
_BLOCK = lazy(
    r"""[ \t>]*(?:(?P<HEADING>\#{2,6}[ \t].*|={2,}[ \t]*$)
    |(?P<RULE>(?:-[ \t]*){3,}$|--[ \t]*$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)
    |(?P<LABEL>\[[^\[\]^]+\]:[ \t]+\S.*)
    |(?:[-*+]|[0-9]+[.)])[ \t]+(?P<BOX>\[[ xX]\])[ \t])""",
    re.VERBOSE,
)
_FENCE = lazy(r"[ \t>]*(?P<sign>`{3,}|~{3,})")
_TABLE = lazy(r"[ \t>]*(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


def in_words(text: str, start: int) -> Iterator[tuple[Span, Construct | None]]:
    """Yield what would not be shown of words within a line, at their offset `start`.

    None marks the address of a link, whose goodness others judge. Of a pair of tags the first is told.
    """
    tagged = False
    for match in _INLINE.finditer(text) if _SIGNS.search(text) else ():
        kind = str(match.lastgroup)
        closes = tagged and match[0].startswith("</")
        tagged = tagged or kind == "HTML"
        if kind != "left" and not closes:
            span = Span(start + match.start(kind), start + match.end(kind))
            yield span, None if kind == "ADDRESS" else Construct[kind]


def in_text_block(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[Span, Construct | None]]:
    """Yield what would not be shown of lines of Markdown, each with its offset.

    A table or a block of code is told once, where it begins.
    """
    fence, above = "", (0, "")
    for at, line in lines:
        opened = _FENCE.match(line)
        if fence:
            fence = "" if line.strip() == fence else fence
        elif opened:
            fence = opened["sign"]
            yield _words_of(at, line), Construct.FENCE
        elif "|" in above[1] and _TABLE.match(line):
            yield _words_of(*above), Construct.TABLE
        else:
            yield from _line(at, line)
        above = at, line


def _line(at: int, line: str) -> Iterator[tuple[Span, Construct | None]]:
    block = _BLOCK.match(line)
    if block and block.lastgroup:
        yield _words_of(at, line), Construct[block.lastgroup]
    else:
        yield from in_words(line, at)


def _words_of(at: int, line: str) -> Span:
    return Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
