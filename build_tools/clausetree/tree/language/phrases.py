"""The phrases that statements are made of: names, texts, clause lists, targets and conditions.

Each function's docstring is its grammar rule. A line that breaks its rule raises `BrokenLine`, which
the parser turns into a problem; nothing else is ever raised.
"""

from __future__ import annotations

import re

from clausetree.report.names import in_plain_letters, is_name, slug
from clausetree.report.span import Span
from clausetree.tree.condition import And, Condition, Is, Not, Or
from clausetree.tree.language.fact_names import fact_called, stands_alone
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.markdown.checks import problems_in_words
from clausetree.tree.numbers import AMOUNT, CURRENCY_CODE
from clausetree.tree.problems.lines import (
    BadName,
    EmptyText,
    Expected,
    LeadsOnFromWithin,
    ReservedName,
    TooDeep,
)
from clausetree.tree.scalar import Sign
from clausetree.tree.syntax import AgainSyntax, CitedSyntax, FactSyntax, Name, Text, Verb, WhenSyntax

RESERVED = frozenset({"and", "ends", "expects", "includes", "is", "not", "or", "tree", "when"})
"""Words that cannot be ids, because a line that used them could be read in two ways."""

_FIGURES = re.compile(rf"{AMOUNT}|[0-9]+(?:[./][0-9]+)+|[0-9-]+[Tt][0-9:]+")
_CODE = re.compile(CURRENCY_CODE)


def read_name(line: Line, what: str) -> Name:
    """NAME = lower-case letters and digits, in words joined by single hyphens.

    A name that is nearly right is read as what it should have been, and so found where it leads.
    """
    token = line.expect(TokenKind.WORD, wanted=what)
    if token.text in RESERVED:
        line.problems.append(ReservedName(token.span, token.text))
    elif not is_name(token.text):
        suggestion = slug(in_plain_letters(token.text))
        line.problems.append(BadName(token.span, token.text, suggestion))
        return Name(suggestion or token.text, token.span)
    return Name(token.text, token.span)


def read_text(line: Line, what: str) -> Text:
    """TEXT = words in straight double quotation marks, not empty."""
    token = line.expect(TokenKind.TEXT, wanted=f"{what} in quotation marks")
    if not token.text.strip():
        line.problems.append(EmptyText(token.span, what))
    return Text(token.text, token.span)


def read_words(line: Line, what: str) -> Text:
    """Read a TEXT that readers are shown, and note what of its Markdown they would not see."""
    text = read_text(line, what)
    # Without its quotation marks. The second is missing where the text was never closed.
    line.problems += problems_in_words(line.source, Span(text.span.start + 1, text.span.end))
    return text


def read_code(line: Line) -> Name:
    """CODE = the code of a warning, such as "T503"."""
    token = line.expect(TokenKind.WORD, wanted="the code of a warning, such as T503,")
    return Name(token.text.upper(), token.span)


def read_target(line: Line) -> Name:
    """TARGET = "->" NAME [ "up" "to" WHOLE "times" [ "," ] "then" "->" NAME ]."""
    target = _read_node(line)
    if _FIGURES.fullmatch(line.next.text) or line.next.text in ("at", "max", "repeat"):
        raise BrokenLine(Expected(line.next.span, line.found, ("`up to 3 times, then -> NODE`",), "again"))
    if not (line.next.kind is TokenKind.WORD and line.next.text == "up"):
        return target
    line.read()
    line.keyword = "again"  # whose example shows it
    line.expect(TokenKind.WORD, "to")
    times = _read_times(line)
    line.expect(TokenKind.WORD, "times")
    if line.ahead(1)[0].kind is TokenKind.COMMA:
        line.read()
    line.expect(TokenKind.WORD, "then", wanted="`, then -> NODE` (where it leads after that)")
    return AgainSyntax(target.text, target.span, times, _read_node(line))


def _read_node(line: Line) -> Name:
    line.expect(TokenKind.ARROW)
    word, other, *_ = (*line.ahead(2), line.next)
    if word.text == "tree" and other.kind is TokenKind.WORD:
        raise BrokenLine(LeadsOnFromWithin(word.span.to(other.span), other.text))
    return read_name(line, "the name of a node")


def _read_times(line: Line) -> int:
    token = line.expect(TokenKind.WORD, wanted="how often, such as 3,")
    if token.text not in _TIMES:
        wanted = (f"a whole number from {_TIMES[0]} to {_TIMES[-1]}",)
        raise BrokenLine(Expected(token.span, token.text, wanted, "again"))
    return int(token.text)


_TIMES = [str(times) for times in range(2, 21)]
"""So often can a reader go through the same: more than procedures ask for, and few enough to try each time."""


def read_value(line: Line, what: str) -> Name:
    """Read a NAME, or a number or date that is written in another way: its question judges it."""
    if line.next.kind is not TokenKind.WORD:
        return read_name(line, what)
    if _CODE.fullmatch(line.next.text) and _FIGURES.fullmatch(line.ahead(2)[-1].text):
        code, figures = line.read(), line.read()
        return Name(f"{code.text} {figures.text}", code.span.to(figures.span))
    if _FIGURES.fullmatch(line.next.text):
        token = line.read()
        return Name(token.text, token.span)
    return read_name(line, what)


