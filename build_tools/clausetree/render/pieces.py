"""What the linked sections and the widget both show of a node: help, duties, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from clausetree.render.markup import Html, element, joined
from clausetree.render.said import condition_said, who_does
from clausetree.tree.model import YOU, Citation, Duty, Outcome, Prose, Step, Tree
from clausetree.tree.strength import Strength
from clausetree.tree.wire import Procedure


def passage(prose: Prose | None, name: str) -> Html | None:
    """Return an author's paragraphs in a box of class `name`."""
    return element("div", Html(prose.html), class_=name) if prose else None


def clause_links(procedure: Procedure, cites: Iterable[Citation], root: str) -> Html | None:
    """Return links to the clauses, with the policy's words for each ("clause 2.4")."""
    links = [
        element("a", quote.label, href=root + quote.href)
        for quote in (procedure.quotes[cite.anchor] for cite in dict.fromkeys(cites))
    ]
    return element("span", *_parted(links), class_="ct-cites") if links else None


def _parted(links: Sequence[Html]) -> list[Html]:
    return [joined(", " if at else None, link) for at, link in enumerate(links)]


def duty_groups(
    procedure: Procedure, duties: Sequence[Duty], root: str, level: int, *, conditions: bool
) -> list[Html]:
    """Return the duties, gathered by who does them and how strongly, each with its clauses.

    The reader's own come first, and of each person's the strongest.
    `level` is that of the groups' headings. `conditions` says whether a duty that depends on
    answers says so: it does where the answers are not known.
    """
    groups: dict[str, list[Duty]] = {}
    for duty in sorted(duties, key=partial(_rank, procedure.tree)):
        groups.setdefault(who_does(procedure.tree, duty), []).append(duty)
    return [
        element(
            "div",
            element(f"h{level}", who, class_="ct-who"),
            element(
                "ul",
                *(_duty(procedure, duty, root, conditions=conditions) for duty in group),
            ),
            class_="ct-duty-group",
        )
        for who, group in groups.items()
    ]


def _rank(tree: Tree, duty: Duty) -> tuple[int, int]:
    people = [YOU, *(role.id for role in tree.roles)]
    return people.index(duty.who), list(Strength).index(duty.strength)


def _duty(procedure: Procedure, duty: Duty, root: str, *, conditions: bool) -> Html:
    condition = None
    if conditions and duty.when:
        said = condition_said(procedure.tree, duty.when)
        condition = element("span", f"If {said}: ", class_="ct-if")
    return element(
        "li",
        condition,
        element("span", Html(duty.what.html), class_="ct-what"),
        " ",
        clause_links(procedure, duty.cites, root),
        class_=f"ct-duty ct-duty--{duty.strength.slug}",
    )


def why(procedure: Procedure, cites: Iterable[Citation], root: str, summary: str) -> Html | None:
    """Return the clauses that a node rests on, quoted whole, behind a line that opens them."""
    anchors = dict.fromkeys(cite.anchor for cite in cites)
    quotes = [_quotation(procedure, anchor, root) for anchor in anchors]
    if not quotes:
        return None
    return element("details", element("summary", summary), *quotes, class_="ct-why")


def _quotation(procedure: Procedure, anchor: str, root: str) -> Html:
    quote = procedure.quotes[anchor]
    link = element("a", quote.label, href=root + quote.href)
    source = element("p", "From the policy, ", link, class_="ct-source")
    return element("blockquote", Html(quote.html), source, class_="ct-clause")


def next_tree(node: Outcome, root: str) -> Html | None:
    """Return the way on to another tree, where an outcome leads to one."""
    if node.next_tree is None:
        return None
    href = f"{root}trees/{node.next_tree.id}/"
    link = element("a", node.next_tree.title, href=href)
    return element("p", "Now go on with: ", link, class_="ct-next")


def cited_by(node: Step | Outcome) -> list[Citation]:
    """Return what a node and its duties cite, in order."""
    return [*node.cites, *(cite for duty in node.duties for cite in duty.cites)]


def basis_said(tree: Tree, edition: str) -> Html:
    """Return the sentence that tells readers what the tree was drawn from."""
    if tree.basis == "flowchart":
        words = f"This procedure is the flowchart in the {edition}, set out as questions."
    else:
        words = (
            f"This procedure is drawn from the clauses of the {edition}. "
            "It is not a copy of a flowchart. Each part links to the clauses it rests on."
        )
    return element("p", words, class_="ct-basis")
