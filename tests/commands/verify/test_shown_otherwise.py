"""A page of which a browser shows other words than those that are read is not called that version."""

from __future__ import annotations

import re

import pytest

from clausetree.render.html.body import body_of
from clausetree.render.html.reader import Words, read_pieces

from .conftest import Life, Verify
from .test_invented_words import INVENTED, page_of, with_words

CLAUSE = '<p class="clause" id="c1-3">'
SHOWN = [
    f"<head>{INVENTED}</head>",
    f"<!-->{INVENTED}<!-- -->",
    f"<!-- a --!>{INVENTED}<!-- -->",
    f"<body hidden>{INVENTED}</body>",
    f"<script></script x>{INVENTED}<script></script>",
    f"<p hidden><div>{INVENTED}</div></p>",
    f"<title><!--</title>{INVENTED}<!-- -->",
    f'<input value="{INVENTED}">',
    f'<p class="clause-tools"><input value="{INVENTED}"></p>',
    f'<select><option label="{INVENTED}"></select>',
    f'<iframe srcdoc="{INVENTED}"></iframe>',
    f"<script>document.write('{INVENTED}')</script>",
    f"<template shadowrootmode=open>{INVENTED}</template>",
    f"<style>.clause::before {{ content: '{INVENTED}' }}</style>",
    *("<img src=x>", '<svg><image href="x"/></svg>', "<object data=x></object>", "<embed src=x>"),
    *("<textarea></textarea>", "<canvas></canvas>", "<video></video>", "<audio></audio>", "<button></button>"),
]


@pytest.mark.parametrize("words", SHOWN)
@pytest.mark.parametrize("before", [CLAUSE, "</main>"])
def test_what_a_browser_shows_and_is_no_word_of_the_version_is_told(
    life: Life, verify: Verify, words: str, before: str
) -> None:
    assert verify("kept.html", with_words(page_of(life), before, words))[0] in (1, 3)


def test_a_head_that_is_not_closed_ends_where_words_begin(life: Life, verify: Verify) -> None:
    assert verify("kept.html", with_words(page_of(life), "</main>", f"<head>{INVENTED}"))[0] == 3
    whole = page_of(life).replace("</head>", "")
    assert verify("kept.html", whole.encode())[0] == 0


def test_what_may_show_words_is_named_with_its_clause(life: Life, verify: Verify) -> None:
    code, said = verify("kept.html", with_words(page_of(life), "must not lend", "<img src=x>"))
    assert (code, said) == (
        3,
        "This may be version 2.0 of Borrowing equipment. What could not be compared: "
        "what may show other words than those that were read, or hide some of them.\n"
        "It was found otherwise here:\n  clause 1.5: <img>\n",
    )


HIDDEN = [
    '<span class="visually-hidden">not</span>',
    '<span style="display:none">not</span>',
    '<span class="ct-record">not</span>',
    "<span popover>not</span>",
    *("<del>not</del>", "<s>not</s>", "<strike>not</strike>", "<sup>not</sup>", "<dialog>not</dialog>"),
    *("<title>not</title>", "<details>not</details>", '<img alt="not" src=x>', "<bdo dir=rtl>not</bdo>"),
]


@pytest.mark.parametrize("word", HIDDEN)
def test_a_word_that_is_struck_or_may_be_hidden_is_told(life: Life, verify: Verify, word: str) -> None:
    page = page_of(life)
    assert "must not lend" in page
    changed = page.replace("must not lend", f"must {word} lend").encode()
    code, said = verify("kept.html", changed)
    assert (code, "clause 1.5: " in said) == (3, True)


def test_it_is_told_where_the_page_has_another_main_element_before_its_clauses(
    life: Life, verify: Verify
) -> None:
    page = page_of(life).replace("must not lend", "must <s>not</s> lend")
    page = (
        page.replace("<main", "<main></main><main", 1)
        .replace("<main class", "<div class")
        .replace("</main>", "</div>")
    )
    assert verify("kept.html", f"<main></main>{page}".encode())[0] == 3


def test_a_page_without_anchors_is_looked_at_likewise(life: Life, verify: Verify) -> None:
    bare = re.sub(r' (?:id|class)="[^"]*"', "", page_of(life))
    main = bare[bare.index("<h1") : bare.index("</main>")]
    before = verify("reader.html", f"<html><body>{main}</body></html>".encode())[0]
    after = verify(
        "reader.html", f"<html><body>{main.replace('must not', 'must <s>not</s>')}</body></html>".encode()
    )
    assert before in (0, 3)
    assert after[0] == 3


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><head><title>a</title><style>b</style></head><body>c", "c"),
        ("<title>a</title>c", "c"),
        ("<head><template><template></template>b</template></head>c", "c"),
        ("<head>c", "c"),
        ("<p>c<head>d</head>", "cd"),
        ("<head><meta><noscript><link></noscript><p>c", "c"),
    ],
)
def test_a_body_begins_where_browsers_begin_it(page: str, words: str) -> None:
    assert "".join(piece.text for piece in body_of(read_pieces(page)) if isinstance(piece, Words)) == words
