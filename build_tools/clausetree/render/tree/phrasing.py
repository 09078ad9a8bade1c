"""Conditions and strengths in a reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from clausetree.render.html.markup import in_a_list
from clausetree.tree.answers import Answer, is_unsure, meant, offered
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or
from clausetree.tree.deadlines.number_words import number_words
from clausetree.tree.model import (
    YOU,
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Ordered,
    OtherTree,
    Outcome,
    Picked,
    Prose,
    Question,
    Route,
    Step,
    Tree,
    Unsure,
    Visit,
    asked_by,
)
from clausetree.tree.scalar import Sign, scalar_of, scalar_phrase
from clausetree.tree.scale import NumberScale
from clausetree.tree.strength import Strength

STOP_HERE = "You stop here for now. Come back when you have what you are waiting for."
"""What a reader is told at a wait."""


def title_of(node: Node) -> str:
    """Return the words by which a reader knows a node."""
    match node:
        case Route():
            return "It depends on your answers"
        case OneOf() | ManyOf() | Measure() | Step() | Visit() | Outcome():
            return node.title.text
        case _:
            assert_never(node)


def time_words(tree: Tree, node_id: str) -> str:
    """Return which time it is that a reader comes to a node: " (the second time)"; "" for the first.

    In a passage within another it is "the third time in the second round".
    """
    *rounds, time = tree.times(node_id) or (1,)
    if time == max([1, *rounds]) == 1:
        return ""
    within = "".join(f" in the {_nth(one)} round" for one in reversed(rounds))
    return f" ({nth_time(time)}{within})"


def nth_time(time: int) -> str:
    """Return "the third time"."""
    return f"the {_nth(time)} time"


def _nth(time: int) -> str:
    words = number_words(time)
    assert words, "nobody goes through anything a hundred times"
    return words[1]


def heading_of(node: Node) -> str:
    """Return the title of a node above the ways that lead on from it."""
    counts = ": the first that fits counts" if isinstance(node, Route) and node.first else ""
    return f"{title_of(node)}{counts}"


def kind_of(node: Node) -> str:
    """Return what sort of node it is, in one word that a reader knows."""
    match node:
        case OneOf(visits=OtherTree()) | Visit():
            return "Procedure"
        case OneOf() | ManyOf() | Measure():
            return "Question"
        case Step():
            return "Wait" if node.waits else "Step"
        case Route():
            return "Route"
        case Outcome():
            return "Outcome"
        case _:
            assert_never(node)


def slug_of(node: Node) -> str:
    """Return what sort of node it is, for a class name."""
    match node:
        case OneOf(visits=OtherTree()) | Visit():
            return "visit"
        case OneOf() | ManyOf() | Measure():
            return "question"
        case Step():
            return "wait" if node.waits else "step"
        case Route():
            return "route"
        case Outcome():
            return "outcome"
        case _:
            assert_never(node)


def who_does(tree: Tree, duty: Duty) -> str:
    """Return the words before a duty: "You must", "Your line manager should"."""
    return duty.strength.phrase(tree.name_of(duty.who).text, you=duty.who == YOU)


def grouped(tree: Tree, duties: Iterable[Duty]) -> dict[str, list[Duty]]:
    """Return the duties by who does them and how strongly ("You must").

    The reader's own come first, and of each person's the strongest.
    """
    people = [YOU, *(role.id for role in tree.roles)]
    strengths = list(Strength)
    ranked = sorted(duties, key=lambda d: (people.index(d.who), strengths.index(d.strength)))
    groups: dict[str, list[Duty]] = {}
    for duty in ranked:
        groups.setdefault(who_does(tree, duty), []).append(duty)
    return groups


_TO_TICK = (Strength.MUST, Strength.WILL, Strength.SHOULD, Strength.ENCOURAGED)


def is_to_tick(duty: Duty) -> bool:
    """Return whether a duty is something that the reader does, and then has done.

    To tick what she must not do would say that she did it.
    """
    return duty.who == YOU and duty.strength in _TO_TICK


def duty_key(tree: Tree, duty: Duty) -> str:
    """Return what tells a duty from the others of its tree, whatever order they come in.

    One that is due anew each time through a passage is another each time.
    """
    question = duty.within.question if duty.within else None
    time = time_words(tree, question) if question else ""
    return f"{who_does(tree, duty)}: {duty.what.text}{time}"


def answered(node: Question, answer: Answer) -> list[Prose]:
    """Return an answer in the reader's words, a piece for each thing picked.

    Of a reader who does not know it says what that counts as.
    """
    if node.unsure and is_unsure(node, answer):
        return [unsure_words(node, node.unsure)]
    if isinstance(node, Measure):
        scalars = (scalar_of(node.scale, text) for text in answer)
        return [with_unit(node, scalar_phrase(node.scale, one), one) for one in scalars if one is not None]
    return [option.wording for option in offered(node) if option.id in answer]


def unsure_words(node: Question, unsure: Unsure) -> Prose:
    """Return what a reader picks who does not know: "I do not know (counts as “Yes”)"."""
    if isinstance(node, Measure):
        counted = answered(node, meant(node, frozenset({unsure.id}))) if unsure.counts_as else [_TODAY]
    else:
        wordings = [option.wording for option in offered(node) if option.id in unsure.counts_as]
        counted = [Prose(f"“{one.text}”", f"“{one.html}”") for one in wordings]
    text, html = (in_a_list(parts) for parts in ([p.text for p in counted], [p.html for p in counted]))
    return Prose(f"{unsure.wording.text} (counts as {text})", f"{unsure.wording.html} (counts as {html})")


_TODAY = Prose("today", "today")


def with_unit(node: Measure, words: str, alone: int | None = None) -> Prose:
    """Return a scalar that stands `alone`, or a range of them, as it is said, with what it counts."""
    is_one = isinstance(node.scale, NumberScale) and alone == 10**node.scale.places
    behind = node.unit_of_one if node.unit_of_one and is_one else node.unit
    number = counted(Prose(words, words), behind)
    return _joined(node.word_before, " ", number) if node.word_before else number


def counted(number: Prose, unit: Prose | None) -> Prose:
    """Return a number with its unit behind it. A sign of per cent stands right there: "50%"."""
    return _joined(number, "" if unit.text.startswith("%") else " ", unit) if unit else number


def _joined(one: Prose, joint: str, other: Prose) -> Prose:
    return Prose(f"{one.text}{joint}{other.text}", f"{one.html}{joint}{other.html}")


def wording_of(tree: Tree, picked: Picked) -> str:
    """Return the wording of the option that a fact speaks of."""
    question = tree.node(picked.question)
    assert isinstance(question, OneOf | ManyOf), "a sound tree's facts are about questions"
    return next(o.wording.text for o in offered(question) if o.id == picked.option)


def condition_phrase(tree: Tree, condition: Condition[Fact], at: str = "") -> str:
    """Return a condition as the end of a sentence that begins with "if".

    `at` is the question beside which it stands, if any: of that it says "your answer".
    """
    match condition:
        case Is(fact):
            return _fact_phrase(tree, fact, at, holds=True)
        case Not(Is(fact)):
            return _fact_phrase(tree, fact, at, holds=False)
        case Named(_, words):
            return f"“{words}” applies"
        case Not(Named(_, words)):
            return f"“{words}” does not apply"
        case Not(part):
            return f"it is not the case that ({condition_phrase(tree, part, at)})"
        case And(parts):
            return " and ".join(_and_phrases(tree, parts, at))
        case Or(parts):
            return " or ".join(_inner_phrase(tree, part, at) for part in parts)
        case _:
            assert_never(condition)


def _and_phrases(tree: Tree, parts: Sequence[Condition[Fact]], at: str) -> Iterator[str]:
    """Yield what parts say. Of two limits to one number in a row, the second is said without the question."""
    before: Condition[Fact] | None = None
    for part in parts:
        match before, part:
            case Is(Compared(question=one)), Is(Compared(question=other) as fact) if one == other:
                yield limit_phrase(fact)
            case _:
                yield _inner_phrase(tree, part, at)
        before = part


def _inner_phrase(tree: Tree, condition: Condition[Fact], at: str) -> str:
    words = condition_phrase(tree, condition, at)
    return f"({words})" if isinstance(condition, And | Or) else words


_SIGNS = {
    Sign.LESS: "less than",
    Sign.AT_MOST: "at most",
    Sign.MORE: "more than",
    Sign.AT_LEAST: "at least",
    Sign.IS: "exactly",
}
_DATE_SIGNS = {
    Sign.LESS: "before",
    Sign.AT_MOST: "on or before",
    Sign.MORE: "after",
    Sign.AT_LEAST: "on or after",
    Sign.IS: "on",
}


def _comparison_phrase(tree: Tree, fact: Compared, at: str, verb: str) -> str:
    total = tree.total(fact.question)
    what = total.words.text if total else _answer_to(tree, fact.question, at)
    return f"{what} {verb} {limit_phrase(fact)}"


_ORDER = {
    Sign.LESS: "less than",
    Sign.AT_MOST: "at most as much as",
    Sign.MORE: "more than",
    Sign.AT_LEAST: "at least as much as",
    Sign.IS: "the same as",
}
_DATE_ORDER = {
    Sign.LESS: "earlier than",
    Sign.AT_MOST: "the same as or earlier than",
    Sign.MORE: "later than",
    Sign.AT_LEAST: "the same as or later than",
    Sign.IS: "the same as",
}


def _order_phrase(tree: Tree, fact: Ordered, at: str, verb: str) -> str:
    one, other = (_answer_to(tree, question, at) for question in asked_by(fact))
    signs = _ORDER if isinstance(fact.scale, NumberScale) else _DATE_ORDER
    return f"{one} {verb} {signs[fact.sign]} {other}"


def _answer_to(tree: Tree, question: str, at: str) -> str:
    to = "" if question == at else f" to “{title_of(tree.node(question))}”"
    return f"your answer{to}"


def limit_phrase(fact: Compared, amount: str | None = None) -> str:
    """Return what a number or a date is held to: "at least 3", "before 1 May 2026", "more than 5 days ago".

    `amount` is what the limit is called, if not by itself alone.
    """
    if fact.days is not None:
        return _days_phrase(fact.sign, fact.days)
    signs = _SIGNS if isinstance(fact.scale, NumberScale) else _DATE_SIGNS
    return f"{signs[fact.sign]} {amount or scalar_phrase(fact.scale, fact.amount)}"


def _days_phrase(sign: Sign, days: int) -> str:
    if days == 0 and sign in (Sign.IS, Sign.LESS):
        return "today" if sign is Sign.IS else "before today"
    if days == 0 and sign is Sign.AT_MOST:
        return "today or earlier"
    return f"{_SIGNS[sign.turned]} {days_ago(days)}"


def days_ago(days: int) -> str:
    """Return a day in words, by how many days ago it was: "today", "3 days ago"."""
    return "today" if days == 0 else f"{days} day{'s' * (days > 1)} ago"


def _fact_phrase(tree: Tree, fact: Fact, at: str, *, holds: bool) -> str:
    if isinstance(fact, Compared):
        return _comparison_phrase(tree, fact, at, "is" if holds else "is not")
    if isinstance(fact, Ordered):
        return _order_phrase(tree, fact, at, "is" if holds else "is not")
    question = tree.node(fact.question)
    match question:
        case Step(ends=OtherTree() as visited):
            return end_phrase(visited.title, title_of(question), holds=holds)
        case Step():
            return f"you {'have' if holds else 'have not'} done “{title_of(question)}”"
        case OneOf(visits=OtherTree() as visited):
            return end_phrase(visited.title, wording_of(tree, fact), holds=holds)
    wording = wording_of(tree, fact)
    # "Yes" alone would not say which question it answers.
    is_repeated = [_bare(w) for w in _wordings(tree)].count(_bare(wording)) > 1
    to = f" to “{title_of(question)}”" if is_repeated else ""
    if isinstance(question, ManyOf) and not is_repeated:
        return f"“{wording}” {'applies' if holds else 'does not apply'}"
    return f"{'you answered' if holds else 'you did not answer'} “{wording}”{to}"


def _bare(wording: str) -> str:
    """Return the words of an answer by which readers know it: “No.” is no other than “no”."""
    return wording.casefold().strip(" .,;:!")


def end_phrase(visited: str, outcome: str, *, holds: bool = True) -> str:
    """Return that a visit to a procedure ended with an outcome, or did not."""
    return f"“{visited}” {'ended' if holds else 'did not end'} with “{outcome}”"


def _wordings(tree: Tree) -> Iterator[str]:
    for node in tree.nodes:
        if isinstance(node, OneOf | ManyOf | Measure) and tree.original(node.id) == node.id:
            yield from (option.wording.text for option in offered(node))
