"""What Word works out or hides: fields, tracked changes, boxes, notes, hidden text."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from clausetree.importing.blocks import Block, Paragraph, spoken
from clausetree.importing.changes import ChangedError, Settle
from clausetree.importing.html.nodes import Element, Node
from clausetree.importing.html.read import read_page
from clausetree.importing.remarks import Remark
from clausetree.importing.word.read import read_word
from clausetree.policy.document import Link, Mark, Marked, Text

from .documents import USUAL, docx, level, numbered, numbering, paragraph


def read(data: bytes, how: Settle | None = None) -> tuple[list[Block], list[tuple[str, str, str]]]:
    """The blocks of a document, and what is told of it: kind, words, more."""
    found = read_word(data, how)
    return list(read_page(found.page)), [_told(remark) for remark in found.remarks]


def _told(remark: Remark) -> tuple[str, str, str]:
    return remark.kind.name, remark.words, remark.more


def html(page: Element) -> str:
    """What stands in an element, as HTML that a person can read."""

    def written(node: Node) -> str:
        if isinstance(node, str):
            return node
        said = "".join(f' {name}="{value}"' for name, value in node.attributes.items())
        return f"<{node.name}{said}>{html(node)}</{node.name}>"

    return "".join(map(written, page.children))


def words(blocks: list[Block]) -> list[str]:
    """The words of each block."""
    return [spoken(block) for block in blocks]


def run(text: str, more: str = "") -> str:
    """A run of words."""
    look = f"<w:rPr>{more}</w:rPr>" if more else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    """A field as Word writes it, by marks."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = (
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{mark.format("separate")}{result}'
    )
    return f"{mark.format('begin')}{inner}{mark.format('end')}"


BOOKMARKED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    f'<w:bookmarkStart w:id="0" w:name="_Ref1"/>{run("Target")}<w:bookmarkEnd w:id="0"/></w:p>'
)


def test_a_cross_reference_keeps_its_words_and_leads_to_its_clause() -> None:
    body = (
        numbered("First")
        + BOOKMARKED
        + f"<w:p>{run('See ')}{field('REF _Ref1 \\r \\h', run('2'))}{run('.')}</w:p>"
    )
    found = read_word(docx(body, {"numbering": numbering(level(0, "%1."))}))
    assert words(list(read_page(found.page))) == ["1. First", "2. Target", "See 2."]
    assert '<a href="#ct-_Ref1">2</a>' in html(found.page)
    assert not found.remarks


def test_a_link_around_a_bookmark_stays_one() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="back"/><w:bookmarkEnd w:id="0"/>'
    body = (
        f'<w:p>{run("Rest well.")}<w:hyperlink w:anchor="note">{mark}{run("1")}</w:hyperlink></w:p>'
        f'<w:p><w:bookmarkStart w:id="1" w:name="note"/>{run("At home.")}<w:bookmarkEnd w:id="1"/></w:p>'
    )
    found = read_word(docx(body))
    [marked, _] = read_page(found.page)
    assert isinstance(marked, Paragraph)
    assert marked.words == (Text("Rest well."), Link("#ct-note", (Text("1"),)))
    assert marked.key == "ct-back"


_END_DELETED = '<w:pPr><w:rPr><w:del w:id="9" w:author="A"/></w:rPr></w:pPr>'
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('Key')}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Before a table, at the end of the document, and at that of a cell, there is nothing to go on in.
        (f"<w:p>{_END_DELETED}{run('Never alone.')}</w:p>{TABLE}", ["Never alone.", "Key"]),
        (f"{paragraph('First.')}<w:p>{_END_DELETED}{run('Last.')}</w:p>", ["First.", "Last."]),
        (f"<w:tbl><w:tr><w:tc><w:p>{_END_DELETED}{run('Rule')}</w:p></w:tc></w:tr></w:tbl>", ["Rule"]),
        # What Word writes between paragraphs is no end of one.
        (
            f'<w:p>{_END_DELETED}{run("One ")}</w:p><w:bookmarkEnd w:id="0"/>{paragraph("two.")}',
            ["One two."],
        ),
    ],
)
def test_words_stay_where_the_end_of_their_paragraph_is_taken_out(body: str, expected: list[str]) -> None:
    blocks, _ = read(docx(body), Settle.ACCEPT)
    assert words(blocks) == expected