def read_values(line: Line, what: str) -> tuple[Name, ...]:
    """NAMES = NAME { "," NAME }."""
    names = [read_value(line, what)]
    while line.check(TokenKind.COMMA):
        line.read()
        names.append(read_value(line, what))
    return tuple(names)


def read_clauses(line: Line) -> tuple[CitedSyntax, ...]:
    """CLAUSES = CITED { "," CITED }."""
    clauses = [_read_cited(line, None)]
    while line.check(TokenKind.COMMA):
        line.read()
        clauses.append(_read_cited(line, clauses[-1].policy or clauses[-1].behind))
    return tuple(clauses)


def _read_cited(line: Line, behind: Name | None) -> CitedSyntax:
    """CITED = [ NAME ] CLAUSE."""
    if _names_policy(line):
        return CitedSyntax(read_name(line, "the id of a policy"), _read_clause(line))
    return CitedSyntax(None, _read_clause(line), behind)


def _names_policy(line: Line) -> bool:
    """Return whether the next word stands before a clause, and is none itself."""
    first, *others = line.ahead(2)
    if not others or first.kind is not TokenKind.WORD or not is_name(first.text) or first.text in RESERVED:
        return False
    second = others[0]
    return second.kind is TokenKind.TEXT or (second.kind is TokenKind.WORD and second.text not in RESERVED)


def _read_clause(line: Line) -> Name:
    """CLAUSE = a clause number ("2.4", "2.3a", "2.3(a)(i)"), one in quotation marks ("Article 4 (2)")
    or an anchor ("purpose").
    """
    if line.next.kind is TokenKind.TEXT:
        number = read_text(line, "a clause number")
        return Name(number.markdown, number.span)
    token = line.expect(TokenKind.WORD, wanted="a clause number")
    if token.text.lower() in ("clause", "clauses"):
        raise BrokenLine(Expected(token.span, token.text, ("a clause number alone",), "clauses"))
    text, span = token.text, token.span
    while line.next.kind is TokenKind.OPEN and line.next.span.start == span.end:
        line.read()
        letter = line.expect(TokenKind.WORD, wanted="the letter of a sub-item")
        text, span = f"{text}({letter.text})", span.to(line.expect(TokenKind.CLOSE).span)
    return Name(text, span)


def read_when(line: Line) -> WhenSyntax:
    """WHEN = "when" CONDITION."""
    line.expect(TokenKind.WORD, "when")
    start = line.next.span.start
    condition = _read_or(line, 0)
    return WhenSyntax(condition, line.since(start))


_DEEPEST = 50
"""`not` and brackets may stand inside each other this often; more would exhaust the stack."""


def _read_or(line: Line, depth: int) -> Condition[FactSyntax]:
    """CONDITION = ALL { "or" ALL }."""
    parts = [_read_and(line, depth)]
    while line.check(TokenKind.WORD, "or"):
        line.read()
        parts.append(_read_and(line, depth))
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def _read_and(line: Line, depth: int) -> Condition[FactSyntax]:
    """ALL = ONE { "and" ONE }."""
    parts = [_read_not(line, depth)]
    while line.check(TokenKind.WORD, "and"):
        line.read()
        parts.append(_read_not(line, depth))
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _read_not(line: Line, depth: int) -> Condition[FactSyntax]:
    """ONE = "not" ONE | "(" CONDITION ")" | FACT."""
    negated = line.check(TokenKind.WORD, "not")
    bracket = line.check(TokenKind.OPEN)
    if (negated or bracket) and depth == _DEEPEST:
        raise BrokenLine(TooDeep(line.next.span))
    if negated:
        line.read()
        return Not(_read_not(line, depth + 1))
    if bracket:
        line.read()
        inner = _read_or(line, depth + 1)
        line.expect(TokenKind.CLOSE)
        return inner
    return _read_fact(line)


def read_verb(line: Line) -> Verb:
    """Read `is` or `includes`."""
    return Verb(line.expect(TokenKind.WORD, Verb.IS, Verb.INCLUDES).text)


def _read_fact(line: Line) -> Condition[FactSyntax]:
    """FACT = [ "days" "since" ] NAME [ ( "is" | "is not" | "includes" ) NAME | ( "<" | "<=" | ">" | ">=" )
    NAME ].
    """
    question = read_name(line, "the name of a question")
    since = question.text == "days" and line.check(TokenKind.WORD, "since")
    if since:
        line.keyword = "since"
        line.read()
        question = read_name(line, "the name of a question that asks for a date")
    elif stands_alone(line):
        named = fact_called(line.source, question)
        if named:
            return named
    if line.check(TokenKind.SIGN):
        sign = Sign(line.read().text)
        return Is(FactSyntax(question, sign, read_value(line, "a number or a date"), since))
    verb = read_verb(line)
    negated = verb is Verb.IS and line.check(TokenKind.WORD, "not")
    if negated:
        line.read()
    value = read_value(line, "the name of an option")
    fact = Is(FactSyntax(question, verb, value, since))
    return Not(fact) if negated else fact
