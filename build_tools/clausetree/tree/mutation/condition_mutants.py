"""Mutants of a condition: one thing in it otherwise than its author meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import assert_never

from clausetree.report.span import Span
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or, facts, names_in
from clausetree.tree.numbers import number_of, number_text, places_of, plain_number
from clausetree.tree.scalar import Sign, scalar_text, written_scalar
from clausetree.tree.scale import WHOLE, NumberScale
from clausetree.tree.syntax import FactSyntax, Name, QuestionSyntax


@dataclass(frozen=True, slots=True)
class ConditionMutant:
    """A condition with one thing otherwise: `what` says what, behind "if", at `span` where it is one fact."""

    span: Span | None
    what: str
    condition: Condition[FactSyntax]


type Questions = Mapping[str, QuestionSyntax]


def other_conditions(condition: Condition[FactSyntax], questions: Questions) -> Iterator[ConditionMutant]:
    """Yield every mutant of the known kinds. `questions` are the tree's, by their ids."""
    turned = condition.part if isinstance(condition, Not) else Not(condition)
    yield ConditionMutant(None, "this condition were turned round", turned)
    yield from _other_within(condition, questions)


def other_cells(condition: Condition[FactSyntax], questions: Questions) -> Iterator[ConditionMutant]:
    """Yield every mutant of a row of a table, whose condition this is: in each, one cell is otherwise."""
    parts = condition.parts if isinstance(condition, And) else (condition,)
    cells = [tuple(cell) for _, cell in groupby(parts, key=_column)]
    for at, cell in enumerate(cells):
        before, behind = (tuple(chain(*some)) for some in (cells[:at], cells[at + 1 :]))
        if before or behind:
            span = None if any(names_in(cell[0])) else _condition_span(And(cell))
            yield ConditionMutant(span, "`any` stood in this cell", And((*before, *behind)))
        for number, part in enumerate(cell):
            for change in _other_part(part, questions):
                changed = (*before, *cell[:number], change.condition, *cell[number + 1 :], *behind)
                yield replace(change, condition=And(changed))


def _column(part: Condition[FactSyntax]) -> str:
    named = next(names_in(part), None)
    return named.name if named else next(facts(part)).question.text


def _other_part(part: Condition[FactSyntax], questions: Questions) -> Iterator[ConditionMutant]:
    match part:
        case Named():
            yield ConditionMutant(None, f"`no` stood for `{part.name}`, and not `yes`", Not(part))
        case Not(Named() as named):
            yield ConditionMutant(None, f"`yes` stood for `{named.name}`, and not `no`", named)
        case Or(operands):
            yield from _with_other_conjuncts(operands, questions, Or)
        case _:
            yield from _other_within(part, questions)


def _other_within(condition: Condition[FactSyntax], questions: Questions) -> Iterator[ConditionMutant]:
    match condition:
        case Is(fact):
            yield from _other_facts(fact, questions)
        case Not(operand):
            for change in _other_within(operand, questions):
                yield replace(change, condition=Not(change.condition))
        case And(operands):
            yield ConditionMutant(
                None, f"`{_written_condition(condition)}` said `or` in place of `and`", Or(operands)
            )
            yield from _with_other_conjuncts(operands, questions, And)
        case Or(operands):
            yield ConditionMutant(
                None, f"`{_written_condition(condition)}` said `and` in place of `or`", And(operands)
            )
            yield from _with_other_conjuncts(operands, questions, Or)
        case Named():
            pass  # a slip in it is one wherever it is spoken of
        case _:
            assert_never(condition)


def _with_other_conjuncts(
    operands: Sequence[Condition[FactSyntax]],
    questions: Questions,
    join: type[And[FactSyntax]] | type[Or[FactSyntax]],
) -> Iterator[ConditionMutant]:
    for at, operand in enumerate(operands):
        others = (*operands[:at], *operands[at + 1 :])
        shortened = others[0] if len(others) == 1 else join(others)
        # A named fact stands elsewhere: where it is left out is the whole condition.
        span = None if any(names_in(operand)) else _condition_span(operand)
        yield ConditionMutant(span, f"`{_written_condition(operand)}` were left out of this", shortened)
        for change in _other_within(operand, questions):
            yield replace(change, condition=join((*operands[:at], change.condition, *operands[at + 1 :])))


