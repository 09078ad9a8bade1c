"""What Word hides, and what it has that policies have not: boxes, signs, other languages."""

from __future__ import annotations

import pytest

from clausetree.importing.blocks import Paragraph, spoken
from clausetree.importing.html.read import read_page
from clausetree.importing.word.read import read_word
from clausetree.policy.document import Link, Mark, Marked, Text

from .documents import USUAL, docx, level, numbered, numbering, paragraph
from .reading import DRAWN, html, read, run, words


def test_a_style_hides_a_paragraph() -> None:
    hides = '<w:name w:val="Draft"/><w:rPr><w:vanish/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:styleId="Draft">{hides}</w:style>'
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Shown.</w:t></w:r>'
    body = f'<w:p><w:pPr><w:pStyle w:val="Draft"/></w:pPr>{run("Hidden. ")}{shown}</w:p>{paragraph("Said.")}'
    blocks, told = read(docx(body, {"styles": USUAL + style}))
    assert words(blocks) == ["Shown.", "Said."]
    assert told == [("HIDDEN", "Hidden. ", "")]


def test_the_number_of_a_paragraph_that_is_hidden_whole_is_counted_and_not_printed() -> None:
    # LibreOffice 7.4 prints 1. A, 3. C, 5. E.
    hides = '<w:name w:val="Draft"/><w:rPr><w:vanish/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:styleId="Draft">{hides}</w:style>'
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    by_style = paragraph("b", f'<w:pStyle w:val="Draft"/>{place}{stops}')
    by_itself = f"<w:p><w:pPr>{place}<w:rPr><w:vanish/></w:rPr></w:pPr>{run('d', '<w:vanish/>')}</w:p>"
    body = numbered("A") + by_style + numbered("C") + by_itself + numbered("E")
    blocks, told = read(docx(body, {"numbering": numbering(level(0, "%1.")), "styles": USUAL + style}))
    assert words(blocks) == ["1. A", "3. C", "5. E"]
    assert [(kind, said) for kind, said, _ in told] == [("HIDDEN", "b"), ("HIDDEN", "d")]


def test_words_that_run_the_other_way_and_words_with_a_reading_are_kept() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('ka')}</w:rt><w:rubyBase>{run('fire')}</w:rubyBase></w:ruby></w:r>"
    blocks, _ = read(
        docx(f'<w:p>{run("In a ")}<w:dir w:val="rtl">{run("real ")}</w:dir>{ruby}{run(" go.")}</w:p>')
    )
    assert words(blocks) == ["In a real fire go."]


def test_boxes_say_whether_they_are_ticked() -> None:
    form = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ticked, empty = (
        f'<w:sdt {form}><w:sdtPr><w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"
        for value, sign in ((1, "☒"), (0, "☐"))
    )
    blocks, _ = read(docx(f"<w:p>{ticked}{run(' Read. ')}{empty}{run(' Not yet.')}</w:p>"))
    assert words(blocks) == ["☒ Read. ☐ Not yet."]


def test_words_do_not_run_together_at_the_end_of_a_line_or_a_tab() -> None:
    broken = f"<w:p>{run('one')}<w:r><w:cr/></w:r>{run('two')}</w:p>"
    blocks, _ = read(docx(f"{broken}<w:p>{run('three')}<w:r><w:ptab/></w:r>{run('four')}</w:p>"))
    assert [said.split() for said in words(blocks)] == [["one", "two"], ["three", "four"]]


def test_no_link_stands_in_another() -> None:
    inner = f'<w:hyperlink w:anchor="b">{run("clause 2")}</w:hyperlink>'
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> of it</w:t></w:r>'
    found = read_word(
        docx(f'<w:p><w:hyperlink w:anchor="a">{run("see ")}{inner}{run(" there")}{bold}</w:hyperlink></w:p>')
    )
    [block] = read_page(found.page)
    assert isinstance(block, Paragraph)
    assert block.words == (
        Link("#ct-a", (Text("see"),)),
        Text(" "),
        Link("#ct-b", (Text("clause 2"),)),
        Text(" "),
        Link("#ct-a", (Text("there "), Marked(Mark.STRONG, (Text("of it"),)))),
    )


