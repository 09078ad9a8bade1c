"""Items are counted in letters of many scripts, and articles in numerals of some."""

from __future__ import annotations

import pytest

from clausetree.policy.labels.label import Beginning, Form, Place
from clausetree.policy.labels.labels import labels_of
from clausetree.policy.parser import read_outline
from clausetree.report.source import Source

LISTS = [
    "(أ) (ب) (ج) (د) (هـ) (و)",
    "(أ) (ب) (ت) (ث) (ج)",
    "א. ב. ג. ד.",
    "α) β) γ) δ) ε) στ)",
    "а) б) в) г) ґ) д)",
    "(क) (ख) (ग) (घ) (ङ) (च)",
    "a) b) c) d) đ) e)",
    "1° 2° 3°",
    "（一） （二） （三） （四）",
]
ARTICLES = [
    "第一条 第二条 第三条",
    "Article 1er|Article 2|Article 2 bis|Article 2 ter|Article 3",
    "Article A-1|Article A-2",
    "Стаття 1|Стаття 2",
    "Άρθρο 1|Άρθρο 2",
    "Điều 1.|Điều 2.",
]


@pytest.mark.parametrize("row", LISTS)
def test_letters_that_come_one_after_another_are_those_of_items(row: str) -> None:
    letters = row.split(" ")
    units = [Beginning("1.1 It has:", Place.PARAGRAPH)]
    units += [Beginning(f"{letter} слово", Place.PARAGRAPH) for letter in letters]
    found = labels_of(units)[1:]
    assert [(label.printed, label.form, label.parent) if label else None for label in found] == [
        (letter, Form.ITEM, 0) for letter in letters
    ]


@pytest.mark.parametrize("row", ARTICLES)
def test_articles_are_counted_in_the_words_of_their_language(row: str) -> None:
    written = row.split("|") if "|" in row else row.split(" ")
    found = labels_of([Beginning(f"{article} Слово", Place.PARAGRAPH) for article in written])
    assert [label.printed if label else None for label in found] == written


def test_the_anchor_of_such_an_item_ends_in_a_letter_of_ours() -> None:
    text = "1.1 Здесь:\n\nа) раз;\n\nб) два.\n"
    outline = read_outline(Source("p.md", text), {})
    assert [(lost.clause.number, lost.clause.anchor) for lost in outline.unanchored] == [
        ("1.1", "c1-1"),
        ("1.1(а)", "c1-1-a"),
        ("1.1(б)", "c1-1-b"),
    ]


def test_a_sentence_may_begin_with_the_number_of_an_article() -> None:
    sentence = "Стаття 5 цього закону не діє."
    units = [Beginning("Стаття 5. Слово", Place.PARAGRAPH), Beginning(sentence, Place.PARAGRAPH)]
    assert [label is not None for label in labels_of(units)] == [True, False]
