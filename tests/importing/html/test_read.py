"""Pages that browsers and word processors save."""

from __future__ import annotations

from clausetree.importing.blocks import (
    Block,
    Bullet,
    Definitions,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Rule,
    Table,
    plain,
    spoken,
)
from clausetree.importing.html.nodes import page_of
from clausetree.importing.html.read import read_page


def seen(html: str) -> list[str]:
    """Each block as it is spoken, set in as deep as it stands, with # for each level of a heading."""
    return [_seen(block) for block in read_page(page_of(html))]


def _seen(block: Block) -> str:
    match block:
        case Heading(level=level):
            return f"{'#' * level} {spoken(block)}"
        case Bullet(depth=depth):
            return f"{'  ' * depth}• {spoken(block)}"
        case Paragraph(depth=depth):
            return f"{'  ' * depth}{spoken(block)}"
        case Note(key=key):
            return f"[{key}] {spoken(block)}"
        case Quotation(blocks=inner):
            return f"> {' / '.join(map(_seen, inner))}"
        case Definitions(entries=entries):
            said = (
                f"{plain(one.words)}: {' / '.join(spoken(b) for m in one.meanings for b in m)}"
                for one in entries
            )
            return "; ".join(said)
        case Rule():
            return "---"
        case Table():
            return spoken(block)


def test_headings_paragraphs_and_loose_words() -> None:
    html = (
        "<!DOCTYPE html><h1>Title</h1>Loose <b>words</b><p>One</p><div><p>Two</div>after<script>no()</script>"
    )
    assert seen(html) == ["# Title", "Loose words", "One", "Two", "after"]


def test_lists_count_as_they_say() -> None:
    html = (
        '<ol start="3"><li>c<ol type="a"><li>x<li>y</ol><li>d<li value="9">i</ol>'
        '<ol style="list-style-type: upper-roman"><li>one<ul><li>bullet</ul></ol>'
    )
    assert seen(html) == ["3. c", "  a. x", "  b. y", "4. d", "9. i", "I. one", "  • bullet"]


def test_a_list_that_counts_down_counts_down() -> None:
    assert seen("<ol reversed><li>b<li>a</ol>") == ["2. b", "1. a"]
    html = '<ol reversed start="9"><li>i<li value="4">d<ol type="a" reversed><li>y<li>x</ol><li>c</ol>'
    assert seen(html) == ["9. i", "4. d", "  b. y", "  a. x", "3. c"]


def test_the_answers_of_a_box_do_not_run_together() -> None:
    assert seen("<p>Answer <select><option>Yes<option>No</select>.") == ["Answer Yes No ."]


def test_what_word_saves_has_the_label_that_word_printed() -> None:
    """Word writes lists as paragraphs, each with its label where other programs are to ignore it."""
    html = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Before a visit<o:p></o:p></p>"
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>2.1<span>&nbsp; </span></span><![endif]>Tell somebody.</p>"
        "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]>"
        "<span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>a bullet</p>"
    )
    assert seen(html) == ["2. Before a visit", "  2.1 Tell somebody.", "• a bullet"]


def test_notes_of_word_are_notes() -> None:
    html = (
        '<p>Words<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p><div><hr>'
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div></div>'
    )
    assert seen(html) == ["Words.", "[1] The note."]


def test_tables_keep_their_cells_and_heads() -> None:
    html = (
        "<table><thead><tr><th>A<th>B</thead><tr><td rowspan=2>1<td>2<tr><td>3"
        "<tr><td colspan=2><table><tr><td>inner</table></table>"
    )
    [table] = read_page(page_of(html))
    assert isinstance(table, Table)
    assert table.heads == 1
    assert [[(spoken(cell.blocks[0]), cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("A", 1, 1), ("B", 1, 1)],
        [("1", 1, 2), ("2", 1, 1)],
        [("3", 1, 1)],
        [("inner", 2, 1)],
    ]


def test_a_line_that_ends_within_bold_words_ends_all_the_same() -> None:
    [block] = read_page(page_of("<p><b>the model<br><br></b>This is<i> <br>it</i></p>"))
    assert isinstance(block, Paragraph)
    assert plain(block.words).split("\n") == ["the model", "", "This is ", "it"]


def test_blanks_are_those_that_a_browser_shows() -> None:
    [block] = read_page(page_of("<p>\n  one \n two<b> three </b>four&nbsp;five  </p>"))
    assert isinstance(block, Paragraph)
    assert plain(block.words) == "one two three four\u00a0five"


def test_quotations_definitions_and_lines_across_the_page() -> None:
    html = (
        "<blockquote><p>One<p>Two</blockquote><hr><dl><dt>Keeper<dd>Who has the key.<dd>Who had it."
        "<dt>Holder<dd><p>Who<p>holds.</dl><ul><li>An item<blockquote>quoted</blockquote></ul>"
    )
    assert seen(html) == [
        "> One / Two",
        "---",
        "Keeper: Who has the key. / Who had it.; Holder: Who / holds.",
        "• An item",
        "> quoted",
    ]


def test_the_caption_of_a_table_stands_before_it() -> None:
    html = "<table><caption>Fees</caption><colgroup><col></colgroup><tr><td>A day</td><td>£5</td></tr></table>"
    assert [type(block).__name__ for block in read_page(page_of(html))] == ["Paragraph", "Table"]
    assert spoken(read_page(page_of(html))[0]) == "Fees"
