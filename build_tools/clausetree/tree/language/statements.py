"""One function a statement. Each reads its whole line; its docstring is its grammar rule.

A line that breaks its rule raises `BrokenLine`.
"""

from __future__ import annotations

from dataclasses import replace

from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.language.deadline import read_by, read_within
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import (
    read_clauses,
    read_code,
    read_name,
    read_target,
    read_text,
    read_value,
    read_values,
    read_verb,
    read_when,
    read_words,
)
from clausetree.tree.problems.lines import OtherTreeExpected
from clausetree.tree.strength import Strength
from clausetree.tree.syntax import (
    AcknowledgeSyntax,
    AddsSyntax,
    BranchSyntax,
    ChoiceSyntax,
    CitedSyntax,
    ContactSyntax,
    DutySyntax,
    ExpectAsideSyntax,
    ExpectSyntax,
    ExpectTotalSyntax,
    GivenSyntax,
    LinkSyntax,
    Name,
    NamedFactSyntax,
    OptionSyntax,
    OtherTreeSyntax,
    PointsSyntax,
    RoleSyntax,
    Text,
    TotalSyntax,
    UnsureSyntax,
    UsesSyntax,
    Verb,
    VisitSyntax,
    WhenSyntax,
)

STRENGTH_WORDS = tuple(dict.fromkeys(strength.value.split()[0] for strength in Strength))
"""The words that a duty may begin with."""


def read_policy(line: Line) -> Name:
    """POLICY = "policy" NAME."""
    line.read()
    return read_name(line, "the id of a policy")


def read_basis(line: Line) -> Name:
    """BASIS = "basis" ( "clauses" | "flowchart" )."""
    line.read()
    return read_name(line, "`clauses` or `flowchart`")


def read_start(line: Line) -> Name:
    """START = "start" NAME."""
    line.read()
    return read_name(line, "the name of a node")


def read_role(line: Line) -> RoleSyntax:
    """ROLE = "role" NAME TEXT."""
    line.read()
    return RoleSyntax(read_name(line, "a name for the role"), read_words(line, "who it is"))


def read_named_fact(line: Line) -> NamedFactSyntax:
    """NAMED = "fact" NAME TEXT WHEN."""
    line.read()
    name = read_name(line, "a name for the fact")
    return NamedFactSyntax(name, read_words(line, "the words of the fact"), read_when(line))


def read_cites(line: Line) -> tuple[CitedSyntax, ...]:
    """CITES = "cites" CLAUSES."""
    line.read()
    return read_clauses(line)


def read_total(line: Line) -> TotalSyntax:
    """TOTAL = "total" NAME TEXT."""
    line.read()
    return TotalSyntax(read_name(line, "a name for the total"), read_words(line, "the words of the total"))


def read_option(line: Line) -> OptionSyntax:
    """OPTION = "option" NAME TEXT [ POINTS ] [ TARGET ]."""
    line.read()
    name = read_name(line, "a name for the option")
    wording = read_words(line, "the wording of the option")
    adds = _read_points_if_any(line)
    return OptionSyntax(name, wording, read_target(line) if line.check(TokenKind.ARROW) else None, adds)


def read_choice(line: Line) -> ChoiceSyntax:
    """CHOICE = ( "many" | "none" ) NAME TEXT [ POINTS ]."""
    line.read()
    name = read_name(line, "a name for the option")
    wording = read_words(line, "the wording of the option")
    return ChoiceSyntax(name, wording, _read_points_if_any(line))


def read_unsure(line: Line) -> UnsureSyntax:
    """UNSURE = "unsure" NAME TEXT "counts" "as" NAMES."""
    line.read()
    name = read_name(line, "a name for the answer")
    wording = read_words(line, "the wording of the answer")
    line.expect(TokenKind.WORD, "counts")
    line.expect(TokenKind.WORD, "as")
    return UnsureSyntax(name, wording, read_values(line, "the answer that it counts as"))


def read_adds(line: Line) -> AddsSyntax:
    """ADDS = POINTS [ WHEN ]."""
    start = line.next.span.start
    points = read_points(line)
    when = read_when(line) if line.check(TokenKind.WORD, "when") else None
    return AddsSyntax(points, when, line.since(start))


def _read_points_if_any(line: Line) -> tuple[PointsSyntax, ...]:
    if not line.check(TokenKind.WORD, "adds"):
        return ()
    line.keyword = "adds"
    return read_points(line)


