"""HTML of our own, read as elements."""

from __future__ import annotations

import pytest

from clausetree.render.html.elements import Element, read_elements


def test_elements_stand_within_elements_and_words_between_them() -> None:
    (first, behind) = read_elements('<ul class="a b"><li>One &amp; <em>two</em><br>three</li></ul> after')
    assert isinstance(first, Element)
    assert (first.tag, first.classes, behind) == ("ul", frozenset({"a", "b"}), " after")
    (item,) = first.elements
    assert item.children == ("One & ", Element("em", {}, ("two",)), Element("br", {}, ()), "three")
    assert item.words == "One & twothree"
    assert [element.tag for element in first.within()] == ["li", "em", "br"]


@pytest.mark.parametrize("html", ["<p>open", "</p>", "<p><em>crossed</p></em>"])
def test_what_is_not_closed_in_its_order_is_none_of_ours(html: str) -> None:
    with pytest.raises(AssertionError):
        read_elements(html)
