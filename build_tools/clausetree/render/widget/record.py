"""What a reader takes away: plain text, to be pasted into a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.render.html.markup import in_a_list
from clausetree.render.tree.deadlines import deadline_words
from clausetree.render.tree.phrasing import answered, duty_key, grouped, is_to_tick, time_words
from clausetree.render.tree.totals import total_texts
from clausetree.render.widget.link import to_fragment
from clausetree.tree.model import Duty, ManyOf, Measure, OneOf, Outcome, Step, Tree
from clausetree.tree.walk import Walk
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where a record is made: a date in words, and the address of the site's root."""

    date: str
    site: str


def to_record(procedure: Procedure, path: Walk, done: frozenset[str], occasion: Occasion) -> str:
    """Return the record of a path, which names nobody. `done` are the keys of the duties ticked off."""
    lines = [
        procedure.tree.title.text,
        f"Record made on {occasion.date}",
        "",
        *_policy_lines(procedure),
        "",
        *_outcome_lines(procedure.tree, path),
        *_answer_lines(procedure.tree, path),
        *_total_lines(procedure, path),
        *_duty_lines(procedure, path, done),
        *_link_lines(procedure, path, occasion.site),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _policy_lines(procedure: Procedure) -> Iterator[str]:
    for edition in procedure.editions:
        yield f"Policy: {edition.title}, version {edition.version}"
        yield f"Fingerprint of its words: {edition.digest}"


def _outcome_lines(tree: Tree, path: Walk) -> list[str]:
    if isinstance(path.at, Outcome):
        return [f"Outcome: {path.at.title.text}", ""]
    if isinstance(path.at, Step) and path.at.waits:
        waiting = f"Waiting: {path.at.title.text}{time_words(tree, path.at.id)}"
        return [waiting, "This is no outcome yet. When you have it, go on.", ""]
    return ["Outcome: none yet. Some questions were not answered.", ""]


def _answer_lines(tree: Tree, path: Walk) -> Iterator[str]:
    asked = [n for n in path.nodes if isinstance(n, OneOf | ManyOf | Measure) and n.id in path.answers]
    if asked:
        yield "ANSWERS"
    for number, node in enumerate(asked, 1):
        yield f"{number}. {node.title.text}{time_words(tree, node.id)}"
        yield from (f"   {words.text}" for words in answered(node, path.answers[node.id]))
    yield ""


def _total_lines(procedure: Procedure, path: Walk) -> Iterator[str]:
    if path.totals:
        yield "POINTS"
        yield from (f"{words}: {amount}" for words, amount in total_texts(procedure.tree, path.totals))
        yield ""


def _duty_lines(procedure: Procedure, path: Walk, done: frozenset[str]) -> Iterator[str]:
    if not path.duties:
        return
    yield "WHAT TO DO"
    for who, duties in grouped(procedure.tree, path.duties).items():
        yield f"{who}:"
        for duty in duties:
            yield f"  {_tick_mark(procedure, duty, done)} {_duty_line(procedure, path, duty)}"
    yield ""


def _tick_mark(procedure: Procedure, duty: Duty, done: frozenset[str]) -> str:
    if not is_to_tick(duty):
        return "-"
    return "[x]" if duty_key(procedure.tree, duty) in done else "[ ]"


def _duty_line(procedure: Procedure, path: Walk, duty: Duty) -> str:
    labels = in_a_list(dict.fromkeys(cite.label for cite in duty.cites))
    within = deadline_words(procedure, duty, path.answers) or ""
    return f"{duty.what.text}{within} ({labels})"


def _link_lines(procedure: Procedure, path: Walk, site: str) -> Iterator[str]:
    quotes = [
        procedure.quote(cite) for cite in dict.fromkeys(cite for duty in path.duties for cite in duty.cites)
    ]
    if quotes:
        yield "THE CLAUSES"
    for quote in quotes:
        yield f"{quote.label}: {site}{quote.href}"
    yield ""
    page = f"{site}trees/{procedure.tree.id}/"
    yield f"This procedure: {page}"
    if isinstance(path.at, Step) and path.at.waits:
        yield f"Go on from here: {page}#{to_fragment(procedure.tree.id, path.answers)}"
