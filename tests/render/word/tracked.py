"""Tracked changes put into a Word document by hand, as Word writes them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

type Edit = Callable[[Element, Element], None]
"""Changes a paragraph, and what stands around it."""


def edited(document: bytes, bookmark: str, edit: Edit) -> bytes:
    """Return a document in which the paragraph of a bookmark was changed."""
    made = BytesIO()
    with ZipFile(BytesIO(document)) as before, ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                root = fromstring(data)
                edit(*_found(root, bookmark))
                data = tostring(root, encoding="UTF-8", xml_declaration=True)
            after.writestr(name, data)
    return made.getvalue()


def reworded(at: int, instead: str | None) -> Edit:
    """Take a word out and put others in; with None, only that."""

    def edit(paragraph: Element, _: Element) -> None:
        run = _run(paragraph)
        words = _text(run).split(" ")
        _replace(
            paragraph,
            run,
            [
                _plain("".join(f"{word} " for word in words[:at])),
                _marked("del", _plain(words[at], "delText")),
                *([_marked("ins", _plain(instead))] if instead else []),
                _plain("".join(f" {word}" for word in words[at + 1 :])),
            ],
        )

    return edit


def put_in(at: int, words: str) -> Edit:
    """Put words in before a word."""

    def edit(paragraph: Element, _: Element) -> None:
        run = _run(paragraph)
        there = _text(run).split(" ")
        before, behind = "".join(f"{word} " for word in there[:at]), " ".join(there[at:])
        _replace(paragraph, run, [_plain(before), _marked("ins", _plain(f"{words} ")), _plain(behind)])

    return edit


def taken_out(paragraph: Element, _: Element) -> None:
    """Take a whole paragraph out."""
    run = _run(paragraph)
    _replace(paragraph, run, [_marked("del", _plain(_text(run), "delText"))])
    _end(paragraph).append(_mark("del"))


def moved_down(paragraph: Element, parent: Element) -> None:
    """Move a paragraph below the next one: it goes from where it was, and stands there as well."""
    at = list(parent).index(paragraph)
    copy = fromstring(tostring(paragraph))
    for one, name in ((paragraph, "moveFrom"), (copy, "moveTo")):
        run = _run(one)
        _replace(one, run, [_marked(name, _plain(_text(run)))])
        _end(one).append(_mark(name))
    for bookmark in [one for one in paragraph if one.tag.startswith(f"{W}bookmark")]:
        paragraph.remove(bookmark)
    parent.insert(at + 2, copy)


def _found(root: Element, bookmark: str) -> tuple[Element, Element]:
    for parent in root.iter():
        for one in parent.findall(f"{W}p"):
            if any(mark.get(f"{W}name") == bookmark for mark in one.iter(f"{W}bookmarkStart")):
                return one, parent
    raise AssertionError(bookmark)


def _run(paragraph: Element) -> Element:
    [run] = paragraph.findall(f"{W}r")
    return run


def _text(run: Element) -> str:
    return "".join(one.text or "" for one in run.iter(f"{W}t"))


def _plain(text: str, name: str = "t") -> Element:
    run = Element(f"{W}r")
    words = SubElement(run, f"{W}{name}", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = text
    return run


def _mark(name: str) -> Element:
    return Element(f"{W}{name}", {f"{W}id": "900", f"{W}author": "Cy", f"{W}date": "2031-05-01T10:00:00Z"})


def _marked(name: str, run: Element) -> Element:
    mark = _mark(name)
    mark.append(run)
    return mark


def _end(paragraph: Element) -> Element:
    """Return the properties of a paragraph's end."""
    properties = paragraph.find(f"{W}pPr")
    assert properties is not None
    found = properties.find(f"{W}rPr")
    return SubElement(properties, f"{W}rPr") if found is None else found


def _replace(paragraph: Element, run: Element, runs: list[Element]) -> None:
    at = list(paragraph).index(run)
    paragraph[at : at + 1] = runs
