"""A procedure as the source of a printed document, in Typst's language: its linked sections, printed."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.render.html.elements import Element, read_elements
from clausetree.render.policy.words_written import Address
from clausetree.render.tree.pieces import basis_sentence, prose_box
from clausetree.render.tree.sections import to_html
from clausetree.render.typst.drawing import fitted, in_print
from clausetree.render.typst.foot import version_in
from clausetree.render.typst.frame import FIRST_FAMILY, Imprint, frame
from clausetree.render.typst.going_to import Place
from clausetree.render.typst.parts import PREAMBLE, Parts
from clausetree.render.typst.quoted import each_once, quoted_in
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class Beside:
    """What is printed of a procedure besides its own words.

    `drawings` are the SVG of the parts of its picture, none where that is not to be printed. `notice` is HTML
    or "", and `language` is that of the site.
    """

    drawings: tuple[str, ...]
    notice: str
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """The source of a document, and the drawings that it names by the paths of `drawing_file`, as SVG."""

    source: str
    drawings: tuple[str, ...]


def to_document(procedure: Procedure, beside: Beside, address: Address) -> Document:
    """Return the document.

    `address` turns a way from the root of the site into a whole address, or into "" where only the words of a
    link can be printed. Raises `NotPrintedError` for an element that nothing is known of.
    """
    tree, sections = procedure.tree, _sections(procedure)
    clauses = each_once(quoted_in(sections))
    places = {
        section.attributes["id"]: Place(number, section.elements[1].words)
        for number, section in enumerate(sections, 1)
    }
    quoted = {clause.href: f"clause {number}" for number, clause in enumerate(clauses, 1)}
    writer = Parts(places, quoted, address)
    fitting = [fitted(drawing) for drawing in beside.drawings]
    printed = [one for one in fitting if one] if all(fitting) else []
    parts = [
        writer.heading(1, tree.title.html),
        writer.blocks(basis_sentence(procedure)),
        writer.blocks(beside.notice),
        writer.blocks(prose_box(procedure, tree.about, "ct-about", "") or ""),
        writer.ways_in(tree, printed, clauses),
        writer.heading(2, "Every question, step and outcome"),
        *map(writer.section, sections),
        writer.clauses(clauses) if clauses else "",
        writer.picture(tree, printed) if printed else "",
    ]
    words = "\n\n".join(filter(None, parts))
    edition = f"{procedure.edition.title}, {version_in(beside.language, procedure.edition.version)}"
    head = frame(Imprint(tree.title.text, "", edition, beside.language), words)
    numbers = {name: place.number for name, place in places.items()}
    drawings = (in_print(svg, FIRST_FAMILY, numbers) for svg in beside.drawings) if printed else ()
    return Document(f"{head}{PREAMBLE}{words}\n", tuple(drawings))


def _sections(procedure: Procedure) -> tuple[Element, ...]:
    (every,) = (child for child in read_elements(to_html(procedure, "")) if isinstance(child, Element))
    return every.elements
