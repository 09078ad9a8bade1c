"""What a policy is in print, read back from the PDF: words, numbers, signs, places and their kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from clausetree.policy.document import (
    Block,
    ColumnAlignment,
    Content,
    Document,
    Heading,
    Mark,
    Marked,
    Paragraph,
    Picture,
    Row,
    Shape,
    Table,
    Text,
    Unit,
)
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.publish.printing.documents import Edition
from clausetree.render.typst.document import to_typst
from clausetree.report.source import Source
from clausetree.report.span import Span
from tests.read_back import Placed, bookmarks, placed, places, reader, squeezed, tags, words

DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'


def policy_of(body: str, language: str = "en") -> Policy:
    meta = {"policy": "p", "title": "The title", "version": "1.0", "owner": "O", "approved": "A"}
    policy, _ = parse_policy(Source("p.md", body), meta | {"language": language}, {})
    assert policy is not None
    return policy


def printed(policy: Policy, pictures: Mapping[str, bytes] | None = None) -> PdfReader:
    paths = {source: f"/{at}" for at, source in enumerate(pictures or {})}
    files = {paths[source]: content for source, content in (pictures or {}).items()}
    source = to_typst(policy, lambda href: href if href.startswith("https:") else "", paths)
    return reader(Edition(source, files).to_pdf())


def of_blocks(*blocks: Block) -> Policy:
    empty = ("",) * 6
    return Policy("p", "The title", "1.0", "O", *empty, (), document=Document(blocks))


def paragraph(*content: str | Marked | Picture) -> Paragraph:
    return Paragraph(None, tuple(Text(one) if isinstance(one, str) else one for one in content))


def runs(document: PdfReader) -> list[str]:
    return [run.text for run in placed(document) if run.bottom > 60]


def run_of(document: PdfReader, text: str) -> Placed:
    return next(run for run in placed(document) if run.text.startswith(text))


def test_what_an_author_writes_is_never_a_command() -> None:
    text = '#read("x") $x$ @me <label> `#import` \\ "quoted" // words \\u{41} #"'
    assert squeezed(text) in words(printed(of_blocks(paragraph(text))))


@given(st.text(min_size=1, max_size=12, alphabet=st.characters(max_codepoint=0x24F)))
@settings(max_examples=60, deadline=None)
def test_no_sign_of_a_latin_text_ends_in_a_refusal(text: str) -> None:
    shown = words(printed(of_blocks(paragraph(f"a{text}b"))))
    assert shown.startswith("Thetitlea")
    assert shown.endswith("b")


@pytest.mark.parametrize("sign", ["\v", "\f", "\x00", "\x1b", "\x85", "\ufeff", "\u2028", "\ud800", "\x7f"])
def test_a_sign_that_nobody_sees_ends_no_document(sign: str) -> None:
    assert words(printed(of_blocks(paragraph(f"before{sign}behind")))) == "Thetitlebeforebehind"


BODY = """\
# The policy {: #the-policy }

## 1.0 Rules {: #c1-0 }

