"""What the engine, run here and not in the browser, says that a reader must be shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypedDict

from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures
from clausetree.tree.answers import Answer
from clausetree.tree.model import YOU, Duty, ManyOf, Node, OneOf, Route, Tree
from clausetree.tree.strength import Strength
from clausetree.tree.walk import Walk
from clausetree.tree.wire import Procedure

from ..building import PROJECT


class Line(TypedDict):
    """One line of a checklist: the heading it stands under, its words, its clauses' labels and addresses."""

    who: str
    what: str
    clauses: list[list[str]]


@cache
def all_procedures() -> tuple[Procedure, ...]:
    """Return every procedure of the site."""
    policies = load_policies(PROJECT / "docs")
    return load_procedures(PROJECT / "trees", policies.registry).all


def procedure_called(tree: str) -> Procedure:
    """Return the procedure whose tree has this id."""
    return next(procedure for procedure in all_procedures() if procedure.tree.id == tree)


def stops(way: Walk) -> list[Node]:
    """Return what a reader sees of a way: everything but the routes."""
    return [node for node in way.nodes if not isinstance(node, Route)]


def title(node: Node) -> str:
    """Return the heading under which a reader meets a node."""
    return "It depends on your answers" if isinstance(node, Route) else node.title.text


def wordings(node: Node, picked: Answer | None = None) -> list[str]:
    """Return the words of the options that were picked, or of all that a node offers."""
    match node:
        case OneOf():
            offered = {option.id: option.wording.text for option in node.options}
        case ManyOf():
            none = (node.none,) if node.none else ()
            offered = {choice.id: choice.wording.text for choice in (*node.choices, *none)}
        case _:
            offered = {}
    return [words for option, words in offered.items() if picked is None or option in picked]


def in_order(tree: Tree, duties: Iterable[Duty]) -> list[Duty]:
    """Return duties as a reader meets them: her own first, and of each person's the strongest first."""
    strengths = list(Strength)
    people = [YOU, *(role.id for role in tree.roles)]
    return sorted(duties, key=lambda duty: (people.index(duty.who), strengths.index(duty.strength)))


def checklist(procedure: Procedure, duties: Iterable[Duty], site_url: str) -> list[Line]:
    """Return the lines that a reader must be shown for `duties`."""
    tree = procedure.tree
    return [_line(procedure, duty, site_url) for duty in in_order(tree, duties)]


def _line(procedure: Procedure, duty: Duty, site_url: str) -> Line:
    quotes = [procedure.quote(cite) for cite in dict.fromkeys(duty.cites)]
    clauses = [[quote.label, site_url + quote.href] for quote in quotes]
    return Line(who=_who(procedure.tree, duty), what=duty.what.text, clauses=clauses)


def _who(tree: Tree, duty: Duty) -> str:
    return duty.strength.phrase(tree.name_of(duty.who).text, you=duty.who == YOU)
