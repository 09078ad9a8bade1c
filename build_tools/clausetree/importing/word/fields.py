"""Fields: lists of contents are left out, cross-references become links, of all others the words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clausetree.importing.word.names import each, holds, w

_LISTS = {"TOC", "TOA", "INDEX"}
_REFERENCES = {"REF", "PAGEREF", "NOTEREF"}
_OURS = {"HYPERLINK", "FORMCHECKBOX"}
"""Fields that the reader of Word's format knows itself."""
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_SIMPLE, _CHARACTER, _TYPE, _CODE = w("fldSimple"), w("fldChar"), w("fldCharType"), w("instrText")


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to a bookmark, the words that Word last printed for it, and its switches (r, n, w)."""

    bookmark: str
    words: str
    switches: frozenset[str]


@dataclass(slots=True)
class _Field:
    code: str = ""
    begun: bool = False
    runs: list[Element] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)

    def words(self) -> list[str]:
        return [one or other for one, other in _WORD.findall(self.code)]

    @property
    def name(self) -> str:
        return (self.words() or [""])[0].upper()


@dataclass(frozen=True, slots=True)
class Fields:
    """What was found: the cross-references, and the words of each list of contents."""

    references: tuple[Reference, ...]
    contents: tuple[str, ...]


def settle_fields(root: Element) -> Fields:
    """Take the fields out of a part, and leave what they print."""
    if not holds(root, {_SIMPLE, _CHARACTER}):
        return Fields((), ())
    references: list[Reference] = []
    contents: list[str] = []
    parents = {inner: outer for outer in root.iter() for inner in outer}
    for element in list(root.iter(_SIMPLE)):
        found = _Field(element.get(w("instr")) or "")
        if found.name in _REFERENCES and len(found.words()) > 1:
            references.append(_reference(found, list(element)))
            element.tag = w("hyperlink")
            element.attrib = {w("anchor"): found.words()[1]}
        else:
            element.tag = w("smartTag")
            element.attrib = {}
    for found in list(_complex(root)):
        if found.name in _OURS:
            continue
        for mark in found.marks:
            _without(parents, mark)
        if found.name in _LISTS:
            # The text itself can stand within the field: only whole paragraphs of contents are taken out.
            contents.append("".join(map(_text, found.runs)))
            for run in found.runs:
                _without(parents, run)
        elif found.name in _REFERENCES and len(found.words()) > 1 and found.runs:
            references.append(_reference(found, found.runs))
            _linked(parents, found.runs, found.words()[1])
    return Fields(tuple(references), tuple(contents))


def _reference(found: _Field, runs: list[Element]) -> Reference:
    said = found.words()
    switches = frozenset(word[1:2].lower() for word in said[2:] if word.startswith("\\"))
    return Reference(said[1], "".join(map(_text, runs)), switches)


def _complex(root: Element) -> Iterator[_Field]:
    """Yield the fields, an inner one before the one that it stands in."""
    stack: list[_Field] = []
    for run in root.iter(w("r")):
        mark = run.find(_CHARACTER)
        kind = None if mark is None else mark.get(_TYPE)
        if kind == "begin":
            stack.append(_Field(marks=[run]))
        elif not stack:
            continue
        elif kind == "separate":
            stack[-1].begun = True
            stack[-1].marks.append(run)
        elif kind == "end":
            stack[-1].marks.append(run)
            yield stack.pop()
        elif not stack[-1].begun:
            stack[-1].code += "".join(code.text or "" for code in run.iter(_CODE))
            stack[-1].marks.append(run)
        else:
            for around in stack:
                around.runs.append(run)


def _without(parents: dict[Element, Element], run: Element) -> None:
    parent = parents.get(run)
    if parent is not None and run in list(parent):
        parent.remove(run)


def _linked(parents: dict[Element, Element], runs: list[Element], bookmark: str) -> None:
    """Put a link around the runs of a reference, where they stand side by side."""
    parent = parents.get(runs[0])
    together = [run for run in runs if parents.get(run) is parent]
    if parent is None or len(together) != len(runs):
        return
    at = list(parent).index(runs[0])
    for run in runs:
        parent.remove(run)
    link = Element(w("hyperlink"), {w("anchor"): bookmark})
    link[:] = runs
    parent.insert(at, link)
    parents[link] = parent
    parents.update(dict.fromkeys(runs, link))


def _text(element: Element) -> str:
    return "".join("\t" if found.tag == w("tab") else found.text or "" for found in each(element, "t", "tab"))
