"""Every anchor of every policy in one table, each with a link to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clausetree.history.former_references import final_successors
from clausetree.history.lock import History, Record
from clausetree.history.past import Past
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.versions.versions import copy_address

_WORDS = 12
"""How many of a clause's words tell a reader which clause it is."""
_COLUMNS = ("Clause", "It begins", "Status", "Links to copy")


def to_table(policies: Iterable[Policy], root: str, pasts: Mapping[str, Past]) -> Html:
    """Return the table, in reading order, withdrawn clauses last.

    `root` leads from the page to the site's root; `pasts` is what was published of each policy.
    """
    head = element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
    rows = [row for p in policies for row in _anchor_rows(p, root, pasts.get(p.id, Past(History(p.id))))]
    table = element(
        "table",
        element("thead", head),
        element("tbody", *rows),
        class_="anchors",
        data_filter="Find a clause by its number or how it begins",
    )
    # Each clause has an entry of its own in the search index, from the page it stands on.
    return element("div", table, class_="table-wrap", data_search_exclude=True)


def _anchor_rows(policy: Policy, root: str, past: Past) -> Iterator[Html]:
    records = past.history.records()
    for clause in policy.clauses:
        record = records.get(clause.anchor)
        released = policy.version if record and past.history.release(policy.version) else None
        yield _anchor_row(policy, clause, root, _in_force(record), released)
    for record in past.history.withdrawn():
        found = past.last_words(record.anchor)
        if found is not None:
            status = _withdrawn_status(policy, record, past)
            yield _anchor_row(policy, found[1], root, status, found[0])


def _anchor_row(policy: Policy, clause: Clause, root: str, status: str, version: str | None) -> Html:
    """`version` is the released one that has these words, or None while there is none."""
    address = f"{root}{policy.url(clause)}"
    heading = clause.kind is ClauseKind.HEADING
    link = element("a", clause.number or clause.label, href=address)
    code = element("code", f"#{clause.anchor}")
    words = None if heading else element("span", _first_words(clause), class_="anchors-words")
    return element(
        "tr",
        element("th", link, " ", code, scope="row"),
        element("td", words),
        element("td", status),
        element("td", *_copies(policy, clause, root, address, version)),
    )


def _copies(policy: Policy, clause: Clause, root: str, address: str, version: str | None) -> Iterator[Html]:
    cite = replace(policy, version=version or policy.version).citation(clause)
    yield _button("Copy link", f" to {clause.label}", href=address, cite=cite)
    if version is not None:
        pinned = f"{root}{copy_address(policy, version)}#{clause.anchor}"
        of = f" of {clause.label}"
        yield joined(" ", _button("Copy link to these words", f"{of} in version {version}", pinned, cite))
    yield joined(" ", _button("Copy citation", f" of {clause.label}", address, cite, copies="citation"))


def _button(name: str, of: str, href: str, cite: str, copies: str | None = None) -> Html:
    hidden = element("span", of, class_="visually-hidden")
    data = {"data_href": href, "data_cite": cite, "data_copies": copies}
    return element("button", name, hidden, type="button", class_="clause-copy", **data)


def _in_force(record: Record | None) -> str:
    if record is None:
        return "In force"
    if record.changed == record.first:
        return f"In force since version {record.first}"
    return f"In force since version {record.first}, in these words since {record.changed}"


def _withdrawn_status(policy: Policy, record: Record, past: Past) -> str:
    labels = {clause.anchor: clause.label for clause in policy.clauses}
    now = [labels.get(anchor, anchor) for anchor in final_successors(record, past.history.records())]
    see = f": see {', '.join(now)}" if now else ""
    return f"Withdrawn in version {record.withdrawn}{see}"


def _first_words(clause: Clause) -> str:
    words = clause.text.split()
    return " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
