"""What can stand at a place in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.editing.assist.choices import Choice, Completions, fitting
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import (
    WrittenLine,
    indent_of,
    line_at,
    lines_of_block,
    tokens_of,
    written_lines,
)
from clausetree.editing.assist.names import NameKind, Names, names_in
from clausetree.editing.assist.term_choices import terms
from clausetree.editing.assist.tree_names import (
    answers,
    clauses_of,
    ends,
    names_of_kind,
    nodes,
    other_trees,
    policies,
    roles,
    subjects,
    verbs,
)
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import FILE, MarkdownRule
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS
from clausetree.tree.strength import Strength

_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_WORD = re.compile(r"[\w-]*\Z")
_CLAUSE = re.compile(r'"[^"]*\Z|\w[\w.-]*(?:\(\w*\)?)*\Z|\Z')
_WORD_AHEAD = re.compile(r"[\w-]*")
_CLAUSE_AHEAD = re.compile(r"[\w.-]*(?:\(\w+\))*")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place behind the tokens `before` of a line, in a tree with these `names`."""

    text: str
    line: WrittenLine
    before: tuple[Token, ...]
    names: Names
    known: Known
    indent: int

    @property
    def keyword(self) -> str:
        return self.before[0].text

    @property
    def last(self) -> Token:
        return self.before[-1]

    def words(self) -> list[str]:
        return [token.text for token in self.before]


def complete_tree(text: str, offset: int, known: Known) -> Completions:
    """Return what can stand at an offset of a tree, in place of the word that is being written there."""
    line = line_at(text, offset)
    written = line.text[: offset - line.start]
    bare = _TEXT.sub(lambda match: "x" * len(match[0]), written)
    names = names_in(text)
    cites = _cites(bare)
    if line.prose and line.text.strip().startswith("#"):
        return Completions(Span(offset, offset), ())
    if line.prose or ('"' in bare and not cites):
        return terms(text, offset, known.registry, names.policy)
    if "#" in bare:
        return Completions(Span(offset, offset), ())
    match = (_CLAUSE if cites else _WORD).search(bare)
    start = match.start() if match else len(bare)
    ahead = (_CLAUSE_AHEAD if cites else _WORD_AHEAD).match(line.text, len(written))
    typed = written[start:]
    end = ahead.end() if ahead and typed else len(written)
    place = _Place(text, line, tokens_of(written[:start]), names, known, indent_of(written[:start] + "x"))
    span = Span(line.start + start, line.start + end)
    return fitting(span, typed.strip('"'), _offered(place, cites=cites))


def _cites(bare: str) -> bool:
    """Return whether clauses stand where a line stops: behind `cites`, or in the brackets of a duty."""
    words = bare.split()
    if words[:1] == ["cites"]:
        return len(words) > 1 or bare.endswith(" ")
    opened = bare.rfind(" (")
    return (
        words[:1] != []
        and words[0] in STRENGTH_WORDS
        and " when " not in bare
        and (opened > 0 and not re.search(r"\)\s", f"{bare[opened:]}") and not bare.endswith(") "))
    )


def _offered(place: _Place, *, cites: bool) -> Iterator[Choice]:
    if not place.before:
        yield from _keywords(place)
    elif cites:
        yield from _clauses(place)
    elif place.last.kind is TokenKind.ARROW:
        yield from _targets(place)
    elif place.last.text == "tree" and len(place.before) > 2 and place.before[-2].kind is TokenKind.ARROW:
        yield from other_trees(place.known, place.names)
    elif place.line.begins and place.before[0].text in tuple(BlockKind):
        yield from _in_head(place)
    elif place.line.block == BlockKind.SCENARIO:
        yield from _in_scenario(place)
    elif _in_condition(place):
        yield from _condition(place)
    elif place.keyword in STRENGTH_WORDS:
        yield from _in_duty(place)
    else:
        yield from _in_line(place)


def _keywords(place: _Place) -> Iterator[Choice]:
    """Yield what a line may begin with, at the margin or in its block; once what stands there once."""
    if place.indent == 0:
        there = bool(place.names.tree)
        yield from (_word(str(kind)) for kind in BlockKind if not (there and kind is BlockKind.TREE))
        return
    block = place.line.block
    rules = FILE.get(block, {})
    present = {line.keyword for line in lines_of_block(place.text, place.line) if line is not place.line}
    if block == BlockKind.SCENARIO:
        yield from (choice for choice in nodes(place.names) if _is_asked(place, choice.label))
    for keyword, rule in rules.items():
        several = rule.takes_condition if isinstance(rule, MarkdownRule) else rule.several
        if several or keyword not in present:
            alone = isinstance(rule, MarkdownRule) or keyword == "first"
            yield _word(keyword, block, "" if alone else " ")


def _word(word: str, block: str = "", behind: str = " ", about: str = "") -> Choice:
    return Choice(word, word + behind, about or meaning_of(word.split()[0], block))


def _is_asked(place: _Place, node: str) -> bool:
    found = place.names.definition(NameKind.NODE, node)
    return found is not None and found.keyword in ("question", "visit")


def _targets(place: _Place) -> Iterator[Choice]:
    outcome = place.line.block == BlockKind.OUTCOME
    if outcome or (place.line.block == BlockKind.STEP and place.keyword == "then"):
        yield _word("tree", "", " ", "Another procedure to go on with.")
    if not outcome:
        yield from nodes(place.names, without=place.line.owner)


