"""A PDF as its readers get it: words and where they stand, places, bookmarks, and the kinds of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader


@dataclass(frozen=True, slots=True)
class Placed:
    """Words on a page, counted from 0, where they begin, and the size of their letters.

    All is in points, from the left and the lower edge of the page.
    """

    page: int
    left: float
    bottom: float
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Place:
    """What a link under a name leads to."""

    page: int
    top: float


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def placed(document: PdfReader) -> list[Placed]:
    """Return every run of letters, in the order in which they are read."""
    return [word for at, page in enumerate(document.pages) for word in _on_page(page, at)]


def places(document: PdfReader) -> dict[str, Place]:
    found = document.named_destinations
    return {
        name: Place(document.get_destination_page_number(place) or 0, float(place.top or 0))
        for name, place in found.items()
    }


def bookmarks(document: PdfReader) -> list[tuple[int, str]]:
    """Return how deep each stands, from 1, and its words."""
    return list(_bookmarks(document.outline, 1))


def tags(document: PdfReader) -> list[tuple[str, str]]:
    """Return the kind of each part in reading order, and the words that stand for it where it has some."""
    catalogue: Any = document.trailer["/Root"]
    return list(_tags(catalogue["/StructTreeRoot"]["/K"]))


def squeezed(text: str) -> str:
    """A line may be broken anywhere, and a word at its hyphen."""
    return "".join(text.split())


def words(document: PdfReader) -> str:
    """Return all words, those at the foot of a page left out."""
    return squeezed("".join(run.text for run in placed(document) if run.bottom > 60))


def _on_page(page: PageObject, at: int) -> list[Placed]:
    found: list[Placed] = []

    def visit(text: str, matrix: list[float], inner: list[float], _: object, size: float) -> None:
        if text.strip():
            left, bottom = inner[4] * matrix[0] + matrix[4], inner[5] * matrix[3] + matrix[5]
            found.append(Placed(at, left, bottom, text.strip(), size * inner[0]))

    page.extract_text(visitor_text=visit)
    return found


def _bookmarks(outline: Any, depth: int) -> Iterator[tuple[int, str]]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one, depth + 1)
        else:
            yield depth, str(one.title)


def _tags(node: Any) -> Iterator[tuple[str, str]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _tags(one)
    elif not isinstance(node, int):
        if "/S" in node:
            yield str(node["/S"]), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _tags(node["/K"])
