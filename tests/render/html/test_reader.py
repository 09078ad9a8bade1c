"""HTML as pieces: what opens, what closes, and the words between."""

from __future__ import annotations

import pytest

from clausetree.render.html.reader import Closed, Opened, Words, read_pieces


def test_elements_and_words_are_read_in_order_with_their_entities() -> None:
    assert read_pieces('<p id="a&amp;b" hidden>one &lt; <br/>two</p><!-- no -->') == [
        Opened("p", {"id": "a&b", "hidden": ""}),
        Words("one < "),
        Opened("br", {}),
        Closed("br"),
        Words("two"),
        Closed("p"),
    ]


def test_what_is_not_well_formed_is_read_too() -> None:
    closed, opened, *words = read_pieces("</i><b class='x  y'>left < open")
    assert closed == Closed("i")
    assert isinstance(opened, Opened)
    assert opened.classes == {"x", "y"}
    assert "".join(each.text for each in words if isinstance(each, Words)) == "left < open"


def test_what_only_sgml_knows_is_a_comment() -> None:
    assert read_pieces("a<![foo[ y ]]>b") == [Words("a"), Words("b")]


def test_of_an_attribute_that_is_there_twice_the_first_counts() -> None:
    assert read_pieces('<a href="one" href="two">') == [Opened("a", {"href": "one"})]


@pytest.mark.parametrize(
    "comment", ["<!-->", "<!--->", "<!---->", "<!-- a --!>", "<!-- a -- > b -->", "<!--!>-->"]
)
def test_a_comment_ends_where_browsers_end_it(comment: str) -> None:
    assert read_pieces(f"{comment}shown<!-- -->") == [Words("shown")]


@pytest.mark.parametrize("element", ["script", "style", "title", "textarea"])
@pytest.mark.parametrize("end", ["", " ", " x", "/"])
def test_what_holds_only_text_ends_at_its_end_tag_however_that_is_written(element: str, end: str) -> None:
    pieces = read_pieces(f"<{element}><!-- <b> </{element}{end}>shown<!-- --></{element}>")
    assert pieces[-3:] == [Closed(element), Words("shown"), Closed(element)]
    assert Opened("b", {}) not in pieces
