"""Of the faults that scenarios should notice, how many do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clausetree.history.registry import Registry
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.binding.duty_strength import check_strengths
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.mutation.unnoticed import Tried, try_mutants
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.scenarios import UNSHOWN
from clausetree.tree.strength import Strength
from clausetree.tree.syntax import DutySyntax, OutcomeSyntax, StepSyntax, TreeSyntax

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"
PROCEDURES = sorted((CASES / "procedures").iterdir())
"""Procedures of other fields, whose author knew nothing of how faults are found."""
VERBS = load_policies(CASES / "docs").registry


def tried(source: Source, registry: Registry, titles: dict[str, str], *, bare: bool = False) -> list[Tried]:
    syntax, faults = parse_tree(source)
    assert syntax
    assert faults == []
    if bare:
        syntax = barest(syntax, registry, titles)
    return list(try_mutants(syntax, registry, titles))


def barest(syntax: TreeSyntax, registry: Registry, titles: dict[str, str]) -> TreeSyntax:
    """Take out every line of a scenario that the check does not miss."""
    for at, scenario in enumerate(syntax.scenarios):
        for line in scenario.expects:
            expects = tuple(one for one in syntax.scenarios[at].expects if one is not line)
            fewer = replace(syntax.scenarios[at], expects=expects)
            scenarios = (*syntax.scenarios[:at], fewer, *syntax.scenarios[at + 1 :])
            found = replace(syntax, scenarios=scenarios)
            _, problems = check_tree(found, registry, titles)
            if not any(isinstance(problem, UNSHOWN) for problem in problems):
                syntax = found
    return syntax


@pytest.mark.parametrize("folder", [ROOT, *PROCEDURES], ids=lambda folder: folder.name)
def test_scenarios_that_show_everything_notice_nearly_every_fault(folder: Path) -> None:
    sources = tree_sources(folder / "trees")
    registry = load_policies(folder / "docs").registry
    titles = {Path(source.name).stem: phrase(source.name).text for source in sources}
    found = [each for source in sources for each in tried(source, registry, titles, bare=True)]
    assert len(found) > 100
    assert sum(each.noticed for each in found) / len(found) >= 0.95


TREE = """\
tree hall "The hall"
    policy verbs
    basis clauses
    start age
    role warden "The warden"

question age "How old are you?"
    cites 1.1
    number 0 to 120 "years"
    then -> sort

route sort
    when age < 18 -> child
    otherwise -> grown

outcome child "Not alone"
    must warden "Lock the door" (1.1)
    may you "Bring a dog" (1.4) when age >= 12

outcome grown "Come in"
    cites 1.1
"""
BARE = """
scenario "A child"
    age is 5
    ends child

scenario "A grown-up"
    age is 40
    ends grown
"""
FULL = """
scenario "A child of 11"
    age is 11
    ends child
    expects must warden "Lock the door"
    expects not may you "Bring a dog"

scenario "A child of 12"
    age is 12
    ends child
    expects may you "Bring a dog"

scenario "Nearly grown up"
    age is 17
    ends child

scenario "Grown up today"
    age is 18
    ends grown
"""
FAULTS = {
    "this duty were left out",
    "this were for `you` to do and not for `warden`",
    "this were for `warden` to do and not for `you`",
    "this said `must not` and not `must`",
    "this said `should` and not `must`",
    "this said `must not` and not `may`",
    "this said `should` and not `may`",
    "this duty had no condition",
    "this condition were turned round",
    "`age < 17` stood in place of `age < 18`",
    "`age < 19` stood in place of `age < 18`",
    "`age >= 11` stood in place of `age >= 12`",
    "`age >= 13` stood in place of `age >= 12`",
    "`then` of `age` led to `child` and not to `sort`",
    "`then` of `age` led to `grown` and not to `sort`",
    "this line led to `grown` and not to `child`",
    "`otherwise` led to `child` and not to `grown`",
}


def test_what_the_faults_are_and_which_of_them_bare_scenarios_notice() -> None:
    found = tried(Source("hall.tree", TREE + BARE), VERBS, {})
    assert {each.mutant.what for each in found} == FAULTS
    noticed = {each.mutant.what for each in found if each.noticed}
    # The strength is held against the clause, and where a line leads against the end of a scenario.
    assert noticed == {what for what in FAULTS if re.search(r"said|led to|turned round", what)}


def test_scenarios_that_stand_beside_limits_and_expect_duties_notice_all() -> None:
    found = tried(Source("hall.tree", TREE + FULL), VERBS, {})
    assert {each.mutant.what for each in found} == FAULTS
    assert all(each.noticed for each in found)


def test_a_fault_that_changes_nothing_for_any_reader_is_none() -> None:
    """Nobody over 17 comes to the duty, so a limit of 18 says the same as none at all."""
    text = TREE.replace("when age >= 12", "when age >= 12 and age < 18")
    found = tried(Source("hall.tree", text + FULL), VERBS, {})
    places = {(each.mutant.nodes[0], each.mutant.what) for each in found}
    assert ("sort", "`age < 19` stood in place of `age < 18`") in places
    assert ("child", "`age < 17` stood in place of `age < 18`") in places
    assert ("child", "`age < 19` stood in place of `age < 18`") not in places


COMPARED = """\
tree off "Time off"
    policy verbs
    basis clauses
    start begun

