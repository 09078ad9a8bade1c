"""A policy as what it is made of: blocks in blocks, and words with their looks and where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clausetree.policy.document import (
    Block,
    Break,
    Code,
    Content,
    Definitions,
    Foreign,
    Heading,
    Link,
    List,
    Marked,
    NoteMark,
    Notes,
    Number,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Rule,
    Table,
    Text,
    Unit,
)
from clausetree.policy.policy import Policy

type Shape = tuple[object, ...]


def shape(policy: Policy) -> Shape:
    """Return what a policy is made of. Where its lines were broken, and the keys of its units, do not count.

    Of two quotations, or two lists of a kind, with nothing between them nobody sees that they are two.
    """
    anchors = {clause.key: clause.anchor for clause in policy.clauses}
    return _many(policy.document.blocks, anchors)


def _many(blocks: Sequence[Block], anchors: dict[int, str]) -> Shape:
    made: list[Shape] = []
    for one in (_block(block, anchors) for block in blocks):
        if made and made[-1][:-1] == one[:-1] and one[0] in ("Quotation", "Definitions", "List"):
            before, now = made[-1][-1], one[-1]
            assert isinstance(before, tuple)
            assert isinstance(now, tuple)
            made[-1] = (*one[:-1], (*before, *now))
        else:
            made.append(one)
    return tuple(made)


def _block(block: Block, anchors: dict[int, str]) -> Shape:
    def many(blocks: Sequence[Block]) -> Shape:
        return _many(blocks, anchors)

    def named(unit: Unit | None) -> str:
        return anchors.get(unit.key, "") if unit else ""

    match block:
        case Heading(unit=unit, content=content) | Paragraph(unit=unit, content=content):
            return (type(block).__name__, named(unit), _words(content))
        case List(numbering=numbering, items=items):
            listed = tuple((named(item.unit), item.unit.listed, many(item.blocks)) for item in items)
            return ("List", numbering is not None, listed)
        case Table(header=header, rows=rows, columns=columns):
            cells = tuple((named(row.unit), tuple(map(_words, row.cells))) for row in (header, *rows))
            return ("Table", len(columns), cells)
        case Quotation(blocks=blocks):
            return ("Quotation", many(blocks))
        case Definitions(entries=entries):
            meant = tuple(
                (named(one.unit), _words(one.term), tuple(map(many, one.meanings))) for one in entries
            )
            return ("Definitions", meant)
        case Notes(notes=notes):
            return ("Notes", tuple((named(note.unit), note.figure, many(note.blocks)) for note in notes))
        case Rule():
            return ("Rule",)


def _words(content: Content) -> Shape:
    """Return runs of words with what they are in."""
    found = groupby(_runs(content, ()), lambda run: run[0])
    joined = ((looks, " ".join("".join(text for _, text in runs).split())) for looks, runs in found)
    return tuple((looks, text) for looks, text in joined if text)


def _runs(content: Content, looks: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for inline in content:
        match inline:
            case Text(text=text) | Number(text=text):
                yield looks, text
            case Reference(anchor=anchor, text=text):
                yield tuple(sorted((*looks, f"#{anchor}"))), text
            case Code(text=text):
                yield tuple(sorted((*looks, "code"))), text
            case Marked(mark=mark, content=inner):
                yield from _runs(inner, tuple(sorted((*looks, mark.value))))
            case Link(href=href, content=inner, label=label):
                yield from _runs(inner, tuple(sorted((*looks, f"→{href or label}"))))
            case Foreign(language=language, content=inner):
                yield from _runs(inner, tuple(sorted((*looks, language))))
            case Picture(alternative=alternative):
                yield looks, alternative
            case Break(hard=hard):
                yield looks, "\n" if hard else " "
            case NoteMark(figure=figure):
                yield (*looks, "note"), figure
