"""What Word works out: references to clauses, and lists of contents."""

from __future__ import annotations

from clausetree.importing.blocks import Paragraph
from clausetree.importing.html.read import read_page
from clausetree.importing.word.read import read_word
from clausetree.policy.document import Link, Text

from .documents import USUAL, docx, level, numbered, numbering, paragraph
from .reading import html, read, run, words


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
