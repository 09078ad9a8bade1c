"""A policy as the parts of a Word document: a pure function of its document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausetree.policy.policy import Policy
from clausetree.render.word.changed import Marks
from clausetree.render.word.flattened import flattened
from clausetree.render.word.head import head_of
from clausetree.render.word.lines import Line, Lines, Piece
from clausetree.render.word.merged import Pair, merged, unchanged
from clausetree.render.word.numbering import Numbering
from clausetree.render.word.numbering_part import numbering_part
from clausetree.render.word.package import core_part, custom_part, roots_part, settings_part, types_part
from clausetree.render.word.paragraphs import Writer
from clausetree.render.word.pictures import shown
from clausetree.render.word.related import Related
from clausetree.render.word.styles import styles_part
from clausetree.render.word.words import Words
from clausetree.render.word.xml import part, tag, val

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
    wording = Words(marks, related)
    writer = Writer(numbering, marks, wording, _BULLETS)
    body = "".join([*writer.body(pairs), _page()])
    related.add("styles", "styles.xml")
    related.add("numbering", "numbering.xml")
    related.add("settings", "settings.xml")
    parts = {
        "[Content_Types].xml": types_part(there.values(), has_notes=bool(wording.notes)),
        "_rels/.rels": roots_part(),
        "docProps/core.xml": core_part(policy),
        "docProps/custom.xml": custom_part(policy),
        "word/document.xml": part("w:document", tag("w:body", body)),
        "word/styles.xml": styles_part(policy.language, _styles(now, *([was] if was else []))),
        "word/settings.xml": settings_part(has_notes=bool(wording.notes)),
    }
    if wording.notes:
        related.add("footnotes", "footnotes.xml")
        wording.related = of_notes
        parts["word/footnotes.xml"] = _notes(writer, now, was)
        parts["word/_rels/footnotes.xml.rels"] = of_notes.part()
    # Notes have lists, too.
    parts["word/numbering.xml"] = numbering_part(numbering, _BULLETS)
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
    for (anchor, is_gone), number in writer.words.notes.items():
        before = was.notes.get(anchor, ()) if was else ()
        pairs = unchanged(before) if is_gone else _note_pairs(before, now.notes[anchor])
        lines = (
            [writer.paragraph(pairs[0], sign + space), *writer.body(pairs[1:])] if pairs else [tag("w:p", sign)]
        )
        made.append(tag("w:footnote", *lines, w_id=number))
    return part("w:footnotes", *made)


def _note_pairs(was: Sequence[Piece], now: Sequence[Piece]) -> Sequence[Pair]:
    """A note that is new is so by its mark."""
    if not was:
        return unchanged(now)
    if len(was) == len(now) and all(isinstance(piece, Line) for piece in (*was, *now)):
        return [Pair(one, other) for one, other in zip(was, now, strict=True)]
    return merged(was, now)


def _styles(*versions: Lines) -> Iterator[str]:
    """Yield the names of the styles that pieces have."""
    for lines in versions:
        yield from (piece.style for pieces in (lines.pieces, *lines.notes.values()) for piece in pieces)


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
