"""Is a PDF that somebody kept, word for word, a version that was released?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from clausetree.policy.policy import Policy
from clausetree.render.html.direction import direction_of
from clausetree.render.html.reader import Words, read_pieces
from clausetree.render.typst.frame import foot_pattern
from clausetree.render.versions.verify import Verdict, verdict_on_bare_words, verdict_on_words

_HEAD = re.compile(r"<thead>(.*?)</thead>", re.DOTALL)
_FIGURES = re.compile(r"\d+")
_LINES = 2
"""So many lines at the beginning and at the end of a page may be a browser's."""
_MOST = 0.5
_BY_BROWSER = (
    "the words that a browser adds to a printed page, and their order, which it does not keep; "
    "take the PDF that the site has, or save the page"
)
_RIGHT_TO_LEFT = "the order of words where some run from the right and some from the left"


def verdict_on_print(pages: Sequence[str], version: Policy, frozen: str) -> Verdict:
    """Hold the words of a PDF's pages against a released version; `frozen` is the HTML of its copy.

    The feet of pages are no words of the policy, nor are the heads that a table has again on its next page. A
    PDF that has not our feet was printed by another program, from the site's page.
    """
    foot = re.compile(rf"{foot_pattern(version)}\s*\Z")
    if not all(foot.search(page) for page in pages):
        printed = verdict_on_bare_words("\n".join(_without_running_lines(pages)), version, frozen)
        is_near = printed.differences and printed.share > _MOST
        return replace(printed, unsure=_BY_BROWSER) if is_near else printed
    bare = [foot.sub("", page) for page in pages]
    verdict = _verdict(bare, version, frozen)
    heads = list(_heads(frozen))
    for at, page in enumerate(bare[1:] if heads else (), 1):
        head = next((match for each in heads if (match := each.match(page))), None)
        if verdict.differences and head:
            # A table may begin there, too: then its head is missed.
            without = [*bare[:at], page[head.end() :], *bare[at + 1 :]]
            again = _verdict(without, version, frozen)
            if not again.differences or _reaches_further(again, verdict):
                verdict, bare = again, without
    runs_from_the_right = direction_of(version.language.lower()) == "rtl"
    if verdict.differences and not verdict.has_hardly_any and runs_from_the_right:
        return replace(verdict, unsure=_RIGHT_TO_LEFT)
    return verdict


def _verdict(pages: Sequence[str], version: Policy, frozen: str) -> Verdict:
    return verdict_on_words("\n".join(pages), version, frozen)


def _without_running_lines(pages: Sequence[str]) -> list[str]:
    """Leave out the lines at the ends of pages that stand there on most of them, but for their figures."""
    ends = [[_FIGURES.sub("", line) for line in (*lines[:_LINES], *lines[-_LINES:])] for lines in _split(pages)]
    often = Counter(line for lines in ends for line in set(lines))
    running = {line for line, number in often.items() if number >= max(2, len(pages) / 2)}
    return ["\n".join(_inner(lines, running)) for lines in _split(pages)]


def _split(pages: Sequence[str]) -> list[list[str]]:
    return [[line for line in page.split("\n") if line.strip()] for page in pages]


def _inner(lines: list[str], running: Set[str]) -> list[str]:
    last = len(lines) - _LINES
    is_end = [at < _LINES or at >= last for at in range(len(lines))]
    return [
        line for line, end in zip(lines, is_end, strict=True) if not (end and _FIGURES.sub("", line) in running)
    ]


def _reaches_further(one: Verdict, other: Verdict) -> bool:
    return len(one.differences) <= len(other.differences)


def _heads(frozen: str) -> Iterator[re.Pattern[str]]:
    for match in _HEAD.finditer(frozen):
        words = "".join(piece.text if isinstance(piece, Words) else " " for piece in read_pieces(match[1]))
        if words.strip():
            yield re.compile(r"\s*" + r"\s*".join(map(re.escape, words.split())))
