"""A Word document made plainer: what Word works out while it prints stands in it as words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname
from xml.etree.ElementTree import Element

from clausetree.importing.blocks import WIDE
from clausetree.importing.changes import ChangedError, Settle, remark_of
from clausetree.importing.package import Package
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.boxes import settle_boxes
from clausetree.importing.word.changes import changes, settle
from clausetree.importing.word.fields import Reference, settle_fields
from clausetree.importing.word.labels import Label, Numbering
from clausetree.importing.word.languages import mark_languages
from clausetree.importing.word.lists import read_lists
from clausetree.importing.word.names import PRINTED, VAL, child, each, holds, switched_on, text_of, value, w
from clausetree.importing.word.parts import comments, is_dropped, plainly_named, running, stories_of
from clausetree.importing.word.relations import settle_relations
from clausetree.importing.word.roles import ROLE, Role, role_of
from clausetree.importing.word.styles import Styles, read_styles
from clausetree.importing.word.unread import let_through, settle_unread
from clausetree.importing.words import says_number
from clausetree.render.word.around import CITED

_CODE = ("code", "html code", "verbatim char", "source text")
"""What Word, pandoc and LibreOffice call the style of code, and what we do."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The parts that are left, what there is to be told of them, and the words and the roles of paragraphs.

    `language` is what the document says of itself, and `languages` are the others that runs have.
    """

    main: str
    roots: dict[str, Element]
    others: dict[str, bytes]
    remarks: tuple[Remark, ...]
    printed: tuple[str, ...]
    roles: frozenset[Role]
    language: str
    languages: frozenset[str]


@dataclass(slots=True)
class _Work:
    styles: Styles
    numbering: Numbering
    remarks: list[Remark] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    """The numbers of the paragraphs in which bookmarks begin."""
    references: list[Reference] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)


def prepare(package: Package, how: Settle | None) -> Prepared:
    """Make a document plainer. Raises NotReadError and ChangedError."""
    package = plainly_named(package)
    roots = stories_of(package)
    main = next(iter(roots))
    folder = dirname(main)
    styles = read_styles(package.xml(f"{folder}/styles.xml"))
    work = _Work(styles, Numbering(read_lists(package.xml(f"{folder}/numbering.xml"), styles), styles))
    lost = tuple(settle_relations(package, roots))
    found = [change for root in roots.values() for change in changes(root)]
    if found and how is None:
        raise ChangedError(found)
    work.remarks += [remark_of(change, how or Settle.ACCEPT) for change in found]
    for root in roots.values():
        settle(root, how or Settle.ACCEPT)
        _prepare_story(root, work)
    work.remarks += (*lost, *_references(work))
    work.remarks += comments(package.xml(f"{folder}/comments.xml"))
    work.remarks += running(package)
    others = {name: data for name, data in package.parts.items() if name not in roots and not is_dropped(name)}
    printed = tuple(text_of(paragraph) for root in roots.values() for paragraph in root.iter(w("p")))
    return Prepared(
        main,
        roots,
        others,
        tuple(work.remarks),
        printed,
        frozenset(work.roles),
        styles.language,
        frozenset(work.languages),
    )


def _prepare_story(root: Element, work: _Work) -> None:
    fields = settle_fields(root)
    work.references += fields.references
    work.remarks += [Remark(Kind.CONTENTS, words) for words in fields.contents if words.strip()]
    work.remarks += settle_boxes(root)
    work.remarks += settle_unread(root)
    work.remarks += let_through(root)
    for paragraph in list(root.iter(w("p"))):
        _prepare_paragraph(paragraph, work)


def _prepare_paragraph(paragraph: Element, work: _Work) -> None:
    _unhide(paragraph, work)
    if _is_hidden_whole(paragraph, work.styles):
        # It is counted, as LibreOffice counts it.
        work.numbering.label(paragraph)
        paragraph[:] = []
        return
    _style_runs(paragraph, work.styles)
    work.languages |= set(mark_languages(paragraph, work.styles))
    label = work.numbering.label(paragraph)
    role = role_of(paragraph, work.styles, label)
    for bookmark in paragraph.iter(w("bookmarkStart")):
        work.numbers[bookmark.get(w("name")) or ""] = label.text.strip() if label and not label.bullet else ""
    if label is not None and label.unknown:
        work.remarks.append(Remark(Kind.FORM, label.text, text_of(paragraph), label.unknown))
    if role.kind is ROLE.CONTENTS:
        words = text_of(paragraph)
        if words.strip():
            work.remarks.append(Remark(Kind.CONTENTS, words))
        paragraph[:] = []
        return
    properties = child(paragraph, "pPr")
    if properties is not None:
        paragraph.remove(properties)
    for tab in list(each(paragraph, "tab", "ptab")):
        # HTML has no tabs.
        tab.tag, tab.text = w("t"), WIDE
    for end in list(paragraph.iter(w("cr"))):
        end.tag = w("br")
    made = Element(w("pPr"))
    made.append(Element(w("pStyle"), {w("val"): role.style}))
    paragraph.insert(0, made)
    work.roles.add(role)
    if role.kind is ROLE.RULE:
        paragraph.append(_run("---"))
    elif role.item and not text_of(paragraph).strip():
        # The reader of Word's format leaves out what is empty and has no name.
        paragraph.append(Element(w("bookmarkStart"), {w("id"): "0", w("name"): "_item"}))
    if label is not None and not label.bullet and label.text.strip():
        paragraph.insert(1, _label_run(label))


def _label_run(label: Label) -> Element:
    run = _run(label.text if label.tail == "nothing" else f"{label.text.strip()} ")
    run.insert(0, _styled(Role.LABEL))
    return run


def _run(words: str) -> Element:
    run, text = Element(w("r")), Element(w("t"))
    text.text = words
    run.append(text)
    return run


def _styled(name: str) -> Element:
    """Return the properties of a run in a style."""
    properties = Element(w("rPr"))
    properties.append(Element(w("rStyle"), {w("val"): name}))
    return properties


def _style_runs(paragraph: Element, styles: Styles) -> None:
    """Keep what is code, and leave the links out that the site makes by itself."""
    is_linked = next(paragraph.iter(w("hyperlink")), None) is not None
    for parent in list(paragraph.iter()) if is_linked else []:
        for link in parent.findall(w("hyperlink")):
            names = [styles.name(value(run, "rPr", "rStyle")) for run in link.findall(w("r"))]
            if names and all(name == CITED.lower() for name in names):
                at = list(parent).index(link)
                parent[at : at + 1] = list(link)
    for style in paragraph.iter(w("rStyle")):
        if styles.name(style.get(VAL)) in _CODE:
            style.set(VAL, Role.CODE)


def _unhide(paragraph: Element, work: _Work) -> None:
    """Leave out what Word does not print."""
    usual = _hides(paragraph, work.styles)
    hidden = dict.fromkeys(run for run in paragraph.iter(w("r")) if _is_hidden(run, work.styles, usual=usual))
    if not hidden:
        return
    words = "".join(map(text_of, hidden))
    for parent in list(paragraph.iter()):
        parent[:] = [one for one in parent if one not in hidden]
    if words.strip():
        work.remarks.append(Remark(Kind.HIDDEN, words, text_of(paragraph)))


def _hides(paragraph: Element, styles: Styles) -> bool:
    """Tell whether the style of a paragraph hides what is in it."""
    chain = styles.chain(value(paragraph, "pPr", "pStyle"))
    return next((style.hidden for style in chain if style.hidden is not None), False)


def _is_hidden_whole(paragraph: Element, styles: Styles) -> bool:
    """Tell whether nothing of a paragraph is printed, nor its end: then its number is not either."""
    end = switched_on(paragraph, "pPr", "rPr", "vanish")
    hidden = _hides(paragraph, styles) if end is None else end
    return hidden and not any(holds(part, PRINTED) for part in paragraph if part.tag != w("pPr"))


def _is_hidden(run: Element, styles: Styles, *, usual: bool) -> bool:
    own = switched_on(run, "rPr", "vanish")
    if own is not None:
        return own
    named = value(run, "rPr", "rStyle")
    chain = styles.chain(named) if named else ()
    return next((style.hidden for style in chain if style.hidden is not None), usual)


def _references(work: _Work) -> Iterator[Remark]:
    for reference in work.references:
        said = reference.words.strip()
        if reference.bookmark not in work.numbers:
            yield Remark(Kind.LOST, said, more=reference.bookmark)
        elif reference.switches & {"r", "n", "w"}:
            now = work.numbers[reference.bookmark]
            if now and not says_number(said, now):
                yield Remark(Kind.STALE, said, more=now)
