"""What can stand in a condition."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.editing.assist.choices import Choice
from clausetree.editing.assist.tree_names import (
    answers,
    subjects,
    verbs,
)
from clausetree.editing.assist.writing_place import WritingPlace, word_choice
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.lexer import Token, TokenKind


def in_condition(place: WritingPlace) -> bool:
    """Return whether a condition has begun, and no arrow ends it."""
    return "when" in place.words() and place.last.kind is not TokenKind.ARROW


def condition_choices(place: WritingPlace) -> Iterator[Choice]:
    """Yield what can go on with a condition."""
    at = place.words().index("when")
    part: list[Token] = []
    for token in place.before[at + 1 :]:
        fresh = token.text in ("and", "or") or token.kind in (TokenKind.OPEN, TokenKind.CLOSE)
        part = [] if fresh else [*part, token]
    part = [token for token in part if token.text != "not" or part.index(token) > 0]
    match [token.text for token in part]:
        case []:
            yield from subjects(place.names)
            if place.last.text != "not" and place.last.kind is not TokenKind.CLOSE:
                yield word_choice("not")
        case ["days", "since"]:
            yield from subjects(place.names, dates=place.text)
        case ["days"]:
            yield word_choice("since")
        case [subject]:
            yield from verbs(place.text, place.names, subject)
            yield from _joined(place)
        case [subject, "is" | "includes"] | [subject, "is", "not"]:
            yield from answers(place.names, place.known, subject)
        case _:
            yield from _joined(place)


def _joined(place: WritingPlace) -> Iterator[Choice]:
    yield from (word_choice(word) for word in ("and", "or"))
    if place.line.block == BlockKind.ROUTE:
        yield word_choice("->", "", " ", "Where the way leads.")
