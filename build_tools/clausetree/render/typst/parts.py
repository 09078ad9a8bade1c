"""The parts of a printed procedure: its nodes, the clauses that they rest on, and its picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from clausetree.render.html.elements import Child, Element, read_elements
from clausetree.render.html.ids import section_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.policy.words_written import Address
from clausetree.render.tree.picture.dot import key_of
from clausetree.render.typst.blocks import Blocks
from clausetree.render.typst.drawing import Printed, Sheet
from clausetree.render.typst.going_to import Place
from clausetree.render.typst.inline import Wording
from clausetree.render.typst.marked_up import MarkedUp
from clausetree.render.typst.quoted import Quoted
from clausetree.render.typst.strings import string
from clausetree.report.sentence import begun
from clausetree.tree.model import Tree

_IN_A_LINE = 90
"""About how many letters stand in a line."""
_SHORT = 24
"""A node of no more lines is kept on one page."""
_PICTURE = "picture"
_CLAUSES = "clauses"
_MARGIN = "margin: (x: 10mm, top: 12mm, bottom: 18mm)"
PREAMBLE: Final = """\
#show heading.where(level: 4): set heading(bookmarked: false)
#show heading.where(level: 4): set block(above: 1.1em)
#show heading.where(level: 3): set block(above: 1.5em)
#let whole(body) = block(breakable: false, above: 1.7em, body)
#let kind(word) = [#text(size: 0.75em, weight: "regular", word) #linebreak()]
#let on-page(name) = link(label(name), context [page #counter(page).at(label(name)).first()])
"""


def drawing_file(number: int) -> str:
    """Return the path of a part of the picture for Typst."""
    return f"/drawing-{number}.svg"


class Parts:
    """Writes the parts. `places` and `quoted` are as for `MarkedUp`."""

    def __init__(self, places: Mapping[str, Place], quoted: Mapping[str, str], address: Address) -> None:
        self._places, self._quoted, self._address = places, quoted, address
        self._marked_up = MarkedUp(places, quoted)
        self._wording = Wording(address, frozenset((*places, *quoted.values())), {}, {})
        self._blocks = Blocks({}, {}, self._wording)

    def heading(self, depth: int, html: str, name: str | None = None) -> str:
        """Return a heading, which can be gone to under a name."""
        return self._blocks.heading(depth, self._line(read_elements(html)), name)

    def blocks(self, html: str) -> str:
        """Return what stands one below another."""
        return self._below(read_elements(html))

    def section(self, section: Element) -> str:
        """Return a node: what kind it is, its number and its title, and what stands below."""
        kind, title, *rest = section.elements
        own = section.attributes["id"]
        head = f"#kind({string(kind.words)});#{string(f'{self._places[own].number}. ')};"
        heading = self._blocks.heading(3, head + self._line(title.children), own)
        words = "\n\n".join(filter(None, (heading, self._below(rest))))
        return f"#whole[{words}]" if _is_short(section) else words

    def clauses(self, clauses: Sequence[Quoted]) -> str:
        """Return the clauses under a heading."""
        heading = self.heading(2, "The clauses that it rests on", _CLAUSES)
        return "\n\n".join([heading, *map(self._clause, clauses)])

    def _clause(self, clause: Quoted) -> str:
        link = element("a", begun(clause.label), href=clause.href)
        heading = self.heading(3, link, self._quoted[clause.href])
        return f"{heading}\n\n{self._below(clause.words)}"

    def picture(self, tree: Tree, printed: Sequence[Printed]) -> str:
        """Return the picture and what its shapes mean, its parts on pages of their own where they need that."""
        heading = self.heading(2, "The whole procedure as a picture", _PICTURE)
        above = f"{heading}\n\n{self.blocks(element('p', key_of(tree, len(printed))))}\n\n"
        parts = [self._part(tree, one, number, len(printed)) for number, one in enumerate(printed, 1)]
        sheets = [one.sheet for one in printed]
        return "\n\n".join(
            _on_sheet(f"{above if number == 0 else ''}{part}", sheet)
            for number, (part, sheet) in enumerate(zip(parts, sheets, strict=True))
        )

    def _part(self, tree: Tree, printed: Printed, number: int, of: int) -> str:
        part = f", part {number} of {of}" if of > 1 else ""
        words = f"Flowchart: {tree.title.text}{part}. The questions, steps and outcomes say the same in words."
        image = f"#image({string(drawing_file(number))}, alt: {string(words)}, width: {printed.width}pt)"
        called = self.blocks(element("p", element("strong", f"Part {number} of {of}"))) if of > 1 else ""
        return "\n\n".join(filter(None, (called, image)))

    def ways_in(self, tree: Tree, printed: Sequence[Printed], clauses: Sequence[Quoted]) -> str:
        """Return where to begin and where the rest is: by pages, for who reads on paper."""
        start = section_id(tree, tree.start)
        page = self._address(f"trees/{tree.id}/")
        items = [self._item("Begin at ", element("a", self._places[start].title, href=f"#{start}"))]
        if clauses:
            items.append(self._item("The clauses that it rests on: ") + _on_page(_CLAUSES))
        if printed:
            items.append(self._item("The whole procedure as a picture: ") + _on_page(_PICTURE))
        elif page:
            items.append(self._item("The whole procedure as a picture: ", _address(f"{page}#picture")))
        if page:
            items.append(self._item("On the site, one question at a time: ", _address(page)))
        return f"#list({', '.join(f'[{item}]' for item in items)})"

    def _item(self, *html: str) -> str:
        return self._line(read_elements(joined(*html)))

    def _line(self, children: Iterable[Child]) -> str:
        return self._wording.write(self._marked_up.content(children))

    def _below(self, children: Iterable[Child]) -> str:
        return self._blocks.write(self._marked_up.blocks(children))


def _on_sheet(words: str, sheet: Sheet) -> str:
    if sheet is Sheet.AMONG_WORDS:
        return f"#whole[{words}]"
    return f"#page({_MARGIN}, flipped: {'true' if sheet is Sheet.TURNED else 'false'})[{words}]"


def _is_short(section: Element) -> bool:
    """Return whether a node is kept on one page. A table may need a page of its own."""
    lines = [child for child in section.within() if child.tag in ("p", "li", "h3", "h4", "summary")]
    has_table = any(child.tag == "table" for child in section.within())
    return not has_table and sum(1 + len(line.words) // _IN_A_LINE for line in lines) <= _SHORT


def _on_page(name: str) -> str:
    return f"#on-page({string(name)});"


def _address(address: str) -> Html:
    return element("a", address, href=address)
