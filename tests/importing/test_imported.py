"""What is made of blocks: a title, levels, the heads of tables, and what is told of them."""

from __future__ import annotations

from clausetree.importing.html.nodes import page_of
from clausetree.importing.html.read import read_page
from clausetree.importing.imported import Imported, imported
from clausetree.importing.remarks import Kind


def made(html: str) -> Imported:
    """A page as a policy."""
    return imported(read_page(page_of(html)), "p", {}, {}, ())


def told(policy: Imported, kind: Kind) -> list[str]:
    """What is told of one kind."""
    return [remark.words for remark in policy.remarks if remark.kind is kind]


def test_bold_lines_are_headings_where_nothing_else_is() -> None:
    policy = made("<p><b>Choir</b></p><p><b>Concerts</b></p><p>Wear black.</p><p><b>Come at six.</b></p>")
    assert policy.body == "# Choir\n\n## Concerts\n\nWear black.\n\n**Come at six.**\n"
    assert told(policy, Kind.LOOKS) == ["Choir", "Concerts"]


def test_bold_lines_stay_words_where_headings_are_marked_and_are_told() -> None:
    policy = made("<h1>Choir</h1><h2>Concerts</h2><p><b>Dress</b></p><p>Wear black.</p>")
    assert policy.body == "# Choir\n\n## Concerts\n\n**Dress**\n\nWear black.\n"
    assert told(policy, Kind.LOOKS) == ["Dress"]


def test_levels_that_nothing_has_are_no_levels() -> None:
    policy = made("<p class=title>T</p><h1>A</h1><h3>B</h3><h1>T</h1>")
    assert policy.body == "# T\n\n## A\n\n### B\n"
    assert told(policy, Kind.AGAIN) == ["T"]


def test_a_first_row_that_names_three_columns_is_the_head_of_its_table() -> None:
    row = "<tr><td>{}<td>{}<td>{}"
    policy = made(f"<table>{row.format('Day', 'From', 'To')}{row.format('Sunday', '9', '12')}</table>")
    assert policy.body == "| Day | From | To |\n| --- | --- | --- |\n| Sunday | 9 | 12 |\n"
    assert told(policy, Kind.HEADS) == ["Day | From | To"]


def test_two_columns_have_a_head_only_where_it_is_bold() -> None:
    plain = made("<table><tr><td>Gate<td>north<tr><td>Key<td>red</table>")
    assert plain.body == "|  |  |\n| --- | --- |\n| Gate | north |\n| Key | red |\n"
    bold = made("<table><tr><td><b>Gate</b><td><b>Key</b><tr><td>north<td>red</table>")
    assert bold.body == "| **Gate** | **Key** |\n| --- | --- |\n| north | red |\n"


def test_what_begins_like_a_sign_of_markdown_stays_words() -> None:
    policy = made("<p># one</p><p>- two</p><p>1. three</p><p>a * b_c [d] &amp;lt; {: #e } __f__</p>")
    assert (
        policy.body == "\\# one\n\n\\- two\n\n1\\. three\n\na \\* b_c \\[d\\] \\&lt; {\\: #e } \\_\\_f\\_\\_\n"
    )


def test_lists_that_begin_again_are_apart_and_hold_what_stands_in_them() -> None:
    policy = made("<ol><li>a<ul><li>x</ul><li>b</ol><ol><li>c</ol>")
    assert policy.body == "1.  a\n\n    - x\n\n2.  b\n\n<!-- -->\n\n1.  c\n"


def test_words_of_the_document_that_are_in_no_block_are_told() -> None:
    policy = imported(read_page(page_of("<p>One three.</p>")), "p", {}, {}, (), printed=["One two three."])
    assert told(policy, Kind.MISSING) == ["two"]
    assert (policy.words, policy.left) == (3, 1)


_MOSTLY = "<p>Whoever works alone tells somebody when they begin, and again when they have come home.</p>" * 2


def test_a_passage_in_another_language_is_marked_and_told() -> None:
    policy = made(f"{_MOSTLY}<div lang=cy><p>Rhaid i chi ffonio.<li><b>Dewch adref yn saff</b> heno</div>")
    assert policy.body.endswith(
        '<span lang="cy">Rhaid i chi ffonio.</span>\n\n<span lang="cy">**Dewch adref yn saff** heno</span>\n'
    )
    assert told(policy, Kind.PASSAGE) == ["Rhaid i chi ffonio.", "Dewch adref yn saff heno"]


def test_countries_and_what_is_too_short_to_be_a_passage_are_no_languages() -> None:
    policy = made(
        f"{_MOSTLY}<p lang=en-US>Ask <span lang=cy>Gwen Powell</span> or <i lang=fr>the <b>first aider</b></i>,"
        " <span lang=la>bona fide</span>"
        "<span lang=en-GB> and nobody else at all</span>"
        "<span lang=x-none>, not even</span><span lang=zxx> one of"
        " us</span>.</p>"
    )
    assert policy.body.endswith(
        'Ask Gwen Powell or *<span lang="fr">the **first aider**</span>*, bona fide and nobody else at all,'
        " not even one of us.\n"
    )


def test_a_passage_that_is_bold_as_a_whole_is_seen_as_a_heading() -> None:
    policy = made(f"<p><b>Home</b></p>{_MOSTLY}<p lang=cy><b>Ar ddiwedd y dydd</b></p><p>More.</p>")
    assert '## <span lang="cy">Ar ddiwedd y dydd</span>' in policy.body


def test_a_document_in_another_language_than_english_is_said_to_be_so() -> None:
    blocks = read_page(page_of("<p>Rhaid i chi ffonio cyn gadael y swyddfa.</p>"))
    policy = imported(blocks, "p", {"language": "cy-GB"}, {}, ())
    assert policy.body == "Rhaid i chi ffonio cyn gadael y swyddfa.\n"
    assert [remark.more for remark in policy.remarks if remark.kind is Kind.LANGUAGE] == ["cy"]
