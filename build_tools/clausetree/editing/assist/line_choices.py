"""What can stand in the other lines of a tree, and in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.editing.assist.choices import Choice
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.lines import lines_of_block
from clausetree.editing.assist.names import NameKind
from clausetree.editing.assist.tree_names import (
    answers,
    names_of_kind,
    nodes,
    policies,
    subjects,
)
from clausetree.editing.assist.writing_place import WritingPlace, word_choice
from clausetree.tree.language.lexer import TokenKind


def line_choices(place: WritingPlace) -> Iterator[Choice]:
    """Yield what can go on with any other line."""
    words, last = place.words(), place.last
    match place.keyword:
        case "tree":
            pass
        case "policy" if len(words) == 1:
            yield from policies(place.known)
        case "basis" if len(words) == 1:
            yield from (word_choice(word, "", "") for word in ("clauses", "flowchart"))
        case "start" if len(words) == 1:
            yield from nodes(place.names)
        case "uses" if len(words) == 1:
            yield from names_of_kind(place.names, NameKind.SHARED)
        case "then" | "otherwise" if len(words) == 1:
            yield word_choice("->", "", " ", meaning_of("then", place.line.block))
        case "columns":
            yield from subjects(place.names)
        case "row":
            yield from _cell(place)
        case "unsure" if "as" in words:
            yield from answers(place.names, place.known, place.line.owner)
        case "unsure" if last.kind is TokenKind.TEXT:
            yield Choice("counts as", "counts as ", meaning_of("counts"))
        case "link" if len(words) == 2:
            for label, link in place.known.links.items():
                yield Choice(label, label, f"{link.what}{'' if link.url else ' (no address yet)'}")
        case "option" | "many" | "none" | "adds":
            yield from _points(place)
        case "fact" if last.kind is TokenKind.TEXT:
            yield word_choice("when", "", " ", "What it follows from.")
        case "contact" if len(words) == 3:
            yield from (
                word_choice("hours"),
                word_choice("when", "", " ", "Shown only to those of whom this holds."),
            )
        case "note" | "link" | "contact" if last.kind is TokenKind.TEXT or len(words) == 1:
            yield word_choice("when", "", " ", "Shown only to those of whom this holds.")
        case "date" if len(words) == 1:
            yield Choice("and time", "and time ", "Asks for the time of the day as well.")
            yield word_choice("today", "", " ")
        case _:
            pass


def _points(place: WritingPlace) -> Iterator[Choice]:
    words = place.words()
    if place.last.text == "to" and "adds" in words:
        yield from names_of_kind(place.names, NameKind.TOTAL)
    elif "adds" in words and place.last.text != "adds" and words[-2] in ("adds", "and"):
        yield word_choice("to", "", " ", "The total that they are added to.")
    elif "adds" in words and place.last.text != "adds":
        behind = "when" if place.keyword == "adds" else "->"
        yield word_choice("and", "", " ", "Points for another total as well.")
        yield word_choice(
            behind, "", " ", "Whom it is for." if behind == "when" else "Where this answer leads."
        )
    elif place.last.kind is TokenKind.TEXT:
        yield word_choice("adds")
        yield from [word_choice("->", "", " ", "Where this answer leads.")] if place.keyword == "option" else ()


def _cell(place: WritingPlace) -> Iterator[Choice]:
    block = lines_of_block(place.text, place.line)
    columns = next((line for line in block if line.keyword == "columns"), None)
    if columns is None:
        return
    names = [token.text for token in columns.tokens[1:] if token.text not in ("days", "since")]
    cells = 0
    for at, token in enumerate(place.before[1:]):
        joined = (
            token.text in ("or", "to")
            or place.before[at].text in ("or", "to", "not")
            or (place.before[at].kind is TokenKind.SIGN)
        )
        cells += 0 if joined else 1
    open_cell = place.last.text in ("or", "to", "not") or place.last.kind is TokenKind.SIGN
    column = cells - 1 if open_cell else cells
    if column < len(names):
        yield from [] if open_cell else [word_choice("any")]
        yield from answers(place.names, place.known, names[column])
        yield from [] if open_cell else [word_choice("not")]
    if cells and not open_cell:
        yield word_choice("or", "", " ", "Or another answer, in the same cell.")
    if cells == len(names) and not open_cell:
        yield word_choice("->", "", " ", "Where this row leads.")
