"""The words that the site writes around the clauses of a version and among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from clausetree.history.past import Past
from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.render.html.reader import read_pieces
from clausetree.render.versions.page_words import SiteWords
from clausetree.render.versions.text_runs import page_words
from clausetree.render.versions.versions import clauses_now, notice, tombstones, version_list

_THE_TEXT = "the text"
_CURRENT = " (current)"
_VERSION_ENTRY = re.compile(r"Version \S+ as released")
_ACTIONS = ("Edit this page", "See the source of this page", "Edit this page See the source of this page")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the site writes of its own on the page of a version.

    `lines` stand before its clauses or behind them. `now` is said below each clause of an older version, by its
    anchor. `labels` are those of its clauses, and `procedures` the titles of those that may cite them.
    """

    lines: Set[str]
    now: Mapping[str, str]
    labels: Set[str]
    procedures: Set[str]

    def others(self, found: Iterable[SiteWords]) -> list[str]:
        """Return what stands in elements that only the site makes, and is not known to be the site's."""
        uses = re.compile(f"Used in: {_listed(self.procedures)}")
        ways = re.compile(f"Also at {_listed({*self.labels, _THE_TEXT})}")
        return [one.words for one in found if not self._are_known(one, uses, ways)]

    def _are_known(self, one: SiteWords, uses: re.Pattern[str], ways: re.Pattern[str]) -> bool:
        match one.kind:
            case "clause-uses":
                return uses.fullmatch(one.words) is not None
            case "note-ways":
                return ways.fullmatch(one.words) is not None
            case "clause-tools":
                return one.words.removeprefix("Copy link to ") in self.labels
            case "clause-now":
                return one.words == self.now.get(one.behind or "", "")
            case _:
                return one.words in self.lines


def known_words(version: Policy, past: Past, registry: Registry, procedures: Set[str]) -> KnownWords:
    """Return what the site writes today on the page of a version, and wrote when that was the current one."""
    current = registry.policy(version.id) or version
    ever = (*past.copies.values(), version, current)
    made = [
        *(notice(version, now, "", compared=is_compared) for now in ever for is_compared in (True, False)),
        tombstones(current, past, registry, "") or "",
        version_list(current, past, "") or "",
    ]
    lines = {line for html in made for line in _lines(html)}
    now = {anchor: " ".join(_lines(html)) for anchor, html in clauses_now(version, past, current, "").items()}
    labels = frozenset(clause.label for clause in version.clauses)
    return KnownWords(
        {*_either_way(lines), *_captions(version), *_ACTIONS, version.title}, now, labels, procedures
    )


def _lines(html: str) -> list[str]:
    return [one.words for one in page_words(read_pieces(f'<div class="versions">{html}</div>'), set()).of_site]


def _either_way(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, and those of the list of versions as they are when another version is current."""
    for line in lines:
        yield line
        entry = _VERSION_ENTRY.match(line)
        if entry:
            rest = line[entry.end() :]
            yield entry[0] + (rest.removeprefix(_CURRENT) if rest.startswith(_CURRENT) else _CURRENT + rest)


def _captions(version: Policy) -> Iterator[str]:
    for review in {"", f". Next review: {version.next_review}"}:
        for printed in ("", ". The same as a PDF"):
            yield f"Version {version.version}{review}{printed}"


def _listed(names: Set[str]) -> str:
    one = rf"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True))) or '(?!)'})(?: \(\d+\))?"
    return f"{one}(?:, {one})*"
