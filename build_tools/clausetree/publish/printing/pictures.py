"""The pictures of procedures to take away: a PDF with links, and a PNG of each part, which any program shows.

Typst sets the drawings that pages show, whichever Graphviz drew them. PDFium, which is quicker at it, makes a
bitmap of each page.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Final

from clausetree.publish.files.cache import Cache, program
from clausetree.publish.files.earlier_site import Place
from clausetree.publish.printing.documents import STANDARD, Edition, RefusedDocumentError, in_threads
from clausetree.publish.printing.fonts import made_with
from clausetree.render.pages.tree_page import Downloads, drawing_path, picture_path
from clausetree.tree.model import Tree

_PER_INCH = 200
"""Dots. A picture that a printer makes fit on A4 has 300 of them in an inch."""
_PER_METRE = round(_PER_INCH / 0.0254)
_POINTS_PER_INCH = 72
_GREY, _BITS = 0, 8
_ONE_AT_A_TIME: Final = Lock()
"""PDFium makes one page at a time."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The files of a picture: the PDF, and the PNG of each part; none where its words cannot be printed."""

    pdf: Path
    pngs: tuple[Path, ...]

    def sizes(self) -> Downloads:
        """Return how large they are."""
        return Downloads(self.pdf.stat().st_size, tuple(png.stat().st_size for png in self.pngs))

    def put(self, tree: Tree, site: Path, place: Place) -> None:
        """Put them into the site."""
        target = site / picture_path(tree)
        target.parent.mkdir(parents=True, exist_ok=True)
        place(self.pdf, target)
        for number, png in enumerate(self.pngs, 1):
            place(png, site / drawing_path(tree, number, "png"))


def make_pictures(
    drawn: Iterable[tuple[Tree, tuple[str, ...]]], address: str, language: str, cache: Cache
) -> dict[str, Pictures]:
    """Return the files of the pictures of trees, by their ids. Those that `cache` holds are not made again.

    `drawn` is each tree with the SVG of the parts of its drawing. `address` is the site's own, or "": then
    links lead on from where the PDF stands on the site.
    """
    made: dict[str, Pictures] = {}

    def make(one: tuple[Tree, tuple[str, ...]]) -> None:
        files = _pictures_of(*one, address, language, cache)
        if files:
            made[one[0].id] = files

    in_threads(make, drawn)
    return made


def _pictures_of(
    tree: Tree, drawings: tuple[str, ...], address: str, language: str, cache: Cache
) -> Pictures | None:
    """Return the files of one picture; None where there is none."""
    if not drawings:
        return None
    page = f"{address}trees/{tree.id}/" if address else "./"

    def make(folder: Path) -> None:
        # A build that finds every picture made has no use for what writes their sources.
        from clausetree.render.tree.picture.svg import title_of  # noqa: PLC0415
        from clausetree.render.typst.picture import to_pictures  # noqa: PLC0415

        try:
            pdf = Edition(*to_pictures(tree, drawings, page, language)).to_pdf()
        except RefusedDocumentError:  # as with the drawing in a procedure's document
            return
        (folder / "picture.pdf").write_bytes(pdf)
        for number, png in enumerate(_pngs(pdf, [title_of(tree, n) for n in range(1, len(drawings) + 1)]), 1):
            (folder / f"{number}.png").write_bytes(png)

    versions = (program(), made_with(), STANDARD, version("pypdfium2"))
    folder = cache.directory("pictures", *versions, tree.title.text, language, page, *drawings, make=make)
    pngs = tuple(folder / f"{number}.png" for number in range(1, len(drawings) + 1))
    pdf = folder / "picture.pdf"
    return Pictures(pdf, pngs) if pdf.is_file() else None


def _pngs(pdf: bytes, titles: list[str]) -> Iterator[bytes]:
    """Yield the pages as bitmaps in shades of grey."""
    import pypdfium2  # noqa: PLC0415  it brings a library of its own

    for number, title in enumerate(titles):
        with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
            bitmap = document[number].render(scale=_PER_INCH / _POINTS_PER_INCH, grayscale=True)
            width, height, stride, pixels = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
        lines = b"".join(b"\0" + pixels[at : at + width] for at in range(0, height * stride, stride))
        head = struct.pack(">IIBBBBB", width, height, _BITS, _GREY, 0, 0, 0)
        size = struct.pack(">IIB", _PER_METRE, _PER_METRE, 1)
        yield b"\x89PNG\r\n\x1a\n" + b"".join(
            (
                _chunk(b"IHDR", head),
                _chunk(b"pHYs", size),
                _chunk(b"iTXt", b"Title\0\0\0\0\0" + title.encode()),
                _chunk(b"IDAT", zlib.compress(lines)),
                _chunk(b"IEND", b""),
            )
        )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
