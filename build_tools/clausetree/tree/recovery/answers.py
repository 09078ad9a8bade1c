"""A line of a scenario that gives an answer in other words than `NAME is …` and `NAME includes …`."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.report.lazy import lazy
from clausetree.report.names import is_name
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.line import Line
from clausetree.tree.numbers import plain_number
from clausetree.tree.problems.lines import NotAScalar
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.recovery.conditions import not_scalars
from clausetree.tree.recovery.names_and_verbs import takes_time, with_answer_names, with_fitting_verbs
from clausetree.tree.recovery.reworded import with_plain_numbers
from clausetree.tree.recovery.scalars import recovered_moment
from clausetree.tree.scale import DateScale

_GIVEN = lazy(r"(?P<name>[\w-]+)\s*(?:[<>]=|[:=≤≥]+|\b(?:is|are|includes?|has)\b)?\s*(?P<rest>.*)")
_JOINT = lazy(r"\s*(?:,|\band\b|\bor\b|&|\+)\s*")


def misread_answer(line: Line) -> Iterator[TreeProblem]:
    """Yield what a scenario gives as an answer that a tree cannot take, or takes otherwise."""
    bare = line.bare.rstrip()
    yield from _misread_moment(line, bare)
    yield from not_scalars(bare, line.start)
    span = Span(line.start, line.start + len(bare))
    written = line.source.text[span.start : span.end]
    given = _GIVEN.fullmatch(with_answer_names(line.source, written))
    candidates = _recovered_answers(line.source, given["name"], given["rest"]) if given else ()
    if candidates and " ".join(bare.split()) not in candidates:
        yield Reworded(span, written, candidates)


def _misread_moment(line: Line, bare: str) -> Iterator[TreeProblem]:
    """Yield what is wrong with an answer to a question for a date and a time, or to one for a date alone."""
    given = _GIVEN.fullmatch(bare)
    moment = recovered_moment(given["rest"]) if given else None
    with_time = given is not None and takes_time(line.source, given["name"])
    if given and moment:
        answer = moment if with_time else moment.partition("T")[0]
        yield Reworded(Span(line.start, line.start + len(bare)), bare, (f"{given['name']} is {answer}",))
    elif given and with_time:
        span = Span(line.start + given.start("rest"), line.start + given.end("rest"))
        yield NotAScalar(span, given["rest"], DateScale.DATE_AND_TIME, "", question=False)


def _recovered_answers(source: Source, name: str, value: str) -> tuple[str, ...]:
    """Return the lines of which one may be meant: of a question with one answer, any of those given."""
    plain = with_plain_numbers(f"is {value}").removeprefix("is ")
    items = [item for item in _JOINT.split(plain) if item]
    if not items or not all(is_name(item) or plain_number(item) for item in items):
        return ()
    several = f"{name} includes {', '.join(items)}"
    if len(items) == 1 or with_fitting_verbs(source, several) != several:
        return tuple(with_fitting_verbs(source, f"{name} is {item}") for item in items)
    return (several,)
