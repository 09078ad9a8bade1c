"""Each fault in a tree, with the whole of what its author reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
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


@dataclass(frozen=True, slots=True)
class Told:
    """What an author is told of a case, and the kinds of problems that are behind it."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    kinds: set[type[TreeProblem]] = field(default_factory=set)


@pytest.fixture(scope="module")
def told_of(made_up: Registry, made_up_calendar: Calendar) -> Iterator[Callable[[Path], Told]]:
    """Reads a case, once however often it is asked for."""
    heard: set[type[TreeProblem]] = set()
    to_diagnostic = wording.to_diagnostic

    def hear(problem: TreeProblem, source: Source) -> Diagnostic:
        heard.add(type(problem))
        return to_diagnostic(problem, source)

    @cache
    def told(case: Path) -> Told:
        heard.clear()
        calendar = None if case.stem == "no-calendar" else made_up_calendar
        _, found = read_trees(sources(case), made_up, calendar, TODAY)
        return Told([*found, *check_signs(sources(case))], set(heard))

    with pytest.MonkeyPatch.context() as patch:
        for module in (checks, acknowledge, unprintable_trees):
            patch.setattr(module, "to_diagnostic", hear)
        yield told


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_a_broken_tree_gets_exactly_the_expected_messages(
    case: Path, told_of: Callable[[Path], Told], is_as_written: Callable[[str, Path], None]
) -> None:
    is_as_written("\n".join(map(to_text, told_of(case).diagnostics)), case.with_suffix(".txt"))


def test_every_case_is_broken_and_every_message_has_its_case() -> None:
    assert INVALID
    messages = sorted((CASES / "invalid").glob("*.txt"))
    assert [case.with_suffix(".txt") for case in INVALID] == messages
    assert all(message.read_text(encoding="utf-8") for message in messages)


def test_every_problem_has_a_case(told_of: Callable[[Path], Told]) -> None:
    kinds = set(get_args(TreeProblem))
    assert len(kinds) > 60
    # What is wrong with scenarios that notice no fault shows only when faults are tried; and the policies of
    # the cases are in English.
    elsewhere: set[type[TreeProblem]] = {Unnoticed, BindsInAnotherLanguage}
    assert elsewhere.union(*(told_of(case).kinds for case in INVALID)) == kinds


def test_every_code_has_a_case() -> None:
    messages = sorted(Path(wording.__file__).with_name("messages").glob("*.py"))
    said = "".join(path.read_text(encoding="utf-8") for path in messages)
    shown = "".join(case.with_suffix(".txt").read_text(encoding="utf-8") for case in INVALID)
    codes = set(re.findall(r"\bT\d{3}\b", said))
    assert codes
    assert set(re.findall(r"\bT\d{3}\b", shown)) == codes - {"T615"}
