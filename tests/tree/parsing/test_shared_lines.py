"""Lines that are said once are the same as lines that are said in each place."""

from __future__ import annotations

from clausetree.report.source import Source
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.model import Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import NoScenario
from clausetree.tree.problems.shape import NeverTrue
from tests.tree.readers import VERBS

HEAD = """\
tree small "Small"
    policy verbs
    basis clauses
    start place

question place "Where?"
    option farm "A farm" -> told
    option home "A home" -> end

step told "Tell somebody"
{told}    then -> other

outcome end "The end"
{end}
outcome other "Another end"
{other}"""
DOOR = '    must you "Lock the door" (1.1)\n'
GATE = '    must you "Lock the gate" (1.1) when place is farm\n'
LIST = '    link "The list" "https://example.org/list"\n'
OWN = '    link "Our own" "https://example.org/own"\n'
BUDDY = '    contact "Your buddy" "Ring them"\n'


def checked(text: str) -> tuple[Tree, list[TreeProblem]]:
    syntax, problems = parse_tree(Source("small.tree", text))
    assert syntax
    tree, found = check_tree(syntax, VERBS, {})
    assert tree, problems + found
    return tree, [*problems, *(one for one in found if not isinstance(one, NoScenario))]


def test_lines_stand_where_they_are_used_in_the_order_written() -> None:
    shared = f"\nshared locks\n{GATE}\nshared pointers\n{LIST}{BUDDY}"
    said_once = HEAD.format(
        told=f"    uses locks\n{DOOR}",
        end=f"{DOOR}    uses locks\n    uses pointers\n{OWN}    uses locks\n",
        other=f"    uses pointers\n{DOOR}",
    )
    said_twice = HEAD.format(
        told=GATE + DOOR, end=f"{DOOR}{GATE}{LIST}{BUDDY}{OWN}", other=f"{LIST}{BUDDY}{DOOR}"
    )
    assert checked(said_once + shared)[0] == checked(said_twice)[0]


def test_a_condition_is_judged_by_all_places_that_use_it() -> None:
    """Whoever comes to the step is on a farm, and whoever comes to the end is not: the duty is due to some."""
    shared = f"\nshared locks\n{GATE}"
    used = HEAD.format(told="    uses locks\n", end="    uses locks\n", other="")
    assert checked(used + shared)[1] == []
    only_at_home = HEAD.format(told="", end="    uses locks\n", other="")
    (problem,) = checked(only_at_home + shared)[1]
    assert isinstance(problem, NeverTrue)
