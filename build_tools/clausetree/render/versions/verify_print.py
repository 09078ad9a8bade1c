"""Is a PDF that somebody kept, word for word, a version that was released?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from clausetree.render.html.direction import direction_of
from clausetree.render.html.reader import Words, read_pieces
from clausetree.render.typst.foot import any_foot_pattern, foot_pattern
from clausetree.render.versions.verify import ReleasedWords, Verdict, verdict_on_bare_words, verdict_on_words
from clausetree.render.versions.words_in_order import not_in_version

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


def verdict_on_print(pages: Sequence[str], released: ReleasedWords) -> Verdict:
    """Hold the words of a PDF's pages against a released version.

    The feet of pages are no words of the policy, nor are the heads that a table has again on its next page. A
    PDF that has not our feet was printed by another program, from the site's page.
    """
    foot = re.compile(rf"{foot_pattern(released.version)}\s*\Z")
    is_ours = re.compile(rf"{any_foot_pattern(released.version.language)}\s*\Z").search
    if not all(is_ours(page) for page in pages):
        return _on_foreign_print(pages, released)
    verdict = _on_our_print([foot.sub("", page) for page in pages], released)
    runs_from_the_right = direction_of(released.version.language.lower()) == "rtl"
    if verdict.differences and not verdict.has_hardly_any and runs_from_the_right:
        return replace(verdict, unsure=_RIGHT_TO_LEFT)
    return verdict


def _on_foreign_print(pages: Sequence[str], released: ReleasedWords) -> Verdict:
    """Lines that most pages have may be the browser's, or anybody's: they are shown, and not passed over."""
    running = _running_lines(pages)
    split = [_inner(lines, running) for lines in _split(pages)]
    printed = verdict_on_bare_words("\n".join(line for inner, _ in split for line in inner), released)
    again = (not_in_version(line) for line in dict.fromkeys(line for _, left_out in split for line in left_out))
    found = replace(printed, differences=(*printed.differences, *again))
    is_near = found.differences and found.share > _MOST
    return replace(found, unsure=_BY_BROWSER) if is_near else found


def _on_our_print(pages: list[str], released: ReleasedWords) -> Verdict:
    verdict = verdict_on_words("\n".join(pages), released)
    heads = list(_heads(released.frozen))
    for at, page in enumerate(pages[1:] if heads else (), 1):
        head = next((match for each in heads if (match := each.match(page))), None)
        if verdict.differences and head:
            # A table may begin there, too: then its head is missed.
            without = [*pages[:at], page[head.end() :], *pages[at + 1 :]]
            again = verdict_on_words("\n".join(without), released)
            if len(again.differences) <= len(verdict.differences):
                verdict, pages = again, without
    return verdict


def _running_lines(pages: Sequence[str]) -> set[str]:
    """Return the lines at the ends of pages that stand there on most of them, without their figures."""
    ends = [[_FIGURES.sub("", line) for line in (*lines[:_LINES], *lines[-_LINES:])] for lines in _split(pages)]
    often = Counter(line for lines in ends for line in set(lines))
    return {line for line, number in often.items() if number >= max(2, len(pages) / 2)}


def _split(pages: Sequence[str]) -> list[list[str]]:
    return [[line for line in page.split("\n") if line.strip()] for page in pages]


def _inner(lines: list[str], running: Set[str]) -> tuple[list[str], list[str]]:
    """Part the lines of a page from those at its ends that are `running`."""
    inner, left_out = list[str](), list[str]()
    for at, line in enumerate(lines):
        is_end = at < _LINES or at >= len(lines) - _LINES
        (left_out if is_end and _FIGURES.sub("", line) in running else inner).append(line)
    return inner, left_out


def _heads(frozen: str) -> Iterator[re.Pattern[str]]:
    for match in _HEAD.finditer(frozen):
        words = "".join(piece.text if isinstance(piece, Words) else " " for piece in read_pieces(match[1]))
        if words.strip():
            yield re.compile(r"\s*" + r"\s*".join(map(re.escape, words.split())))
