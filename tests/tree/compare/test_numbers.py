"""What differs between two versions of a tree that ask for numbers and money."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.history.registry import Registry
from clausetree.render.review.compared import to_comparison
from clausetree.tree.compare.trees import compare

from .test_trees import version

CASE = Path(__file__).resolve().parents[2] / "cases" / "valid" / "money-and-decimals.tree"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'number 0.00 to 1000.0 "kg"',
            'number 0.000 to 1000 "kg"',
            "The question “What does it weigh?” was a question for a number with 2 decimal places from 0 to "
            "1000 kg, and is a question for a number with 3 decimal places from 0 to 1000 kg now.",
        ),
        (
            "number -10 to 50",
            "number -10.0 to 50",
            "The question “How warm is it outside?” was a question for a whole number from \u221210 to 50 "
            "degrees, and is a question for a number with 1 decimal place from \u221210 to 50 degrees now.",
        ),
        (
            '1000.0 "kg"',
            '1000.0 "kilo" "kilos"',
            "The unit of the question “What does it weigh?”. Before: “kg” Now: “kilos, kilo”",
        ),
        (
            "money £0 to £10,000",
            "money £0 to £9,000",
            "The question “What does it cost?” was a question for an amount of money from £0 to £10,000, "
            "and is a question for an amount of money from £0 to £9,000 now.",
        ),
    ],
)
def test_another_kind_of_number_is_all_that_is_said(
    old: str, new: str, said: str, made_up: Registry, tmp_path: Path
) -> None:
    text = CASE.read_text(encoding="utf-8")
    assert old in text
    changed = tmp_path / CASE.name
    changed.write_text(text.replace(old, new), encoding="utf-8")
    before, after = version(CASE, made_up), version(changed, made_up)
    lines = [
        line for line in to_comparison(before, after, compare(before, after)).splitlines() if line[:2] == "- "
    ]
    assert lines == [f"- {said}"]


def test_another_limit_is_told_with_who_ends_elsewhere(made_up: Registry, tmp_path: Path) -> None:
    changed = tmp_path / CASE.name
    text = CASE.read_text(encoding="utf-8")
    changed.write_text(text.replace("cost > £50 and", "cost > £50.01 and"), encoding="utf-8")
    before, after = version(CASE, made_up), version(changed, made_up)
    said = to_comparison(before, after, compare(before, after))
    assert "Readers who answer “£50.01” to “What does it cost?”" in said
    assert "is more than £50.01" in said


def test_another_sign_between_two_answers_is_told_with_whom_it_sends_elsewhere(
    made_up: Registry, tmp_path: Path
) -> None:
    case = CASE.with_name("two-answers.tree")
    changed = tmp_path / case.name
    text = case.read_text(encoding="utf-8")
    changed.write_text(text.replace("back < begun", "back <= begun"), encoding="utf-8")
    before, after = version(case, made_up), version(changed, made_up)
    said = to_comparison(before, after, compare(before, after))
    assert "is the same as or earlier than your answer to “When did you fall ill?”, “Mend the dates" in said
    assert "“1 April 2025” to “When did you fall ill?”; “1 April 2025 at midday” to “When were you back" in said
