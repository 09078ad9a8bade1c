"""A procedure that changed, for whoever decides: in sentences, to walk through, and with its scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.render.html.away import NOWHERE
from clausetree.render.html.ids import section_id
from clausetree.render.html.markup import Html, element
from clausetree.render.review.table import table
from clausetree.render.tree.pieces import basis_sentence, prose_box
from clausetree.render.tree.sections import to_html
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class ScenarioTried:
    """A scenario of a procedure, and what is `wrong` with it; nothing where it holds."""

    title: str
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TreeToReview:
    """`said` are sentences, as `clausetree compare` prints them. One with errors has no `procedure`."""

    title: str
    said: str
    procedure: Procedure | None = None
    scenarios: tuple[ScenarioTried, ...] = ()


def sentences(tree: TreeToReview) -> Iterator[Html]:
    """Yield what a comparison says in plain text, whose lines are lists under headings."""
    listed: list[Html] = []
    for line in [*tree.said.splitlines(), ""]:
        if line.startswith("- "):
            listed.append(element("li", line.removeprefix("- ")))
            continue
        if listed:
            yield element("ul", *listed)
            listed = []
        if line and line != tree.title:
            yield element("p", line)


def to_walk(tree: TreeToReview) -> Iterator[Html]:
    """Yield the procedure as linked sections: each answer leads to the next question."""
    procedure = tree.procedure
    if procedure is None:
        return
    id_ = _walk_id(procedure)
    ways = element(
        "p",
        element("a", "Begin", href=f"#{begin(procedure)}"),
        " or ",
        element("a", "show every question, step and outcome", href=f"#{id_}"),
        ".",
        class_="no-print",
    )
    yield element(
        "section",
        element("h3", f"Walk through it: {tree.title}", id=f"{id_}--title"),
        prose_box(procedure, procedure.tree.about, "ct-about", NOWHERE),
        ways,
        to_html(procedure, NOWHERE),
        basis_sentence(procedure),
        class_="walk",
        id=id_,
        aria_labelledby=f"{id_}--title",
    )


def _walk_id(procedure: Procedure) -> str:
    return f"walk--{procedure.tree.id}"


def begin(procedure: Procedure) -> str:
    """Return the id of the section where a walk begins."""
    return section_id(procedure.tree, procedure.tree.start)


def scenarios(tree: TreeToReview) -> Iterator[Html]:
    """Yield the scenarios, each with its verdict."""
    if not tree.scenarios:
        return
    yield element("h3", "Scenarios")
    rows = [
        element(
            "tr",
            element("th", one.title, scope="row"),
            element("td", *_verdict(one)),
        )
        for one in tree.scenarios
    ]
    yield table(("What somebody answers", "Whether it leads where its author says"), rows)


def _verdict(scenario: ScenarioTried) -> list[str]:
    if not scenario.wrong:
        return ["Yes."]
    return [element("span", "No. ", class_="fails"), " ".join(scenario.wrong)]
