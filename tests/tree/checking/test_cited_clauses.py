"""Clauses of several policies: each is held to the words of its own, and called by its title too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.model import Citation, Tree, citations
from clausetree.tree.procedures import procedures_of

HEAD = """\
tree doors "Doors"
    policy {policy}
    basis clauses
    start end

outcome end "The end"
"""
TREE = (
    HEAD
    + """\
    must you "{what}" ({cites})

scenario "Anybody"
    ends end
    expects must "{what}"
"""
)
VISITOR = """\
tree visitor "A visitor"
    policy time-limits
    basis clauses
    start doors

visit doors then -> end

outcome end "The end"
    cites 1.1

scenario "Anybody"
    ends end
"""


def read(registry: Registry, *texts: str) -> tuple[list[Tree], list[Diagnostic]]:
    """Read trees, each a file of its own."""
    sources = [Source(f"{text.split()[1]}.tree", text) for text in texts]
    trees, found = read_trees(sources, registry)
    return list(trees), found


def told(registry: Registry, cites: str, what: str = "Lock the door", policy: str = "verbs") -> list[str]:
    """Return the codes of what is said of a tree with one duty."""
    _, found = read(registry, TREE.format(policy=policy, cites=cites, what=what))
    return [diagnostic.code for diagnostic in found]


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ("1.1", [("verbs", "c1-1", "clause 1.1")]),
        ("verbs 1.1", [("verbs", "c1-1", "clause 1.1")]),
        ("lone-working 1.1", [("lone-working", "c1-1", "Lone working policy, clause 1.1")]),
        ('lone-working "1.1 (b) (1)"', [("lone-working", "c1-1-b-1", "Lone working policy, clause 1.1(b)(1)")]),
        ("lone-working c1-1-a", [("lone-working", "c1-1-a", "Lone working policy, clause 1.1(a)")]),
        (
            "1.1, lone-working 1.1, verbs c1-2",
            [
                ("verbs", "c1-1", "clause 1.1"),
                ("lone-working", "c1-1", "Lone working policy, clause 1.1"),
                ("verbs", "c1-2", "clause 1.2"),
            ],
        ),
        (
            "verbs 1.1, 1.2",
            [("verbs", "c1-1", "clause 1.1"), ("verbs", "c1-2", "clause 1.2")],
        ),
    ],
)
def test_a_clause_is_of_the_policy_that_is_named_before_it(
    made_up: Registry, cites: str, expected: list[tuple[str, str, str]]
) -> None:
    (tree,), _ = read(made_up, TREE.format(policy="verbs", cites=cites, what="Lock the door"))
    assert list(citations(tree)) == [Citation(*one) for one in expected]


def test_the_strength_is_that_of_the_words_of_that_policy(made_up: Registry) -> None:
    # Clause 1.2 of the one says "should", that of the other "must".
    assert told(made_up, "lone-working 1.2", "Carry a torch") == ["T503"]
    assert told(made_up, "1.2", "Carry a torch", "lone-working") == ["T503"]
    assert told(made_up, "time-limits 1.2", "Answer a letter") == []
    assert told(made_up, "1.2", "Answer a letter", "time-limits") == []


def test_the_time_is_that_of_the_words_of_that_policy(made_up: Registry) -> None:
    within = 'Report a breach" within {} of "becoming aware'
    text = TREE.replace('expects must "{what}"', 'expects must "Report a breach"')
    for hours, codes in (("72 hours", []), ("48 hours", ["T805"])):
        written = text.format(policy="verbs", cites="time-limits 1.1", what=within.format(hours))
        _, found = read(made_up, written)
        assert [diagnostic.code for diagnostic in found] == codes


def test_a_policy_that_cannot_be_read_is_told_once_and_judges_no_duty_that_cites_it(made_up: Registry) -> None:
    welsh = _policy(made_up, "time-limits", language="cy")
    registry = Registry([*(policy for policy in made_up if policy.id != "time-limits"), welsh])
    text = TREE.format(policy="verbs", cites="1.3, time-limits 1.1", what="Carry a torch")
    _, found = read(registry, text.replace("scenario", '    must you "Walk" (time-limits 1.2)\n\nscenario', 1))
    said = [to_text(diagnostic) for diagnostic in found if diagnostic.code != "T611"]
    (once,) = said
    assert (
        "doors.tree:7:5  T506  warning: The policy `time-limits` is in another language (`cy`), so no" in once
    )
    assert "no strength of a duty that cites it is checked." in once


def test_a_visited_tree_keeps_its_policy_and_is_called_as_its_visitor_calls_it(made_up: Registry) -> None:
    doors = TREE.format(policy="verbs", cites="1.1, time-limits 1.3", what="Lock the door")
    trees, found = read(made_up, doors, VISITOR)
    assert [diagnostic.code for diagnostic in found] == []
    visited, visitor = trees
    verbs, limits = "A policy with every verb", "A policy of time limits"
    assert [cite.label for cite in citations(visited)] == ["clause 1.1", f"{limits}, clause 1.3"]
    assert [cite.label for cite in citations(visitor)] == [f"{verbs}, clause 1.1", "clause 1.3", "clause 1.1"]
    assert [cite.policy for cite in citations(visitor)] == ["verbs", "time-limits", "time-limits"]


def test_a_procedure_holds_the_words_of_each_policy_apart(made_up: Registry) -> None:
    doors = TREE.format(policy="verbs", cites="1.1, time-limits 1.1", what="Lock the door")
    (procedure,) = procedures_of([Source("doors.tree", doors)], made_up).all
    own, other = citations(procedure.tree)
    assert procedure.quote(own).html.startswith("You must lock the door.")
    assert procedure.quote(other).html.startswith("The Trust must report a breach within 72 hours")
    assert [edition.policy for edition in procedure.editions] == ["verbs", "time-limits"]


def test_a_word_is_explained_where_one_policy_alone_defines_it(made_up: Registry) -> None:
    doors = TREE.format(policy="verbs", cites="1.1, lone-working 1.2", what="Lock the door")
    (procedure,) = procedures_of([Source("doors.tree", doors)], made_up).all
    assert procedure.terms == {"van": "lone-working/#c1-3"}
    lone, verbs = _policy(made_up, "lone-working"), _policy(made_up, "verbs")
    (van,) = lone.terms
    both = Registry([lone, replace(verbs, terms=(replace(van, words="Van", meaning=verbs.clauses[1]),))])
    (procedure,) = procedures_of([Source("doors.tree", doors)], both).all
    assert procedure.terms == {}


def _policy(registry: Registry, policy_id: str, **changed: str) -> Policy:
    policy = registry.policy(policy_id)
    assert policy
    return replace(policy, **changed)  # type: ignore[arg-type]
