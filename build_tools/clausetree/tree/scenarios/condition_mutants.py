"""Slips in a condition: one thing in it otherwise than its author meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clausetree.report.span import Span
from clausetree.tree.condition import And, Condition, Is, Not, Or
from clausetree.tree.language.syntax import FactSyntax, Name, QuestionSyntax
from clausetree.tree.scalar import scalar_of, scalar_text


@dataclass(frozen=True, slots=True)
class Change:
    """A condition with one thing otherwise: `what` says what, behind "if", at `span` where it is one fact."""

    span: Span | None
    what: str
    condition: Condition[FactSyntax]


type Questions = Mapping[str, QuestionSyntax]


def other_conditions(condition: Condition[FactSyntax], questions: Questions) -> Iterator[Change]:
    """Yield every slip of the known kinds. `questions` are the tree's, by their ids."""
    turned = condition.part if isinstance(condition, Not) else Not(condition)
    yield Change(None, "this condition were turned round", turned)
    yield from _within(condition, questions)


def _within(condition: Condition[FactSyntax], questions: Questions) -> Iterator[Change]:
    match condition:
        case Is(fact):
            yield from _facts(fact, questions)
        case Not(part):
            for change in _within(part, questions):
                yield replace(change, condition=Not(change.condition))
        case And(parts):
            yield Change(None, f"`{_words(condition)}` said `or` in place of `and`", Or(parts))
            yield from _parts(parts, questions, And)
        case Or(parts):
            yield Change(None, f"`{_words(condition)}` said `and` in place of `or`", And(parts))
            yield from _parts(parts, questions, Or)


def _parts(
    parts: Sequence[Condition[FactSyntax]],
    questions: Questions,
    join: type[And[FactSyntax]] | type[Or[FactSyntax]],
) -> Iterator[Change]:
    for at, part in enumerate(parts):
        rest = (*parts[:at], *parts[at + 1 :])
        left = rest[0] if len(rest) == 1 else join(rest)
        yield Change(_span(part), f"`{_words(part)}` were left out of this", left)
        for change in _within(part, questions):
            yield replace(change, condition=join((*parts[:at], change.condition, *parts[at + 1 :])))


def _words(condition: Condition[FactSyntax]) -> str:
    """Return a condition as its author writes it."""
    match condition:
        case Is(fact):
            return _said(fact, fact.value.text)
        case Not(part):
            return f"not {_within_brackets(part)}"
        case And(parts):
            return " and ".join(map(_within_brackets, parts))
        case Or(parts):
            return " or ".join(map(_within_brackets, parts))


def _within_brackets(condition: Condition[FactSyntax]) -> str:
    words = _words(condition)
    return words if isinstance(condition, Is | Not) else f"({words})"


def _span(condition: Condition[FactSyntax]) -> Span:
    match condition:
        case Is(fact):
            return fact.question.span.to(fact.value.span)
        case Not(part):
            return _span(part)
        case And(parts) | Or(parts):
            return _span(parts[0]).to(_span(parts[-1]))


def _facts(fact: FactSyntax, questions: Questions) -> Iterator[Change]:
    question = questions[fact.question.text]
    for value in _other_values(fact, question):
        said = f"`{_said(fact, value)}` stood in place of `{_said(fact, fact.value.text)}`"
        changed = replace(fact, value=Name(value, fact.value.span))
        yield Change(_span(Is(fact)), said, Is(changed))


def _other_values(fact: FactSyntax, question: QuestionSyntax) -> Iterator[str]:
    if question.measure:
        scale = question.measure.scale
        scalar = scalar_of(scale, fact.value.text)
        bounds = [scalar_of(scale, name.text) for name in (question.measure.least, question.measure.most)]
        for other in (scalar - 1, scalar + 1) if scalar is not None else ():
            if bounds[0] is not None and bounds[1] is not None and bounds[0] <= other <= bounds[1]:
                yield scalar_text(scale, other)
    else:
        choices = question.options or question.choices
        yield from (choice.id.text for choice in choices if choice.id.text != fact.value.text)


def _said(fact: FactSyntax, value: str) -> str:
    return f"{fact.question.text} {fact.verb} {value}"
