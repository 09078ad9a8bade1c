"""Questions that leave no choice."""

from __future__ import annotations

import pytest

from clausetree.report.source import Source
from clausetree.tree.checking.one_answer import check_answers
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.recovery import OnlyAnswer


def told(lines: str) -> list[tuple[str, OnlyAnswer]]:
    """Return the question that is told of and what its only answer is, where these lines stand in it."""
    indented = "".join(f"    {line.strip()}\n" for line in lines.split(";") if line)
    text = f'tree t "T"\n    start ask\n\nquestion ask "Ask?"\n{indented}\noutcome end "End"\n'
    syntax, _ = parse_tree(Source("t.tree", text))
    assert syntax
    found = list(check_answers(syntax))
    assert all(text[problem.span.start : problem.span.end] == "ask" for problem in found)
    return [(problem.question, problem.only) for problem in found]


@pytest.mark.parametrize(
    ("lines", "only"),
    [
        ('option yes "Yes" -> end', OnlyAnswer.OPTION),
        ('many dog "Dog"; then -> end', OnlyAnswer.CHOICE),
        ("number 7 to 7; then -> end", OnlyAnswer.SCALAR),
        ("number -1.50 to -1.5; then -> end", OnlyAnswer.SCALAR),
        ("money £1,000 to £1000.00; then -> end", OnlyAnswer.SCALAR),
        ("date 2024-02-29 to 2024-02-29; then -> end", OnlyAnswer.SCALAR),
    ],
)
def test_a_question_with_one_answer_is_told(lines: str, only: OnlyAnswer) -> None:
    assert told(lines) == [("ask", only)]


@pytest.mark.parametrize(
    "lines",
    [
        'option yes "Yes" -> end; option no "No" -> end',
        'many dog "Dog"; many cat "Cat"; then -> end',
        'many dog "Dog"; none nothing "None"; then -> end',
        "number 7 to 8; then -> end",
        "number 7.00 to 7.01; then -> end",
        "number -7 to 7; then -> end",
        "money £7 to £7.01; then -> end",
        "date 2024-02-28 to 2024-02-29; then -> end",
        # A day has many times.
        "date and time 2024-02-29 to 2024-02-29; then -> end",
        # These have other faults.
        "",
        'none nothing "None"; then -> end',
        "number seven to eight; then -> end",
        'option yes "Yes" -> end; many dog "Dog"; then -> end',
        'option yes "Yes" -> end; number 7 to 7; then -> end',
        'many dog "Dog"; number 7 to 7; then -> end',
    ],
)
def test_a_question_with_more_answers_or_with_another_fault_is_not(lines: str) -> None:
    assert told(lines) == []