@pytest.mark.parametrize(
    "table",
    [
        f"<w:tbl>{paragraph('Fees')}<w:tr><w:tc>{paragraph('£5')}</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr>{paragraph('Fees')}<w:tc>{paragraph('£5')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_words_between_the_cells_of_a_table_stand_before_it(table: str) -> None:
    blocks, _ = read(docx(table))
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table"]
    assert words(blocks)[0] == "Fees"


def test_a_text_box_is_read_once_and_stands_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    name = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    twice = (
        f'<mc:AlternateContent xmlns:mc="{name}">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    blocks, told = read(docx(f"<w:p>{run('Before')}<w:r>{twice}</w:r></w:p>{paragraph('After')}"))
    assert words(blocks) == ["Before", "In the box", "After"]
    assert told == [("BOX", "In the box", "")]


def test_hidden_text_comments_and_running_heads_are_left_out_and_told() -> None:
    body = f"<w:p>{run('Seen ')}{run('unseen', '<w:vanish/>')}</w:p>"
    comment = f'<w:comment w:id="1" w:author="Ann">{paragraph("Is this right?")}</w:comment>'
    blocks, told = read(docx(body, {"comments": comment, "header1": paragraph("OFFICIAL")}))
    assert words(blocks) == ["Seen"]
    assert set(told) == {
        ("HIDDEN", "unseen", ""),
        ("COMMENT", "Is this right?", "Ann"),
        ("RUNNING", "OFFICIAL", ""),
    }


def test_hyphens_breaks_and_signs_of_other_fonts_are_words() -> None:
    inner = (
        f"{run('e')}<w:r><w:noBreakHyphen/></w:r>{run('mail')}<w:r><w:br/></w:r>{run('co')}<w:r><w:softHyphen/></w:r>"
        f'{run("operate ")}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert words(read(docx(f"<w:p>{inner}</w:p>"))[0]) == ["e\u2011mail\ncooperate ✓"]


def test_words_in_a_cdata_section_are_words() -> None:
    # mammoth leaves them out where it reads the XML itself: findings/word-cdata-words-vanish.
    body = paragraph("Stay. ") + "<w:p><w:r><w:t><![CDATA[Call 999 & wait.]]></w:t></w:r></w:p>"
    assert words(read(docx(body))[0]) == ["Stay.", "Call 999 & wait."]


def test_a_page_that_ends_within_a_paragraph_parts_words() -> None:
    body = f'<w:p>{run("model")}<w:r><w:br w:type="page"/></w:r>{run("This")}</w:p>'
    assert words(read(docx(body))[0]) == ["model\nThis"]


def test_a_bullet_of_a_symbol_font_is_a_bullet() -> None:
    bullet = level(0, "\uf0b7", "bullet")
    found = read_word(docx(numbered("A"), {"numbering": numbering(bullet)}))
    assert 'class="bullet-0"' in html(found.page)
    assert words(list(read_page(found.page))) == ["A"]


def _in(language: str, words: str, more: str = "") -> str:
    return run(words, f'{more}<w:lang w:val="{language}"/>')


def test_the_language_of_words_is_that_of_their_run_or_of_its_styles() -> None:
    usual = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>'
        f'<w:rPr><w:lang w:val="{language}"/></w:rPr></w:style>'
        for kind, key, language in (("paragraph", "Cy", "cy-GB"), ("character", "Fr", "fr-FR"))
    )
    welsh = f"{_in('cy-GB', 'croeso ')}{_in('cy-GB', 'i bawb', '<w:b/>')}"
    arabic = run("لا تعمل وحدك", "<w:rtl/><w:lang w:val='en-GB' w:bidi='ar-SA'/>")
    body = (
        f"<w:p>{run('Say ')}{welsh}{_in('en-US', ' aloud.')}</w:p>"
        + paragraph("Rhaid ffonio", '<w:pStyle w:val="Cy"/>')
        + f"<w:p>{run('de plein droit', '<w:rStyle w:val="Fr"/>')}</w:p><w:p>{arabic}</w:p>"
    )
    taken = read_word(docx(body, {"styles": usual + USUAL + styles}))
    assert taken.properties["language"] == "en-GB"
    assert html(taken.page) == (
        '<p class="words-0">Say <span lang="cy-GB">croeso <strong>i bawb</strong></span> aloud.</p>'
        '<p class="words-0"><span lang="cy-GB">Rhaid ffonio</span></p>'
        '<p class="words-0"><span lang="fr-FR">de plein droit</span></p>'
        '<p class="words-0"><span lang="ar-SA">لا تعمل وحدك</span></p>'
    )


@pytest.mark.parametrize(
    ("inner", "words", "told"),
    [
        (
            "<m:oMathPara><m:oMath><m:r><m:t>a=</m:t></m:r><m:r><m:t>b</m:t></m:r></m:oMath></m:oMathPara>",
            "At a= b",
            ["a formula, of which these signs are left: a= b"],
        ),
        ("<w:r><w:drawing><a:graphic><c:chart/></a:graphic></w:drawing></w:r>", "At", ["a chart"]),
        ("<w:r><w:pict><v:oval/></w:pict></w:r>", "At", ["a drawn shape"]),
        ('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>', "At", []),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0FF1"/></w:r>',
            "At",
            ["the sign F0FF1 of the font Wingdings"],
        ),
        (
            "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>",
            "At",
            ["a picture that is not in the file"],
        ),
        ('<w:smartTag w:element="place"><w:smartTagPr/><w:r><w:t>Rhyl</w:t></w:r></w:smartTag>', "At Rhyl", []),
        (
            '<w:r><w:rPr><w:rStyle w:val="Nobody"/></w:rPr><w:t>once</w:t><w:br w:type="other"/></w:r>',
            "At once",
            [],
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_words_of_ours(inner: str, words: str, told: list[str]) -> None:
    blocks, remarks = read(docx(f"<w:p {DRAWN}>{run('At ')}{inner}</w:p>"))
    assert [spoken(block) for block in blocks] == [words]
    assert [said for kind, said, _ in remarks if kind == "UNREAD"] == told
