"""What else a document has besides its numbers."""

from __future__ import annotations

import re

import pytest

from clausetree.importing.blocks import WIDE, Bullet, Cell, Heading, Note, Paragraph, Table, plain
from clausetree.importing.documents import Taken, read_file
from clausetree.importing.imported import imported
from clausetree.importing.remarks import Kind
from clausetree.policy.document import Break, Foreign, Link, Mark, Marked, NoteMark, Picture, Text
from tests.importing.open_document.flat import FOLDER, packed

_PNG = b"\x89PNG\r\n\x1a\n"
_FLAT = re.sub(
    rb"<draw:image>.*?</draw:image>",
    b'<draw:image xlink:href="Pictures/a.png"/>',
    (FOLDER / "parts.fodt").read_bytes(),
    flags=re.DOTALL,
)


@pytest.fixture(scope="module")
def taken() -> Taken:
    return read_file("policy.odt", packed(_FLAT, **{"Pictures/a.png": _PNG}))


def _told(taken: Taken, kind: Kind) -> list[str]:
    return [remark.words for remark in taken.remarks if remark.kind is kind]


def _paragraph(taken: Taken, begins: str) -> Paragraph:
    return next(
        block
        for block in taken.blocks
        if isinstance(block, Paragraph) and plain(block.words).startswith(begins)
    )


def test_the_title_and_the_headings_are_known(taken: Taken) -> None:
    headings = [block for block in taken.blocks if isinstance(block, Heading)]
    assert [(heading.level, plain(heading.words)) for heading in headings] == [
        (0, "Key policy"),
        (1, "Purpose"),
    ]


def test_blanks_tabs_and_line_breaks_are_kept_as_they_are_seen(taken: Taken) -> None:
    assert _paragraph(taken, "Words in").words == (
        Text(f"Words in a row, and{WIDE}a tab, and a line"),
        Break(hard=True),
        Text("that is broken."),
    )


def test_words_are_set_apart_as_they_look(taken: Taken) -> None:
    assert _paragraph(taken, "Bold").words == (
        Marked(Mark.STRONG, (Text("Bold"),)),
        Text(" and "),
        Marked(Mark.STRONG, (Marked(Mark.EMPHASIS, (Text("both"),)),)),
        Text(" words, H"),
        Marked(Mark.SUBSCRIPT, (Text("2"),)),
        Text("O, m"),
        Marked(Mark.SUPERSCRIPT, (Text("2"),)),
        Text(", and no more."),
    )
    assert _paragraph(taken, "All of this").words == (Marked(Mark.STRONG, (Text("All of this is bold"),)),)


def test_notes_stand_behind_all_else_and_their_marks_where_they_were(taken: Taken) -> None:
    marked = _paragraph(taken, "A note").words
    assert marked == (
        Text("A note"),
        NoteMark("1", 0, 0),
        Text(" and an endnote"),
        NoteMark("2", 0, 0),
        Text("."),
    )
    assert list(taken.blocks)[-2:] == [
        Note("1", (Paragraph("", (Text("What the note says."),)),)),
        Note("2", (Paragraph("", (Text("What the endnote says."),)),)),
    ]


def test_references_lead_to_the_places_that_they_name(taken: Taken) -> None:
    links = {
        plain(link.content): link.href for link in _paragraph(taken, "See").words if isinstance(link, Link)
    }
    assert links["the list of keys"] == "https://example.org/keys"
    keys = {
        block.key: plain(block.words)
        for block in taken.blocks
        if isinstance(block, Heading | Paragraph) and block.key
    }
    assert keys[links["1.1"][1:]] == "On you."
    assert keys[links["Keep the key."][1:]] == "Keep the key."
    assert keys[links["our purpose"][1:]] == "Purpose"


def test_a_reference_whose_number_is_another_by_now_is_told() -> None:
    taken = read_file(
        "policy.odt", packed(_FLAT.replace(b">1.1</text:bookmark-ref>", b">1.4</text:bookmark-ref>"))
    )
    assert [(one.words, one.more) for one in taken.remarks if one.kind is Kind.STALE] == [("1.4", "1.1")]


def test_a_table_keeps_its_heads_and_its_joined_cells(taken: Taken) -> None:
    table = next(block for block in taken.blocks if isinstance(block, Table))

    def cell(words: str, columns: int = 1, rows: int = 1) -> Cell:
        return Cell((Paragraph("", (Text(words),)),), columns, rows)

    assert table.heads == 1
    assert table.rows[:2] == (
        (cell("After"), cell("Who"), cell("What")),
        (cell("One hour", rows=2), cell("The office calls", columns=2)),
    )
    assert [getattr(block, "label", "") for block in table.rows[2][1].blocks] == ["1.", "2."]


