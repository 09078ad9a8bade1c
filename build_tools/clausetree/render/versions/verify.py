"""Is a page that somebody kept, word for word, a version that was released?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clausetree.policy.policy import Policy
from clausetree.render.html.reader import read_pieces
from clausetree.render.versions.page_words import PageWords, TextRun
from clausetree.render.versions.run_differences import (
    differences_in_head,
    differences_in_showing,
    differences_in_words,
)
from clausetree.render.versions.site_words import KnownWords
from clausetree.render.versions.text_runs import page_words
from clausetree.render.versions.words_in_order import WordFaults, faults_in_words, not_in_version

_AROUND = "the words around its clauses or between them, which may be those that a page or a program adds"
_OTHERWISE = "what may show other words than those that were read, or hide some of them"
_HARDLY = 0.1
_COUNTED = "the numbers, which a word processor counts by itself"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page was held against, and every place where it differs: none, and it is that version.

    `share` is how much of the version was found at all. `unsure` is what could not be compared, up to the full
    stop, or "".
    """

    version: Policy
    differences: tuple[str, ...]
    share: float = 1.0
    unsure: str = ""

    @property
    def has_hardly_any(self) -> bool:
        """Whether so little was found that it is no copy of that version at all."""
        return self.share < _HARDLY


@dataclass(frozen=True, slots=True)
class ReleasedWords:
    """A released version, the HTML of its copy, and the words of that."""

    version: Policy
    frozen: str
    page: PageWords


def released_words(version: Policy, frozen: str) -> ReleasedWords:
    """Return a released version with the words of its copy, whose HTML is `frozen`."""
    return ReleasedWords(version, frozen, page_words(read_pieces(frozen), anchors_of(version)))


def anchors_of(version: Policy) -> frozenset[str]:
    """Return the anchors of all clauses of a version."""
    return frozenset(clause.anchor for clause in version.clauses)


def verdict_on_page(page: PageWords, released: ReleasedWords, known: KnownWords) -> Verdict:
    """Hold a page against a released version, clause by clause.

    The number of a clause counts as one of its words. Words before the first clause, behind the last, and in
    elements that the site makes are those that the site is known to write, or it cannot be told.
    """
    before, own, behind = _parted(page.runs, released.page.runs)
    differences = differences_in_words(released.page.runs, own, released.version)
    around = (run.words for run in (*before, *behind) if run.words not in known.lines)
    others = tuple(not_in_version(words) for words in (*around, *known.others(page.of_site)))
    otherwise = tuple(differences_in_showing(page, released.page, released.version))
    unsure = _AROUND if others else _OTHERWISE if otherwise else ""
    found = (*differences, *others, *otherwise)
    share = _share(page.runs, released)
    return Verdict(released.version, found, share=share, unsure="" if differences else unsure)


def verdict_on_words(words: str, released: ReleasedWords) -> Verdict:
    """Hold words that are the policy's alone against a released version: all of them, in their order.

    White space does not count.
    """
    found = faults_in_words(words, released.version, released.page.runs)
    return Verdict(released.version, (*found.faults, *_around(found)), share=found.share)


def verdict_on_bare_words(words: str, released: ReleasedWords) -> Verdict:
    """Do the same with words that nothing tells from those that a page has between clauses and around them."""
    return _with_others(faults_in_words(words, released.version, released.page.runs), released.version)


def verdict_on_bare_page(page: PageWords, released: ReleasedWords) -> Verdict:
    """Do the same with a page without anchors."""
    verdict = verdict_on_bare_words(page.words, released)
    there = Counter(shown for _, shown in page.otherwise) - Counter(
        shown for _, shown in released.page.otherwise
    )
    if verdict.differences or not there:
        return verdict
    return replace(verdict, differences=tuple(there), unsure=_OTHERWISE)


def verdict_on_document(words: str, released: ReleasedWords) -> Verdict:
    """Do the same with a document of a word processor, which does not write the numbers that it counts."""
    found = faults_in_words(words, released.version, released.page.runs)
    bare = (
        faults_in_words(words, released.version, released.page.runs, numbered=False) if found.faults else found
    )
    if found.faults and not bare.faults:
        return Verdict(released.version, tuple(_around(bare)), share=bare.share, unsure=_COUNTED)
    return (
        Verdict(released.version, bare.faults, share=bare.share)
        if bare.faults
        else _with_others(bare, released.version)
    )


def verdict_on_policy(head: Policy, written: PageWords, released: ReleasedWords) -> Verdict:
    """Hold a policy's Markdown, as it was read, against a released version: all its words, and its head."""
    differences = differences_in_words(released.page.runs, written.runs, released.version)
    return Verdict(
        released.version,
        (
            *differences,
            *differences_in_showing(written, released.page, released.version),
            *differences_in_head(head, released.version),
        ),
        share=_share(written.runs, released),
    )


def closest_verdict(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict that is nearest to being that version; the first of several alike.

    One that cannot be told is nearer than one that is known to differ.
    """
    return min(verdicts, key=_distance, default=None)


def _distance(verdict: Verdict) -> tuple[bool, bool, bool, int]:
    differs = bool(verdict.differences) and not verdict.unsure
    return verdict.has_hardly_any, differs, bool(verdict.unsure), len(verdict.differences)


def _with_others(found: WordFaults, version: Policy) -> Verdict:
    around = tuple(_around(found))
    unsure = _AROUND if found.only_more or (around and not found.faults) else ""
    return Verdict(version, (*found.faults, *around), share=found.share, unsure=unsure)


def _around(found: WordFaults) -> Iterator[str]:
    yield from (not_in_version(words) for words in (found.before, found.behind) if words)


def _share(found: Sequence[TextRun], released: ReleasedWords) -> float:
    """Return for how many of a version's clauses there is one that is called so."""
    expected = {run.anchor for run in released.page.runs if run.anchor}
    return len(expected & {run.anchor for run in found}) / len(expected) if expected else 1.0


def _parted(
    found: Sequence[TextRun], expected: Sequence[TextRun]
) -> tuple[Sequence[TextRun], Sequence[TextRun], Sequence[TextRun]]:
    """Part what stands before the policy from it, and what stands behind it.

    A policy may itself begin or end with words that stand under no anchor.
    """
    named = [at for at, run in enumerate(found) if run.anchor]
    if not named:
        return found, (), ()
    start, end = named[0], named[-1] + 1
    own = [run.words for run in expected if run.anchor is None]
    while start and found[start - 1].words in own:
        start -= 1
    while end < len(found) and found[end].words in own:
        end += 1
    return found[:start], found[start:end], found[end:]