def read_points(line: Line) -> tuple[PointsSyntax, ...]:
    """POINTS = "adds" SOME { "and" SOME }."""
    line.expect(TokenKind.WORD, "adds")
    points = [_read_some_points(line)]
    while line.check(TokenKind.WORD, "and"):
        line.read()
        points.append(_read_some_points(line))
    return tuple(points)


def _read_some_points(line: Line) -> PointsSyntax:
    """SOME = NAME [ "point" | "points" ] "to" NAME."""
    amount = read_value(line, "how many points")
    if line.check(TokenKind.WORD, "point", "points"):
        line.read()
    line.expect(TokenKind.WORD, "to")
    return PointsSyntax(amount, read_name(line, "the name of a total"))


def read_contact(line: Line) -> ContactSyntax:
    """CONTACT = "contact" TEXT TEXT [ "hours" TEXT ] [ WHEN ]."""
    start = line.read().span.start
    who, how = read_words(line, "whom to contact"), read_words(line, "how to contact them")
    if line.next.kind is TokenKind.TEXT or any(token.text == "hours" for token in line.tokens):
        line.keyword = "hours"  # whose example shows where they stand
    hours = _read_hours(line) if line.check(TokenKind.WORD, "hours") else None
    when = _read_when_told(line)
    return ContactSyntax(who, how, line.since(start), hours, when)


def _read_hours(line: Line) -> Text:
    line.read()
    return read_words(line, "the hours")


def _read_when_told(line: Line) -> WhenSyntax | None:
    return read_when(line) if line.check(TokenKind.WORD, "when") else None


def read_link(line: Line) -> LinkSyntax:
    """LINK = "link" TEXT ( TEXT | NAME ) [ WHEN ]."""
    start = line.read().span.start
    words = read_words(line, "the words of the link")
    address = _read_address(line)
    when = _read_when_told(line)
    return LinkSyntax(words, address, line.since(start), when)


def _read_address(line: Line) -> Text | Name:
    if line.check(TokenKind.TEXT):
        return read_text(line, "an address")
    wanted = "an address in quotation marks, or a label of links.yml"
    if line.next.text == "when":
        line.expect(TokenKind.TEXT, wanted=wanted)
    return read_name(line, wanted)


def read_note_condition(line: Line) -> WhenSyntax:
    """Read what stands on the line of a note: "note" WHEN."""
    line.read()
    return read_when(line)


def read_uses(line: Line) -> UsesSyntax:
    """USES = "uses" NAME."""
    line.read()
    return UsesSyntax(read_name(line, "the name of a shared block"))


def read_then(line: Line) -> Name:
    """THEN = "then" TARGET."""
    line.read()
    return read_target(line)


def read_next_tree(line: Line) -> OtherTreeSyntax:
    """NEXT = "then" "->" "tree" NAME."""
    line.read()
    line.keyword = "next"  # whose example shows it
    line.expect(TokenKind.ARROW)
    if not line.check(TokenKind.WORD, "tree"):
        raise BrokenLine(OtherTreeExpected(line.next.span, line.found))
    line.read()
    name = read_name(line, "the name of a tree")
    return OtherTreeSyntax(name.text, name.span)


def read_then_or_next_tree(line: Line) -> Name:
    """Read what stands in a step: THEN | NEXT."""
    match line.ahead(4):
        case [_, Token(kind=TokenKind.ARROW), Token(text="tree"), Token(kind=TokenKind.WORD)]:
            return read_next_tree(line)
    return read_then(line)


def read_visit(line: Line) -> VisitSyntax:
    """Read what stands behind `visit`: NAME "then" TARGET."""
    name = read_name(line, "the name of a tree")
    line.expect(TokenKind.WORD, "then")
    return VisitSyntax(name, read_target(line))


def read_branch(line: Line) -> BranchSyntax:
    """BRANCH = WHEN TARGET."""
    return BranchSyntax(read_when(line), read_target(line))


def read_otherwise(line: Line) -> Name:
    """OTHERWISE = "otherwise" TARGET."""
    line.read()
    return read_target(line)


