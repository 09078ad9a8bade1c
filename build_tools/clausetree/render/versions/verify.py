"""Is a page that somebody kept, word for word, a version that was released?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from clausetree.policy.policy import Policy

_ADDED = frozenset(
    {"clause-tools", "clause-uses", "clause-now", "note-ways", "version-notice", "clause-preview"}
)
_CELLS = frozenset({"td", "th"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
_UNREAD = frozenset({"script", "style", "template"})


@dataclass(frozen=True, slots=True)
class Passage:
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
    expected = _trimmed(passages(frozen, anchors))
    found = _trimmed(passages(html, anchors))
    return Verdict(version, tuple(_differences(expected, found, version)))


def verdict_on_policy(written: Policy, version: Policy) -> Verdict:
    """Hold a policy's Markdown, as it was read, against a released version."""
    expected = [Passage(clause.anchor, _printed(clause.number, clause.text)) for clause in version.normative]
    found = [Passage(clause.anchor, _printed(clause.number, clause.text)) for clause in written.normative]
    return Verdict(version, tuple(_differences(expected, found, version)))


def closest_verdict(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict with the fewest differences; the first of several alike."""
    return min(verdicts, key=lambda verdict: len(verdict.differences), default=None)


def passages(html: str, anchors: set[str]) -> list[Passage]:
    """Return the words of a page in reading order, each run with the anchor it stands under."""
    reader = _Reader(anchors)
    reader.feed(html)
    reader.close()
    found = (Passage(anchor, " ".join("".join(parts).split())) for anchor, parts in reader.runs)
    return [passage for passage in found if passage.words]


def _trimmed(found: list[Passage]) -> list[Passage]:
    named = [at for at, passage in enumerate(found) if passage.anchor]
    return found[named[0] : named[-1] + 1] if named else []


def _differences(expected: list[Passage], found: list[Passage], version: Policy) -> list[str]:
    labels = {clause.anchor: clause.label for clause in version.clauses}
    before = {passage.anchor: passage.words for passage in expected if passage.anchor}
    after = {passage.anchor: passage.words for passage in found if passage.anchor}
    faults = [f"{labels[a]} is missing" for a in before if a not in after]
    faults += [f"{labels[a]} has other words" for a in before if after.get(a, before[a]) != before[a]]
    faults += [f"`{a}` is not in that version" for a in after if a not in before]
    known = {passage.words for passage in expected if passage.anchor is None}
    strange = [p.words for p in found if p.anchor is None and p.words not in known]
    faults += [f"words that are not in that version: “{words[:60]}”" for words in strange]
    if not faults and [p.anchor for p in expected] != [p.anchor for p in found]:
        faults.append("the clauses stand in another order")
    return faults


def _printed(number: str | None, text: str) -> str:
    return f"{number} {text}" if number else text


class _Reader(HTMLParser):
    def __init__(self, anchors: set[str]) -> None:
        super().__init__()
        self._anchors = anchors
        self._open: list[tuple[str, str | None, bool]] = []
        self.runs: list[tuple[str | None, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in _VOID:
            return
        above = self._open[-1] if self._open else ("", None, False)
        own = attributes.get("id")
        classes = set((attributes.get("class") or "").split())
        skipped = above[2] or bool(classes & _ADDED) or tag in _UNREAD or "hidden" in attributes
        anchor = own if own in self._anchors else above[1]
        if tag in _CELLS and anchor and self._open:
            # The anchor in a cell is that of the row; on a page it stands on the row itself.
            self._open[-1] = (above[0], anchor, above[2])
        self._open.append((tag, anchor, skipped))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        _, anchor, skipped = self._open[-1] if self._open else ("", None, False)
        if skipped:
            return
        if not self.runs or self.runs[-1][0] != anchor:
            # White space between two blocks begins no run of its own.
            if not data.strip():
                return
            self.runs.append((anchor, []))
        self.runs[-1][1].append(data)
