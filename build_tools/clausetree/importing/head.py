"""What a document says of itself: its title, and the table that most policies begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from clausetree.importing.blocks import Block, Cell, Heading, Table, plain, spoken
from clausetree.importing.remarks import Kind, Remark

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "policy title", "document title", "name of policy", "policy name", "policy"),
    "version": ("version", "version number", "version no", "document version", "issue", "issue number"),
    "owner": (
        "owner",
        "policy owner",
        "document owner",
        "responsible officer",
        "policy lead",
        "author and owner",
    ),
    "approved_by": ("approved by", "ratified by", "approving body", "approver", "agreed by", "authorised by"),
    "approved": (
        *("approved", "date approved", "approval date", "date of approval", "approved on", "ratified on"),
        *("date ratified", "date agreed"),
    ),
    "first_implemented": (
        *("first implemented", "implementation date", "date implemented", "effective from", "effective date"),
        *("date effective", "in force from"),
    ),
    "reviewed": ("reviewed", "last reviewed", "date reviewed", "date of last review", "last review date"),
    "next_review": (
        "next review",
        "review date",
        "next review date",
        "date of next review",
        "review due",
        "due for review",
    ),
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
_MARKS = re.compile(r"[\s:.\u2003]+\Z")
_EARLY = 12
"""How many blocks may stand before the table at the head: a title, a logo, a line for a date."""


def taken_head(
    blocks: Sequence[Block], properties: Mapping[str, str]
) -> tuple[dict[str, str], list[Block], list[Remark]]:
    """Return what is known of a policy, the blocks without that, and what is to be told of it."""
    head: dict[str, str] = {}
    rest = list(blocks)
    remarks: list[Remark] = []
    title = title_of(rest, exported="policy" in properties)
    if title is not None:
        head["title"] = " ".join(plain(title.words).split())
    for at, block in enumerate(rest[:_EARLY]):
        if not isinstance(block, Table):
            continue
        found = list(_rows(block))
        whole = len(found) == len(list(_pairs(block)))
        if len(found) > 1 or (found and whole):
            for key, name, value in found:
                remarks.append(Remark(Kind.HEAD, value, name, key))
                if value:
                    head.setdefault(key, value)
            if whole:
                del rest[at]
            break
    said = properties.get("title", "").strip()
    if "title" not in head and said:
        head["title"] = said
        remarks.append(Remark(Kind.HEAD, said, more="title"))
    head = {key: head[key] for key in _NAMES if key in head}
    missing = [key for key in ("title", "version", "owner", "approved") if key not in head]
    remarks += [Remark(Kind.NOT_SAID, "", more=key) for key in missing]
    return head, rest, remarks


def title_of(blocks: Sequence[Block], *, exported: bool) -> Heading | None:
    """Return the heading that is the title. One that we `exported` says which, or has none."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    titles = [heading for heading in headings if heading.level == 0]
    if titles or exported:
        return next(iter(titles), None)
    highest = [heading for heading in headings if heading.level == 1]
    # One heading above all others is the title, if it comes first and has no number.
    alone = len(highest) == 1 and headings[0] is highest[0] and len(headings) > 1 and not highest[0].label
    return highest[0] if alone else None


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the words of each two cells that stand side by side."""
    for row in table.rows:
        for key, value in zip(row[::2], row[1::2], strict=False):
            yield _said(key), _said(value)


def _rows(table: Table) -> Iterator[tuple[str, str, str]]:
    """Yield each key that we know with its name in the document, and what is said of it."""
    for name, value in _pairs(table):
        key = _KEYS.get(_MARKS.sub("", name).lower())
        if key is not None:
            yield key, name, value


def _said(cell: Cell) -> str:
    return " ".join(" ".join(map(spoken, cell.blocks)).split())
