"""The page of a tree: its Markdown, and the pieces of HTML that stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from clausetree.render.html.heading import heading
from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.outline import to_outline_html
from clausetree.render.tree.picture.dot import key_of
from clausetree.render.tree.picture.svg import alone
from clausetree.render.tree.pieces import basis_sentence, prose_box
from clausetree.render.tree.sections import start_link, to_html
from clausetree.render.widget.conversation import ConversationState
from clausetree.render.widget.view import to_view
from clausetree.tree.model import Tree
from clausetree.tree.wire import Procedure, Wire


class TreePiece(Enum):
    """What a comment `<!-- PIECE: TREE -->` can put into a page. Its value is the comment's name."""

    WIDGET = "tree-widget"
    ABOUT = "tree-about"
    BASIS = "tree-basis"
    PICTURE = "tree-picture"
    LIST = "tree-list"
    SECTIONS = "tree-sections"


NOT_SEARCHED = (TreePiece.WIDGET, TreePiece.PICTURE, TreePiece.LIST)
"""The pieces that repeat the sections, which have addresses of their own."""


def page_markdown(tree: Tree) -> str:
    """Return the page of a tree, a comment standing for each piece."""
    return f"""\
---
hide: [toc]
---

{heading(tree.title.text)}

<!-- tree-about: {tree.id} -->

<!-- tree-widget: {tree.id} -->

<!-- tree-basis: {tree.id} -->

See the whole procedure: [as a picture](#picture), [as a list](#list),
[every question, step and outcome](#sections), or <a href="{tree.id}.pdf">as a PDF</a>.
{{: .no-print }}

## The whole procedure as a picture {{: #picture data-search-exclude=1 }}

<!-- tree-picture: {tree.id} -->

## The whole procedure as a list {{: #list data-search-exclude=1 }}

<!-- tree-list: {tree.id} -->

## Every question, step and outcome {{: #sections }}

<!-- tree-sections: {tree.id} -->
"""


def embed_markdown(tree: Tree) -> str:
    """Return the page that shows a tree alone, to be framed by a course."""
    return f"""\
---
title: {json.dumps(tree.title.text, ensure_ascii=False)}
template: embed.html
search:
  exclude: true
---

{heading(tree.title.text)}

<!-- tree-about: {tree.id} -->

<!-- tree-widget: {tree.id} -->

<!-- tree-basis: {tree.id} -->

<!-- tree-sections: {tree.id} -->
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands, and where its widgets find their Python.

    `root` leads from the page to the site's root and ends in a slash, or is empty. `runtime` is a
    folder from that root, and `entry` the module in it that speaks for a tree.
    """

    root: str
    runtime: str
    entry: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """How large the files of a picture are, in bytes: the PDF of all of it, and the PNG of each part."""

    pdf: int
    pngs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the pages of a tree: the parts of its drawing, its data, and its picture to take away.

    There may be no such picture.
    """

    drawing: tuple[str, ...]
    wire: Wire
    downloads: Downloads | None = None


def to_piece(piece: TreePiece, procedure: Procedure, beside: Beside, place: Place) -> Html:
    """Return one of the pieces for the page at `place`."""
    match piece:
        case TreePiece.WIDGET:
            return _widget(procedure, beside.wire.digest, place)
        case TreePiece.ABOUT:
            return prose_box(procedure, procedure.tree.about, "ct-about", place.root) or Html()
        case TreePiece.BASIS:
            return basis_sentence(procedure)
        case TreePiece.PICTURE:
            return _picture(procedure.tree, beside, place)
        case TreePiece.LIST:
            return to_outline_html(procedure.tree)
        case TreePiece.SECTIONS:
            # Open, so that nothing is hidden where no script runs; the widget's script closes it.
            summary = element("summary", "Show every question, step and outcome")
            return element("details", summary, to_html(procedure, place.root), class_="ct-fold", open=True)
        case _:
            assert_never(piece)


def on_paper(tree: Tree, place: Place) -> Html:
    """Return what is printed of a tree on a page that has its widget, and neither its list nor its sections."""
    title = element("p", element("strong", f"The whole procedure: {tree.title.text}"))
    outline = to_outline_html(tree, f"{place.root}trees/{tree.id}/")
    return element("div", title, outline, class_="ct-on-paper")


def data_path(tree: Tree) -> str:
    """Return where the tree's data stands in the site."""
    return f"trees/{tree.id}/{tree.id}.json"


