"""Changes taken back: what was taken out stands in the text again, and what was put in is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clausetree.importing.open_document.names import named, q, said

_START, _END, _POINT = q("text:change-start"), q("text:change-end"), q("text:change")
_PARAGRAPHS = (q("text:p"), q("text:h"))
_EMPTIED = (q("text:list-item"), q("text:list"), q("text:section"))


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change: whether words were `added`, and the content that was not."""

    added: bool
    content: tuple[Element, ...]


def put_back(text: Element, tracked: dict[str, Tracked]) -> None:
    """Put what was taken out where it stood."""
    parents = {child: parent for parent in text.iter() for child in parent}
    for point in list(text.iter(_POINT)):
        change = tracked.get(said(point, "text:change-id"))
        if change is None or change.added or not change.content:
            continue
        lines = [line for one in change.content for line in lines_of(one)]
        span, place = parents[point], point
        if not lines:
            continue
        _merge(span, list(span).index(place), lines[0])
        paragraph = _around(span, parents)
        if paragraph is span:
            _part(paragraph, place, lines[1:], parents)
            continue
        for line in lines[1:]:
            line.text = f" {line.text or ''}"
            _merge(span, list(span).index(place), line)


def _merge(parent: Element, at: int, words: Element) -> None:
    """Put the words of an element before the child that stands at a place."""
    if at:
        before = parent[at - 1]
        before.tail = (before.tail or "") + (words.text or "")
    else:
        parent.text = (parent.text or "") + (words.text or "")
    parent[at:at] = list(words)


def _part(paragraph: Element, point: Element, lines: list[Element], parents: dict[Element, Element]) -> None:
    """Part a paragraph at a point: these lines stand behind it, and the last takes on what stood there."""
    if not lines:
        return
    at = list(paragraph).index(point)
    last = lines[-1]
    rest, tail = list(paragraph[at + 1 :]), point.tail or ""
    del paragraph[at + 1 :]
    point.tail = None
    if len(last):
        last[-1].tail = (last[-1].tail or "") + tail
    else:
        last.text = (last.text or "") + tail
    last[len(last) :] = rest
    parent = parents[paragraph]
    around = parents.get(parent) if named(parent) == "text:list-item" else None
    below = list(parent).index(paragraph) + 1
    for line in lines:
        parents |= {child: one for one in line.iter() for child in one}
    if around is None:
        parent[below:below] = lines
        parents |= dict.fromkeys(lines, parent)
        return
    items = [Element(parent.tag) for _ in lines]
    for item, line in zip(items, lines, strict=True):
        item.append(line)
    # What stood below the paragraph in its item, stands below the last line now.
    items[-1].extend(parent[below:])
    del parent[below:]
    place = list(around).index(parent) + 1
    around[place:place] = items
    parents |= dict.fromkeys(items, around)
    parents |= {child: item for item in items for child in item}


def _around(element: Element, parents: dict[Element, Element]) -> Element | None:
    found: Element | None = element
    while found is not None and found.tag not in _PARAGRAPHS:
        found = parents.get(found)
    return found


def take_out(text: Element, keys: set[str]) -> None:
    """Take out what stands between marks. A paragraph that was parted by it is one again."""
    parents = {child: parent for parent in text.iter() for child in parent}
    open_ones: set[str] = set()
    waiting: Element | None = None
    for paragraph in list(paragraphs(text)):
        _cut(paragraph, keys, open_ones)
        whole = paragraph
        if waiting is not None:
            # Of two that become one, the first keeps its look, unless nothing is left of it.
            is_empty = not "".join(waiting.itertext()).strip()
            whole, gone = (paragraph, waiting) if is_empty else (waiting, paragraph)
            if not is_empty:
                _merge(whole, len(whole), gone)
            _without(gone, parents)
        waiting = whole if open_ones else None


def _cut(element: Element, keys: set[str], open_ones: set[str]) -> None:
    if open_ones:
        element.text = None
    for child in list(element):
        key = said(child, "text:change-id")
        if child.tag == _START and key in keys:
            open_ones.add(key)
        elif child.tag == _END:
            open_ones.discard(key)
        else:
            _cut(child, keys, open_ones)
        if open_ones:
            child.tail = None
            if child.tag in (q("text:s"), q("text:tab"), q("text:line-break"), q("text:note"), q("draw:frame")):
                element.remove(child)


def _without(gone: Element, parents: dict[Element, Element]) -> None:
    """Take a paragraph out, and whatever is empty without it."""
    element = gone
    while element in parents:
        parent = parents[element]
        parent.remove(element)
        if len(parent) or parent.tag not in _EMPTIED:
            return
        element = parent


def paragraphs(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs in order, but none of those within another."""
    for element in parent:
        if element.tag in _PARAGRAPHS:
            yield element
        else:
            yield from paragraphs(element)


def lines_of(element: Element) -> list[Element]:
    """Return a paragraph itself, or those in what is none."""
    return [element] if element.tag in _PARAGRAPHS else list(paragraphs(element))