def _in_head(place: _Place) -> Iterator[Choice]:
    if place.keyword != BlockKind.VISIT:
        return
    match len(place.before):
        case 1:
            yield from other_trees(place.known, place.names)
        case 2:
            yield Choice("then ->", "then -> ", meaning_of("then", BlockKind.VISIT))
        case _:
            yield from [_word("->", "", " ", "Leads on.")] if place.last.text == "then" else ()


def _clauses(place: _Place) -> Iterator[Choice]:
    named = place.before[-1]
    policy = named.text if named.kind is TokenKind.WORD and place.known.registry.policy(named.text) else ""
    yield from clauses_of(place.known, policy or place.names.policy)
    if not policy:
        yield from policies(place.known, without=place.names.policy)


def _in_line(place: _Place) -> Iterator[Choice]:
    words, last = place.words(), place.last
    match place.keyword:
        case "tree":
            pass
        case "policy" if len(words) == 1:
            yield from policies(place.known)
        case "basis" if len(words) == 1:
            yield from (_word(word, "", "") for word in ("clauses", "flowchart"))
        case "start" if len(words) == 1:
            yield from nodes(place.names)
        case "uses" if len(words) == 1:
            yield from names_of_kind(place.names, NameKind.SHARED)
        case "then" | "otherwise" if len(words) == 1:
            yield _word("->", "", " ", meaning_of("then", place.line.block))
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
            yield _word("when", "", " ", "What it follows from.")
        case "contact" if len(words) == 3:
            yield from (_word("hours"), _word("when", "", " ", "Shown only to those of whom this holds."))
        case "note" | "link" | "contact" if last.kind is TokenKind.TEXT or len(words) == 1:
            yield _word("when", "", " ", "Shown only to those of whom this holds.")
        case "date" if len(words) == 1:
            yield Choice("and time", "and time ", "Asks for the time of the day as well.")
            yield _word("today", "", " ")
        case _:
            pass


def _points(place: _Place) -> Iterator[Choice]:
    words = place.words()
    if place.last.text == "to" and "adds" in words:
        yield from names_of_kind(place.names, NameKind.TOTAL)
    elif "adds" in words and place.last.text != "adds" and words[-2] in ("adds", "and"):
        yield _word("to", "", " ", "The total that they are added to.")
    elif "adds" in words and place.last.text != "adds":
        behind = "when" if place.keyword == "adds" else "->"
        yield _word("and", "", " ", "Points for another total as well.")
        yield _word(behind, "", " ", "Whom it is for." if behind == "when" else "Where this answer leads.")
    elif place.last.kind is TokenKind.TEXT:
        yield _word("adds")
        yield from [_word("->", "", " ", "Where this answer leads.")] if place.keyword == "option" else ()


def _in_condition(place: _Place) -> bool:
    return "when" in place.words() and place.last.kind is not TokenKind.ARROW


def _condition(place: _Place) -> Iterator[Choice]:
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
                yield _word("not")
        case ["days", "since"]:
            yield from subjects(place.names, dates=place.text)
        case ["days"]:
            yield _word("since")
        case [subject]:
            yield from verbs(place.text, place.names, subject)
            yield from _joined(place)
        case [subject, "is" | "includes"] | [subject, "is", "not"]:
            yield from answers(place.names, place.known, subject)
        case _:
            yield from _joined(place)


def _joined(place: _Place) -> Iterator[Choice]:
    yield from (_word(word) for word in ("and", "or"))
    if place.line.block == BlockKind.ROUTE:
        yield _word("->", "", " ", "Where the way leads.")


def _in_duty(place: _Place) -> Iterator[Choice]:
    words, last = place.words(), place.last
    strengths = {strength.value for strength in Strength}
    if len(words) == 1:
        if f"{words[0]} not" in strengths:
            yield _word("not", "", " ", f"What somebody {words[0]} not do.")
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
            yield from [_word("within")] if "within" not in words else ()
            yield Choice("( )", "(", "The clauses that say so.")
        yield _word("when", "", " ", "Whom this is for.")


def _in_scenario(place: _Place) -> Iterator[Choice]:
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


def _expected(place: _Place) -> Iterator[Choice]:
    words = place.words()[1:]
    if not words or words == ["not"]:
        yield from (_word(strength.value) for strength in Strength)
        yield from (
            _word(kind, "", " ", f"Readers are shown this {kind}.") for kind in ("note", "contact", "link")
        )
    if not words:
        yield _word("not", "", " ", "It does not follow.")
        yield from names_of_kind(place.names, NameKind.TOTAL)
    elif place.last.kind is TokenKind.WORD and any(word in STRENGTH_WORDS for word in words):
        yield from roles(place.known, place.names) if words[-1] in (*STRENGTH_WORDS, "not") else ()
        yield from _duties(place, next(word for word in words if word in STRENGTH_WORDS))
    elif place.last.kind is TokenKind.TEXT:
        yield _word("by")


def _duties(place: _Place, strength: str) -> Iterator[Choice]:
    """Yield the words of the duties that begin with a strength, and who has them."""
    for line in written_lines(place.text):
        told = next((token for token in line.tokens if token.kind is TokenKind.TEXT), None)
        if told and line.keyword == strength and line.block != BlockKind.SCENARIO:
            who = line.text.strip().split('"')[0].strip()
            yield Choice(told.text, line.text[told.span.start : told.span.end], f"{who}, at {line.owner}")


def _cell(place: _Place) -> Iterator[Choice]:
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
        yield from [] if open_cell else [_word("any")]
        yield from answers(place.names, place.known, names[column])
        yield from [] if open_cell else [_word("not")]
    if cells and not open_cell:
        yield _word("or", "", " ", "Or another answer, in the same cell.")
    if cells == len(names) and not open_cell:
        yield _word("->", "", " ", "Where this row leads.")