def test_a_text_box_stands_behind_its_paragraph(taken: Taken) -> None:
    at = list(taken.blocks).index(_paragraph(taken, "A box"))
    assert taken.blocks[at + 1] == Paragraph("", (Text("stands in a box."),))
    assert _told(taken, Kind.BOX) == ["stands in a box."]


def test_a_picture_has_its_words(taken: Taken) -> None:
    picture = Picture("picture-1.png", "A key. It hangs on a hook")
    assert picture in _paragraph(taken, "A picture").words
    assert taken.pictures == {"picture-1.png": _PNG}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.CONTENTS, ["Contents", "1. Purpose\t1"]),
        (Kind.HIDDEN, ["hidden words", "In a hidden section."]),
        (Kind.COMMENT, ["Which key?"]),
        (Kind.RUNNING, ["Key policy, version 2", "Printed copies are not controlled"]),
    ],
)
def test_what_is_left_out_is_told(taken: Taken, kind: Kind, words: list[str]) -> None:
    assert _told(taken, kind) == words


def test_properties_are_taken() -> None:
    meta = b"<office:meta><dc:title>Key policy</dc:title></office:meta><office:styles>"
    taken = read_file("policy.odt", packed(_FLAT.replace(b"<office:styles>", meta, 1)))
    assert taken.properties == {"title": "Key policy"}


def test_a_list_without_a_style_has_bullets() -> None:
    items = b"<text:list-item><text:p>Keys</text:p></text:list-item>"
    body = b"<office:text><text:list>" + items + b"</text:list></office:text>"
    flat = re.sub(rb"<office:text>.*</office:text>", body, _FLAT, flags=re.DOTALL)
    assert read_file("policy.odt", packed(flat)).blocks == [Bullet((Text("Keys"),), 0)]


def test_no_word_is_lost_on_the_way_to_markdown(taken: Taken) -> None:
    made = imported(taken.blocks, "keys", taken.properties, taken.pictures, taken.remarks)
    assert not [remark for remark in made.remarks if remark.kind in (Kind.MISSING, Kind.LOST)]
    assert "[^1]: What the note says." in made.body


def test_what_word_wrote_comes_through_libreoffice() -> None:
    taken = read_file("policy.odt", (FOLDER / "word-parts.odt").read_bytes())
    see = next(block for block in taken.blocks if isinstance(block, Paragraph) and block.label == "1.2")
    kept = next(block for block in taken.blocks if isinstance(block, Paragraph) and block.label == "1.1")
    assert see.words == (
        Text("See "),
        Link(f"#{kept.key}", (Text("1.1"),)),
        Text(" first"),
        NoteMark("1", 0, 0),
        Text(", always."),
    )
    assert taken.blocks[-1] == Note("1", (Paragraph("", (Text("A note with words."),)),))
    assert _told(taken, Kind.COMMENT) == ["Is this right?"]


def test_the_language_of_words_is_that_of_their_style() -> None:
    words = '<style:text-properties fo:language="{}" fo:country="{}"/>'
    said = f'<style:style style:name="{{}}" style:family="{{}}">{words}</style:style>'
    styles = (
        f'<style:default-style style:family="paragraph">{words.format("en", "GB")}</style:default-style>'
        + said.format("Cy", "paragraph", "cy", "none")
        + said.format("En", "text", "en", "US")
        + said.format("Fr", "text", "fr", "FR")
    )
    body = (
        '<text:p>See <text:span text:style-name="Fr">ici</text:span>'
        '<text:span text:style-name="En"> there</text:span></text:p>'
        '<text:p text:style-name="Cy">Rhaid <text:span text:style-name="En">ring</text:span> heno</text:p>'
    )
    flat = re.sub(
        rb"<office:text>.*</office:text>", f"<office:text>{body}</office:text>".encode(), _FLAT, flags=re.DOTALL
    )
    taken = read_file(
        "policy.odt", packed(flat.replace(b"<office:styles>", b"<office:styles>" + styles.encode(), 1))
    )
    english = Foreign("en-US", (Text("ring"),))
    assert taken.properties["language"] == "en-GB"
    assert [block.words for block in taken.blocks if isinstance(block, Paragraph)] == [
        (Text("See "), Foreign("fr-FR", (Text("ici"),)), Foreign("en-US", (Text(" there"),))),
        (Foreign("cy", (Text("Rhaid "), english, Text(" heno"))),),
    ]
