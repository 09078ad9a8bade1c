"""Text and form are two views of one tree, whatever the tree and whatever is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields as parts_of
from dataclasses import is_dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clausetree.editing.form.change import (
    AddCard,
    AddItem,
    Change,
    Done,
    MoveBefore,
    MoveDown,
    MoveUp,
    Remove,
    SetValue,
)
from clausetree.editing.form.changing import change
from clausetree.editing.form.form import Card, Control, Field, fields_of
from clausetree.editing.form.reading import form_of
from clausetree.editing.replacement import replaced
from clausetree.report.source import Source
from clausetree.tree.parsing.format import format_tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.lines import BadAddress, LineProblem
from clausetree.tree.problems.recovery import ForeignMarkdown, RecoveryProblem
from clausetree.tree.syntax import Text
from tests.editing.form.trees import VALID, said
from tests.tree.parsing.test_any_text import ANY_LINES, damaged
from tests.tree.small_trees import again_tree, small_tree

TEXTS = st.sampled_from(VALID) | small_tree() | again_tree()
LAID_OUT = TEXTS.map(lambda text: format_tree(Source("", text)))
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
WORDS = st.sampled_from(
    [
        "Other words",
        'He said "no"',
        "A \\ and \\\\",
        "# not a comment",
        "-> there",
        "ends with \\",
        "“x” (2.4)",
        "é 你好",
    ]
) | st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1).filter(str.strip)
COMMENT = re.compile(r"\s*#(\s|$)")
LISTS = st.lists(WORDS, min_size=1, max_size=4)
IN_LINES = LISTS.filter(lambda lines: not all(map(COMMENT.match, lines))).map("\n\n".join)
OTHERS = {
    Control.WORDS: WORDS,
    Control.MARKDOWN: IN_LINES,
    Control.CLAUSES: st.sampled_from(["2.4", "2.4, 2.3(a)", 'purpose, "Article 4"']),
    Control.CONDITION: st.sampled_from(["a is b", "not (a includes b or c < 3) and d is not e"]),
    Control.DEADLINE: st.sampled_from(["2 days of a", '3 months of "the day"']),
    Control.TARGET: st.just("somewhere"),
    Control.POINTS: st.just("3 to score and 2 points to other"),
    Control.ANSWERS: st.just("something"),
    Control.FLAG: st.just("yes"),
}


def text_after(text: str, wanted: Change) -> str | None:
    """Return a text after a change, or None where it is refused."""
    outcome = change(Source("some.tree", text), wanted)
    if not isinstance(outcome, Done):
        assert outcome.what
        return None
    return replaced(text, outcome.replacements)


def cards_of(text: str) -> tuple[Card, ...]:
    return form_of(Source("some.tree", text)).cards


def units(text: str) -> list[str]:
    """Return what each card consists of, comments right above it included."""
    return [text[card.span.start : card.span.end] for card in cards_of(text)]


@st.composite
def texts_and_fields(draw: st.DrawFn) -> tuple[str, Field]:
    text = draw(LAID_OUT).replace("\n", draw(ENDS))
    return text, draw(st.sampled_from([field for card in cards_of(text) for field in fields_of(card)]))


@pytest.mark.parametrize("text", VALID)
def test_setting_any_field_to_its_own_value_changes_nothing(text: str) -> None:
    fields = [field for card in cards_of(text) for field in fields_of(card)]
    # Of a large tree some hundred of them, from all over it.
    for field in fields[:: 1 + len(fields) // 100]:
        assert text_after(text, SetValue(field.path, field.value)) == text


@pytest.mark.parametrize("text", VALID)
def test_every_path_is_of_one_field_alone(text: str) -> None:
    paths = [field.path for card in cards_of(text) for field in fields_of(card)]
    assert len(set(paths)) == len(paths)


@given(texts_and_fields(), st.data())
def test_other_words_and_back_give_the_same_text(drawn: tuple[str, Field], data: st.DataObject) -> None:
    text, field = drawn
    others = OTHERS.get(field.control)
    assume(others is not None and field.value)
    assert others is not None
    outcome = change(Source("some.tree", text), SetValue(field.path, data.draw(others)))
    assume(isinstance(outcome, Done))
    assert isinstance(outcome, Done)
    for made in outcome.replacements:
        assert field.span.start <= made.span.start
        assert made.span.end <= field.span.end
    other = replaced(text, outcome.replacements)
    assert text_after(other, SetValue(field.path, field.value)) == text


@given(texts_and_fields(), st.data())
def test_what_is_filled_in_is_what_the_field_says_then(drawn: tuple[str, Field], data: st.DataObject) -> None:
    text, field = drawn
    assume(field.control in OTHERS)
    value = data.draw(OTHERS[field.control])
    other = text_after(text, SetValue(field.path, value))
    if field.control in (Control.WORDS, Control.MARKDOWN):
        assert other is not None
    assume(other is not None)
    assert other is not None
    (now,) = [each.value for card in cards_of(other) for each in fields_of(card) if each.path == field.path]
    assert " ".join(now.split()) == " ".join(value.split())
    card = field.path.partition("/")[0]
    before, after = cards_of(text), cards_of(other)
    assert [each.path for each in before] == [each.path for each in after]
    kept = [at for at, each in enumerate(before) if each.path != card]
    assert [units(text)[at] for at in kept] == [units(other)[at] for at in kept]


MOVES = (MoveUp, MoveDown)
ADDITIONS = (AddCard, AddItem)
EVERY = (SetValue, Remove, MoveBefore, *MOVES, *ADDITIONS)
KINDS = ["option", "many", "help", "cites", "note", "duty", "contact", "link", "when", "answer", "role", "uses"]
VALUES = {
    "words": "New words",
    "name": "The owner",
    "what": "Do it",
    "cites": "2.4",
    "when": "a is b",
    "how": "By post",
    "help": "New words\n\nand more",
    "address": "rules",
}


@st.composite
def texts_and_changes(
    draw: st.DrawFn, kinds: Sequence[type] = EVERY, texts: st.SearchStrategy[str] = TEXTS
) -> tuple[str, Change]:
    text = draw(texts).replace("\r\n", "\n").replace("\n", draw(ENDS))
    cards = cards_of(text)
    if not cards:
        return text, AddCard("step", "A step")
    card = draw(st.sampled_from(cards))
    items = [each.path for each in card.items]
    path = draw(st.just(card.path) | st.sampled_from(items or [card.path]))
    kind = draw(st.sampled_from(kinds))
    match kind.__name__:
        case "SetValue":
            field = draw(st.sampled_from([*fields_of(card)] or [*fields_of(cards[0])]))
            return text, SetValue(field.path, draw(WORDS | IN_LINES | st.just("")))
        case "Remove":
            return text, Remove(path)
        case "MoveUp":
            return text, MoveUp(path)
        case "MoveDown":
            return text, MoveDown(path)
        case "MoveBefore":
            others = items if "/" in path else [each.path for each in cards]
            return text, MoveBefore(path, draw(st.sampled_from([*others, ""])))
        case "AddItem":
            after = draw(st.just("") | st.sampled_from(items or [""]))
            return text, AddItem(card.path, draw(st.sampled_from(KINDS)), VALUES, after)
        case _:
            block = ["question", "step", "wait", "route", "outcome", "scenario", "shared", "table"]
            asks = ["one", "several", "number", "money", "date", "date and time"]
            after = draw(st.just("") | st.sampled_from([each.path for each in cards]))
            return text, AddCard(draw(st.sampled_from(block)), draw(WORDS), after, draw(st.sampled_from(asks)))


@given(texts_and_changes())
def test_after_any_change_the_text_can_be_read_and_all_other_cards_are_as_they_were(
    drawn: tuple[str, Change],
) -> None:
    text, wanted = drawn
    other = text_after(text, wanted)
    assume(other is not None)
    assert other is not None
    lines = isinstance(wanted, SetValue) and wanted.path.endswith("/lines")
    if not lines:
        assert not unreadable(other), (wanted, unreadable(other))
    before, after = units(text), units(other)
    match wanted:
        case AddCard():
            assert len(after) == len(before) + 1
            assert set(before) <= set(after)
        case Remove(path) if "/" not in path:
            assert len(after) == len(before) - 1
        case MoveUp(path) | MoveDown(path) | MoveBefore(path) if "/" not in path:
            assert sorted(after) == sorted(before)
        case _:
            assert sum(one != then for one, then in zip(before, after, strict=True)) <= 1
    if isinstance(wanted, AddCard | AddItem):
        assert comments(text) == comments(other)


def unreadable(text: str) -> list[str]:
    """Return what is wrong with the lines of a text, if anything."""
    return [
        repr(problem)
        for problem in parse_tree(Source("some.tree", text))[1]
        if isinstance(problem, LineProblem | RecoveryProblem)
        and not isinstance(problem, BadAddress | ForeignMarkdown)
    ]


def comments(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"\r\n|\r|\n", text) if line.strip().startswith("# ")]


@given(texts_and_changes(ADDITIONS))
def test_what_is_added_and_removed_again_leaves_no_trace(drawn: tuple[str, Change]) -> None:
    text, wanted = drawn
    outcome = change(Source("some.tree", text), wanted)
    assume(isinstance(outcome, Done))
    assert isinstance(outcome, Done)
    other = replaced(text, outcome.replacements)
    paths = [card.path for card in cards_of(other)]
    paths += [item.path for card in cards_of(other) for item in card.items]
    paths += [field.path for card in cards_of(other) for field in fields_of(card)]
    assert outcome.selected in paths
    assert text_after(other, Remove(outcome.selected)) == text


@given(texts_and_changes(MOVES))
def test_a_move_and_the_move_back_leave_no_trace(drawn: tuple[str, Change]) -> None:
    text, wanted = drawn
    outcome = change(Source("some.tree", text), wanted)
    assume(isinstance(outcome, Done))
    assert isinstance(outcome, Done)
    other = replaced(text, outcome.replacements)
    back: Change = MoveDown(outcome.selected) if isinstance(wanted, MoveUp) else MoveUp(outcome.selected)
    assert text_after(other, back) == text


def words_of(said: object) -> Iterator[str]:
    """Yield every line of words in what a text says."""
    if isinstance(said, Text):
        yield from filter(None, map(str.strip, said.markdown.split("\n")))
    elif isinstance(said, tuple):
        for each in said:
            yield from words_of(each)
    elif is_dataclass(said):
        for each in parts_of(said):
            yield from words_of(getattr(said, each.name))


@pytest.mark.parametrize("text", VALID)
def test_every_word_that_a_reader_would_meet_is_in_some_field(text: str) -> None:
    values = "\n".join(field.value for card in cards_of(text) for field in fields_of(card))
    words = [*words_of(said(text))]
    assert words
    assert [each for each in words if each not in values] == []


@given(texts_and_changes(texts=damaged() | ANY_LINES))
def test_any_change_of_any_text_is_made_or_refused_in_words(drawn: tuple[str, Change]) -> None:
    text, wanted = drawn
    other = text_after(text, wanted)
    if other is not None and isinstance(wanted, SetValue) and "/lines" not in wanted.path:
        assert sum(one != then for one, then in zip(units(text), units(other), strict=True)) <= 1
