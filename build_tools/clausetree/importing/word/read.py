"""A Word document as a page with the numbers that Word prints. What else its format has, mammoth knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname
from zipfile import ZIP_STORED, ZipFile

import mammoth

from clausetree.importing.changes import Settle
from clausetree.importing.html.nodes import Element
from clausetree.importing.package import Package, open_package, read_xml
from clausetree.importing.remarks import Remark
from clausetree.importing.word.languages import STYLE
from clausetree.importing.word.mammoth_trees import between_trees
from clausetree.importing.word.names import WORD
from clausetree.importing.word.pictures import WordPictures
from clausetree.importing.word.prepare import Prepared, prepare
from clausetree.importing.word.roles import Role
from clausetree.importing.word.unread import of_library

_STYLES = (
    "p => p:fresh",
    f"r[style-name='{Role.LABEL}'] => span.label",
    f"r[style-name='{Role.CODE}'] => code",
    "strike => s",
    # Where a page ends in the middle of a paragraph, words would run together.
    "br[type='page'] => br",
    "br[type='column'] => br",
)


@dataclass(frozen=True, slots=True)
class Read:
    """A document as a page, its pictures by the names that it gives them, and what there is to be told."""

    page: Element
    pictures: dict[str, bytes]
    remarks: tuple[Remark, ...]
    properties: dict[str, str]
    package: Package
    printed: tuple[str, ...]


def read_word(data: bytes, how: Settle | None = None) -> Read:
    """Read a document. Raises NotReadError, and ChangedError where changes are tracked and `how` is None."""
    package = open_package(data)
    prepared = prepare(package, how)
    pictures = WordPictures()
    with between_trees(prepared.roots) as page:
        result = mammoth.convert_to_html(
            BytesIO(_zip(prepared)),
            style_map="\n".join((*_paths(prepared), *_STYLES)),
            include_default_style_map=False,
            include_embedded_style_map=False,
            convert_image=pictures.shown,
            ignore_empty_paragraphs=True,
            id_prefix="ct-",
        )
    unread = of_library(message.message for message in result.messages)
    return Read(
        page,
        pictures.taken,
        (*prepared.remarks, *pictures.remarks, *unread),
        {**_properties(package.parts), **({"language": prepared.language} if prepared.language else {})},
        package,
        prepared.printed,
    )


def _zip(prepared: Prepared) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, data in prepared.others.items():
            archive.writestr(name, data)
        for name in prepared.roots:
            archive.writestr(name, "")
        archive.writestr(f"{dirname(prepared.main)}/styles.xml", "".join(_styles(prepared)))
    return made.getvalue()


def _paths(prepared: Prepared) -> Iterator[str]:
    yield from (f"p[style-name='{role.style}'] => {role.path}:fresh" for role in prepared.roles)
    yield from (f"r[style-name='{STYLE}{one}'] => span[lang='{one}']" for one in prepared.languages)


def _styles(prepared: Prepared) -> Iterator[str]:
    yield f'<w:styles xmlns:w="{WORD}">'
    names = [*(("paragraph", role.style) for role in prepared.roles)]
    inner = [Role.LABEL, Role.CODE, *(f"{STYLE}{language}" for language in prepared.languages)]
    for kind, name in [*names, *(("character", name) for name in inner)]:
        yield f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
    yield "</w:styles>"


def _properties(parts: dict[str, bytes]) -> dict[str, str]:
    """Return what the document says of itself, by name; the "policy" that it was exported from is one more."""
    core, own = (
        read_xml(parts[name], name) if name in parts else ()
        for name in ("docProps/core.xml", "docProps/custom.xml")
    )
    said = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in core}
    named = {element.get("name"): "".join(element.itertext()).strip() for element in own}
    return said | ({"policy": named["Policy"]} if {"Policy", "Version"} <= named.keys() else {})
