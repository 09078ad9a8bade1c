"""Is a page that somebody kept, word for word, a version that was released?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clausetree.policy.policy import Policy
from clausetree.render.versions.text_runs import TextRun, text_runs, trimmed
from clausetree.render.versions.words_in_order import faults_in_words

_BETWEEN = "the words between its clauses, which may be those that a page adds to them"
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


def verdict_on_page(html: str, version: Policy, frozen: str) -> Verdict:
    """Hold a page against a released version; `frozen` is the HTML of its copy.

    Only what stands between the first and the last words of the policy counts, and not what the
    site puts around them. The number of a clause counts as one of its words.
    """
    anchors = {clause.anchor for clause in version.clauses}
    expected = trimmed(text_runs(frozen, anchors))
    found = trimmed(text_runs(html, anchors))
    return Verdict(version, tuple(_differences(expected, found, version)), share=1.0 if found else 0.0)


def has_anchors(html: str, version: Policy) -> bool:
    """Whether a page has any anchor of a version: programs that make a page easier to read leave them out."""
    anchors = {clause.anchor for clause in version.clauses}
    return any(run.anchor for run in text_runs(html, anchors))


def verdict_on_words(words: str, version: Policy, frozen: str) -> Verdict:
    """Hold words without anchors against a released version: all of them, in their order.

    White space does not count, nor what stands before the first words of the policy and behind the last.
    """
    found = faults_in_words(words, version, frozen)
    return Verdict(version, found.faults, share=found.share)


def verdict_on_bare_words(words: str, version: Policy, frozen: str) -> Verdict:
    """Do the same with words that nothing tells from those that a page adds between clauses."""
    found = faults_in_words(words, version, frozen)
    return Verdict(version, found.faults, share=found.share, unsure=_BETWEEN if found.only_more else "")


def verdict_on_document(words: str, version: Policy, frozen: str) -> Verdict:
    """Do the same with a document of a word processor, which does not write the numbers that it counts."""
    found = faults_in_words(words, version, frozen)
    bare = faults_in_words(words, version, frozen, numbered=False) if found.faults else found
    if found.faults and not bare.faults:
        return Verdict(version, (), unsure=_COUNTED)
    return Verdict(version, bare.faults, share=bare.share)


def verdict_on_policy(written: Policy, version: Policy) -> Verdict:
    """Hold a policy's Markdown, as it was read, against a released version."""
    expected = [TextRun(clause.anchor, _numbered(clause.number, clause.text)) for clause in version.normative]
    found = [TextRun(clause.anchor, _numbered(clause.number, clause.text)) for clause in written.normative]
    return Verdict(version, tuple(_differences(expected, found, version)))


def closest_verdict(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict with the fewest differences; the first of several alike."""
    return min(verdicts, key=lambda verdict: (verdict.has_hardly_any, len(verdict.differences)), default=None)


def _differences(expected: list[TextRun], found: list[TextRun], version: Policy) -> list[str]:
    labels = {clause.anchor: clause.label for clause in version.clauses}
    before = {run.anchor: run.words for run in expected if run.anchor}
    after = {run.anchor: run.words for run in found if run.anchor}
    faults = [f"{labels[a]} is missing" for a in before if a not in after]
    faults += [f"{labels[a]} has other words" for a in before if after.get(a, before[a]) != before[a]]
    faults += [f"`{a}` is not in that version" for a in after if a not in before]
    known = {run.words for run in expected if run.anchor is None}
    strange = [p.words for p in found if p.anchor is None and p.words not in known]
    faults += [f"words that are not in that version: “{words[:60]}”" for words in strange]
    if not faults and [p.anchor for p in expected] != [p.anchor for p in found]:
        faults.append("the clauses stand in another order")
    return faults


def _numbered(number: str | None, text: str) -> str:
    return f"{number} {text}" if number else text
