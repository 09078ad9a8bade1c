"""Each fault in a policy, with the whole of what its author reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from clausetree.policy import messages, problems
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.publish.printing.unprintable import try_print
from clausetree.publish.releases.publishable import check_publishable
from clausetree.publish.sources.policies import load_policies
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.problem import Problem
from clausetree.report.text import to_text
from tests.codes_written import codes_written

CASES = Path(__file__).resolve().parents[1] / "cases" / "policy"
INVALID = sorted((CASES / "invalid").iterdir())
CODES = codes_written(Path(messages.__path__[0]).glob("*.py"))


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_a_broken_policy_gets_exactly_the_expected_messages(
    case: Path, is_as_written: Callable[[str, Path], None]
) -> None:
    shown = "\n".join(map(to_text, said_of(case / "docs")))
    is_as_written(shown, case / "expected.txt")


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    # What only a published policy can get wrong has its case among the published ones.
    cases = (*(case / "expected.txt" for case in INVALID), *(CASES / "published").glob("*.txt"))
    shown = "".join(case.read_text(encoding="utf-8") for case in cases)
    assert set(re.findall(r"\bP\d{3}\b", shown)) == set().union(*CODES.values())


def test_every_problem_has_a_code_of_its_own() -> None:
    kinds = {kind for kind in Problem.__subclasses__() if kind.__module__.startswith(f"{problems.__name__}.")}
    assert kinds == set(get_args(PolicyProblem))
    assert {kind.__name__ for kind in kinds} == set(CODES)
    assert all(len(codes) == 1 for codes in CODES.values())
    assert len(set().union(*CODES.values())) == len(CODES)


def test_a_sound_policy_gets_no_message() -> None:
    for case in (CASES / "valid").iterdir():
        assert load_policies(case / "docs").diagnostics == ()


def said_of(docs: Path) -> list[Diagnostic]:
    """Return what is said of policies before a version is accepted: only what is sound is printed to try it."""
    policies = load_policies(docs)
    beyond = check_publishable(policies, docs, docs.parent / "trees")
    told = in_reading_order([*policies.diagnostics, *beyond])
    return told or [fault for policy in policies.registry for fault in try_print(policy, policies, docs)]


def test_a_fault_is_placed_rightly_in_a_file_with_windows_line_endings(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    case = CASES / "invalid" / "anchor-used-twice"
    text = (case / "docs" / "policy.md").read_bytes().replace(b"\n", b"\r\n")
    (docs / "policy.md").write_bytes(text)
    shown = "\n".join(to_text(diagnostic) for diagnostic in load_policies(docs).diagnostics)
    assert shown == (case / "expected.txt").read_text(encoding="utf-8")
