"""Which words of a contact a phone can dial, or a mail program open: written down by hand."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.policy.links import is_safe
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.markdown.reached import reached

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("020 7946 0012", "tel:02079460012"),
        ("Ring (020) 7946 0012.", "tel:02079460012"),
        ("(020 7946 0012)", "tel:02079460012"),
        ("01632 960001, 9am to 5pm", "tel:01632960001"),
        ("01632-960-001", "tel:01632960001"),
        ("02079460012", "tel:02079460012"),
        ("+44 20 7946 0012", "tel:+442079460012"),
        ("+44 (0)20 7946 0012", "tel:+442079460012"),
        ("+1 (555) 010-9999", "tel:+15550109999"),
        ("01 99 00 12 34", "tel:0199001234"),
        ("0800 1111", "tel:08001111"),
        ("0300 555 0199 24/7", "tel:03005550199"),
        ("020 7946 0012 ext. 34", "tel:02079460012"),
        ("*Ring* 020\u00a07946\u00a00012", "tel:02079460012"),
        ("Call 999", "tel:999"),
        ("Phone us on 116 123 at any hour", "tel:116123"),
        ("Tel. 111", "tel:111"),
        ("help@cafe.example", "mailto:help@cafe.example"),
        ("Write to anna.b-c+d@mail.council.example.", "mailto:anna.b-c+d@mail.council.example"),
    ],
)
def test_numbers_and_addresses_are_links(written: str, dialled: str) -> None:
    found = _LINK.findall(reached(written).html)
    assert [address for address, _ in found] == [dialled]
    assert is_safe(dialled)


@pytest.mark.parametrize(
    "written",
    [
        "Ask your line manager",
        "In the register",
        "Ring 1",
        "Call 2145",
        "NHS 111",
        "Room 0123456789",
        "Extension 0123",
        "Text 85258",
        "01-02-2026",
        "2026-01-02",
        "01.02.2026",
        "09:00 to 17:00",
        "00445790",
        "Account 0123456789",
        "Quote reference 0123 456 7890",
        "Fax 020 7946 0012",
        "Sort code 08-90-01",
        "£0 7946 001 234",
        "0800 1111 24 hours a day",
        "0800 555 019 7 days a week",
        "18001 0800 555 0199",
        "020 7946 0012 0034 0056",
        "`020 7946 0012`",
        "first.last@council.example",
        "firstname.surname@council.example",
        "o'brien@council.example",
        "R&D@council.example",
        "j\u00f6rg@council.example",
        "@council",
        "name@council",
        "https://council.example/0207946001",
    ],
)
def test_what_may_be_something_else_stays_as_it_is(written: str) -> None:
    assert reached(written) == phrase(written)


def test_a_link_of_the_author_stays_and_others_are_made_beside_it() -> None:
    found = reached("[the desk](tel:111) or 020 7946 0012 or a@b.example")
    assert _LINK.findall(found.html) == [
        ("tel:111", "the desk"),
        ("tel:02079460012", "020 7946 0012"),
        ("mailto:a@b.example", "a@b.example"),
    ]
    assert found.text == "the desk or 020 7946 0012 or a@b.example"


_GAPS = st.sampled_from(["", " ", "-", "\u00a0"])


@given(
    st.sampled_from(["020", "01632", "0300", "07700"]),
    _GAPS,
    st.from_regex(r"[0-9]{3}", fullmatch=True),
    _GAPS,
    st.sampled_from(["", "."]),
)
def test_a_number_is_dialled_by_its_figures(area: str, gap: str, first: str, other: str, end: str) -> None:
    rest = "9" * (11 - len(area) - len(first))
    found = _LINK.findall(reached(f"Ring {area}{gap}{first}{other}{rest}{end}").html)
    assert found == [(f"tel:{area}{first}{rest}", f"{area}{gap}{first}{other}{rest}")]


@given(st.text(st.sampled_from("0123456789 ()+-.,/:@abcx\u00e9&<'\"`*_[]"), max_size=40))
def test_no_word_is_changed_and_each_link_can_be_opened(written: str) -> None:
    found, before = reached(written), phrase(written)
    assert found.text == before.text
    tags = re.compile(r"<[^>]*>")
    assert tags.sub("", found.html) == tags.sub("", before.html)
    for address, words in set(_LINK.findall(found.html)) - set(_LINK.findall(before.html)):
        assert is_safe(address)
        kind, _, rest = address.partition(":")
        if kind == "tel":
            assert "".join(re.findall("[0-9]", rest)) == "".join(re.findall("[0-9]", words.replace("(0)", "")))
        else:
            assert rest == unescape(words)
