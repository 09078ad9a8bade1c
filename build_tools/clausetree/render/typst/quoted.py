"""The clauses that a procedure quotes, each once: its page has them wherever they are cited, behind a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausetree.render.html.elements import Child, Element


@dataclass(frozen=True, slots=True)
class Quoted:
    """A clause: its `label` ("clause 2.4"), where it stands on the site, and its words."""

    label: str
    href: str
    words: tuple[Child, ...]


def each_once(clauses: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Return clauses in the order in which somebody looks for them: by their numbers, 2.9 before 2.10."""
    return tuple(sorted({clause.href: clause for clause in clauses}.values(), key=_by_number))


def _by_number(clause: Quoted) -> list[tuple[int, str]]:
    parts = re.split("([0-9]+)", clause.label)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def quoted_in(elements: Iterable[Element]) -> Iterator[Quoted]:
    """Yield what elements quote, in order, with repetitions."""
    for element in elements:
        if element.tag == "blockquote" and "ct-clause" in element.classes:
            yield _quoted(element)
        else:
            yield from quoted_in(element.elements)


def _quoted(element: Element) -> Quoted:
    source = next(child for child in element.elements if "ct-source" in child.classes)
    (link,) = source.elements
    return Quoted(link.words, link.href, tuple(child for child in element.children if child is not source))
