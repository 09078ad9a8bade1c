"""Each fault in a tree, with the whole of what its author reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from clausetree.history.registry import Registry
from clausetree.publish.printing import unprintable_trees
from clausetree.publish.printing.unprintable_trees import check_signs
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree import wording
from clausetree.tree.checking import acknowledge, checks
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.problems.clauses import BindsInAnotherLanguage
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import Unnoticed

CASES = Path(__file__).resolve().parents[1] / "cases"
INVALID = sorted(
    [*(CASES / "invalid").glob("*.tree"), *(p for p in (CASES / "invalid").iterdir() if p.is_dir())]
)
"""A case is a tree, or a folder of trees that lead to one another."""
TODAY = date(2026, 5, 6).toordinal()


def sources(case: Path) -> list[Source]:
    """Return the broken trees of a case, read as those of the site are."""
    if case.is_dir():
        return tree_sources(case)
    return [source for source in tree_sources(case.parent) if Path(source.name).name == case.name]


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_a_broken_tree_gets_exactly_the_expected_messages(
    case: Path,
    made_up: Registry,
    made_up_calendar: Calendar,
    is_as_written: Callable[[str, Path], None],
) -> None:
    _, found = read_trees(
        sources(case), made_up, None if case.stem == "no-calendar" else made_up_calendar, TODAY
    )
    told = (*found, *check_signs(sources(case)))
    is_as_written("\n".join(map(to_text, told)), case.with_suffix(".txt"))


def test_every_case_is_broken_and_every_message_has_its_case() -> None:
    assert INVALID
    messages = sorted((CASES / "invalid").glob("*.txt"))
    assert [case.with_suffix(".txt") for case in INVALID] == messages
    assert all(message.read_text(encoding="utf-8") for message in messages)


def test_every_problem_has_a_case(
    made_up: Registry, made_up_calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = set(get_args(TreeProblem))
    assert len(kinds) > 60
    # What is wrong with scenarios that notice no fault shows only when faults are tried; and the policies of
    # the cases are in English.
    met: set[type[TreeProblem]] = {Unnoticed, BindsInAnotherLanguage}
    to_diagnostic = wording.to_diagnostic

    def heard(problem: TreeProblem, source: Source) -> Diagnostic:
        met.add(type(problem))
        return to_diagnostic(problem, source)

    for module in (checks, acknowledge, unprintable_trees):
        monkeypatch.setattr(module, "to_diagnostic", heard)
    for case in INVALID:
        list(check_signs(sources(case)))
        read_trees(sources(case), made_up, None if case.stem == "no-calendar" else made_up_calendar, TODAY)
    assert met == kinds


def test_every_code_has_a_case() -> None:
    messages = sorted(Path(wording.__file__).with_name("messages").glob("*.py"))
    said = "".join(path.read_text(encoding="utf-8") for path in messages)
    shown = "".join(case.with_suffix(".txt").read_text(encoding="utf-8") for case in INVALID)
    codes = set(re.findall(r"\bT\d{3}\b", said))
    assert codes
    assert set(re.findall(r"\bT\d{3}\b", shown)) == codes - {"T615"}
