"""A policy as one document to print or to send: a tagged PDF in which every clause can be linked to."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urljoin

from clausetree.history.policies import Policies
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.files.earlier_site import Place
from clausetree.publish.printing.fonts import fonts_for, made_with
from clausetree.publish.sources.pictures import read_pictures
from clausetree.report.lazy import lazy

STANDARD: Final = "ua-1"
"""PDF/UA-1, for readers who use a screen reader. Typst refuses to write what does not conform to it."""
_WHOLE = lazy(r"(?:https?:|mailto:|tel:)", re.IGNORECASE)
_OTHER = lazy(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PAGE = lazy(r"(?:index)?\.md(?=#|$)")


class RefusedDocumentError(Exception):
    """Typst makes no document of something. The words are its own, of one line."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a document is made of: its source, and what each file holds that it names."""

    source: str
    files: Mapping[str, bytes]

    def to_pdf(self) -> bytes:
        """Return the document. The bytes depend on nothing else: no font of the machine and no date gets in.

        Raises `RefusedDocumentError` where Typst refuses.
        """
        import typst  # noqa: PLC0415  a build that finds every document made has no use for it

        with TemporaryDirectory() as root:
            for name, content in self.files.items():
                Path(root, name.lstrip("/")).write_bytes(content)
            try:
                made: bytes = typst.compile(  # type: ignore[misc]  # its type has no word for `Fonts`
                    self.source.encode(),
                    root=root,
                    font_paths=fonts_for(self.source),
                    ignore_system_fonts=True,
                    pdf_standards=[STANDARD],
                )
            except typst.TypstError as error:
                raise RefusedDocumentError(" ".join(str(error.message).split())) from error
        return made


def document_path(policy: Policy) -> str:
    """Return where a policy's document stands in the site."""
    return f"{policy.page}{policy.id}.pdf"


def edition_of(policy: Policy, policies: Policies, address: str, docs: Path | None) -> Edition:
    """Return what the document of a policy is made of.

    `address` is the site's own, or "": then links to other pages of the site are left as words. `docs` is the
    folder that the policies were read from, in which their pictures are; where it is None, a picture's words
    stand in its place.
    """
    # A build that finds every document made has no use for what writes their sources.
    from clausetree.render.typst.document import to_typst  # noqa: PLC0415

    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for at, (source, content) in enumerate(_pictures(policy, policies, docs).items()):
        paths[source] = f"/picture-{at + 1}"
        files[paths[source]] = content
    site = urljoin(address, policy.page) if address else ""
    return Edition(to_typst(policy, lambda href: _whole(href, site), paths), files)


def _pictures(policy: Policy, policies: Policies, docs: Path | None) -> Mapping[str, bytes]:
    if docs is None or not any(lead.picture for lead in policy.document.leads):
        return {}
    return read_pictures(policy.document, docs.parent / policies.sources[policy.id].name, docs).found


def write_documents(
    policies: Policies,
    address: str,
    site: Path,
    cache: Cache,
    docs: Path | None = None,
    place: Place = copyfile,
) -> None:
    """Write the document of every policy into `site`. What `cache` holds is not made again.

    `address` and `docs` are as for `edition_of`.

    Raises `RefusedDocumentError`, which names the policy, where Typst refuses.
    """

    links = repr(sorted(policies.registry.links.items()))

    def write(policy: Policy) -> None:
        source = policies.sources[policy.id]
        pictures = _pictures(policy, policies, docs).values()
        # What the document is made of follows from these, and takes longer to make than they do to read.
        printed = " ".join(f"{clause.anchor} {clause.printed}" for clause in policy.clauses)
        made_from: tuple[str | bytes, ...] = (source.text, printed, links, policy.page, address, *pictures)
        press.put(
            document_path(policy),
            source.name,
            *made_from,
            make=lambda: edition_of(policy, policies, address, docs).to_pdf(),
        )

    press = Press(site, cache, place)
    in_threads(write, policies.registry)


@dataclass(frozen=True, slots=True)
class Press:
    """Puts documents into a site. What `cache` holds is not made again."""

    site: Path
    cache: Cache
    place: Place

    def put(self, path: str, name: str, *made_from: str | bytes, make: Callable[[], bytes]) -> None:
        """Put a document at `path` in the site, which `make` makes of these, and the program and the fonts.

        Raises `RefusedDocumentError` where Typst refuses, with the `name` of the file that it is of.
        """
        versions = (program(), made_with(), STANDARD)
        try:
            made = self.cache.file("documents", *versions, *made_from, make=make)
        except RefusedDocumentError as error:
            raise RefusedDocumentError(f"{name}: {error}") from error
        target = self.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self.place(made, target)


def in_threads[One](write: Callable[[One], None], every: Iterable[One]) -> None:
    """Write several documents at once: Typst works outside of Python's lock, and takes 20 MB."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(write, every))


def _whole(href: str, page: str) -> str:
    """Return the whole address of a link that stands on the page with the address `page`, or ""."""
    if _WHOLE.match(href):
        return href
    # The sources name files; the site has folders.
    named = _PAGE.sub("/", href).replace("//", "/")
    return urljoin(page, f"../{named}") if page and not _OTHER.match(href) else ""
