"""What conditions and scenarios say of questions, looked up: does the question exist, can it be so answered?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from clausetree.report.closest import closest
from clausetree.tree.answers import DONE
from clausetree.tree.checking.comparisons import fault_in_comparison
from clausetree.tree.condition import Condition, with_facts
from clausetree.tree.deadlines.period import Unit
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import Compared, Deadline, Fact, Ordered, Picked
from clausetree.tree.numbers import currency_of, plain_number
from clausetree.tree.problems.comparisons import NotComparable, NotComparableWhy
from clausetree.tree.problems.deadlines import DaysAndDates, HoursOfADate, NoSuchEvent, NotADate, NotUntilToday
from clausetree.tree.problems.lines import NotAScalar, OutOfBounds, RepeatedAnswer
from clausetree.tree.problems.names import (
    EndNotAsked,
    FactNotAlone,
    StepIsDone,
    UnknownOption,
    UnknownQuestion,
    WrongVerb,
)
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.totals import TotalGiven
from clausetree.tree.problems.unsure import UnsureAskedFor
from clausetree.tree.recovery.facts import difference, misread_fact
from clausetree.tree.recovery.scalars import recovered_moment, recovered_number, scalar_fault
from clausetree.tree.scalar import MINUTES_OF_DAY, Sign, scalar_of, written_scalar
from clausetree.tree.scale import WHOLE, DateScale, NumberScale, Scale
from clausetree.tree.syntax import (
    DeadlineSyntax,
    FactSyntax,
    GivenSyntax,
    MeasureSyntax,
    Name,
    NodeSyntax,
    QuestionSyntax,
    ScenarioSyntax,
    StepSyntax,
    Verb,
    VisitSyntax,
    offered_by,
)
from clausetree.tree.today import TODAY


class QuestionScope:
    """The questions of one tree, its `totals` with their scales, and what its facts are `named`.

    Of visits with `unknown_ends` anything may be said, since their trees are not sound.
    What is wrong with what is said of them goes into `problems`, and what compares two answers into `compared`.
    """

    def __init__(
        self,
        nodes: Mapping[str, NodeSyntax],
        named: Collection[str],
        totals: Mapping[str, NumberScale],
        unknown_ends: Collection[str],
        problems: list[TreeProblem],
    ) -> None:
        self.named = named
        self.totals = totals
        self.unknown_ends = unknown_ends
        self.visits = {name for name, node in nodes.items() if isinstance(node, VisitSyntax)}
        self.questions = {name: node for name, node in nodes.items() if isinstance(node, QuestionSyntax)}
        self.steps = {name for name, node in nodes.items() if isinstance(node, StepSyntax)}
        self.problems = problems
        self.goes_by_days: dict[str, bool] = {}
        self.compared: list[FactSyntax] = []

    def condition(self, condition: Condition[FactSyntax]) -> Condition[Fact] | None:
        """Return a condition with every name looked up, or None and problems."""
        return with_facts(condition, self._resolved_fact)

    def scenario(self, scenario: ScenarioSyntax) -> None:
        """Look up the names of the questions and answers that a scenario gives."""
        met: set[str] = set()
        for given in scenario.given:
            name = given.question
            if name.text in met:
                self.problems.append(RepeatedAnswer(name.span, name.text))
            met.add(name.text)
            if name.text == TODAY and given.verb is not Verb.IS:
                span = name.span.to(given.options[-1].span)
                self.problems.append(WrongVerb(span, name.text, given.verb, Verb.IS))
            elif name.text == TODAY:
                self.scalar(DateScale.DATE, given.options[0], f"{TODAY} is ")
            else:
                for time in given.times:
                    self._resolve_given(time)
        for by in (expect.by for expect in scenario.expects if expect.by):
            if scalar_of(DateScale.DATE_AND_TIME, by.text) is None:
                self.scalar(DateScale.DATE, by, "by ")

    def deadline(self, written: DeadlineSyntax) -> Deadline | None:
        """Return a deadline whose question asks for a date, or None and a problem."""
        name = written.question
        words = phrase(written.words.markdown).text if written.words else None
        if name is None:
            return Deadline(written.period, None, words)
        question = self.questions.get(name.text)
        if question is None:
            self.problems.append(NoSuchEvent(name.span, name.text, closest(name.text, self.questions)))
            return None
        if question.measure is None or isinstance(question.measure.scale, NumberScale):
            self.problems.append(NotADate(name.span, name.text))
        elif question.measure.scale is DateScale.DATE and written.period.unit is Unit.HOUR:
            self.problems.append(HoursOfADate(name.span, name.text))
        return Deadline(written.period, name.text, words)

    def _resolve_given(self, given: GivenSyntax) -> None:
        if given.question.text in self.totals and given.question.text not in self.questions:
            span = given.question.span.to(given.options[-1].span)
            self.problems.append(TotalGiven(span, given.question.text, given.options[0].text))
            return
        if given.question.text in self.visits:
            if given.question.text not in self.unknown_ends:
                self.problems.append(EndNotAsked(given.question.span, given.question.text))
            return
        question = self._question_called(given.question)
        if question is None:
            return
        if question.unsure and given.options[0].text == question.unsure.id.text:
            self._check_verb(question, given.question, given.verb, *given.options)
        elif question.measure:
            said = FactSyntax(given.question, given.verb, given.options[0])
            self._comparison(question.measure, said, question.measure.scale)
        elif all([self.is_offered(question, option) for option in given.options]):
            self._check_verb(question, given.question, given.verb, *given.options)

    def _resolved_fact(self, fact: FactSyntax) -> Fact | None:
        if fact.question.text in self.steps:
            return self._step_fact(fact)
        if fact.question.text in self.unknown_ends:
            return None
        if fact.question.text in self.named and fact.question.text not in self.questions:
            self.problems.append(FactNotAlone(fact.span, fact.question.text))
            return None
        if fact.question.text in self.totals and fact.question.text not in self.questions:
            return self._of_total(fact, self.totals[fact.question.text])
        asked = self.questions.get(fact.question.text)
        number = written_scalar(asked.measure.scale, fact.value.text) if asked and asked.measure else None
        if asked and asked.unsure and fact.value.text == asked.unsure.id.text and number is None:
            counted = tuple(name.text for name in asked.unsure.counts_as)
            self.problems.append(UnsureAskedFor(fact.value.span, asked.id.text, fact.value.text, counted))
            return None
        if asked and asked.measure and number is None and not fact.since and self._is_counted(fact.value):
            return self._ordered(asked.measure, fact)
        fault = None if fact.since else misread_fact(fact, self.questions, self.totals)
        if fault:
            self.problems.append(fault)
            return None
        question = self._question_called(fact.question)
        if question is None:
            return None
        if question.measure or fact.since:
            return self._limit(question, fact)
        if not self.is_offered(question, fact.value):
            return None
        self._check_verb(question, fact.question, fact.verb, fact.value)
        return Picked(fact.question.text, fact.value.text)

    def _is_counted(self, name: Name) -> bool:
        """Return whether a name is that of a question or a total."""
        return name.text != TODAY and (name.text in self.questions or name.text in self.totals)

    def _ordered(self, measure: MeasureSyntax, fact: FactSyntax) -> Ordered | None:
        """Return how an answer stands to another, or None and a problem."""
        if fact.verb is Verb.INCLUDES:
            self.problems.append(WrongVerb(fact.span, fact.question.text, fact.verb, Verb.IS))
            return None
        found = fault_in_comparison(measure, fact, self.questions.get(fact.value.text))
        if isinstance(found, NotComparable):
            self.problems.append(found)
            return None
        self.compared.append(fact)
        return Ordered(fact.question.text, Sign(fact.verb), found, fact.value.text)

    def _limit(self, question: QuestionSyntax, fact: FactSyntax) -> Compared | None:
        measure = question.measure
        by_days = measure is None or fact.since or fact.value.text == TODAY
        if measure is None or by_days:
            found = self._days_since(question, fact)
        else:
            found = self._comparison(measure, fact, measure.scale.of_limits)
        if found and self.goes_by_days.setdefault(question.id.text, by_days) != by_days:
            self.problems.append(DaysAndDates(fact.question.span, question.id.text))
        return found

    def _days_since(self, question: QuestionSyntax, fact: FactSyntax) -> Compared | None:
        """Return that so many days have gone by since an answer, or that it is today."""
        days = self.scalar(WHOLE, fact.value, fact.before) if fact.since else 0
        measure = question.measure
        if question.visits:
            self.problems.append(NotADate(fact.question.span, fact.question.text))
        elif measure is None or isinstance(measure.scale, NumberScale) or measure.most.text != TODAY:
            self.problems.append(NotUntilToday(fact.question.span, fact.question.text))
        elif fact.verb is Verb.INCLUDES:
            span = fact.span
            self.problems.append(WrongVerb(span, fact.question.text, fact.verb, Verb.IS))
        elif days is not None and days < 0:
            bounds = "0 days", "any number of them"
            self.problems.append(OutOfBounds(fact.value.span, fact.value.text, *bounds))
        elif days is not None:
            sign = Sign(fact.verb).turned if fact.since else Sign(fact.verb)
            return Compared(fact.question.text, sign, DateScale.DATE, -days, days)
        return None

    def _of_total(self, fact: FactSyntax, scale: NumberScale) -> Compared | None:
        span = fact.span
        if fact.since:
            self.problems.append(NotADate(fact.question.span, fact.question.text))
        elif self._is_counted(fact.value):
            why = NotComparableWhy.TOTAL
            self.problems.append(NotComparable(fact.span, fact.question.text, fact.value.text, why))
        elif fact.verb is Verb.INCLUDES:
            self.problems.append(WrongVerb(span, fact.question.text, fact.verb, Verb.IS))
        else:
            amount = self.scalar(scale, fact.value, fact.before)
            return None if amount is None else Compared(fact.question.text, Sign(fact.verb), scale, amount)
        return None

    def _step_fact(self, fact: FactSyntax) -> Fact | None:
        (done,) = DONE
        if (fact.verb, fact.value.text) == (Verb.IS, done):
            return Picked(fact.question.text, done)
        self.problems.append(StepIsDone(fact.span, fact.question.text))
        return None

    def _question_called(self, name: Name) -> QuestionSyntax | None:
        if name.text not in self.questions:
            near = closest(name.text, [*self.questions, *self.totals, *self.visits])
            worked_out = difference(name, self.questions)
            self.problems.append(worked_out or UnknownQuestion(name.span, name.text, near))
        return self.questions.get(name.text)

    def _comparison(self, measure: MeasureSyntax, fact: FactSyntax, scale: Scale) -> Compared | None:
        """Return what is said of a question for a scalar, with a value on this scale, or None and a problem."""
        if fact.verb is Verb.INCLUDES:
            span = fact.span
            self.problems.append(WrongVerb(span, fact.question.text, fact.verb, Verb.IS))
            return None
        scalar = self.scalar(scale, fact.value, fact.before)
        if scalar is None:
            return None
        amount = scalar // MINUTES_OF_DAY if scale is DateScale.DATE_AND_TIME else scalar
        limits = measure.scale.of_limits
        least, most = (written_scalar(limits, name.text) for name in (measure.least, measure.most))
        # Bounds that are wrong themselves, or leave no choice, are a fault of their own. A day has many times.
        narrowest = 0 if measure.scale is DateScale.DATE_AND_TIME else 1
        if least is not None and most is not None and most - least >= narrowest and not least <= amount <= most:
            bounds = measure.least.text, measure.most.text
            self.problems.append(OutOfBounds(fact.value.span, fact.value.text, *bounds))
            return None
        return Compared(fact.question.text, Sign(fact.verb), limits, amount)

    def bounds(self, measure: MeasureSyntax) -> tuple[int | None, int | None]:
        """Return the bounds of a question. What is wrong with both in one way is told once.

        A bound that is today lies two days from the other, until it is known as of which day.
        """
        scale = measure.scale.of_limits
        today = [name.text == TODAY and scale is DateScale.DATE for name in (measure.least, measure.most)]
        if any(today):
            other = self.scalar(scale, measure.least if today[1] else measure.most)
            return (None, None) if other is None else (other - 2 * today[0], other + 2 * today[1])
        least = self.scalar(scale, measure.least)
        fault = scalar_fault(measure.least.text)
        if least is None and fault and fault is scalar_fault(measure.most.text):
            return None, None
        return least, self.scalar(scale, measure.most)

    def scalar(self, scale: Scale, name: Name, before: str = "") -> int | None:
        """Return the number or date that is written, or None and a problem. `before` is what it is said of."""
        scalar = written_scalar(scale, name.text)
        if scalar is None:
            meant = _meant(scale, name.text)
            instead = f"{before}{meant}" if meant else ""
            is_question = name.text in self.questions
            self.problems.append(NotAScalar(name.span, name.text, scale, instead, is_question))
        return scalar

    def may_end(self, visit: Name, outcome: str) -> bool:
        """Return whether it is a visit, and one that can end with this outcome."""
        asked = self.questions.get(visit.text)
        return asked is not None and asked.visits and outcome in {option.id.text for option in asked.options}

    def is_offered(self, question: QuestionSyntax, name: Name) -> bool:
        """Return whether a question offers such an answer, or note a problem."""
        ids = [answer.id.text for answer in offered_by(question)]
        if name.text in ids or not ids:
            return bool(ids)
        near = closest(name.text, ids)
        problem = UnknownOption(name.span, name.text, question.id.text, tuple(ids), near, question.visits)
        self.problems.append(problem)
        return False

    def _check_verb(self, question: QuestionSyntax, name: Name, verb: Verb | Sign, *options: Name) -> None:
        """Note a problem when `verb` does not suit the kind of `question`."""
        singles = {one.id.text for one in (question.none, question.unsure) if one}
        alone = all(option.text in singles for option in options)
        right = Verb.INCLUDES if question.choices and not alone else Verb.IS
        mixed = question.options and (question.choices or question.none)
        if verb != right and not mixed:
            span = name.span.to(options[-1].span)
            self.problems.append(WrongVerb(span, question.id.text, verb, right, question.visits))


def _meant(scale: Scale, found: str) -> str | None:
    """Return what must be meant by something that states no scalar on `scale`."""
    if not isinstance(scale, NumberScale):
        return recovered_moment(found) if scale is DateScale.DATE_AND_TIME else None
    counted = plain_number(found) if currency_of(found) and not scale.currency else None
    number = counted or recovered_number(found)
    return number if number and written_scalar(scale, number) is not None else None