def read_strength(line: Line) -> Strength:
    """STRENGTH = "must" | "must not" | "will" | "will not" | "should" | "should not" | "encouraged" | "may"."""
    token = line.expect(TokenKind.WORD, *STRENGTH_WORDS)
    both = f"{token.text} not"
    if line.next.text == "not" and both in {strength.value for strength in Strength}:
        line.read()
        return Strength(both)
    return Strength(token.text)


def read_duty(line: Line) -> DutySyntax:
    """DUTY = STRENGTH NAME TEXT [ WITHIN ] [ "(" CLAUSES ")" ] [ WHEN ]."""
    start = line.next.span.start
    strength = read_strength(line)
    who = read_name(line, "`you`, or the name of a role")
    what = read_words(line, "what is to be done")
    within = read_within(line) if line.check(TokenKind.WORD, "within") else None
    cites: tuple[CitedSyntax, ...] = ()
    if line.check(TokenKind.OPEN):
        line.read()
        cites = read_clauses(line)
        line.expect(TokenKind.CLOSE)
    if line.check(TokenKind.WORD, "within"):
        line.keyword = "within"  # whose example shows that it stands before the clauses
    if line.check(TokenKind.WORD, "when"):
        line.keyword = line.tokens[0].text
    when = _read_when_told(line)
    return DutySyntax(strength, who, what, cites, when, line.since(start), within)


def read_given(line: Line) -> GivenSyntax:
    """GIVEN = NAME SAID { "," "then" ( SAID | NAMES ) }."""
    question = read_name(line, "the name of a question")
    first = _read_said(line, question, read_verb(line))
    then: list[GivenSyntax] = []
    while _then_ahead(line):
        line.read()
        line.read()
        verb = read_verb(line) if line.next.text in set(Verb) else first.verb
        then.append(_read_said(line, question, verb))
    return replace(first, then=tuple(then))


def _read_said(line: Line, question: Name, verb: Verb) -> GivenSyntax:
    """SAID = "is" NAME | "includes" NAMES."""
    names = [read_value(line, "the name of an option")]
    while verb is Verb.INCLUDES and line.check(TokenKind.COMMA) and not _then_ahead(line):
        line.read()
        names.append(read_value(line, "the name of an option"))
    return GivenSyntax(question, verb, tuple(names))


def _then_ahead(line: Line) -> bool:
    """Return whether the answer of a next time follows. An answer alone may be called `then`."""
    comma, *ahead = line.ahead(3)
    if comma.kind is not TokenKind.COMMA:
        return False
    return [token.kind for token in ahead] == [TokenKind.WORD, TokenKind.WORD] and ahead[0].text == "then"


def read_ends(line: Line) -> Name:
    """ENDS = "ends" NAME."""
    line.read()
    return read_name(line, "the name of an outcome or a wait")


def read_expect(line: Line) -> ExpectSyntax | ExpectAsideSyntax | ExpectTotalSyntax:
    """EXPECTS = "expects" ( [ "not" ] ( STRENGTH [ NAME ] TEXT [ BY ] | ASIDE TEXT ) | NAME "is" NAME )."""
    start = line.read().span.start
    if line.ahead(2)[-1].text == Verb.IS:
        total = read_name(line, "the name of a total")
        line.expect(TokenKind.WORD, Verb.IS)
        return ExpectTotalSyntax(total, read_value(line, "how many points"))
    wanted = not line.check(TokenKind.WORD, "not")
    if not wanted:
        line.read()
    if line.check(TokenKind.WORD, *AsideKind):
        kind = _read_aside(line)
        words = read_text(line, "its words" if kind is not AsideKind.CONTACT else "whom to contact")
        return ExpectAsideSyntax(wanted, kind, words, line.since(start))
    strength = read_strength(line)
    who = read_name(line, "`you`, or the name of a role") if line.check(TokenKind.WORD) else None
    what = read_text(line, "what is to be done")
    by = read_by(line) if wanted and line.check(TokenKind.WORD, "by") else None
    return ExpectSyntax(wanted, strength, who, what, line.since(start), by)


def _read_aside(line: Line) -> AsideKind:
    """ASIDE = "note" | "contact" | "link"."""
    line.keyword = "aside"
    return AsideKind(line.read().text)


def read_acknowledge(line: Line) -> AcknowledgeSyntax:
    """ACKNOWLEDGE = "acknowledge" CODE TEXT."""
    line.read()
    return AcknowledgeSyntax(read_code(line), read_text(line, "the reason"))
