"""What a document says of itself and of its parts, so that Word opens it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.policy.policy import Policy
from clausetree.render.word.pictures import Shown
from clausetree.render.word.related import relationships
from clausetree.render.word.xml import RELATED, part, tag, words

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What Word knows a document's own properties by."""


def settings_part(*, has_notes: bool) -> bytes:
    """Return the part of settings: the document is one of a newer Word."""
    notes = tag("w:footnotePr", tag("w:footnote", w_id=-1), tag("w:footnote", w_id=0)) if has_notes else ""
    newest = tag(
        "w:compatSetting",
        w_name="compatibilityMode",
        w_uri="http://schemas.microsoft.com/office/word",
        w_val=15,
    )
    return part("w:settings", notes, tag("w:compat", newest))


def types_part(pictures: Iterable[Shown], *, has_notes: bool) -> bytes:
    """Return the part that says what kind each part is."""
    endings = dict.fromkeys(picture.ending for picture in pictures)
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults = [tag("Default", Extension=key, ContentType=kind) for key, kind in kinds.items()]
    defaults += [tag("Default", Extension=ending, ContentType=f"image/{ending}") for ending in endings]
    word = f"{_KIND}.wordprocessingml"
    names = {
        "/word/document.xml": f"{word}.document.main+xml",
        **{f"/word/{name}.xml": f"{word}.{name}+xml" for name in ("styles", "settings", "numbering")},
        **({"/word/footnotes.xml": f"{word}.footnotes+xml"} if has_notes else {}),
        "/docProps/core.xml": _CORE,
        "/docProps/custom.xml": f"{_KIND}.custom-properties+xml",
    }
    overrides = [tag("Override", PartName=name, ContentType=kind) for name, kind in names.items()]
    return part("Types", *defaults, *overrides, xmlns=_TYPES)


def roots_part() -> bytes:
    """Return the part that says which parts there are first of all."""
    return relationships(_roots())


def _roots() -> Iterator[tuple[str, str, bool]]:
    yield f"{RELATED}/officeDocument", "word/document.xml", False
    yield _PACKAGE, "docProps/core.xml", False
    yield f"{RELATED}/custom-properties", "docProps/custom.xml", False


def core_part(policy: Policy) -> bytes:
    """Return the properties that every document has."""
    said = {"dc:title": policy.title, "dc:creator": policy.owner, "dc:language": policy.language}
    return part(
        "cp:coreProperties",
        *(tag(name, words(value)) for name, value in said.items() if value),
        xmlns_cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
    )


def custom_part(policy: Policy) -> bytes:
    """Return the properties that this document has besides."""
    said = {"Policy": policy.id, "Version": policy.version}
    entries = (
        tag("property", tag("vt:lpwstr", words(value)), fmtid=_FORMAT, pid=at + 2, name=name)
        for at, (name, value) in enumerate(said.items())
    )
    return part(
        "Properties",
        *entries,
        xmlns=f"{RELATED.rpartition('/')[0]}/custom-properties",
        xmlns_vt=f"{RELATED.rpartition('/')[0]}/docPropsVTypes",
    )
