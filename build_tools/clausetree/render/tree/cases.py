"""A route that was written as a table, shown as one: a row for each case, and a column for what it goes by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import assert_never

from clausetree.render.html.ids import section_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.back import ways
from clausetree.render.tree.phrasing import days_ago, limit_phrase, title_of, with_unit, wording_of
from clausetree.report.sentence import begun
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or, facts, names_in
from clausetree.tree.model import Branch, Compared, Fact, Measure, Picked, Route, Step, Tree
from clausetree.tree.scalar import Sign, scalar_phrase
from clausetree.tree.walk import conditions

_COLUMNS = 1
"""More have no room on a telephone beside where they lead, and scroll."""


def case_table(tree: Tree, route: Route) -> Html:
    """Return the cases of `route`, which was written as a table, and where each leads.

    They have numbers where their order counts.
    """
    counts = " Read from the top: the first row that fits counts." if route.first else ""
    heads = [*["Row"] * route.first, *(_head(tree, route, column) for column in route.columns), "Then"]
    rows = [_row(tree, route, number, branch) for number, branch in enumerate(route.branches, 1)]
    label = f"{section_id(tree, route.id)}--cases"
    table = element(
        "table",
        element("caption", element("span", f"It depends on what you answered before.{counts}"), id=label),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *rows, _otherwise(tree, route)),
        class_="ct-cases",
    )
    if len(route.columns) <= _COLUMNS:
        return table
    return element("div", table, class_="table-scroll", role="group", tabindex="0", aria_labelledby=label)


def _head(tree: Tree, route: Route, column: str) -> str:
    if tree.has(column):
        return title_of(tree.node(column))
    if total := tree.total(column):
        return begun(total.words.text)
    visited = (node.ends for node in tree.nodes if isinstance(node, Step) and node.ends)
    if title := next((other.title for other in visited if other.id == column), None):
        return title
    named = (fact for condition in conditions(route) for fact in names_in(condition))
    return next(f"“{fact.words}”" for fact in named if fact.name == column)


def _row(tree: Tree, route: Route, number: int, branch: Branch) -> Html:
    cells = _cells_of(tree, branch)
    return element(
        "tr",
        element("th", str(number), scope="row") if route.first else None,
        *(element("td", _cell(tree, cells.get(column, ()))) for column in route.columns),
        element("td", _links(tree, route, branch.goes_to)),
    )


def _otherwise(tree: Tree, route: Route) -> Html | None:
    if route.otherwise is None:
        return None
    span = str(len(route.columns) + route.first)
    head = element("th", "In every other case", scope="row", colspan=span)
    return element("tr", head, element("td", _links(tree, route, route.otherwise)))


def _links(tree: Tree, route: Route, target: str) -> Html:
    """Return where a row leads, and, where that is back, where it leads then."""
    every = [(_link(tree, to), f" ({times})" if times else "") for to, times in ways(tree, route.id, target)]
    return joined(*(joined("; " if at else None, link, times) for at, (link, times) in enumerate(every)))


def _link(tree: Tree, target: str) -> Html:
    return element("a", title_of(tree.node(target)), href=f"#{section_id(tree, target)}", class_="ct-case")


type _Parts = Sequence[Condition[Fact]]
"""What has to be so, all of it."""


def _cells_of(tree: Tree, branch: Branch) -> Mapping[str, _Parts]:
    """Return what a branch of a table says of each column that it speaks of."""
    found: defaultdict[str, list[Condition[Fact]]] = defaultdict(list)
    for part in branch.when.parts if isinstance(branch.when, And) else (branch.when,):
        named = next(names_in(part), None)
        found[named.name if named else _column(tree, next(facts(part)))].append(part)
    return found


def _column(tree: Tree, fact: Fact) -> str:
    """Return what a fact is about: that a step is done at which a visit ends, about the visit."""
    node = tree.node(fact.question) if tree.has(fact.question) else None
    return node.ends.id if isinstance(node, Step) and node.ends else fact.question


def _cell(tree: Tree, parts: _Parts) -> str:
    return " and ".join(_range(tree, parts) or [_words(tree, part) for part in parts]) or "any"


def _range(tree: Tree, parts: _Parts) -> Sequence[str]:
    """Return a range in words, or nothing where the parts are none."""
    match parts:
        case (Is(Compared() as one), Is(Compared() as other)):
            return [_range_phrase(tree, one, other)]
        case _:
            return ()


def _range_phrase(tree: Tree, one: Compared, other: Compared) -> str:
    if one.days is not None and other.days is not None:
        return f"{one.days or 'today'} to {days_ago(other.days)}"
    words = " to ".join(scalar_phrase(fact.scale, fact.amount) for fact in (one, other))
    return _counted(tree, one, words)


def _words(tree: Tree, condition: Condition[Fact]) -> str:
    match condition:
        case Is(fact):
            return _fact_words(tree, fact)
        case Named():
            return "applies"
        case Not(Named()):
            return "does not apply"
        case Not(part):
            return f"not {_words(tree, part)}"
        case And(parts):
            return _cell(tree, parts)
        case Or(parts):
            return " or ".join(_words(tree, part) for part in parts)
        case _:
            assert_never(condition)


def _fact_words(tree: Tree, fact: Fact) -> str:
    if isinstance(fact, Picked):
        node = tree.node(fact.question)
        if isinstance(node, Step):
            return f"“{title_of(node)}”" if node.ends else "done"
        return f"“{wording_of(tree, fact)}”"
    assert isinstance(fact, Compared), "a cell says something of its own column alone"
    amount = _counted(tree, fact, scalar_phrase(fact.scale, fact.amount), fact.amount)
    return amount if fact.sign is Sign.IS and fact.days is None else limit_phrase(fact, amount)


def _counted(tree: Tree, fact: Compared, words: str, alone: int | None = None) -> str:
    measure = tree.node(fact.question) if tree.has(fact.question) else None
    return with_unit(measure, words, alone).text if isinstance(measure, Measure) else words
