"""Scenarios that fail, or are not there; and lines that acknowledge what they cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.messages.phrasing import any_of, how_often, listed, quoted, told_noun, told_words
from clausetree.tree.problems import scenarios as p
from clausetree.tree.strength import Strength

_MEND = "Mend the tree, or this line."
_PLURALS = {"duty": "The duties", "note": "The notes", "contact": "The contacts", "link": "The links"}
_UNSHOWN = {
    p.Unshown.PICKED: "picks this",
    p.Unshown.LEFT_OUT: "leaves this out",
    p.Unshown.TAKEN: "goes this way",
    p.Unshown.GONE_ON: "goes on from this wait",
    p.Unshown.LAST_TIME: "goes through this as often as it can, and then on",
}


def of_scenarios(problem: p.ScenarioProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.EndsElsewhere(_, expected, actual, path):
            message = f"This scenario should end at `{expected}`, and ends at `{actual}`."
            return "T601", message, f"{_MEND} {_path_words(path)}"
        case p.StopsShort(_, question, path, wait, time, outcomes):
            ends = f", or let the scenario end where its reader waits: ends {wait}" if wait else ""
            if outcomes and time == 1:
                line = any_of([f"{question} is {outcome}" for outcome in outcomes])
                message = f"This scenario does not say where the visit `{question}` ended."
                return "T602", message, f"Add a line: {line}{ends}. {_path_words(path)}"
            hint = f"Add a line that answers it{ends}. {_path_words(path)}"
            if time > 1:
                hint = (
                    f"Say in its line what is answered then: {question} is …, then …{ends}. {_path_words(path)}"
                )
                before = how_often(time - 1)
                message = f"This scenario comes to `{question}` {how_often(time)}, and answers it {before}."
                return "T602", message, hint
            return "T602", f"This scenario does not answer `{question}`.", hint
        case p.AnswerUnused(_, question, path, wait, met, times):
            ends = (
                f" It ends at the wait `{wait}`: to go on past that, let it end where it leads." if wait else ""
            )
            hint = f"Take the line out, or mend the answers before it.{ends} {_path_words(path)}"
            if met:
                message = (
                    f"This scenario comes to `{question}` {how_often(met)}, and answers it {how_often(times)}."
                )
                return "T603", message, hint
            return "T603", f"This scenario never comes to `{question}`.", hint
        case p.ExclusiveNone(_, question, none):
            hint = f"`{none}` is picked alone: {question} is {none}"
            return "T604", f"These answers cannot be given together to `{question}`.", hint
        case p.NotTold(_, wanted, found):
            noun = _noun(wanted)
            every = "; ".join(map(told_words, found))
            others = f"{_PLURALS[noun]} on its way: {every}." if found else f"No {noun} is on its way."
            message = f"No {noun} on the way of this scenario is: {told_words(wanted)}."
            return "T605", message, f"{_MEND} {others}"
        case p.ToldUnwanted(_, unwanted):
            message = f"A {_noun(unwanted)} on the way of this scenario is: {told_words(unwanted)}."
            return "T606", message, _MEND
        case p.NothingSuch(_, unwanted, near):
            lays_down = (
                "lays down this duty" if isinstance(unwanted, p.DutyLine) else f"has this {unwanted.kind}"
            )
            message = f"No node {lays_down}, so the line can never fail: {told_words(unwanted)}."
            return "T607", message, f"Did you mean: {told_words(near)}?" if near else "Take the line out."
        case p.SeveralNotes(_, words, notes):
            message = f"{len(notes)} notes on the way of this scenario begin with these words: “{words}”."
            return "T616", message, f"Write as many words as tell which is meant: {_apart(notes)}"
        case p.NotShown(_, how):
            return "T610", f"No scenario {_UNSHOWN[how]}.", "Write a scenario that does."
        case p.NotExpected(_, kind, who, unnamed, user):
            lacking = "says whose duty this is" if unnamed else f"expects this {told_noun(kind)}"
            message = f"No scenario {lacking}{_used_by(user)}."
            hint = "Name them" if unnamed else "Expect it"
            return (
                "T611",
                message,
                f'{hint} in a scenario that comes here: expects {_name(kind, who)} "…"',
            )
        case p.AlwaysTold(_, kind, who, user):
            line = f'expects not {_name(kind, who)} "…"'
            hint = f"Say it in a scenario that comes here with other answers: {line}"
            not_told = "is not shown" if isinstance(kind, AsideKind) else "does not apply"
            return "T612", f"No scenario shows when this {told_noun(kind)} {not_told}{_used_by(user)}.", hint
        case p.UnshownLimit(_, question, scalars, day):
            given = listed([f"`{question} is {scalar}`" for scalar in scalars], "and what")
            given += f" (where `today is {day}`)" if day else ""
            each = "one" if len(scalars) == 1 else "one for each"
            hint = f"Write {each}, in which this limit decides how it ends or what it expects."
            return "T613", f"No scenario shows what {given} decides here.", hint
        case p.UnshownOrder(_, question, other, stands):
            given = listed([f"`{question} {sign} {other}`" for sign in stands], "and what")
            each = "one" if len(stands) == 1 else "one for each"
            hint = f"Write {each}, in which this comparison decides how it ends or what it expects."
            return "T613", f"No scenario shows what {given} decides here.", hint
        case p.UnshownFact(_, so):
            also = {True: " being so", False: " not being so", None: ""}[so]
            hint = (
                "Write two that differ in this answer alone, and that end elsewhere or expect something else."
            )
            return "T614", f"No scenario depends on this{also}.", hint
        case p.Unnoticed(_, what):
            hint = "Let a scenario that comes here end elsewhere then, or expect something or rule it out."
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


def _noun(line: p.ToldLine) -> str:
    return told_noun(line.strength if isinstance(line, p.DutyLine) else line.kind)


def _name(kind: Strength | AsideKind, who: str | None) -> str:
    return f"{kind.value} {who}" if who else kind.value


def _path_words(path: Sequence[str]) -> str:
    return f"The way it takes: {' -> '.join(path)}"


def _used_by(node: str | None) -> str:
    return f" at `{node}`" if node else ""


def _apart(notes: Sequence[str]) -> str:
    """Return so much of each note as tells it from the others."""
    return ", or: ".join(
        f'note "{_first_words(note, [other for other in notes if other != note])}"' for note in notes
    )


def _first_words(note: str, others: Sequence[str]) -> str:
    ends = (match.end() for match in re.finditer(r"\S+", note))
    starts = (note[:end] for end in ends)
    return next((start for start in starts if not any(other.startswith(start) for other in others)), note)
