"""A fact that can be read, and that says of a question what none can be asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from clausetree.tree.problems.lines import NotAScalar
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import NotCounted, NothingWorkedOut, Reworded
from clausetree.tree.recovery.reworded import reworded
from clausetree.tree.recovery.scalars import ScalarFault, scalar_fault
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import DateScale
from clausetree.tree.syntax import FactSyntax, Name, QuestionSyntax, Verb, offered_by


def misread_fact(
    fact: FactSyntax, questions: Mapping[str, QuestionSyntax], totals: Collection[str]
) -> TreeProblem | None:
    """Return what a fact was meant to say, where that is plain from what its tree asks and adds up."""
    question, span = questions.get(fact.question.text), fact.span
    sign = fact.verb if isinstance(fact.verb, Sign) else None
    if sign and question is None and (fact.value.text in questions or fact.value.text in totals):
        if scalar_fault(fact.question.text) is ScalarFault.TODAY:
            return NotAScalar(fact.question.span, fact.question.text, DateScale.DATE, "", question=False)
        found = f"{fact.question.text} {fact.verb} {fact.value.text}"
        return Reworded(span, found, (f"{fact.value.text} {sign.turned} {fact.question.text}",))
    if question and sign and offered_by(question):
        return NotCounted(span, question.id.text, sign, _facts_of(question), question.visits)
    if (
        question
        and question.measure
        and fact.verb is Verb.IS
        and scalar_fault(fact.value.text) is ScalarFault.RANGE
    ):
        instead = f"({next(reworded(f'{fact.question.text} is {fact.value.text}'))})"
        if fact.cell:
            instead = re.sub(r"\s*(?:[-–—…]|\.\.+)\s*", " to ", fact.value.text)
        scale = question.measure.scale
        return NotAScalar(fact.value.span, fact.value.text, scale, instead, question=False)
    return None


def difference(name: Name, questions: Mapping[str, QuestionSyntax]) -> TreeProblem | None:
    """Return the fault of a name that is two questions with a minus sign between, as in `spent-left`."""
    words = name.text.split("-")
    pairs = (("-".join(words[:at]), "-".join(words[at:])) for at in range(1, len(words)))
    subtracted = any(first in questions and second in questions for first, second in pairs)
    return NothingWorkedOut(name.span, name.text) if subtracted else None


def _facts_of(question: QuestionSyntax) -> tuple[str, ...]:
    """Return what can be said of a question with named answers."""
    none = question.none.id.text if question.none else None
    answers = [answer.id.text for answer in offered_by(question)]
    verbs = {answer: Verb.INCLUDES if question.choices and answer != none else Verb.IS for answer in answers}
    return tuple(f"{question.id.text} {verb} {answer}" for answer, verb in verbs.items())
