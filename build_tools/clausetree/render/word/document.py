"""A policy as the parts of a Word document: a pure function of its document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausetree.policy.policy import Policy
from clausetree.render.word.changed import Marks
from clausetree.render.word.flattened import flattened
from clausetree.render.word.head import head_of
from clausetree.render.word.lines import Line, Lines, Piece
from clausetree.render.word.merged import Pair, merged, unchanged
from clausetree.render.word.numbering import Numbering
from clausetree.render.word.numbering_part import numbering_part
from clausetree.render.word.paragraphs import Writer
from clausetree.render.word.pictures import Shown, shown
from clausetree.render.word.related import Related, relationships
from clausetree.render.word.styles import styles_part
from clausetree.render.word.xml import RELATED, part, tag, val, words

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What Word knows a document's own properties by."""
_BULLETS = 20_000
"""The number of the list of bullets: no policy has as many others."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version that a policy is held against, and the day on which that is done, as in 2026-11-30."""

    policy: Policy
    day: str


def to_word(
    policy: Policy,
    address: Callable[[str], str],
    pictures: Mapping[str, bytes],
    earlier: Earlier | None = None,
) -> dict[str, bytes]:
    """Return the parts by their names, in the order in which they are packed.

    `pictures` are what the sources of pictures hold; the words of others stand in their place. With `earlier`,
    what changed since is tracked.
    """
    found = ((source, shown(at + 1, content)) for at, (source, content) in enumerate(pictures.items()))
    there = {source: picture for source, picture in found if picture}
    now = _with_head(policy, flattened(policy, address, there))
    was = _with_head(earlier.policy, flattened(earlier.policy, address, there)) if earlier else None
    pairs = merged(was.pieces, now.pieces) if was else unchanged(now.pieces)
    numbering = Numbering(2 if was else 1)
    marks = Marks(policy.owner or policy.title, earlier.day if earlier else "")
    related, of_notes = Related(there), Related(there)
    writer = Writer(numbering, marks, related, _BULLETS)
    body = "".join([*writer.body(pairs), _page()])
    related.add("styles", "styles.xml")
    related.add("numbering", "numbering.xml")
    related.add("settings", "settings.xml")
    parts = {
        "[Content_Types].xml": _types(there.values(), has_notes=bool(writer.notes)),
        "_rels/.rels": relationships(_roots()),
        "docProps/core.xml": _core(policy),
        "docProps/custom.xml": _custom(policy),
        "word/document.xml": part("w:document", tag("w:body", body)),
        "word/styles.xml": styles_part(policy.language),
        "word/settings.xml": _settings(has_notes=bool(writer.notes)),
        "word/numbering.xml": numbering_part(numbering, _BULLETS),
    }
    if writer.notes:
        related.add("footnotes", "footnotes.xml")
        writer.related = of_notes
        parts["word/footnotes.xml"] = _notes(writer, now, was)
        parts["word/_rels/footnotes.xml.rels"] = of_notes.part()
    parts["word/_rels/document.xml.rels"] = related.part()
    return parts | {f"word/{picture.name}": picture.content for picture in there.values()}


def _with_head(policy: Policy, lines: Lines) -> Lines:
    """The table stands below the title."""
    pieces: Sequence[Piece] = lines.pieces
    first = next(iter(pieces), None)
    titled = isinstance(first, Line) and first.style == "Title"
    return Lines((*pieces[:titled], *head_of(policy), *pieces[titled:]), lines.notes)


def _notes(writer: Writer, now: Lines, was: Lines | None) -> bytes:
    apart = (("separator", -1), ("continuationSeparator", 0))
    made = [
        tag("w:footnote", tag("w:p", tag("w:r", tag(f"w:{kind}"))), w_type=kind, w_id=at) for kind, at in apart
    ]
    sign = tag("w:r", tag("w:rPr", val("w:rStyle", "FootnoteReference")), tag("w:footnoteRef"))
    space = tag("w:r", tag("w:t", " ", xml_space="preserve"))
    for (anchor, is_gone), number in writer.notes.items():
        before = was.notes.get(anchor, ()) if was else ()
        pairs = unchanged(before) if is_gone else _note_pairs(before, now.notes[anchor])
        lines = [writer.paragraph(pair, "" if at else sign + space) for at, pair in enumerate(pairs)]
        made.append(tag("w:footnote", *(lines or [tag("w:p", sign)]), w_id=number))
    return part("w:footnotes", *made)


def _note_pairs(was: Sequence[Line], now: Sequence[Line]) -> Sequence[Pair]:
    """A note that is new is so by its mark."""
    if not was:
        return unchanged(now)
    if len(was) == len(now):
        return [Pair(one, other) for one, other in zip(was, now, strict=True)]
    return merged(was, now)


def _page() -> str:
    size = tag("w:pgSz", w_w=11906, w_h=16838)
    return tag(
        "w:sectPr",
        size,
        tag(
            "w:pgMar",
            w_top=1134,
            w_right=1304,
            w_bottom=1134,
            w_left=1304,
            w_header=567,
            w_footer=567,
            w_gutter=0,
        ),
    )


def _settings(*, has_notes: bool) -> bytes:
    notes = tag("w:footnotePr", tag("w:footnote", w_id=-1), tag("w:footnote", w_id=0)) if has_notes else ""
    newest = tag(
        "w:compatSetting",
        w_name="compatibilityMode",
        w_uri="http://schemas.microsoft.com/office/word",
        w_val=15,
    )
    return part("w:settings", notes, tag("w:compat", newest))


def _types(pictures: Iterable[Shown], *, has_notes: bool) -> bytes:
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


def _roots() -> Iterator[tuple[str, str, bool]]:
    yield f"{RELATED}/officeDocument", "word/document.xml", False
    yield _PACKAGE, "docProps/core.xml", False
    yield f"{RELATED}/custom-properties", "docProps/custom.xml", False


def _core(policy: Policy) -> bytes:
    said = {"dc:title": policy.title, "dc:creator": policy.owner, "dc:language": policy.language}
    return part(
        "cp:coreProperties",
        *(tag(name, words(value)) for name, value in said.items() if value),
        xmlns_cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
    )


def _custom(policy: Policy) -> bytes:
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