def _tracked(mark: str, where: str) -> str:
    """A table whose second row, or the second cell of that, was put in or taken out."""
    said = f'<w:{mark} w:id="1" w:author="A"/>'
    row = f"<w:trPr>{said}</w:trPr>" if where == "row" else ""
    cell = f"<w:tcPr>{said}</w:tcPr>" if where == "cell" else ""
    first = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    second = f"<w:tr>{row}<w:tc>{paragraph('c')}</w:tc><w:tc>{cell}{paragraph('d')}</w:tc></w:tr>"
    return f"<w:tbl>{first}{second}</w:tbl>"


@pytest.mark.parametrize(
    ("mark", "where", "change", "accepted", "rejected"),
    [
        ("ins", "row", (True, "c d", "c d"), "a b c d", "a b"),
        ("del", "row", (False, "c d", "c d"), "a b", "a b c d"),
        ("cellIns", "cell", (True, "d", "c d"), "a b c d", "a b c"),
        ("cellDel", "cell", (False, "d", "c d"), "a b c", "a b c d"),
    ],
)
def test_tracked_rows_and_cells_are_asked_about(
    mark: str, where: str, change: tuple[bool, str, str], accepted: str, rejected: str
) -> None:
    document = docx(_tracked(mark, where))
    with pytest.raises(ChangedError) as raised:
        read(document)
    assert [(one.added, one.words, one.around) for one in raised.value.found] == [change]
    for how, expected in ((Settle.ACCEPT, accepted), (Settle.REJECT, rejected)):
        blocks, told = read(document, how)
        assert " ".join(words(blocks)).replace("|", " ").split() == expected.split()
        assert [(kind, said) for kind, said, _ in told] == [("CHANGE", change[1])]


def test_another_level_of_a_list_is_asked_about_and_another_look_is_not() -> None:
    lists = {"numbering": numbering(level(0, "%1."), level(1, "%1.%2"))}
    place = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'

    def changed(former: str) -> bytes:
        was = f'<w:pPrChange w:id="1" w:author="A"><w:pPr>{former}</w:pPr></w:pPrChange>'
        return docx(f"{numbered('A')}<w:p><w:pPr>{place.format(1)}{was}</w:pPr>{run('B')}</w:p>", lists)

    document = changed(place.format(0))
    with pytest.raises(ChangedError) as raised:
        read(document)
    assert [(one.words, one.around) for one in raised.value.found] == [("¶ in this list or style", "B")]
    assert words(read(document, Settle.ACCEPT)[0]) == ["1. A", "1.1 B"]
    assert words(read(document, Settle.REJECT)[0]) == ["1. A", "2. B"]
    assert words(read(changed(f'{place.format(1)}<w:jc w:val="center"/>'))[0]) == ["1. A", "1.1 B"]


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


def test_notes_are_found_by_what_names_them() -> None:
    notes = '<w:footnote w:id="9"><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote>'
    document = docx(f'<w:p>{run("Word")}<w:r><w:footnoteReference w:id="9"/></w:r></w:p>', {"footnotes": notes})
    renamed = BytesIO()
    with ZipFile(BytesIO(document)) as usual, ZipFile(renamed, "w") as other:
        for name in usual.namelist():
            part = usual.read(name).replace(b"footnotes.xml", b"footnotes2.xml")
            other.writestr(name.replace("footnotes.xml", "footnotes2.xml"), part)
    for data in (document, renamed.getvalue()):
        blocks, told = read(data)
        assert words(blocks)[0].startswith("Word")
        assert words(blocks)[-1] == "The note."
        assert not told


def test_what_is_no_word_goes_on_with_its_paragraph_and_is_asked_about() -> None:
    formula = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    body = f"<w:p {_DRAWN}>{_END_DELETED}{formula}</w:p>{paragraph(' holds.')}"
    assert words(read(docx(body), Settle.ACCEPT)[0]) == ["a=b holds."]
    sign = '<w:del w:id="1" w:author="A"><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:del>'
    with pytest.raises(ChangedError) as raised:
        read(docx(f"<w:p>{run('Yes ')}{sign}</w:p>"))
    assert [(one.added, one.words) for one in raised.value.found] == [(False, "something that is no word")]


