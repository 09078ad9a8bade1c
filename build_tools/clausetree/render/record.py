"""What a reader takes away: plain text, to be pasted into a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urljoin

from clausetree.render.said import offered, who_does
from clausetree.tree.model import Duty, ManyOf, OneOf, Outcome
from clausetree.tree.walk import Walk
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where a record is made: a date in words, and the address of the site's root."""

    date: str
    site: str


def to_record(procedure: Procedure, way: Walk, done: frozenset[str], occasion: Occasion) -> str:
    """Return the record of a way, which names nobody. `done` are the keys of the duties ticked off."""
    edition = procedure.edition
    lines = [
        procedure.tree.title.text,
        f"Record made on {occasion.date}",
        "",
        f"Policy: {edition.title}, version {edition.version}",
        f"Fingerprint of its words: {edition.digest}",
        "",
        *_outcome(way),
        *_answers(way),
        *_duties(procedure, way, done),
        *_links(procedure, way, occasion.site),
    ]
    return "\n".join(lines).rstrip() + "\n"


def duty_key(procedure: Procedure, duty: Duty) -> str:
    """Return what tells a duty from the others of its tree, whatever order they come in."""
    return f"{who_does(procedure.tree, duty)}: {duty.what.text}"


def _outcome(way: Walk) -> list[str]:
    if isinstance(way.at, Outcome):
        return [f"Outcome: {way.at.title.text}", ""]
    return ["Outcome: none yet. Some questions were not answered.", ""]


def _answers(way: Walk) -> Iterator[str]:
    asked = [node for node in way.nodes if isinstance(node, OneOf | ManyOf) and node.id in way.answers]
    if asked:
        yield "ANSWERS"
    for number, node in enumerate(asked, 1):
        picked = [o.wording.text for o in offered(node) if o.id in way.answers[node.id]]
        yield f"{number}. {node.title.text}"
        yield from (f"   {words}" for words in picked)
    yield ""


def _duties(procedure: Procedure, way: Walk, done: frozenset[str]) -> Iterator[str]:
    if not way.duties:
        return
    yield "WHAT TO DO"
    by_group: Mapping[str, list[Duty]] = _grouped(procedure, way)
    for who, duties in by_group.items():
        yield f"{who}:"
        for duty in duties:
            mark = "x" if duty_key(procedure, duty) in done else " "
            labels = ", ".join(dict.fromkeys(cite.label for cite in duty.cites))
            yield f"  [{mark}] {duty.what.text} ({labels})"
    yield ""


def _grouped(procedure: Procedure, way: Walk) -> dict[str, list[Duty]]:
    groups: dict[str, list[Duty]] = {}
    for who, duties in groupby(way.duties, lambda duty: who_does(procedure.tree, duty)):
        groups.setdefault(who, []).extend(duties)
    return groups


def _links(procedure: Procedure, way: Walk, site: str) -> Iterator[str]:
    anchors = dict.fromkeys(cite.anchor for duty in way.duties for cite in duty.cites)
    if anchors:
        yield "THE CLAUSES"
    for anchor in anchors:
        quote = procedure.quotes[anchor]
        yield f"{quote.label}: {urljoin(site, quote.href)}"
    yield ""
    yield f"This procedure: {urljoin(site, f'trees/{procedure.tree.id}/')}"
