"""An author's tests of a tree: these answers, that outcome, those duties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clausetree.report.closest import closest
from clausetree.tree.answers import DONE, Answer, Answers, fits, kept
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.due import due_texts
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.messages.phrasing import told_words
from clausetree.tree.model import Duty, ManyOf, Measure, Node, OneOf, Outcome, Step, Tree, duties
from clausetree.tree.paths.search_states import SearchStates
from clausetree.tree.problems.deadlines import DayNotGiven, DueElse
from clausetree.tree.problems.lines import OutOfBounds
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import (
    AnswerUnused,
    DutyLine,
    EndsElsewhere,
    ExclusiveNone,
    NoScenario,
    NothingSuch,
    NotTold,
    StopsShort,
    ToldUnwanted,
)
from clausetree.tree.problems.totals import TotalElse
from clausetree.tree.scalar import scalar_of, scalar_text, written_scalar
from clausetree.tree.scale import DateScale
from clausetree.tree.scenarios.asides import expected_aside
from clausetree.tree.scenarios.unshown import check_shown
from clausetree.tree.syntax import ExpectSyntax, GivenSyntax, ScenarioSyntax, TreeSyntax
from clausetree.tree.today import TODAY, as_of, moved
from clausetree.tree.walk import Walk, walk


@dataclass(frozen=True, slots=True)
class Followed:
    """A scenario and the way that its answers take; every step on it counts as done, but for a wait at its end.

    The way is as of the tree's day. `answers` are those that it gives on its own `day`, if it has one.
    """

    scenario: ScenarioSyntax
    way: Walk
    answers: Answers
    day: int | None


def follow(tree: Tree, scenario: ScenarioSyntax) -> Followed:
    """Return where a scenario leads."""
    ends = scenario.ends.text if scenario.ends else None
    steps = {
        node.id: DONE
        for node in tree.nodes
        if isinstance(node, Step) and not (node.waits and tree.original(node.id) == ends)
    }
    given = {line.question.text: [_said(tree, time) for time in line.times] for line in scenario.given}
    day = next((scalar_of(DateScale.DATE, text) for text in _day(scenario)), None)
    given.pop(TODAY, None)

    def way(answers: Answers) -> Walk:
        return walk(tree, moved(tree, answers, day) if day is not None else answers)

    answers: Answers = {**steps, **{question: first for question, (first, *_) in given.items()}}
    if tree.copies:
        then = as_of(tree, day) if day is not None else tree
        answers = _as_met(then, steps, given, way)
    return Followed(scenario, way(answers), answers, day)


def _said(tree: Tree, line: GivenSyntax) -> Answer:
    """Return what a scenario answers to a question one time, as it is kept; of the day, as it is written."""
    answer = frozenset(name.text for name in line.options)
    return kept(tree.node(line.question.text), answer) if line.question.text != TODAY else answer


def _day(scenario: ScenarioSyntax) -> Iterator[str]:
    """Yield the day of a scenario, if it has one."""
    yield from (line.options[0].text for line in scenario.given if line.question.text == TODAY)


def _as_met(
    tree: Tree, steps: Answers, given: Mapping[str, Sequence[Answer]], way: Callable[[Answers], Walk]
) -> Answers:
    """Return answers, each at the time at which its way comes to the question: `given` has those of each time.

    `tree` is as of the day of the scenario. From the wait at which a scenario is to end one goes on as long as
    there are more answers.
    """
    answers = dict(steps)
    left = {question: [*each] for question, each in given.items()}
    while True:
        node = tree.node(way(answers).at.id)
        name = tree.original(node.id)
        if isinstance(node, Step) and any(left.values()):
            answers[node.id] = DONE
        elif left.get(name) and fits(node, left[name][0]):
            answers[node.id] = left[name].pop(0)
        else:
            return answers


def check_scenarios(
    tree: Tree, syntax: TreeSyntax, states: SearchStates, calendar: Calendar | None
) -> Iterator[TreeProblem]:
    """Yield everything that the scenarios show to be wrong or, where nothing is, what they do not show.

    `states` are the tree's. Deadlines are counted by the `calendar`.
    """
    if not syntax.scenarios:
        yield NoScenario(syntax.id.span)
        return
    followed = [follow(tree, scenario) for scenario in syntax.scenarios]
    failures = [problem for each in followed for problem in _check(tree, each, calendar)]
    # A scenario that fails may have been meant to show what is not shown.
    yield from failures or check_shown(tree, syntax, states, ((each.scenario, each.way) for each in followed))


def _check(tree: Tree, followed: Followed, calendar: Calendar | None) -> Iterator[TreeProblem]:
    """Yield what is wrong with a scenario: where its way goes wrong, what comes after is not judged."""
    scenario, path = followed.scenario, _as_given(followed)
    found = (
        [*_impossible(tree, followed)]
        or [*_elsewhere(tree, scenario, path)]
        or [*_unused(tree, scenario, path)]
    )
    yield from found
    if not found:
        for expect in scenario.expects:
            yield from _expected(tree, expect, path)
            yield from _expected_by(_then(tree, followed), expect, path, calendar)
        yield from _expected_totals(tree, scenario, path)
        for aside in scenario.asides:
            yield from expected_aside(tree, aside, followed.way)


def _as_given(followed: Followed) -> Walk:
    """Return the way of a scenario with the answers as they are written there."""
    way = followed.way
    return replace(way, answers={question: followed.answers[question] for question in way.answers})


def _impossible(tree: Tree, followed: Followed) -> Iterator[TreeProblem]:
    if tree.today is not None and followed.day is None:
        yield DayNotGiven(followed.scenario.title.span)
        return
    then = _then(tree, followed)
    for given in followed.scenario.given:
        if given.question.text == TODAY:
            continue
        for time in given.times:
            yield from _misfit(then.node(given.question.text), time, _said(then, time))


def _misfit(question: Node, given: GivenSyntax, answer: Answer) -> Iterator[TreeProblem]:
    if fits(question, answer):
        return
    if isinstance(question, ManyOf):
        singles = (one.id for one in (question.none, question.unsure) if one)
        picked = next(one for one in singles if one in answer)
        yield ExclusiveNone(given.question.span, question.id, picked)
    elif isinstance(question, Measure):
        bounds = (scalar_text(question.scale.of_limits, bound) for bound in (question.least, question.most))
        yield OutOfBounds(given.options[0].span, given.options[0].text, *bounds)


def _then(tree: Tree, followed: Followed) -> Tree:
    """Return the tree as of the day of a scenario, if it has one."""
    return as_of(tree, followed.day) if followed.day is not None else tree


def _elsewhere(tree: Tree, scenario: ScenarioSyntax, path: Walk) -> Iterator[TreeProblem]:
    trail = tuple(_trail(tree, path))
    if isinstance(path.at, Step):
        # The wait at which it is to end: any other step counts as done.
        return
    if not isinstance(path.at, Outcome):
        waits = [tree.original(node.id) for node in path.nodes if isinstance(node, Step) and node.waits]
        at, wait = path.at, waits[-1] if waits else None
        name = tree.original(at.id)
        time = sum(tree.original(node.id) == name for node in path.nodes)
        ends = tuple(option.id for option in at.options) if isinstance(at, OneOf) and at.visits else ()
        yield StopsShort(scenario.title.span, name, trail, wait, time, ends)
    elif scenario.ends and scenario.ends.text != path.at.id:
        yield EndsElsewhere(scenario.ends.span, scenario.ends.text, path.at.id, trail)


def _unused(tree: Tree, scenario: ScenarioSyntax, path: Walk) -> Iterator[TreeProblem]:
    wait = tree.original(path.at.id) if isinstance(path.at, Step) else None
    met = Counter(tree.original(name) for name in path.answers)
    met[TODAY] = tree.today is not None
    for given in scenario.given:
        name = given.question.text
        if met[name] < len(given.times):
            trail = tuple(_trail(tree, path))
            yield AnswerUnused(given.question.span, name, trail, wait, met[name], len(given.times))


def _expected_by(
    tree: Tree, expect: ExpectSyntax, path: Walk, calendar: Calendar | None
) -> Iterator[TreeProblem]:
    who, wanted = _wanted(expect)
    named = [duty for duty in path.duties if _duty_line(duty, who) == wanted]
    if expect.by and named:
        found = tuple(dict.fromkeys(due_texts(tree, named, path.answers, calendar)))
        if expect.by.text not in found:
            yield DueElse(expect.by.span, expect.by.text, found)


def _expected_totals(tree: Tree, scenario: ScenarioSyntax, path: Walk) -> Iterator[TreeProblem]:
    for expect in scenario.totals:
        total = tree.total(expect.total.text)
        assert total, "a sound tree's scenarios expect totals that there are"
        (actual,) = path.totals.get(total.id, ("0",))
        if written_scalar(total.scale, expect.amount.text) != scalar_of(total.scale, actual):
            span = expect.total.span.to(expect.amount.span)
            yield TotalElse(span, total.id, expect.amount.text, actual)


def _wanted(expect: ExpectSyntax) -> tuple[str | None, DutyLine]:
    who = expect.who.text if expect.who else None
    return who, DutyLine(expect.strength, who, phrase(expect.what.markdown).text)


def _expected(tree: Tree, expect: ExpectSyntax, path: Walk) -> Iterator[TreeProblem]:
    who, wanted = _wanted(expect)
    found = tuple(dict.fromkeys(_duty_line(duty, who) for duty in path.duties))
    if expect.wanted and wanted not in found:
        yield NotTold(expect.span, wanted, found)
    if not expect.wanted and wanted in found:
        yield ToldUnwanted(expect.span, wanted)
    if not expect.wanted:
        every = dict.fromkeys(_duty_line(duty, who) for node in tree.nodes for duty in duties(node))
        if wanted not in every:
            by_words = {told_words(line): line for line in every}
            near = closest(told_words(wanted), by_words)
            yield NothingSuch(expect.span, wanted, by_words[near] if near else None)


def _duty_line(duty: Duty, who: str | None) -> DutyLine:
    """Return a duty as a line that expects it names it: with whose it is where that line says so."""
    return DutyLine(duty.strength, who and duty.who, duty.what.text)


def _trail(tree: Tree, path: Walk) -> Iterator[str]:
    for node in path.nodes:
        name, picked = tree.original(node.id), _picked(node, path.answers.get(node.id))
        yield f"{name} ({picked})" if picked else name


def _picked(node: Node, answer: Answer | None) -> str:
    if answer is None or isinstance(node, Step):
        return ""
    return ", ".join(sorted(answer))