def test_rows_in_a_control_are_settled_too_and_told_once() -> None:
    gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>b</w:delText></w:r></w:del>'
    marked = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    row = f"<w:tr>{marked}<w:tc><w:p>{_END_DELETED}{gone}</w:p></w:tc></w:tr>"
    control = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr>{control}</w:tbl>"
    document = docx(table)
    for how, expected in ((Settle.ACCEPT, ["a"]), (Settle.REJECT, ["a b"])):
        blocks, told = read(document, how)
        assert [" ".join(said.replace("|", " ").split()) for said in words(blocks)] == expected
        assert [(kind, said) for kind, said, _ in told] == [("CHANGE", "b")]


def test_what_names_something_that_is_not_in_the_file_is_told_and_its_words_stay() -> None:
    link = f'<w:hyperlink r:id="gone">{run("the form")}</w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    drawn = '<w:r><w:pict><v:shape><v:imagedata r:id="gone"/></v:shape></w:pict></w:r>'
    blocks, told = read(docx(f"<w:p {_DRAWN}>{run('Send ')}{link}{run(' today.')}{note}{drawn}</w:p>"))
    assert words(blocks) == ["Send the form today."]
    assert [(kind, said) for kind, said, _ in told] == [
        ("LOST", "the form"),
        ("UNREAD", "a note that is not in the file"),
        ("UNREAD", "a picture that is not in the file"),
    ]


def test_words_that_run_the_other_way_and_words_with_a_reading_are_kept() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('ka')}</w:rt><w:rubyBase>{run('fire')}</w:rubyBase></w:ruby></w:r>"
    blocks, _ = read(
        docx(f'<w:p>{run("In a ")}<w:dir w:val="rtl">{run("real ")}</w:dir>{ruby}{run(" go.")}</w:p>')
    )
    assert words(blocks) == ["In a real fire go."]


def test_a_picture_of_an_older_document_stays_in_its_place_with_its_words() -> None:
    drawn = '<w:r><w:pict><v:shape alt="the way out"><v:imagedata r:id="map"/></v:shape></w:pict></w:r>'
    body = f"<w:p {_DRAWN}>{run('This is ')}{drawn}{run(' to take.')}</w:p>"
    blocks, told = read(docx(body, links={"map": "media/gone.png"}))
    assert words(blocks) == ["This is the way out to take."]
    assert [kind for kind, _, _ in told] == ["UNREAD"]


@pytest.mark.parametrize(
    ("name", "content", "kept", "told"),
    [
        ("plan.tiff", b"II*\x00", "picture-1.tiff", [("NOT_SHOWN", "picture-1.tiff")]),
        ("plan.png", b"", "picture-1.png", [("NOT_SHOWN", "picture-1.png")]),
        ("plan.gif", b"\x89PNG\r\n\x1a\n", "picture-1.png", [("NO_WORDS", "picture-1.png")]),
    ],
)
def test_a_picture_is_of_the_kind_that_its_content_is(
    name: str, content: bytes, kept: str, told: list[tuple[str, str]]
) -> None:
    drawn = '<w:r><w:pict><v:shape><v:imagedata r:id="map"/></v:shape></w:pict></w:r>'
    data = docx(f"<w:p {_DRAWN}>{run('At ')}{drawn}</w:p>", links={"map": f"media/{name}"})
    made = BytesIO(data)
    with ZipFile(made, "a") as archive:
        archive.writestr(f"word/media/{name}", content)
    found = read_word(made.getvalue())
    assert found.pictures == {kept: content}
    assert [(remark.kind.name, remark.words) for remark in found.remarks] == told


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


