"""Whether the duties of a tree say what their clauses say."""

from __future__ import annotations

from clausetree.policy.parser import parse_policy
from clausetree.policy.registry import Registry
from clausetree.report.source import Source
from clausetree.tree.checks import read_trees

POLICY = """\
# Pool {: #pool }

1.1 Swimmers shall shower first.
{: #c1-1 }

1.2 Nobody may dive at the shallow end.
{: #c1-2 }

1.3 A child may swim alone only with a badge.
{: #c1-3 }

1.4 The pool is 25 metres long.
{: #c1-4 }

1.5 Lifeguards are required:
{: #c1-5 }

- to count the swimmers.
  {: #c1-5-a }
"""
META = {"policy": "pool", "title": "Pool", "version": "1", "owner": "O", "approved": "A"}


def told(*duties: str) -> list[str]:
    """Return what is warned of in a tree that has these duties, and nothing else that could be wrong."""
    policy, faults = parse_policy(Source("pool.md", POLICY), META, {})
    assert policy is not None
    assert faults == []
    lines = "".join(f"    {duty}\n" for duty in duties)
    text = f"""\
tree swim "Swim"
    policy pool
    basis clauses
    start age

question age "How old are you?"
    cites 1.1
    option child "A child" -> in
    option teen "A teenager" -> in
    option grown "Grown up" -> alone

outcome in "In you go"
    cites 1.1
{lines}
outcome alone "Off you go"
    cites 1.1

scenario "A child"
    age is child
    ends in

scenario "A teenager"
    age is teen
    ends in

scenario "A grown-up"
    age is grown
    ends alone
"""
    _, diagnostics = read_trees([Source("trees/swim.tree", text)], Registry([policy], {}))
    assert {diagnostic.code for diagnostic in diagnostics} <= {"T503", "T506", "T611", "T612"}
    return [diagnostic.message for diagnostic in diagnostics if diagnostic.code in ("T503", "T506")]


def test_duties_that_say_what_their_clauses_say_are_not_warned_of() -> None:
    assert (
        told(
            'must you "Shower" (1.1)',
            'must not you "Dive" (1.2)',
            'must not you "Swim alone" (1.3)',
            'must you "Count the swimmers" (1.5(a))',
        )
        == []
    )


def test_duties_that_say_the_opposite_are_warned_of() -> None:
    assert told('must not you "Shower" (1.1)', 'may you "Dive" (1.2)', 'may you "Swim alone" (1.3)') == [
        "This says `must not`; clause 1.1 means `must`.",
        "This says `may`; clause 1.2 means `must not`.",
        "This says `may`; clause 1.3 means `must not`.",
    ]


def test_may_only_lets_a_duty_be_done_under_its_condition() -> None:
    assert told('may you "Swim alone with a badge" (1.3)', 'may you "Swim" (1.3) when age is child') == []
    assert len(told('may you "Swim alone" (1.3)', 'may you "Swim unless it rains" (1.3)')) == 2


def test_a_clause_that_binds_in_no_known_way_is_told_once_in_a_tree() -> None:
    assert told('must you "Look at the date" (1.4)', 'should you "Look twice" (1.4)') == [
        "Clause 1.4 binds in no known way, so `must` is not checked."
    ]
