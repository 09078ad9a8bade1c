"""What the styles of Word, LibreOffice and pandoc say of a paragraph."""

from __future__ import annotations

import pytest

from clausetree.importing.documents import read_file
from clausetree.importing.imported import imported

from .documents import docx


def written(*paragraphs: tuple[str, str], more: str = "") -> str:
    """The Markdown of a document of paragraphs, each with the name of its style."""
    names = dict.fromkeys(style for style, _ in paragraphs)
    keys = {name: f"s{at}" for at, name in enumerate(names)}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for name, key in keys.items()
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{keys[style]}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    taken = read_file("a.docx", docx(body + more, {"styles": styles}))
    return imported(taken.blocks, "p", taken.properties, {}, taken.remarks).body


@pytest.mark.parametrize("style", ["Quote", "Intense Quote", "Block Text", "Quotations"])
def test_a_quotation(style: str) -> None:
    found = written(("Normal", "He said:"), (style, "No."), (style, "Never."), ("Normal", "So we did."))
    assert found == "He said:\n\n> No.\n>\n> Never.\n\nSo we did.\n"


@pytest.mark.parametrize(
    ("term", "meaning"), [("Definition Term", "Definition"), ("List Heading", "List Contents")]
)
def test_words_and_what_they_mean(term: str, meaning: str) -> None:
    found = written((term, "Keeper"), (meaning, "Who has the key."), (term, "Holder"), (meaning, "Who had it."))
    assert found == "Keeper\n:   Who has the key.\n\nHolder\n:   Who had it.\n"


def test_a_word_without_a_meaning_and_a_meaning_without_a_word_are_paragraphs() -> None:
    assert written(
        ("Definition", "Who has the key."),
        ("Definition Term", "Keeper"),
        ("Normal", "So."),
    ) == ("Who has the key.\n\nKeeper\n\nSo.\n")


LINES = (
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr></w:pPr></w:p>',
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t"/></w:pict></w:r></w:p>',
)
BEHIND = "<w:p><w:r><w:t>Behind</w:t></w:r></w:p>"


@pytest.mark.parametrize("line", LINES)
def test_a_line_across_the_page(line: str) -> None:
    assert written(("Normal", "Before"), more=line + BEHIND) == "Before\n\n---\n\nBehind\n"


def test_a_paragraph_with_words_and_a_line_below_is_no_line() -> None:
    words = LINES[0].replace("</w:p>", "<w:r><w:t>Under a line</w:t></w:r></w:p>")
    assert written(("Normal", "Before"), more=words + BEHIND) == "Before\n\nUnder a line\n\nBehind\n"


def test_a_style_with_a_name_like_ours_by_chance_is_no_more_than_a_style() -> None:
    assert written(("Words in Box", "In a box."), ("Quote in Box", "Quoted.")) == "In a box.\n\nQuoted.\n"