def test_a_cross_reference_that_was_not_brought_up_to_date_is_told_and_kept() -> None:
    body = numbered("First") + BOOKMARKED + f"<w:p>{run('See ')}{field('REF _Ref1 \\r \\h', run('7'))}</w:p>"
    blocks, told = read(docx(body, {"numbering": numbering(level(0, "%1."))}))
    assert words(blocks)[-1] == "See 7"
    assert told == [("STALE", "7", "2.")]


def test_a_cross_reference_whose_target_is_gone_is_told() -> None:
    body = f"<w:p>{run('See ')}{field('REF _Ref9 \\r \\h', run('Error! Reference source not found.'))}</w:p>"
    blocks, told = read(docx(body))
    assert words(blocks) == ["See Error! Reference source not found."]
    assert told == [("LOST", "Error! Reference source not found.", "_Ref9")]


def test_a_list_of_contents_is_left_out_and_told() -> None:
    entry = paragraph("Purpose", '<w:pStyle w:val="TOC1"/>')
    begun, ended = field('TOC \\o "1-3"', "\0").split("\0")
    body = f"<w:p>{begun}{run('Scope')}</w:p>{entry}<w:p>{ended}</w:p>{paragraph('Words')}"
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    blocks, told = read(docx(body, {"styles": USUAL + style}))
    assert words(blocks) == ["Words"]
    assert [kind for kind, _, _ in told] == ["CONTENTS"]
    assert told[0][1].split() == ["ScopePurpose"]


CHANGED = (
    f'<w:p>{run("You must ")}<w:del w:id="1" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="A">{run("always ")}</w:ins>{run("go.")}</w:p>'
)
_ENDED = '<w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>'
ENDS_GONE = f"<w:p>{_ENDED}{run('One ')}</w:p><w:p>{run('two.')}</w:p>"


def test_tracked_changes_are_told_until_somebody_settles_them() -> None:
    with pytest.raises(ChangedError) as raised:
        read(docx(CHANGED))
    assert [(change.added, change.words) for change in raised.value.found] == [
        (False, "not "),
        (True, "always "),
    ]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Settle.ACCEPT, ["You must always go.", "One two."]),
        (Settle.REJECT, ["You must not go.", "One", "two."]),
    ],
)
def test_tracked_changes_are_accepted_or_rejected(how: Settle, expected: list[str]) -> None:
    blocks, told = read(docx(CHANGED + ENDS_GONE), how)
    assert words(blocks) == expected
    assert [kind for kind, _, _ in told] == ["CHANGE"] * 3


def test_a_paragraph_that_was_put_in_counts_only_where_it_is_accepted() -> None:
    new = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:rPr><w:ins w:id="1" w:author="A"/></w:rPr></w:pPr>'
        f'<w:ins w:id="2" w:author="A">{run("New")}</w:ins></w:p>'
    )
    data = docx(numbered("A") + new + numbered("B"), {"numbering": numbering(level(0, "%1."))})
    assert words(read(data, Settle.ACCEPT)[0]) == ["1. A", "2. New", "3. B"]
    assert words(read(data, Settle.REJECT)[0]) == ["1. A", "2. B"]


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


_DRAWN = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_PICTURED = (
    f'{_DRAWN} xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
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
    blocks, remarks = read(docx(f"<w:p {_DRAWN}>{run('At ')}{inner}</w:p>"))
    assert [spoken(block) for block in blocks] == [words]
    assert [said for kind, said, _ in remarks if kind == "UNREAD"] == told


def test_of_a_picture_that_is_not_in_the_file_the_words_stay() -> None:
    filled = '<pic:pic><pic:blipFill><a:blip r:embed="map"/></pic:blipFill></pic:pic>'
    picture = f"<a:graphic><a:graphicData>{filled}</a:graphicData></a:graphic>"
    drawn = f'<w:r><w:drawing><wp:inline><wp:docPr descr="the way out"/>{picture}</wp:inline></w:drawing></w:r>'
    body = f"<w:p {_PICTURED}>{run('This is')}{drawn}{run('to take.')}</w:p>"
    blocks, told = read(docx(body, links={"map": "media/gone.png"}))
    assert words(blocks) == ["This is the way out to take."]
    said = "a picture that is not in the file; its words stand in its place: “the way out”"
    assert told == [("UNREAD", said, "")]
