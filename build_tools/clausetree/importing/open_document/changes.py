"""Tracked changes: told where they stand, and accepted or rejected.

What was put in stands in the text, between two marks; what was taken out is kept apart, and one mark says where
it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.changes import Change, Settle
from clausetree.importing.open_document.names import inner, named, said
from clausetree.importing.open_document.rejected import Tracked, lines_of, paragraphs, put_back, take_out


def settled(text: Element, how: Settle | None) -> list[Change]:
    """Accept or reject the changes of a text, and return them in order. Without `how`, nothing is done."""
    tracked = dict(_tracked(text))
    found = list(_changes(text, tracked))
    if how is Settle.REJECT:
        put_back(text, tracked)
        take_out(text, {key for key, change in tracked.items() if change.added})
    return found


def _tracked(text: Element) -> Iterator[tuple[str, Tracked]]:
    for regions in list(inner(text, "text:tracked-changes")):
        for region in regions:
            for change in inner(region, "text:insertion", "text:deletion"):
                content = tuple(child for child in change if named(child) != "office:change-info")
                key = said(region, "text:id") or said(region, "xml:id")
                yield key, Tracked(named(change) == "text:insertion", content)
        text.remove(regions)


def _changes(text: Element, tracked: dict[str, Tracked]) -> Iterator[Change]:
    open_ones: dict[str, tuple[list[str], str]] = {}
    for paragraph in list(paragraphs(text)):
        around = "".join(paragraph.itertext())
        for words in (words for words, _ in open_ones.values()):
            words.append("¶")
        for element, piece in _pieces(paragraph):
            key = "" if element is None else said(element, "text:change-id")
            match "" if element is None else named(element):
                case "text:change-start" if key in tracked and tracked[key].added:
                    open_ones[key] = ([], around)
                case "text:change-end" if key in open_ones:
                    words, begun = open_ones.pop(key)
                    yield Change(added=True, words="".join(words) or "¶", around=begun)
                case "text:change" if key in tracked and not tracked[key].added:
                    lines = [line for one in tracked[key].content for line in lines_of(one)]
                    gone = "¶".join("".join(line.itertext()) for line in lines)
                    yield Change(added=False, words=gone or "¶", around=around)
            for words, _ in open_ones.values():
                words.append(piece)


def _pieces(element: Element) -> Iterator[tuple[Element | None, str]]:
    """Yield what stands in an element: its own words, and each element in it with the words behind its tag."""
    yield None, element.text or ""
    for child in element:
        yield child, ""
        yield from _pieces(child)
        yield None, child.tail or ""
