"""Words that nobody released are found wherever in a kept file they are put."""

from __future__ import annotations

import io
import json
import re
from time import process_time

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst

from tests.history.desk import text_of

from .conftest import Life, Verify
from .test_kept_files import docx, paragraphs_of, pdf_of

INVENTED = "Except on Fridays."


def page_of(life: Life) -> str:
    return (life[1] / "index.html").read_text(encoding="utf-8")


def with_words(html: str, before: str, words: str) -> bytes:
    assert before in html
    return html.replace(before, words + before, 1).encode()


ON_A_PAGE = {
    "behind the last clause": ('<section class="tombstones"', f"<p>{INVENTED}</p>"),
    "before the first": ('<div class="clause-heading"><h1', f"<p>{INVENTED}</p>"),
    "at the end of what is read": ("</main>", f"<p>{INVENTED}</p>"),
    "behind what is read": ("<footer", f"<p>{INVENTED}</p>"),
    "among the versions": ('<ul class="version-list">', f"<p>{INVENTED}</p>"),
    "among the withdrawn clauses": ("</section>", f'<p class="clause tombstone">{INVENTED}</p>'),
    "as what cites a clause": ('<p class="clause" id="c1-3">', f'<p class="clause-uses">{INVENTED}</p>'),
    "as a procedure that there is not": (
        '<p class="clause" id="c1-3">',
        f'<p class="clause-uses">Used in: {INVENTED}</p>',
    ),
    "as what became of a clause": (
        '<p class="clause" id="c1-3">',
        '<p class="clause-now">Withdrawn in version 2.0: what became of it</p>',
    ),
    "as a button": ('<p class="clause" id="c1-3">', f'<span class="clause-tools">{INVENTED}</span>'),
    "as a way to a note": (
        '<p class="clause" id="c1-3">',
        f'<span class="note-ways">Also at {INVENTED}</span>',
    ),
    "as a preview": ('<p class="clause" id="c1-3">', f'<div class="clause-preview">{INVENTED}</div>'),
    "as a notice": (
        '<div class="clause-heading"><h1',
        f'<aside class="version-notice"><p>{INVENTED}</p></aside>',
    ),
    "as a tag": ("</main>", f'<ul class="topics"><li>{INVENTED}</li></ul>'),
    "as the caption": (
        '<p class="page-caption">',
        f'<p class="page-caption">Version 2.0. Next review: {INVENTED}</p>',
    ),
}


@pytest.mark.parametrize("place", ON_A_PAGE)
def test_words_that_were_put_into_a_page_are_never_passed_over(life: Life, verify: Verify, place: str) -> None:
    before, words = ON_A_PAGE[place]
    code, said = verify("kept.html", with_words(page_of(life), before, words))
    assert code == 3
    shown = re.sub(r"<[^<>]*>", "", words)
    assert f"words that are not in that version: “{shown}”" in said


def test_words_under_an_anchor_that_is_there_once_more_are_found(life: Life, verify: Verify) -> None:
    again = f'<p class="clause" id="c1-3">{INVENTED}</p>'
    code, said = verify("kept.html", with_words(page_of(life), '<p class="clause" id="c1-3">', again))
    assert code == 1
    assert "clause 1.5 has other words" in said


def test_words_that_are_missing_from_a_page_without_an_anchor_are_found(life: Life, verify: Verify) -> None:
    page = page_of(life).replace('<th scope="row">Approved</th>', '<th scope="row"></th>')
    assert verify("kept.html", page.encode())[0] == 1


@pytest.mark.parametrize(
    "around", ["<template>{}</template>", "<div hidden>{}</div>", "<script>{}</script>", "<style>{}</style>"]
)
def test_words_that_no_browser_shows_are_no_words_of_a_page_without_anchors(
    life: Life, verify: Verify, around: str
) -> None:
    first, *others = paragraphs_of(life[0])
    page = f"<html><body><p>{first}</p>{around.format(' '.join(others))}</body></html>"
    assert verify("reader.html", page.encode())[0] == 1


def test_a_word_in_brackets_before_an_item_is_no_sign_of_a_list(verify: Verify) -> None:
    for sign, status in (("(Never)", 1), ("(mild)", 1)):
        text = text_of("1.1")
        item = re.search(r"(?m)^ *(?:[-*]|\(a\)) .*$", text)
        assert item is not None
        changed = text.replace(item[0], re.sub(r"^( *(?:[-*]|\(a\)) )", rf"\1{sign} ", item[0]))
        assert verify("kept.pdf", pdf_of(changed))[0] == status


@pytest.mark.parametrize("place", ["before", "behind"])
def test_words_before_and_behind_a_documents_policy_are_shown(life: Life, verify: Verify, place: str) -> None:
    words = paragraphs_of(life[0])
    words = [INVENTED, *words] if place == "before" else [*words, INVENTED]
    code, said = verify("kept.docx", docx(*words))
    assert code == 3
    assert "words that are not in that version: “ExceptonFridays.”" in said


