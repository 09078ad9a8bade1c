"""Signs that the language does not have, and quotation marks that lack another."""

from __future__ import annotations

import re

from clausetree.editing.assist.fix import Fix, line_span, of_text, writing
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import tokens_of
from clausetree.editing.replacement import Replacement
from clausetree.report.problem import Problem
from clausetree.report.span import Span
from clausetree.tree.language.lexer import HIDDEN, TokenKind
from clausetree.tree.problems.lines import Expected, HiddenCharacter, StrangeCharacter, UnclosedText

_ARROW = re.compile(r"[=–—-]+>|-\s+>|[→⇒➔➜⟶]")
_QUOTES = "“”„«»'‘’"
_LEFT_OVER = re.compile(r"[:;,.]+[ \t]*\Z")
_GOES_ON = re.compile(r"\b(?:when|within|hours|adds)\b|#")


def fix_of_signs(problem: Problem, text: str, _known: Known) -> Fix | None:
    """Return the mend of a sign that is certain, or None."""
    match problem:
        case StrangeCharacter(span, found) if _ARROW.fullmatch(found):
            return writing(span, "->")
        case StrangeCharacter(span, found) if found in _QUOTES:
            return _straight(text, span)
        case StrangeCharacter(span, found) if found in ":;":
            line = line_span(text, span.start)
            left = _LEFT_OVER.match(text[span.start : line.end])
            return Fix(f"Take `{found}` out", (Replacement(Span(span.start, line.end), ""),)) if left else None
        case UnclosedText(span):
            return _closed(text, span)
        case HiddenCharacter():
            return _all_seen(text)
        case Expected(span, found, wanted, "option") if "`->`" in wanted:
            return _with_arrow(text, span, found)
        case _:
            return None


def _straight(text: str, span: Span) -> Fix | None:
    """Return the mend that makes both marks of a text straight, where none stands within it."""
    line = line_span(text, span.start)
    at = span.start - line.start
    for token in tokens_of(text[line.start : line.end]):
        first, last = token.span.start, token.span.end - 1
        if token.kind is TokenKind.TEXT and at in (first, last) and not {'"', "\\"} & set(token.text):
            marks = (Span(line.start + place, line.start + place + 1) for place in (first, last))
            straight = tuple(Replacement(mark, '"') for mark in marks if of_text(text, mark) != '"')
            return Fix('Write straight quotation marks: "…"', straight)
    return None


def _closed(text: str, span: Span) -> Fix | None:
    """Return the mend of a text that ends before an arrow, clauses or the line, and has words alone."""
    if _GOES_ON.search(of_text(text, span)):
        return None
    return Fix('Close the quotation mark: "', (Replacement(Span(span.end, span.end), '"'),))


def _all_seen(text: str) -> Fix:
    """Return the mend without any character that nobody sees: what parts words becomes a space."""
    hidden = [Span(*match.span()) for match in HIDDEN.finditer(text)]
    parted = tuple(Replacement(span, " " * of_text(text, span).isspace()) for span in hidden)
    return Fix("Take out what cannot be seen", parted)


def _with_arrow(text: str, span: Span, found: str) -> Fix | None:
    """Return the mend of an answer behind which a name alone stands."""
    rest = text[span.end : line_span(text, span.start).end].partition("#")[0]
    if not re.fullmatch(r"[a-z0-9-]+", found) or rest.strip():
        return None
    return Fix("Write an arrow: ->", (Replacement(Span(span.start, span.start), "-> "),))
