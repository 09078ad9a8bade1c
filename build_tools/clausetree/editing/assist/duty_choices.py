"""What can stand in a duty, and in the lines of a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.editing.assist.choices import Choice
from clausetree.editing.assist.lines import written_lines
from clausetree.editing.assist.names import NameKind
from clausetree.editing.assist.tree_names import (
    answers,
    ends,
    names_of_kind,
    roles,
    subjects,
    verbs,
)
from clausetree.editing.assist.writing_place import WritingPlace, word_choice
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS
from clausetree.tree.strength import Strength


def duty_choices(place: WritingPlace) -> Iterator[Choice]:
    """Yield what can go on with a duty."""
    words, last = place.words(), place.last
    strengths = {strength.value for strength in Strength}
    if len(words) == 1:
        if f"{words[0]} not" in strengths:
            yield word_choice("not", "", " ", f"What somebody {words[0]} not do.")
        yield from roles(place.known, place.names)
    elif words[1:] == ["not"]:
        yield from roles(place.known, place.names)
    elif last.text == "of" and "within" in words:
        yield from subjects(place.names, dates=place.text)
    elif "within" in words and last.text.isdigit():
        units = ("hours", "days", "working days", "weeks", "months", "years")
        yield from (Choice(unit, f"{unit} of ", f"Counted in {unit}.") for unit in units)
    elif last.kind in (TokenKind.TEXT, TokenKind.CLOSE) or "within" in words:
        if last.kind is not TokenKind.CLOSE:
            yield from [word_choice("within")] if "within" not in words else ()
            yield Choice("( )", "(", "The clauses that say so.")
        yield word_choice("when", "", " ", "Whom this is for.")


def scenario_choices(place: WritingPlace) -> Iterator[Choice]:
    """Yield what can go on with a line of a scenario."""
    words = place.words()
    match place.keyword:
        case "ends":
            yield from ends(place.names) if len(words) == 1 else ()
        case "expects":
            yield from _expected(place)
        case question:
            if len(words) == 1:
                yield from verbs(place.text, place.names, question, given=True)
            elif words[-1] in ("is", "includes", ",", "then") or place.last.kind is TokenKind.COMMA:
                yield from answers(place.names, place.known, question)


def _expected(place: WritingPlace) -> Iterator[Choice]:
    words = place.words()[1:]
    if not words or words == ["not"]:
        yield from (word_choice(strength.value) for strength in Strength)
        yield from (
            word_choice(kind, "", " ", f"Readers are shown this {kind}.")
            for kind in ("note", "contact", "link")
        )
    if not words:
        yield word_choice("not", "", " ", "It does not follow.")
        yield from names_of_kind(place.names, NameKind.TOTAL)
    elif place.last.kind is TokenKind.WORD and any(word in STRENGTH_WORDS for word in words):
        yield from roles(place.known, place.names) if words[-1] in (*STRENGTH_WORDS, "not") else ()
        yield from _duties(place, next(word for word in words if word in STRENGTH_WORDS))
    elif place.last.kind is TokenKind.TEXT:
        yield word_choice("by")


def _duties(place: WritingPlace, strength: str) -> Iterator[Choice]:
    """Yield the words of the duties that begin with a strength, and who has them."""
    for line in written_lines(place.text):
        told = next((token for token in line.tokens if token.kind is TokenKind.TEXT), None)
        if told and line.keyword == strength and line.block != BlockKind.SCENARIO:
            who = line.text.strip().split('"')[0].strip()
            yield Choice(told.text, line.text[told.span.start : told.span.end], f"{who}, at {line.owner}")
