"""Whether a clause says how long there is, in the many ways in which that is said."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.policy.parser import parse_policy
from clausetree.report.source import Source
from clausetree.tree.binding.clause_times import check_times, is_said
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.deadlines import TimeNotInClauses

HOUR, DAY, WORKING_DAY, WEEK, MONTH, YEAR = Unit
SAID = [
    ("not later than 72 hours after having become aware of it", 72, HOUR),
    ("within seventy-two hours", 72, HOUR),
    ("in any event within one month of receipt", 1, MONTH),
    ("Within a month, the clerk answers", 1, MONTH),
    ("within one calendar month", 1, MONTH),
    ("not later than the twentieth working day following the date of receipt", 20, WORKING_DAY),
    ("by the 20th working day", 20, WORKING_DAY),
    ("within 20 working days & give reasons", 20, WORKING_DAY),
    ("within ten (10) business days", 10, WORKING_DAY),
    ("by the end of the next working day", 1, WORKING_DAY),
    ("within 10 school days", 10, WORKING_DAY),
    ("a 14-day period", 14, DAY),
    ("within a fortnight", 14, DAY),
    ("within a fortnight", 2, WEEK),
    ("seven clear days before", 7, DAY),
    ("within seven days", 1, WEEK),
    ("before the end of the period of three months beginning with", 3, MONTH),
    ("twelve months", 1, YEAR),
    ("kept for six years", 6, YEAR),
    ("within an hour", 1, HOUR),
    ("the hundred and 100 days", 100, DAY),
    ("on the first day", 1, DAY),
    ("by the second week", 2, WEEK),
    ("the third month", 3, MONTH),
    ("the fifth day", 5, DAY),
    ("the eighth, ninth or twelfth hour", 12, HOUR),
    ("the ninth hour", 9, HOUR),
    ("the eighth hour", 8, HOUR),
    ("the nineteenth day", 19, DAY),
    ("the thirtieth day", 30, DAY),
    ("thirty days", 30, DAY),
    ("ninety-nine days", 99, DAY),
    ("the twenty-first day", 21, DAY),
    ("within a day", 24, HOUR),
    ("within a year", 12, MONTH),
    ("a fortnight", 14, DAY),
    ("a week", 7, DAY),
    ("twelve months", 1, YEAR),
    ("a year", 1, YEAR),
    ("a calendar month", 1, MONTH),
    ("the next school day", 1, WORKING_DAY),
    ("within forty\u2011eight hours", 48, HOUR),
]
UNSAID = [
    ("within 72 hours", 7, HOUR),
    ("within 72 hours", 2, HOUR),
    ("within 172 hours", 72, HOUR),
    ("within 20 working days", 20, DAY),
    ("within 20 days", 20, WORKING_DAY),
    ("within twenty-one days", 20, DAY),
    ("within twenty-one days", 1, DAY),
    ("three months", 3, WEEK),
    ("72 people within hours", 72, HOUR),
    ("without delay", 1, DAY),
    ("on the same day", 1, DAY),
]


@pytest.mark.parametrize(("text", "amount", "unit"), SAID)
def test_a_time_is_found_in_a_clause_that_says_it(text: str, amount: int, unit: Unit) -> None:
    assert is_said(Period(amount, unit), text)


@pytest.mark.parametrize(("text", "amount", "unit"), UNSAID)
def test_a_time_is_not_found_in_a_clause_that_says_another(text: str, amount: int, unit: Unit) -> None:
    assert not is_said(Period(amount, unit), text)


POLICY = """\
# Letters {: #letters }

1.1 You must answer within ten days.
{: #c1-1 }

1.2 You must:
{: #c1-2 }

- file it within a fortnight;
  {: #c1-2-a }
- keep it.
  {: #c1-2-b }

1.3 You must count.
{: #c1-3 }
"""


def told(*duties: str, language: str = "en-GB") -> list[TimeNotInClauses]:
    """Return what is said of the deadlines of a step and an outcome with these duties."""
    meta = {
        "policy": "letters",
        "title": "L",
        "version": "1",
        "owner": "O",
        "approved": "A",
        "language": language,
    }
    policy, faults = parse_policy(Source("letters.md", POLICY), meta, {})
    assert policy is not None, faults
    lines = "".join(f"    {duty}\n" for duty in duties)
    text = f"""\
tree letter "Letter"
    policy letters
    basis clauses
    start ask

question ask "Which?"
    option one "One" -> do
    option two "Two" -> end

step do "Do"
{lines}    then -> end

outcome end "End"
{lines}"""
    syntax, problems = parse_tree(Source("letter.tree", text))
    assert syntax, problems
    tree, _ = check_tree(syntax, Registry([policy]), {})
    assert tree
    found = check_times(tree, syntax, Registry([policy]))
    return [problem for problem in found if isinstance(problem, TimeNotInClauses)]


def test_each_deadline_is_held_against_all_the_clauses_of_its_duty() -> None:
    assert told('must you "Answer" within 10 days of "it" (1.1)') == []
    assert told('must you "Answer" within 10 days of "it" (1.3, 1.1)') == []
    assert told('must you "Answer" (1.3)') == []
    step, outcome = told('must you "Count" (1.3)', 'must you "Answer" within 9 days of "it" (1.1, 1.3)')
    assert step.time == outcome.time == "9 days"
    assert step.clauses == ("clause 1.1", "clause 1.3")
    assert step.span != outcome.span
    (_, _) = told('must you "Answer" within 10 days of "it" (1.2)')


def test_items_and_what_leads_in_to_them_are_read_together() -> None:
    assert told('must you "File it" within 14 days of "it" (1.2a)') == []
    assert told('must you "File it" within 2 weeks of "it" (1.2)') == []
    assert len(told('must you "File it" within 2 weeks of "it" (1.2b)')) == 2


def test_a_policy_in_another_language_is_not_read() -> None:
    assert told('must you "Answer" within 9 days of "it" (1.1)', language="cy") == []