question begun "When does it begin?"
    cites 1.1
    date 2026-01-01 to 2026-12-31
    then -> ended

question ended "When does it end?"
    cites 1.1
    date 2026-01-01 to 2026-12-31
    then -> sort

route sort
    when ended < begun -> mend
    otherwise -> go-on

outcome mend "Mend the dates"
    cites 1.1

outcome go-on "Go on"
    cites 1.1

scenario "A day too early"
    begun is 2026-05-12
    ended is 2026-05-11
    ends mend
"""
THE_SAME_DAY = """
scenario "A day"
    begun is 2026-05-12
    ended is 2026-05-12
    ends go-on
"""
LATER = THE_SAME_DAY.replace("ended is 2026-05-12", "ended is 2026-05-13")


@pytest.mark.parametrize(("scenarios", "unnoticed"), [(LATER, {"`ended <= begun`"}), (THE_SAME_DAY, set())])
def test_a_wrong_sign_between_two_answers_is_noticed_where_both_are_the_same(
    scenarios: str, unnoticed: set[str]
) -> None:
    every = tried(Source("off.tree", COMPARED + scenarios), VERBS, {})
    found = [each for each in every if "stood" in each.mutant.what]
    assert {each.mutant.what for each in found} == {
        "`ended <= begun` stood in place of `ended < begun`",
        "`ended > begun` stood in place of `ended < begun`",
    }
    assert {each.mutant.what.partition(" stood")[0] for each in found if not each.noticed} == unnoticed


OPPOSITE = {
    Strength.MUST: (Strength.MUST_NOT,),
    Strength.MUST_NOT: (Strength.MUST, Strength.MAY),
    Strength.WILL: (Strength.WILL_NOT,),
    Strength.WILL_NOT: (Strength.WILL,),
    Strength.SHOULD: (Strength.SHOULD_NOT,),
    Strength.SHOULD_NOT: (Strength.SHOULD,),
    Strength.MAY: (Strength.MUST_NOT,),
    Strength.ENCOURAGED: (Strength.SHOULD_NOT,),
}


def test_right_duties_are_hardly_ever_warned_of_and_opposite_ones_nearly_always() -> None:
    right = opposite = warned = noticed = 0
    for folder in (ROOT, *PROCEDURES):
        registry = load_policies(folder / "docs").registry
        sources = tree_sources(folder / "trees")
        titles = {Path(source.name).stem: "" for source in sources}
        for syntax in (parse_tree(source)[0] for source in sources):
            assert syntax
            tree, _ = check_tree(syntax, registry, titles)
            assert tree
            warned += sum(1 for _ in check_strengths(tree, syntax, registry))
            for at, node, duty in duties_in(syntax):
                right += 1
                for strength in OPPOSITE[duty.strength]:
                    opposite += 1
                    noticed += turned_is_told(syntax, at, node, duty, strength, registry, titles)
    assert (right, opposite) == (277, 343)
    assert warned / right <= 1 / 50
    assert noticed / opposite >= 0.95


def duties_in(syntax: TreeSyntax) -> Iterator[tuple[int, StepSyntax | OutcomeSyntax, DutySyntax]]:
    for at, node in enumerate(syntax.nodes):
        if isinstance(node, StepSyntax | OutcomeSyntax):
            yield from ((at, node, duty) for duty in node.duties)


def turned_is_told(
    syntax: TreeSyntax,
    at: int,
    node: StepSyntax | OutcomeSyntax,
    duty: DutySyntax,
    strength: Strength,
    registry: Registry,
    titles: dict[str, str],
) -> bool:
    turned = tuple(replace(one, strength=strength) if one is duty else one for one in node.duties)
    nodes = (*syntax.nodes[:at], replace(node, duties=turned), *syntax.nodes[at + 1 :])
    changed = replace(syntax, nodes=nodes)
    tree, _ = check_tree(changed, registry, titles)
    assert tree
    return any(problem.span == duty.span for problem in check_strengths(tree, changed, registry))
