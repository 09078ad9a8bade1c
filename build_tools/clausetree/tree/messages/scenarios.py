"""Scenarios that fail, or are not there; and lines that acknowledge what they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import duty_words, listed, quoted
from clausetree.tree.problems import scenarios as p
from clausetree.tree.strength import Strength

_MEND = "Mend the tree, or this line."
_UNSHOWN = {
    p.Unshown.PICKED: "picks this",
    p.Unshown.LEFT_OUT: "leaves this out",
    p.Unshown.TAKEN: "goes this way",
}


def of_scenarios(problem: p.ScenarioProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.EndsElsewhere(_, expected, actual, path):
            message = f"This scenario should end at `{expected}`, and ends at `{actual}`."
            return "T601", message, f"{_MEND} {_path_words(path)}"
        case p.StopsShort(_, question, path):
            hint = f"Add a line that answers it. {_path_words(path)}"
            return "T602", f"This scenario does not answer `{question}`.", hint
        case p.AnswerUnused(_, question, path):
            hint = f"Take the line out, or mend the answers before it. {_path_words(path)}"
            return "T603", f"This scenario never comes to `{question}`.", hint
        case p.ExclusiveNone(_, question, none):
            hint = f"`{none}` is picked alone: {question} is {none}"
            return "T604", f"These answers cannot be given together to `{question}`.", hint
        case p.DutyMissing(_, wanted, found):
            duties = "; ".join(map(duty_words, found))
            others = f"The duties on its way: {duties}." if found else "No duty is on its way."
            return "T605", f"No duty on the way of this scenario is: {duty_words(wanted)}.", f"{_MEND} {others}"
        case p.DutyUnwanted(_, unwanted):
            return "T606", f"A duty on the way of this scenario is: {duty_words(unwanted)}.", _MEND
        case p.NoSuchDuty(_, unwanted, near):
            message = f"No node lays down this duty, so the line can never fail: {duty_words(unwanted)}."
            return "T607", message, f"Did you mean: {duty_words(near)}?" if near else "Take the line out."
        case p.NotShown(_, how):
            return "T610", f"No scenario {_UNSHOWN[how]}.", "Write a scenario that does."
        case p.DutyNotExpected(_, strength, who, unnamed, user):
            lacking = "says whose duty this is" if unnamed else "expects this duty"
            message = f"No scenario {lacking}{_used_by(user)}."
            hint = "Name them" if unnamed else "Expect it"
            return (
                "T611",
                message,
                f'{hint} in a scenario that comes here: expects {_duty_name(strength, who)} "…"',
            )
        case p.DutyAlwaysDue(_, strength, who, user):
            line = f'expects not {_duty_name(strength, who)} "…"'
            hint = f"Say it in a scenario that comes here with other answers: {line}"
            return "T612", f"No scenario shows when this duty does not apply{_used_by(user)}.", hint
        case p.UnshownLimit(_, question, scalars, day):
            given = listed([f"`{question} is {scalar}`" for scalar in scalars], "and what")
            given += f" (where `today is {day}`)" if day else ""
            each = "one" if len(scalars) == 1 else "one for each"
            hint = f"Write {each}, in which this limit decides how it ends or what it expects."
            return "T613", f"No scenario shows what {given} decides here.", hint
        case p.UnshownFact(_, so):
            also = {True: " being so", False: " not being so", None: ""}[so]
            hint = "Write two that differ in this answer alone, and that end elsewhere or expect other duties."
            return "T614", f"No scenario depends on this{also}.", hint
        case p.Unnoticed(_, what):
            hint = "Let a scenario that comes here end elsewhere then, or expect or rule out a duty."
            return "T615", f"If {what}, no scenario would notice.", hint
        case p.NothingAcknowledged(_, code):
            hint = "Take the line out, or put it right below the line that has the warning."
            return "T701", f"The line above has no warning {quoted(code)}.", hint
        case p.NoScenario():
            hint = 'Write some at the end of the file. Each begins like this: scenario "What happens"'
            return "T609", "This tree has no scenario, so nothing shows that it does what you mean.", hint
        case p.NotVisited(_, node):
            hint = "Write a scenario that comes this way."
            return "T608", f"No scenario visits `{node}`.", hint
        case _:
            assert_never(problem)


def _duty_name(strength: Strength, who: str | None) -> str:
    return f"{strength.value} {who}" if who else strength.value


def _path_words(path: Sequence[str]) -> str:
    return f"The way it takes: {' -> '.join(path)}"


def _used_by(node: str | None) -> str:
    return f" at `{node}`" if node else ""
