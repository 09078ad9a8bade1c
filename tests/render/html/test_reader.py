"""HTML as pieces: what opens, what closes, and the words between."""

from __future__ import annotations

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