def test_words_behind_the_last_clause_of_a_pdf_are_found(verify: Verify) -> None:
    code, said = verify("kept.pdf", pdf_of(f"{text_of('2.0')}\n{INVENTED}\n"))
    assert code == 1
    assert "ExceptonFridays." in said


def test_words_of_markdown_that_are_no_clause_are_found(verify: Verify) -> None:
    text = text_of("2.0").replace("# Record", f"# {INVENTED}\n\n# Record", 1)
    assert text != text_of("2.0")
    code, said = verify("kept.md", text.encode())
    assert code == 1
    assert INVENTED in said


def test_a_word_that_is_struck_through_in_markdown_is_another(verify: Verify) -> None:
    changed = text_of("2.0").replace("must not lend", "must ~~not~~ lend")
    assert changed != text_of("2.0")
    code, said = verify("kept.md", changed.encode())
    assert code == 1
    assert "  “not” is struck through, so nobody can tell whether it counts\n" in said


@pytest.mark.parametrize(
    ("key", "was", "other"), [("version", "2.0", "7.0"), ("title", "Borrowing equipment", "Lending equipment")]
)
def test_markdown_of_which_the_head_has_another_name_is_not_that_version(
    verify: Verify, key: str, was: str, other: str
) -> None:
    changed = re.sub(rf"(?m)^{key}: .*$", f'{key}: "{other}"', text_of("2.0"), count=1)
    assert changed != text_of("2.0")
    code, said = verify("kept.md", changed.encode())
    assert code == 1
    assert f"`{key}` in its head is “{other}”, and not “{was}”" in said


def test_markdown_with_other_line_endings_is_that_version(verify: Verify) -> None:
    for written in (text_of("2.0").replace("\n", "\r\n"), "\ufeff" + text_of("2.0")):
        assert verify("kept.md", written.encode())[0] == 0


def test_a_raised_figure_is_no_plain_one(verify: Verify) -> None:
    code, said = verify("kept.md", text_of("2.0").replace("1 May 2033", "¹ May 2033").encode())
    assert (code, "Approved has other words" in said) == (1, True)
    code, said = verify("kept.pdf", pdf_of(text_of("2.0").replace("1 May 2033", "¹ May 2033")))
    assert (code, "Approved is missing or has other words" in said) == (1, True)


def printed(life: Life, header: str) -> bytes:
    """Return the policy as a browser prints it, on several pages with a line of its own on each."""
    words = "\n\n".join(
        f"#text[#{json.dumps(paragraph)}]" + ("#pagebreak()" if at % 4 == 3 else "")
        for at, paragraph in enumerate(paragraphs_of(life[0])[1:])
    )
    return typst.compile(f"#set page(height: 12cm, header: [{header}])\n{words}".encode())


def test_lines_that_another_program_has_on_each_page_are_shown(life: Life, verify: Verify) -> None:
    code, said = verify("kept.pdf", printed(life, INVENTED))
    assert code == 3
    assert f"words that are not in that version: “{INVENTED}”" in said
    code, said = verify("kept.pdf", printed(life, ""))
    assert (code, said.splitlines()[0]) == (0, "This is version 2.0 of Borrowing equipment, word for word.")


def test_a_pdf_with_a_note_over_its_words_is_not_called_that_version(life: Life, verify: Verify) -> None:
    document = pypdfium2.PdfDocument((life[1] / "borrowing.pdf").read_bytes())
    pdfium.FPDFPage_CloseAnnot(pdfium.FPDFPage_CreateAnnot(document[0], pdfium.FPDF_ANNOT_FREETEXT))
    written = io.BytesIO()
    document.save(written)
    code, said = verify("kept.pdf", written.getvalue())
    assert code == 3
    assert "notes, stamps or fields are drawn over its pages" in said


LONG = {
    "elements that are never closed": ("kept.html", "<p>one</b></i>" * 15_000, 3),
    "comments that never end": ("kept.html", "<!--" * 40_000, 3),
    "tags that never end": ("kept.html", "<a " * 25_000, 3),
    "bullets": ("kept.txt", "•" * 600_000, 0),
    "a text that goes on": ("kept.txt", "You must sign. " * 60_000, 3),
}


@pytest.mark.parametrize("case", LONG)
def test_a_long_file_is_compared_in_time_that_grows_with_its_length(
    life: Life, verify: Verify, case: str
) -> None:
    name, words, status = LONG[case]
    text = f"{words}\n{'\n'.join(paragraphs_of(life[0]))}\n{words}"
    start = process_time()
    assert verify(name, text.encode())[0] == status
    assert process_time() - start < 12