def _written_condition(condition: Condition[FactSyntax]) -> str:
    """Return a condition as its author writes it."""
    match condition:
        case Is(fact):
            return _written_fact(fact, fact.value.text)
        case Not(operand):
            return f"not {_within_brackets(operand)}"
        case And(operands):
            return " and ".join(map(_within_brackets, operands))
        case Or(operands):
            return " or ".join(map(_within_brackets, operands))
        case Named(name):
            return name
        case _:
            assert_never(condition)


def _within_brackets(condition: Condition[FactSyntax]) -> str:
    written = _written_condition(condition)
    return written if isinstance(condition, Is | Not | Named) else f"({written})"


def _condition_span(condition: Condition[FactSyntax]) -> Span:
    match condition:
        case Is(fact):
            return fact.span
        case Not(operand) | Named(part=operand):
            return _condition_span(operand)
        case And(operands) | Or(operands):
            return _condition_span(operands[0]).to(_condition_span(operands[-1]))
        case _:
            assert_never(condition)


def _other_facts(fact: FactSyntax, questions: Questions) -> Iterator[ConditionMutant]:
    question = questions.get(fact.question.text)
    if question and question.measure and fact.value.text in questions:
        for sign in _OTHER_SIGNS[Sign(fact.verb)]:
            other = replace(fact, verb=sign)
            said, instead = (_written_fact(one, fact.value.text) for one in (fact, other))
            what = f"`{instead}` stood in place of `{said}`"
            yield ConditionMutant(_condition_span(Is(fact)), what, Is(other))
        return
    for value in _other_values(fact, question) if question else other_amounts(fact.value.text):
        what = f"`{_written_fact(fact, value)}` stood in place of `{_written_fact(fact, fact.value.text)}`"
        changed = replace(fact, value=Name(value, fact.value.span))
        yield ConditionMutant(_condition_span(Is(fact)), what, Is(changed))


_OTHER_SIGNS = {
    Sign.IS: (Sign.AT_MOST, Sign.AT_LEAST),
    Sign.LESS: (Sign.AT_MOST, Sign.MORE),
    Sign.AT_MOST: (Sign.LESS, Sign.AT_LEAST),
    Sign.MORE: (Sign.AT_LEAST, Sign.LESS),
    Sign.AT_LEAST: (Sign.MORE, Sign.AT_MOST),
}
"""What is written by mistake where two answers are compared."""


def _other_values(fact: FactSyntax, question: QuestionSyntax) -> Iterator[str]:
    if fact.since:
        days = written_scalar(WHOLE, fact.value.text)
        yield from (str(other) for other in (days - 1, days + 1) if other >= 0) if days is not None else ()
    elif question.measure:
        scale = question.measure.scale.of_limits
        scalar = written_scalar(scale, fact.value.text)
        bounds = [written_scalar(scale, name.text) for name in (question.measure.least, question.measure.most)]
        for other in (scalar - 1, scalar + 1) if scalar is not None else ():
            if bounds[0] is not None and bounds[1] is not None and bounds[0] <= other <= bounds[1]:
                yield scalar_text(scale, other)
    else:
        choices = question.options or question.choices
        yield from (choice.id.text for choice in choices if choice.id.text != fact.value.text)


def other_amounts(written: str) -> Iterator[str]:
    """Yield the numbers beside one that was written, if it is one."""
    plain = plain_number(written)
    if plain:
        scale = NumberScale(places_of(plain))
        steps = number_of(scale, plain) or 0
        yield from (number_text(scale, other) for other in (steps - 1, steps + 1))


def _written_fact(fact: FactSyntax, value: str) -> str:
    return f"{fact.before}{value}"
