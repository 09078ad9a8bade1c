"""Automatic numbers, worked out by hand from ECMA-376 part 1, 17.9."""

from __future__ import annotations

import pytest

from clausetree.importing.blocks import spoken
from clausetree.importing.html.read import read_page
from clausetree.importing.word.read import read_word

from .documents import USUAL, docx, level, numbered, numbering, paragraph

LEGAL = (level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman"))


def printed(body: str, definitions: str, styles: str = "") -> list[str]:
    """The paragraphs of a document, with their numbers."""
    read = read_word(docx(body, {"numbering": definitions, "styles": USUAL + styles}))
    return [spoken(block) for block in read_page(read.page)]


def test_levels_count_on_and_begin_anew_below_the_next_of_those_above() -> None:
    body = "".join(
        numbered(words, at)
        for words, at in (("A", 0), ("B", 1), ("C", 1), ("D", 2), ("E", 2), ("F", 0), ("G", 1))
    )
    assert printed(body, numbering(*LEGAL)) == ["1. A", "1.1 B", "1.2 C", "(a) D", "(b) E", "2. F", "2.1 G"]


@pytest.mark.parametrize(
    ("form", "start", "first", "second"),
    [
        ("decimal", 9, "9", "10"),
        ("decimalZero", 9, "09", "10"),
        ("upperRoman", 8, "VIII", "IX"),
        ("lowerRoman", 39, "xxxix", "xl"),
        ("upperLetter", 26, "Z", "AA"),
        ("lowerLetter", 27, "aa", "bb"),
        ("ordinal", 1, "1st", "2nd"),
        ("ordinal", 11, "11th", "12th"),
        ("ordinal", 21, "21st", "22nd"),
        ("cardinalText", 1, "One", "Two"),
        ("cardinalText", 20, "Twenty", "Twenty-one"),
        ("ordinalText", 1, "First", "Second"),
        ("ordinalText", 20, "Twentieth", "Twenty-first"),
        ("numberInDash", 1, "- 1 -", "- 2 -"),
        ("decimalEnclosedCircle", 1, "①", "②"),
        ("russianLower", 2, "б", "в"),
    ],
)
def test_counts_are_written_in_their_format(form: str, start: int, first: str, second: str) -> None:
    found = printed(numbered("A") + numbered("B"), numbering(level(0, "%1", form, start=start)))
    assert found == [f"{first} A", f"{second} B"]


def test_a_format_of_the_documents_own_fills_up_with_zeros() -> None:
    form = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    known = '<w:numFmt w:val="decimal"/>'
    name = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    either = f'<mc:Choice Requires="w14">{form}</mc:Choice><mc:Fallback>{known}</mc:Fallback>'
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/>'
        f'<mc:AlternateContent xmlns:mc="{name}">{either}</mc:AlternateContent><w:lvlText w:val="R%1"/></w:lvl>'
    )
    assert printed(numbered("A") + numbered("B"), numbering(own)) == ["R007 A", "R008 B"]


def test_a_legal_level_has_figures_alone() -> None:
    levels = (level(0, "Article %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    body = numbered("A") + numbered("B") + numbered("C", 1)
    assert printed(body, numbering(*levels)) == ["Article I A", "Article II B", "2.1 C"]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    levels = (level(0, "Part %1", "upperLetter"), level(1, "%2.", more='<w:lvlRestart w:val="0"/>'))
    body = "".join((numbered("A"), numbered("B", 1), numbered("C", 1), numbered("D"), numbered("E", 1)))
    assert printed(body, numbering(*levels)) == ["Part A A", "1. B", "2. C", "Part B D", "3. E"]


def test_a_level_begins_anew_only_below_the_level_that_it_names() -> None:
    """17.9.10: begun by the first level alone, the third counts on below each of the second."""
    levels = (level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(
        numbered(words, at)
        for words, at in (("A", 0), ("B", 1), ("C", 2), ("D", 1), ("E", 2), ("F", 0), ("G", 2))
    )
    assert printed(body, numbering(*levels)) == ["1. A", "1.1 B", "(1) C", "1.2 D", "(2) E", "2. F", "(1) G"]


def test_a_list_that_says_so_begins_at_its_own_number_and_others_go_on() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join((numbered("A"), numbered("B", number=2), numbered("C", number=3), numbered("D", number=3)))
    assert printed(body, numbering(level(0, "%1."), more=more)) == ["1. A", "2. B", "1. C", "2. D"]


def test_a_style_numbers_its_paragraphs_and_number_zero_takes_that_back() -> None:
    levels = (
        level(0, "%1", more='<w:pStyle w:val="Clause"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="Sub"/>'),
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name in ("Clause", "Sub")
    )
    body = "".join(
        (
            paragraph("A", '<w:pStyle w:val="Clause"/>'),
            paragraph("B", '<w:pStyle w:val="Sub"/>'),
            paragraph("C", '<w:pStyle w:val="Sub"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            paragraph("D", '<w:pStyle w:val="Sub"/>'),
        )
    )
    assert printed(body, numbering(*levels), styles) == ["1 A", "1.1 B", "C", "1.2 D"]


def test_a_list_style_lends_its_levels() -> None:
    definitions = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Ours"/>{level(0, "Rule %1:")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Ours"><w:name w:val="Ours"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert printed(numbered("A") + numbered("B"), definitions, styles) == ["Rule 1: A", "Rule 2: B"]


def test_tables_and_typed_numbers_keep_the_order() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{numbered('B')}</w:tc></w:tr></w:tbl>"
    body = numbered("A") + cell + paragraph("7.1 typed") + numbered("C")
    assert printed(body, numbering(level(0, "%1."))) == ["1. A", "2. B", "7.1 typed", "3. C"]


def test_a_format_that_is_not_known_is_told() -> None:
    read = read_word(docx(numbered("A"), {"numbering": numbering(level(0, "%1.", "thaiLetters"))}))
    assert [(remark.kind.name, remark.words, remark.more) for remark in read.remarks] == [
        ("FORM", "1.", "thaiLetters")
    ]
