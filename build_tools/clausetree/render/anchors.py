"""Every anchor of every policy in one table, each with a link to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy
from clausetree.render.markup import Html, element, joined

_WORDS = 12
"""How many of a clause's words tell a reader which clause it is."""


def to_table(policies: Iterable[Policy], root: str) -> Html:
    """Return the table, in reading order. `root` leads from the page to the site's root."""
    head = element("tr", *(element("th", name, scope="col") for name in ("Clause", "It begins", "Link")))
    rows = [row for policy in policies for row in _rows(policy, root)]
    table = element(
        "table",
        element("thead", head),
        element("tbody", *rows),
        class_="anchors",
        data_filter="Find a clause by its number or its words",
    )
    # Each clause has an entry of its own in the search index, from the page it stands on.
    return element("div", table, class_="table-wrap", data_search_exclude=True)


def _rows(policy: Policy, root: str) -> Iterator[Html]:
    for clause in policy.clauses:
        address = f"{root}{policy.url(clause)}"
        if clause.kind is ClauseKind.HEADING:
            link = element("a", clause.label, href=address)
            code = element("code", f"#{clause.anchor}")
            copy = element("td", _copy(clause, address))
            yield element("tr", element("th", joined(link, " ", code), scope="row"), element("td"), copy)
            continue
        name = clause.number or clause.label
        yield element(
            "tr",
            element(
                "th",
                element("a", name, href=address),
                element("code", f"#{clause.anchor}"),
                scope="row",
            ),
            element("td", element("span", _first_words(clause), class_="anchors-words")),
            element("td", _copy(clause, address)),
        )


def _copy(clause: Clause, address: str) -> Html:
    name = element("span", f" to {clause.label}", class_="visually-hidden")
    return element("button", "Copy link", name, type="button", class_="clause-copy", data_href=address)


def _first_words(clause: Clause) -> str:
    words = clause.text.split()
    return " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
