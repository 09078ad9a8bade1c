"""The finishing of a policy's page: numbers become links, and each clause gets its "Copy link"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy
from clausetree.render.elements import (
    Edit,
    Element,
    apply_edits,
    read_elements,
    with_attribute,
    with_class,
    without_id,
)

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOTE_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_NOTHING = re.compile(r"(?:\s|<[^>]*>)*")


@dataclass(frozen=True, slots=True)
class Use:
    """Something that cites a clause: its title, and its address relative to the policy's page."""

    title: str
    href: str


def decorate(html: str, policy: Policy, uses: Mapping[str, Sequence[Use]]) -> str:
    """Finish the page of `policy`.

    `html` is the whole page, in which each clause has its anchor as `id`; `uses` maps anchors to
    what cites them. Every word of the policy stays as it is. An anchor that the page lacks is
    passed over. The page's search entries must have been made before: headings get wrapped.
    """
    return with_notes(html, policy, {anchor: _uses(cited) for anchor, cited in uses.items()})


def with_notes(html: str, policy: Policy, notes: Mapping[str, str]) -> str:
    """Finish the page of `policy` as `decorate` does, with a note of one's own behind some clauses."""
    elements = read_elements(html)
    clauses = {clause.anchor: clause for clause in policy.clauses}
    edits: list[Edit] = []
    for element in elements:
        clause = clauses.get(element.attributes.get("id", ""))
        if clause is not None:
            tools = _tools(clause, policy.citation(clause))
            edits += _finish(html, element, clause, tools, notes.get(clause.anchor, ""))
        elif element.tag == "a":
            edits += _name_note_mark(html, element, clauses)
        elif element.tag == "thead":
            edits += _drop_empty_head(html, element)
    return apply_edits(html, edits)


def _finish(html: str, element: Element, clause: Clause, tools: str, uses: str) -> Iterator[Edit]:
    if element.tag in _HEADINGS:
        return _heading(html, element, clause, tools, uses)
    if element.tag in ("td", "th"):
        return _row(html, element, clause, tools, uses)
    if element.tag == "li":
        return _item(html, element, clause, tools, uses)
    return _paragraph(html, element, clause, tools, uses)


def _paragraph(html: str, element: Element, clause: Clause, tools: str, uses: str) -> Iterator[Edit]:
    yield _classed(html, element, _kind_of_paragraph(clause))
    yield from _number(html, element.inside, clause)
    yield _insert(element.inner_end, f" {tools}")
    yield _insert(element.end, uses)


def _kind_of_paragraph(clause: Clause) -> str:
    if clause.kind is ClauseKind.SUB_ITEM:
        return f"clause-item clause-lettered{' clause-within' if clause.depth > 1 else ''}"
    return "clause clause-part" if clause.number is None else "clause"


def _item(html: str, element: Element, clause: Clause, tools: str, uses: str) -> Iterator[Edit]:
    """A list within the item has items of its own: the button stands before it."""
    name = "clause" if clause.kind is ClauseKind.CLAUSE else "clause-item"
    yield _classed(html, element, name)
    words = element.child("p")
    yield from _number(html, words.inside if words else element.inside, clause)
    inner = element.child("ul", "ol")
    limit = inner.start if inner else element.inner_end
    own = len(html[element.inside : limit].rstrip())
    yield _insert(words.inner_end if words else element.inside + own, f" {tools}")
    yield _insert(words.end if words else element.inside + own, uses)


def _heading(html: str, element: Element, clause: Clause, tools: str, uses: str) -> Iterator[Edit]:
    """The button stands beside the heading, not in it: its words are not the heading's."""
    yield _insert(element.start, '<div class="clause-heading">')
    yield from _number(html, element.inside, clause)
    yield _insert(element.end, f"{tools}</div>{uses}")


def _row(html: str, element: Element, clause: Clause, tools: str, uses: str) -> Iterator[Edit]:
    """The anchor names the whole row, and the first cell is what the row is about."""
    row = element.parent
    if row is None or row.tag != "tr":
        yield from _paragraph(html, element, clause, tools, uses)
        return
    yield Edit(row.start, row.inside, with_attribute(_opening(html, row), "id", clause.anchor))
    opening = without_id(_opening(html, element))
    if element is row.children[0] and element.tag == "td":
        yield Edit(element.start, element.inside, opening.replace("<td", '<th scope="row"', 1))
        yield Edit(element.inner_end, element.end, "</th>")
    else:
        yield Edit(element.start, element.inside, opening)
    yield _insert(row.children[-1].inner_end, f" {tools}{uses}")


def _number(html: str, inside: int, clause: Clause) -> Iterator[Edit]:
    if clause.number is None or clause.kind is ClauseKind.SUB_ITEM:
        return
    match = re.compile(rf"\s*{re.escape(clause.number)}(?=\s)").match(html, inside)
    if match:
        link = f'<a class="clause-number" href="#{clause.anchor}">{clause.number}</a>'
        yield Edit(inside, match.end(), link)


def _tools(clause: Clause, citation: str) -> str:
    button = f'class="clause-copy" data-anchor="{clause.anchor}" data-cite="{escape(citation)}"'
    name = f'Copy link<span class="visually-hidden"> to {escape(clause.label, quote=False)}</span>'
    return f'<span class="clause-tools"><button type="button" {button}>{name}</button></span>'


def _uses(uses: Sequence[Use]) -> str:
    if not uses:
        return ""
    links = ", ".join(f'<a href="{escape(use.href)}">{escape(use.title, quote=False)}</a>' for use in uses)
    return f'<p class="clause-uses">Used in: {links}</p>'


def _name_note_mark(html: str, link: Element, clauses: Mapping[str, Clause]) -> Iterator[Edit]:
    """A link whose only words are a raised figure needs a name that says where it leads."""
    target = clauses.get(link.attributes.get("href", "").removeprefix("#"))
    if target is None or not _NOTE_MARK.fullmatch(html, link.inside, link.inner_end):
        return
    label = target.label
    name = label[:1].upper() + label[1:] if target.kind is ClauseKind.PART else f"Back to {label}"
    opening = with_attribute(with_class(_opening(html, link), "note-mark"), "aria-label", name)
    yield Edit(link.start, link.inside, opening)


def _drop_empty_head(html: str, head: Element) -> Iterator[Edit]:
    """Markdown has no table without a head; an empty one would be read out as empty."""
    if _NOTHING.fullmatch(html, head.inside, head.inner_end):
        yield Edit(head.start, head.end, "")


def _classed(html: str, element: Element, name: str) -> Edit:
    return Edit(element.start, element.inside, with_class(_opening(html, element), name))


def _opening(html: str, element: Element) -> str:
    return html[element.start : element.inside]


def _insert(at: int, text: str) -> Edit:
    return Edit(at, at, text)
