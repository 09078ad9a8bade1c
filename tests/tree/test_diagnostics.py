"""Each fault in a tree, with the whole of what its author reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clausetree.policy.registry import Registry
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree import problems, wording
from clausetree.tree.checks import check_tree, read_trees
from clausetree.tree.parser import parse_tree
from clausetree.tree.problems import Problem
from publish.procedures import tree_sources

CASES = Path(__file__).resolve().parents[1] / "cases"
INVALID = sorted((CASES / "invalid").glob("*.tree"))


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    """The broken trees by the names of their files, read as those of the site are."""
    return {Path(source.name).name: source for source in tree_sources(CASES / "invalid")}


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_a_broken_tree_gets_exactly_the_expected_messages(
    case: Path,
    sources: dict[str, Source],
    made_up: Registry,
    is_as_written: Callable[[str, Path], None],
) -> None:
    _, found = read_trees([sources[case.name]], made_up)
    is_as_written("\n".join(map(to_text, found)), case.with_suffix(".txt"))


def test_every_case_is_broken_and_every_message_has_its_case() -> None:
    assert INVALID
    messages = sorted((CASES / "invalid").glob("*.txt"))
    assert [case.with_suffix(".txt") for case in INVALID] == messages
    assert all(message.read_text(encoding="utf-8") for message in messages)


def test_every_problem_has_a_case(sources: dict[str, Source], made_up: Registry) -> None:
    kinds = {kind for kind in vars(problems).values() if isinstance(kind, type) and issubclass(kind, Problem)}
    met: set[type[Problem]] = {Problem}
    for source in sources.values():
        syntax, found = parse_tree(source)
        checked = check_tree(syntax, made_up, {})[1] if syntax else []
        met |= {type(problem) for problem in (*found, *checked)}
    assert met == kinds


def test_every_code_has_a_case() -> None:
    said = Path(wording.__file__).read_text(encoding="utf-8")
    shown = "".join(case.with_suffix(".txt").read_text(encoding="utf-8") for case in INVALID)
    assert set(re.findall(r"\bT\d{3}\b", shown)) == set(re.findall(r"\bT\d{3}\b", said))
