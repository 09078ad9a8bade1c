"""The policy's terms within an author's words: links that change no word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.render.tree.sections import to_html
from clausetree.render.tree.terms import explained
from clausetree.tree.markdown.prose import text_block
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import Procedure

TERMS = {
    "social media": "policy/#social-media",
    "social media account": "policy/#account",
    "social media accounts": "policy/#account",
    "R&D": "policy/#r-and-d",
    "amp": "policy/#amp",
}


@pytest.fixture(scope="module")
def procedure(procedures: Procedures) -> Procedure:
    """A procedure of the site, whose policy says what `TERMS` mean."""
    return replace(procedures.all[0], terms=TERMS)


def linked(procedure: Procedure, markdown: str) -> list[tuple[str, str]]:
    """Return the address and the words of each link to a term."""
    html = explained(procedure, text_block(markdown), "../")
    return re.findall(r'<a href="([^"]*)" class="term">([^<]*)</a>', html)


MENTIONS = [
    ("Look at social media first.", ["social media"]),
    ("Social Media, as we say", ["Social Media"]),
    ("social\nmedia on two lines", ["social\nmedia"]),
    ("social media, and social media again", ["social media"]),
    ("a social media account on social media", ["social media account", "social media"]),
    ("one social media account of her social media accounts", ["social media account"]),
    ("unsocial media; anti-social media; social medias; social media-led", []),
    ("a post's social media's words", ["social media"]),
    ("[social media](https://example.org) is a link, and social media is not", ["social media"]),
    ("R&D, R&amp;D & more", ["R&amp;D"]),
    ("- social media\n- social media", ["social media"]),
    ("*social* media", []),
]


@pytest.mark.parametrize(("markdown", "words"), MENTIONS)
def test_the_first_mention_of_each_term_is_a_link(
    procedure: Procedure, markdown: str, words: list[str]
) -> None:
    assert [found for _, found in linked(procedure, markdown)] == words


def test_a_term_leads_from_the_page_to_the_part_that_says_what_it_means(procedure: Procedure) -> None:
    assert linked(procedure, "two social media accounts") == [("../policy/#account", "social media accounts")]


def test_code_is_left_as_it_is(procedure: Procedure) -> None:
    html = "<p><code>social media</code> and social media</p>"
    shown = explained(procedure, replace(text_block(""), html=html), "")
    assert shown.startswith("<p><code>social media</code> and <a ")


WORDS = st.lists(
    st.sampled_from([*TERMS, "amp;", "&", "*", "**", "[", "](x)", "<", ">", "\n", "\n\n- ", "-", '"', " ", "a"])
).map("".join)


@given(WORDS)
def test_no_word_changes_and_no_link_stands_in_another(procedure: Procedure, markdown: str) -> None:
    prose = text_block(markdown)
    html = explained(procedure, prose, "../")
    assert re.sub(r'<a href="[^"]*" class="term">([^<]*)</a>', r"\1", html) == prose.html
    assert re.search(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", html, re.DOTALL) is None


def test_only_help_notes_and_what_a_tree_is_about_explain_terms(procedures: Procedures) -> None:
    for procedure in procedures.all:
        sections = to_html(procedure, "../../")
        text_blocks = re.findall(r'<div class="ct-(?:help|note)">.*?</div>', sections, re.DOTALL)
        within = [len(re.findall('class="term"', found)) for found in text_blocks]
        assert sum(within) == sections.count('class="term"') > 0
        # Each of the two terms once: more underlined words would be in a tired reader's way.
        assert max(within) == 1
