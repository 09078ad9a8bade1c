"""An author's tests of a tree: these answers, that outcome, those duties."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.report.closest import closest
from clausetree.tree.answers import DONE, Answer, fits
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.due import due_texts
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.messages.phrasing import duty_words
from clausetree.tree.model import Duty, ManyOf, Node, Outcome, Step, Tree, duties
from clausetree.tree.paths.search_states import SearchStates
from clausetree.tree.problems.deadlines import DueElse
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import (
    AnswerUnused,
    DutyLine,
    DutyMissing,
    DutyUnwanted,
    EndsElsewhere,
    ExclusiveNone,
    NoScenario,
    NoSuchDuty,
    StopsShort,
)
from clausetree.tree.scenarios.unshown import check_shown
from clausetree.tree.syntax import ExpectSyntax, ScenarioSyntax, TreeSyntax
from clausetree.tree.walk import Walk, walk


def follow(tree: Tree, scenario: ScenarioSyntax) -> Walk:
    """Return the way that the answers of `scenario` take; every step on it counts as done."""
    steps = {node.id: DONE for node in tree.nodes if isinstance(node, Step)}
    given = {g.question.text: frozenset(o.text for o in g.options) for g in scenario.given}
    return walk(tree, {**steps, **given})


def check_scenarios(
    tree: Tree, syntax: TreeSyntax, states: SearchStates, calendar: Calendar | None
) -> Iterator[TreeProblem]:
    """Yield everything that the scenarios show to be wrong or, where nothing is, what they do not show.

    `states` are the tree's. Deadlines are counted by the `calendar`.
    """
    if not syntax.scenarios:
        yield NoScenario(syntax.id.span)
        return
    followed = [(scenario, follow(tree, scenario)) for scenario in syntax.scenarios]
    failures = [problem for scenario, path in followed for problem in _check(tree, scenario, path, calendar)]
    # A scenario that fails may have been meant to show what is not shown.
    yield from failures or check_shown(tree, syntax, states, followed)


def _check(
    tree: Tree, scenario: ScenarioSyntax, path: Walk, calendar: Calendar | None
) -> Iterator[TreeProblem]:
    """Yield what is wrong with a scenario: where its way goes wrong, what comes after is not judged."""
    found = [*_impossible(tree, scenario)] or [*_elsewhere(scenario, path)] or [*_unused(scenario, path)]
    yield from found
    if not found:
        for expect in scenario.expects:
            yield from _expected(tree, expect, path)
            yield from _expected_by(tree, expect, path, calendar)


def _impossible(tree: Tree, scenario: ScenarioSyntax) -> Iterator[TreeProblem]:
    for given in scenario.given:
        question = tree.node(given.question.text)
        answer = frozenset(option.text for option in given.options)
        if not fits(question, answer) and isinstance(question, ManyOf) and question.none:
            yield ExclusiveNone(given.question.span, question.id, question.none.id)


def _elsewhere(scenario: ScenarioSyntax, path: Walk) -> Iterator[TreeProblem]:
    trail = tuple(_trail(path))
    if not isinstance(path.at, Outcome):
        yield StopsShort(scenario.title.span, path.at.id, trail)
    elif scenario.ends and scenario.ends.text != path.at.id:
        yield EndsElsewhere(scenario.ends.span, scenario.ends.text, path.at.id, trail)


def _unused(scenario: ScenarioSyntax, path: Walk) -> Iterator[TreeProblem]:
    for given in scenario.given:
        if given.question.text not in path.answers:
            yield AnswerUnused(given.question.span, given.question.text, tuple(_trail(path)))


def _expected_by(
    tree: Tree, expect: ExpectSyntax, path: Walk, calendar: Calendar | None
) -> Iterator[TreeProblem]:
    who, wanted = _wanted(expect)
    named = [duty for duty in path.duties if _duty_line(duty, who) == wanted]
    if expect.by and named:
        found = tuple(dict.fromkeys(due_texts(tree, named, path.answers, calendar)))
        if expect.by.text not in found:
            yield DueElse(expect.by.span, expect.by.text, found)


def _wanted(expect: ExpectSyntax) -> tuple[str | None, DutyLine]:
    who = expect.who.text if expect.who else None
    return who, DutyLine(expect.strength, who, phrase(expect.what.markdown).text)


def _expected(tree: Tree, expect: ExpectSyntax, path: Walk) -> Iterator[TreeProblem]:
    who, wanted = _wanted(expect)
    found = tuple(dict.fromkeys(_duty_line(duty, who) for duty in path.duties))
    if expect.wanted and wanted not in found:
        yield DutyMissing(expect.span, wanted, found)
    if not expect.wanted and wanted in found:
        yield DutyUnwanted(expect.span, wanted)
    if not expect.wanted:
        every = dict.fromkeys(_duty_line(duty, who) for node in tree.nodes for duty in duties(node))
        if wanted not in every:
            by_words = {duty_words(line): line for line in every}
            near = closest(duty_words(wanted), by_words)
            yield NoSuchDuty(expect.span, wanted, by_words[near] if near else None)


def _duty_line(duty: Duty, who: str | None) -> DutyLine:
    """Return a duty as a line that expects it names it: with whose it is where that line says so."""
    return DutyLine(duty.strength, who and duty.who, duty.what.text)


def _trail(path: Walk) -> Iterator[str]:
    for node in path.nodes:
        answer = path.answers.get(node.id)
        yield f"{node.id} ({_picked(node, answer)})" if _picked(node, answer) else node.id


def _picked(node: Node, answer: Answer | None) -> str:
    if answer is None or isinstance(node, Step):
        return ""
    return ", ".join(sorted(answer))
