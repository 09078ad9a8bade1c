"""Is a page that somebody kept, word for word, a version that was released?"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import assert_never

from clausetree.policy.policy import Policy
from clausetree.render.html.reader import VOID, Closed, Opened, Piece, Words, read_pieces

_ADDED = frozenset(
    {"clause-tools", "clause-uses", "clause-now", "note-ways", "version-notice", "clause-preview"}
)
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"script", "style", "template"})


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words in a row under one anchor of the policy, or under none."""

    anchor: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page was held against, and every place where it differs: none, and it is that version."""

    version: Policy
    differences: tuple[str, ...]


def verdict_on_page(html: str, version: Policy, frozen: str) -> Verdict:
    """Hold a page against a released version; `frozen` is the HTML of its copy.

    Only what stands between the first and the last words of the policy counts, and not what the
    site puts around them. The number of a clause counts as one of its words.
    """
    anchors = {clause.anchor for clause in version.clauses}
    expected = _trimmed(text_runs(frozen, anchors))
    found = _trimmed(text_runs(html, anchors))
    return Verdict(version, tuple(_differences(expected, found, version)))


def verdict_on_policy(written: Policy, version: Policy) -> Verdict:
    """Hold a policy's Markdown, as it was read, against a released version."""
    expected = [TextRun(clause.anchor, _numbered(clause.number, clause.text)) for clause in version.normative]
    found = [TextRun(clause.anchor, _numbered(clause.number, clause.text)) for clause in written.normative]
    return Verdict(version, tuple(_differences(expected, found, version)))


def closest_verdict(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict with the fewest differences; the first of several alike."""
    return min(verdicts, key=lambda verdict: len(verdict.differences), default=None)


def text_runs(html: str, anchors: Set[str]) -> list[TextRun]:
    """Return the words of a page in reading order, each run with the anchor it stands under."""
    runs = _Runs(anchors)
    for piece in read_pieces(html):
        runs.take(piece)
    found = (TextRun(anchor, " ".join("".join(texts).split())) for anchor, texts in runs.found)
    return [run for run in found if run.words]


def _trimmed(found: list[TextRun]) -> list[TextRun]:
    named = [at for at, run in enumerate(found) if run.anchor]
    return found[named[0] : named[-1] + 1] if named else []


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


@dataclass(slots=True)
class _OpenElement:
    """An element that is not closed yet: the anchor that words in it stand under, and whether they are read."""

    tag: str = ""
    anchor: str | None = None
    unread: bool = False


@dataclass(slots=True)
class _Runs:
    """Gathers runs of words. `found` has the anchor of each, and what it consists of."""

    anchors: Set[str]
    found: list[tuple[str | None, list[str]]] = field(default_factory=list)
    open: list[_OpenElement] = field(default_factory=lambda: [_OpenElement()])

    def take(self, piece: Piece) -> None:
        """Take the next piece of the page."""
        match piece:
            case Opened(tag=tag):
                if tag not in VOID:
                    self._begin(piece)
            case Closed(tag=tag):
                if any(element.tag == tag for element in self.open):
                    while self.open.pop().tag != tag:
                        pass
            case Words(text):
                self._read(text)
            case _:
                assert_never(piece)

    def _begin(self, element: Opened) -> None:
        above, own = self.open[-1], element.attributes.get("id")
        anchor = own if own in self.anchors else above.anchor
        if element.tag in _CELLS and anchor and above.tag:
            # The anchor in a cell is that of the row; on a page it stands on the row itself.
            above.anchor = anchor
        unread = bool(element.classes & _ADDED) or element.tag in _UNREAD or "hidden" in element.attributes
        self.open.append(_OpenElement(element.tag, anchor, above.unread or unread))

    def _read(self, text: str) -> None:
        here = self.open[-1]
        if here.unread:
            return
        if not self.found or self.found[-1][0] != here.anchor:
            # White space between two blocks begins no run of its own.
            if not text.strip():
                return
            self.found.append((here.anchor, []))
        self.found[-1][1].append(text)
