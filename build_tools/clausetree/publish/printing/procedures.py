"""A procedure as one document to print or to send: a tagged PDF of all that its page says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from clausetree.publish.files.cache import Cache
from clausetree.publish.files.earlier_site import Place
from clausetree.publish.printing.documents import Edition, Press, RefusedDocumentError, in_threads
from clausetree.render.pages.tree_page import document_path
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A procedure, and what is printed with it.

    `digest` is that of the procedure as browsers are sent it, `drawings` the SVG of each part of its picture,
    `notice` HTML that stands above it, or "", and `language` that of the site.
    """

    procedure: Procedure
    digest: str
    drawings: tuple[str, ...]
    notice: str
    language: str


def write_procedures(every: Iterable[ToPrint], address: str, site: Path, cache: Cache, place: Place) -> None:
    """Write the document of every procedure into `site`. What `cache` holds is not made again.

    `address` is the site's own, or "": then links to its pages are left as words.

    Raises `RefusedDocumentError`, which names the tree, where Typst refuses.
    """
    press = Press(site, cache, place)

    def write(one: ToPrint) -> None:
        tree = one.procedure.tree
        made_from = (one.digest, *one.drawings, one.notice, one.language, address)
        press.put(document_path(tree), f"{tree.id}.tree", *made_from, make=lambda: to_pdf(one, address))

    in_threads(write, every)


def to_pdf(one: ToPrint, address: str) -> bytes:
    """Return the document, without the drawing where that has words which Typst sets among others alone.

    In drawings it knows no letters that are joined as those of Hindi are. Raises `RefusedDocumentError`.
    """
    try:
        return _edition(one, one.drawings, address).to_pdf()
    except RefusedDocumentError:
        return _edition(one, (), address).to_pdf()


def _edition(one: ToPrint, drawings: tuple[str, ...], address: str) -> Edition:
    # A build that finds every document made has no use for what writes their sources.
    from clausetree.render.typst.parts import drawing_file  # noqa: PLC0415
    from clausetree.render.typst.procedure import Beside, to_document  # noqa: PLC0415

    beside = Beside(drawings, one.notice, one.language)
    document = to_document(one.procedure, beside, lambda href: _whole(href, address))
    files = {drawing_file(number): svg.encode() for number, svg in enumerate(document.drawings, 1)}
    return Edition(document.source, files)


def _whole(href: str, address: str) -> str:
    """Return the whole address of a link, or "". What has no scheme leads on from the root of the site."""
    if href.startswith(("https:", "http:", "mailto:", "tel:")):
        return href
    return urljoin(address, href) if address else ""