1.1 Carry these, all of them, wherever you go and whoever is with you, on every day of the year.
{: #c1-1 }

- a torch
  {: #c1-1-a }
- a map, and
  {: #c1-1-b }

    - a pencil
      {: #c1-1-b-1 }

A part without a number.
{: #part }

| Who | What |
| --- | --- |
| You {: #row } | walk |

> Words of others.
> {: #quoted }

Buddy {: #buddy }
: who waits

A note.[^1]
{: #marked }

[^1]: The words of it.
    {: #note }
"""
STARTS = {
    "the-policy": "The policy",
    "c1-0": "1.0 Rules",
    "c1-1": "1.1",
    "c1-1-a": "a torch",
    "c1-1-b": "a map",
    "c1-1-b-1": "a pencil",
    "part": "A part",
    "row": "You",
    "quoted": "Words of others",
    "buddy": "Buddy",
    "marked": "A note",
    "note": "The words of it",
}


@pytest.mark.parametrize("pages_above", [0, 1])
def test_everything_with_an_anchor_can_be_linked_to_where_it_stands(pages_above: int) -> None:
    filling = "Words to fill a page with.\n\n" * 30 * pages_above
    document = printed(policy_of(BODY.replace("## 1.0", f"{filling}## 1.0")))
    found = places(document)
    assert set(found) == set(STARTS)
    for anchor, start in STARTS.items():
        run, place = run_of(document, start), found[anchor]
        assert place.page == run.page, anchor
        assert 0 < place.top - run.bottom < 25, (
            f"{anchor} leads {place.top - run.bottom} points above its words"
        )


def test_what_has_no_number_has_no_bookmark_and_nothing_is_read_out_twice() -> None:
    document = printed(policy_of(BODY))
    assert bookmarks(document) == [(1, "The policy"), (2, "1.0 Rules"), (3, "1.1")]
    kinds = [kind for kind, _ in tags(document)]
    assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1", "/H2", "/H3"]
    assert not [anchor for anchor in STARTS if "-" in anchor and anchor in "".join(runs(document))]


def test_numbers_of_lists_are_those_that_were_written() -> None:
    body = "3. third\n4. fourth\n\n    2) second\n    3) third\n\nWords.\n\n- [ ] open\n- [x] done\n- plain\n"
    signs = ["3.", "third", "4.", "fourth", "2)", "second", "3)", "third", "Words."]
    assert runs(printed(policy_of(body)))[1:] == [*signs, "☐", "open", "☑", "done", "•", "plain"]


def test_a_loose_list_has_space_between_its_items() -> None:
    gaps = []
    for between in ("\n", "\n\n"):
        document = printed(policy_of(f"- one{between}- two\n"))
        gaps.append(run_of(document, "one").bottom - run_of(document, "two").bottom)
    assert gaps[1] > gaps[0] + 3


def test_an_item_stands_in_once_more_for_each_list_that_it_is_in() -> None:
    document = printed(policy_of("- a\n    - b\n        - c\n            - d\n                - e\n"))
    lefts = [run_of(document, letter).left for letter in "abcde"]
    assert lefts == sorted(set(lefts))


def test_headings_are_continuous_and_the_title_stands_above_them() -> None:
    body = "## Second\n\n#### Fourth\n\n### Third\n\n###### Sixth\n\n1.1 Words.\n{: #c1-1 }\n"
    found = [(1, "The title"), (2, "Second"), (3, "Fourth"), (3, "Third"), (4, "Sixth"), (5, "1.1")]
    assert bookmarks(printed(policy_of(body))) == found


def test_a_heading_that_is_only_a_picture_leaves_no_gap() -> None:
    heading = Heading(Unit(0, Shape.HEADING, 1, Span(0, 0), 0), (Picture("dot", "A dot"),))
    below = Heading(Unit(1, Shape.HEADING, 2, Span(0, 0), 0), (Text("Below"),))
    assert bookmarks(printed(of_blocks(heading, below), {"dot": DOT})) == [(1, "The title"), (2, "Below")]


def test_a_table_goes_on_over_pages_with_its_head_and_no_row_upon_another() -> None:
    rows = "".join(f"| {at} | Row {at} has words. |\n" for at in range(100, 220))
    document = printed(policy_of(f"| Number | What |\n| --- | --- |\n{rows}"))
    assert len(document.pages) == 4
    found = placed(document)
    assert [run.page for run in found if run.text == "Number"] == [0, 1, 2, 3]
    lines = [run for run in found if run.text.startswith("Row ")]
    assert [int(run.text.split()[1]) for run in lines] == list(range(100, 220))
    for above, below in pairwise(lines):
        assert below.page > above.page or above.bottom - below.bottom > 12
    assert min(run.bottom for run in lines) > 60
    kinds = [kind for kind, _ in tags(document)]
    assert (kinds.count("/TH"), kinds.count("/TD")) == (2, 240)


def test_a_row_may_be_longer_than_a_page() -> None:
    long = "word " * 1500
    document = printed(policy_of(f"| Head | What |\n| --- | --- |\n| A | {long} |\n| B | last |\n"))
    assert words(document).count("word") == 1500
    assert words(document).endswith("Blast")


WIDE = "Responsibilities"


def ems(text: str) -> float:
    """Return how wide words are, measured by what stands behind them."""
    word, sign = [run for run in placed(printed(of_blocks(paragraph(text, bold("x"))))) if run.bottom < 765][:2]
    assert word.text == text
    return (sign.left - word.left) / word.size


def bold(text: str) -> Marked:
    return Marked(Mark.STRONG, (Text(text),))


def test_a_wide_table_lies_on_its_side_and_no_word_reaches_into_the_next_column() -> None:
    cells = " | ".join([WIDE] * 9)
    document = printed(policy_of(f"Before.\n\n| {cells} |\n{'|---' * 9}|\n| {cells} |\n\nBehind.\n"))
    before, table, behind = document.pages
    assert table.mediabox.width > table.mediabox.height
    assert before.mediabox.width == behind.mediabox.width < before.mediabox.height
    found = [run for run in placed(document) if run.page == 1][:18]
    assert [run.text for run in found] == [WIDE] * 18
    assert_apart(found[9:], ems(WIDE))


def assert_apart(row: list[Placed], ems: float) -> None:
    for left, right in pairwise(row):
        assert left.left + ems * left.size < right.left


@pytest.mark.parametrize("columns", range(2, 10))
def test_words_in_columns_do_not_touch(columns: int) -> None:
    long = "and some more words that go on for a while"
    cells = " | ".join([f"{WIDE} {long if at % 2 else ''}" for at in range(columns)])
    document = printed(policy_of(f"| {cells} |\n{'|---' * columns}|\n| {cells} |\n"))
    row = [run for run in placed(document) if run.text.startswith(WIDE)][columns:]
    assert len(row) == columns
    assert_apart(row, ems(WIDE))


def test_what_has_no_space_is_parted_rather_than_printed_over_its_neighbour() -> None:
    long = "abcdefghij" * 30
    document = printed(policy_of(f"{long}\n\n| A | B |\n| --- | --- |\n| {long} | {long} |\n"))
    assert words(document).count(long) == 3
    assert len([run for run in placed(document) if "abcdefghij" in run.text]) > 6


def test_columns_stand_as_they_are_aligned() -> None:
    document = printed(policy_of("| a | b |\n| :-- | --: |\n| left | r |\n| left | longer than that |\n"))
    r, longer = run_of(document, "r"), run_of(document, "longer")
    assert r.left > longer.left + 30


def clause_of(number: str) -> Policy:
    line = "words that go on for so long that they cannot stand in one line of a page and are broken"
    return policy_of(f"{number} {line} {line}\n{{: #c{number.replace('.', '-')} }}\n")


@pytest.mark.parametrize("number", ["1.1", "1.1.1", "1.1.1.1.1", "1.1.1.1.1.1.1.1.1", ".".join(["12345"] * 16)])
def test_a_number_of_any_length_stands_before_its_words(number: str) -> None:
    document = printed(clause_of(number))
    sign, first, second, *_ = [run for run in placed(document) if run.bottom < 765]
    assert number.startswith(sign.text)
    wide = 0.46 * 11 * len(number) * 0.8  # a digit of these is 0.46 em wide, and a full stop half of that
    below = first.bottom < sign.bottom - 5
    assert below or first.left > sign.left + wide
    assert second.left < 62.4 + 5.5 * 11


def test_words_of_clauses_begin_below_each_other() -> None:
    body = "1.1 One.\n{: #c1-1 }\n\n1.1.1.1 Two.\n{: #c1-1-1-1 }\n"
    document = printed(policy_of(body))
    assert run_of(document, "One").left == pytest.approx(run_of(document, "Two").left)


def test_notes_stand_at_the_end_and_lead_both_ways() -> None:
    document = printed(policy_of("One.[^a] Two.[^b] One again.[^a]\n\n[^b]: Second.\n[^a]: First.\n"))
    assert words(document).endswith("¹First.²Second.")
    assert len(links(document)) == 5


def links(document: PdfReader) -> list[object]:
    notes = (page.get("/Annots", []) for page in document.pages)
    return [one for page in notes for one in page if one.get_object()["/Subtype"] == "/Link"]


def test_a_link_leads_within_the_document_where_the_anchor_is_there() -> None:
    body = "See [1.1](#c1-1), [nothing](#gone), [a page](other.md) and [a site](https://example.org/).\n\n"
    document = printed(policy_of(f"{body}1.1 Words.\n{{: #c1-1 }}\n"))
    assert len(links(document)) == 2
    assert "1.1,nothing,apageandasite." in words(document)


def test_a_picture_has_words_for_those_who_do_not_see_it() -> None:
    policy = policy_of("![A dot](dot.svg)\n\nIn a ![small dot](dot.svg) line.\n")
    shown = tags(printed(policy, {"dot.svg": DOT}))
    assert [words for kind, words in shown if kind == "/Figure"] == ["A dot", "small dot"]
    assert "AdotInasmalldotline." in words(printed(policy))


def test_marks_are_kept() -> None:
    content = [Marked(mark, (Text(mark.value),)) for mark in Mark]
    document = printed(of_blocks(paragraph("H", *content)))
    assert words(document) == "Thetitle" + "H" + "".join(mark.value for mark in Mark)
    assert {"/Strong", "/Em"} <= {kind for kind, _ in tags(document)}


@pytest.mark.parametrize(
    ("language", "told", "foot"),
    [
        ("en", "en-GB", "Page 1 of 1"),
        ("en-US", "en-US", "Page 1 of 1"),
        ("de", "de", "Seite 1 von 1"),
        ("cy", "cy", "Tudalen 1 o 1"),
        ("pl", "pl", "Strona 1 z 1"),
        ("eu", "eu", "Page 1 of 1"),
    ],
)
def test_it_says_its_language(language: str, told: str, foot: str) -> None:
    document = printed(policy_of("Words.\n", language))
    catalogue = document.trailer["/Root"]
    assert catalogue["/Lang"] == told  # type: ignore[index]
    assert squeezed(foot) in squeezed("".join(run.text for run in placed(document)))


def test_words_in_another_language_say_so() -> None:
    text = 'Say <span lang="cy">croeso</span> or <span lang="pt-BR">bem-vindo</span> aloud.\n'
    page = printed(policy_of(text)).pages[0]
    assert page.extract_text().splitlines()[1] == "Say croeso or bem-vindo aloud."
    content = page.get_contents()
    assert content is not None
    assert re.findall(rb"/Lang\((.*?)\)", content.get_data()) == [b"cy", b"pt-BR"]


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur"])
def test_a_language_that_is_written_from_the_right_begins_there(language: str) -> None:
    document = printed(policy_of("1.1 שלום\n{: #c1-1 }\n", language))
    assert run_of(document, "1.1").left > 500


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Maßnahmen „größer“"),
        ("fr", "Œuvre naïve"),
        ("cy", "ŵyr ŷd tŷ"),
        ("el", "Πολιτική εργασίας"),
        ("uk", "Політика їжі ґанку"),
        ("vi", "Chính sách làm việc"),
        ("zh", "独自工作政策"),
        ("ja", "一人作業の方針"),
        ("ko", "단독 작업 정책"),
        ("en", "✅ ❌ 🔒 ☐ ☑ → ≤ №"),
    ],
)
def test_it_is_printed_in_any_script(language: str, text: str) -> None:
    assert squeezed(text) in words(printed(policy_of(f"{text}\n", language)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "سياسة العمل"),
        ("he", "מדיניות"),
        ("hi", "नीति"),
        ("bn", "নীতি"),
        ("ta", "கொள்கை"),
        ("th", "นโยบาย"),
    ],
)
def test_scripts_that_join_their_letters_are_printed_too(language: str, text: str) -> None:
    document = printed(policy_of(f"{text}\n", language))
    assert set(squeezed(text)) <= set(words(document))


def test_a_raised_figure_and_the_sign_for_one_are_read_back_as_they_were_written() -> None:
    raised = Marked(Mark.SUPERSCRIPT, (Text("1"),))
    assert words(printed(of_blocks(paragraph("a", raised, "b¹")))) == "Thetitlea1b¹"


def test_an_empty_row_is_no_head() -> None:
    cells: tuple[Content, ...] = ((Text("a"),), (Text("b"),))
    table = Table(
        Row(Unit(-1, Shape.ROW, 0, Span(0, 0), 0), ((), ())),
        (Row(unit(0), cells),),
        (ColumnAlignment.UNSET,) * 2,
    )
    kinds = [kind for kind, _ in tags(printed(of_blocks(table)))]
    assert kinds.count("/TD") == 2
    assert "/TH" not in kinds


def unit(key: int) -> Unit:
    return Unit(key, Shape.ROW, 0, Span(0, 0), 0)


def test_the_bytes_are_the_same_each_time() -> None:
    source = to_typst(policy_of(BODY), str, {})
    assert Edition(source, {}).to_pdf() == Edition(source, {}).to_pdf()