def document_path(tree: Tree) -> str:
    """Return where the tree's document stands in the site."""
    return f"trees/{tree.id}/{tree.id}.pdf"


def drawing_path(tree: Tree, number: int, ending: str = "svg") -> str:
    """Return where a part of the tree's drawing stands in the site, by itself."""
    return f"trees/{tree.id}/{tree.id}{f'-{number}' if number > 1 else ''}.{ending}"


def picture_path(tree: Tree) -> str:
    """Return where the document with all of the tree's drawing stands in the site."""
    return f"trees/{tree.id}/{tree.id}-picture.pdf"


def ahead_path(tree: Tree) -> str:
    """Return where the first views of the tree's widget stand in the site."""
    return f"trees/{tree.id}/ahead.json"


def _widget(procedure: Procedure, digest: str, place: Place) -> Html:
    """Return the first view of the conversation, which the browser's Python takes over."""
    tree = procedure.tree
    first = to_view(procedure, ConversationState(), place.root)
    return element(
        "div",
        start_link(procedure, place.root),
        element("div", first.html, class_="ct-live", data_node=first.node),
        element("p", id=live_id(tree, "status"), class_="ct-status", role="status"),
        class_="ct-tree",
        data_tree=tree.id,
        data_title=tree.title.text,
        data_policy=procedure.edition.title,
        data_src=place.root + data_path(tree),
        data_ahead=place.root + ahead_path(tree),
        data_digest=digest,
        data_root=place.root,
        data_runtime=place.root + place.runtime,
        data_entry=place.entry,
    )


def _picture(tree: Tree, beside: Beside, place: Place) -> Html:
    parts = beside.drawing
    if not parts:
        return element("p", "This procedure is too large for a picture. The list says all of it.")
    name, description = f"{tree.id}--picture-name", f"{tree.id}--picture-description"
    key = joined(
        f"{key_of(tree, len(parts))} ",
        element("span", "Each box is a link, and arrow keys go from one to the next. ", class_="no-print"),
        "The list says the same in words.",
    )
    return element(
        "figure",
        element("figcaption", f"Flowchart: {tree.title.text}", id=name),
        element("p", key, id=description, class_="ct-key"),
        element("p", *_files(tree, beside, place), class_="ct-files no-print"),
        *(_part(Html(svg), number, len(parts), name, description) for number, svg in enumerate(parts, 1)),
        class_="ct-diagram",
    )


def _part(svg: Html, number: int, of: int, name: str, description: str) -> Html:
    """Return a part of a picture, which scrolls by itself where it has to."""
    part = f"{name}-{number}"
    called = element("p", f"Part {number} of {of}", id=part, class_="ct-part") if of > 1 else None
    frame = element(
        "div",
        svg,
        class_="ct-scroll",
        role="region",
        tabindex="0",
        aria_labelledby=f"{name} {part}" if of > 1 else name,
        aria_describedby=description,
    )
    return element("div", called, frame, class_="ct-page")


def _files(tree: Tree, beside: Beside, place: Place) -> Iterator[Html | str]:
    """Yield links to the files of a picture, which a phone can show by themselves and enlarge."""
    yield element(
        "span", "This screen is too narrow for the picture. The list says the same. ", class_="ct-narrow"
    )
    yield "Download this picture: "
    files = list(_named_files(tree, beside))
    for at, (called, path, size) in enumerate(files, 1):
        yield element("a", f"{called} ({_kilobytes(size)}\u00a0kB)", href=place.root + path)
        yield ", " if at < len(files) else ""


def _named_files(tree: Tree, beside: Beside) -> Iterator[tuple[str, str, int]]:
    """Yield what each file of a picture is called, where it stands in the site, and its size in bytes."""
    several = len(beside.drawing) > 1
    for number, svg in enumerate(beside.drawing, 1):
        part = f"part {number} as " if several else ""
        yield f"{part}SVG", drawing_path(tree, number), len(alone(svg, tree, number).encode())
        if beside.downloads:
            yield f"{part}PNG", drawing_path(tree, number, "png"), beside.downloads.pngs[number - 1]
    if beside.downloads:
        yield "all parts as PDF" if several else "PDF", picture_path(tree), beside.downloads.pdf


def _kilobytes(size: int) -> int:
    return max(1, round(size / 1000))
