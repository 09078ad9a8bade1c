"""A route that was written as a table is shown as one, in readers' words: judged by hand."""

from __future__ import annotations

import re
from html import unescape

import pytest

from clausetree.history.registry import Registry
from clausetree.render.review.compared import to_comparison
from clausetree.render.tree.cases import case_table
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.picture.dot import to_dot
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Route, Tree
from clausetree.tree.procedures import Procedures

HEAD = """\
tree {tree} "{title}"
    policy lone-working
    basis clauses
    start place
    fact late "It is *late*" when hour > 20

question place "Where is it?"
    option home "At home" -> tell
    option farm "On a farm" -> hour

step tell "Tell your buddy"
    then -> hour

question hour "At what hour?"
    number 0 to 23 "hour" "hours"
    then -> bring

question bring "What do you bring?"
    many dog "A dog"
    many lunch "Lunch"
    none nothing "Nothing"
    then -> grade

question grade "Which grade?"
    number "Grade" 1 to 9
    then -> fork

"""
ENDS = ("go", "stay", "wait")
TABLE = """\
table fork
    columns place tell hour bring grade late
    first
    row home done 9 to 17 not dog >= 7 any -> go
    row farm not done 1 or > 17 dog or nothing 3 to 5 yes -> stay
    row any any < 5 any not 9 no -> wait
    otherwise -> stay
"""


def written(fork: str, tree: str, title: str) -> Source:
    ends = (f'\noutcome {end} "{end.title()}"\n' for end in ENDS if f"-> {end}\n" in fork)
    return Source(f"{tree}.tree", HEAD.format(tree=tree, title=title) + fork + "".join(ends))


def read(fork: str, made_up: Registry, tree: str = "made-up", title: str = "Made up") -> Tree:
    trees, found = read_trees([written(fork, tree, title)], made_up)
    assert trees, "\n".join(map(to_text, found))
    return trees[0]


@pytest.fixture(scope="module")
def tree(made_up: Registry) -> Tree:
    return read(TABLE, made_up)


def fork_of(tree: Tree, name: str = "fork") -> Route:
    fork = tree.node(name)
    assert isinstance(fork, Route)
    return fork


def rows(tree: Tree, name: str = "fork") -> list[list[str]]:
    """Return what stands in each cell, row by row, the tags left out."""
    html = case_table(tree, fork_of(tree, name))
    lines = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL) for line in lines)
    return [[unescape(re.sub(r"<[^>]*>", "", cell)) for cell in line] for line in cells]


def test_cells_are_in_the_words_of_questions_and_answers(tree: Tree) -> None:
    assert rows(tree) == [
        [
            *("Row", "Where is it?", "Tell your buddy", "At what hour?", "What do you bring?", "Which grade?"),
            *("“It is late”", "Then"),
        ],
        ["1", "“At home”", "done", "9 to 17 hours", "not “A dog”", "at least Grade 7", "any", "Go"],
        [
            *("2", "“On a farm”", "not done", "1 hour or more than 17 hours", "“A dog” or “Nothing”"),
            *("Grade 3 to 5", "applies", "Stay"),
        ],
        ["3", "any", "any", "less than 5 hours", "any", "not Grade 9", "does not apply", "Wait"],
        ["In every other case", "Stay"],
    ]


def test_the_table_can_be_read_out_and_scrolled_by_keys(tree: Tree) -> None:
    html = case_table(tree, fork_of(tree))
    assert html.startswith(
        '<div class="table-scroll" role="group" tabindex="0" aria-labelledby="made-up--fork--cases">'
    )
    caption = "It depends on what you answered before. Read from the top: the first row that fits counts."
    assert f'<caption id="made-up--fork--cases"><span>{caption}</span></caption>' in html
    assert '<th scope="col">Where is it?</th>' in html
    assert '<th scope="row">1</th>' in html
    assert '<th scope="row" colspan="7">In every other case</th>' in html
    assert '<a href="#made-up--go" class="ct-case">Go</a>' in html


def test_where_the_order_counts_drawing_and_outline_say_so(tree: Tree, made_up: Registry) -> None:
    drawn = to_dot(tree).replace("\\n", " ")
    outline = to_outline(tree)
    assert "It depends on your answers: the first that fits counts\n" in outline
    assert "- 3. If your answer to “At what hour?” is less than 5 and " in outline
    assert "From your answers: At what hour?" in drawn
    assert '" 5 to 8 hours / More   than 17 hours "' in drawn
    one = read("table fork\n    columns place\n    row home -> go\n    row farm -> stay\n", made_up)
    assert "- If you answered “At home”: Outcome: Go\n" in to_outline(one)
    assert "<caption" in case_table(one, fork_of(one))
    assert "first" not in case_table(one, fork_of(one))


def test_a_range_is_said_in_one_breath(tree: Tree) -> None:
    assert "your answer to “At what hour?” is at least 9 and at most 17 and “A dog” does not apply" in (
        to_outline(tree)
    )


def test_rows_have_numbers_where_their_order_counts_alone(made_up: Registry) -> None:
    fork = (
        "    columns place hour\n{}    row home any -> go\n    row farm <= 9 -> stay\n    otherwise -> wait\n"
    )
    unordered = read("table fork\n" + fork.format(""), made_up)
    assert rows(unordered) == [
        ["Where is it?", "At what hour?", "Then"],
        ["“At home”", "any", "Go"],
        ["“On a farm”", "at most 9 hours", "Stay"],
        ["In every other case", "Wait"],
    ]
    assert '<th scope="row" colspan="2">In every other case</th>' in case_table(unordered, fork_of(unordered))
    # The second row never fits what the first does, so that the order decides nothing; it is told all the same.
    ordered = read("table fork\n" + fork.format("    first\n"), made_up)
    assert [row[0] for row in rows(ordered)] == ["Row", "1", "2", "In every other case"]


def test_a_small_table_has_no_frame_to_scroll_in(made_up: Registry) -> None:
    one = read("table fork\n    columns place\n    row home -> go\n    row farm -> stay\n", made_up)
    assert case_table(one, fork_of(one)).startswith('<table class="ct-cases">')


def test_days_are_told_by_how_long_ago_they_are(examples: Procedures) -> None:
    found = examples.find("tables-of-dates")
    assert found
    assert [row[:2] for row in rows(found.tree, "sort")[1:-1]] == [
        ["today to 30 days ago", "any"],
        ["more than 30 days ago", "1 June 2026 to 31 August 2026"],
        ["31 to 90 days ago", "before 1 June 2026"],
        ["more than 90 days ago", "before 1 June 2026"],
    ]


def test_a_table_of_a_tree_that_is_visited_is_shown_too(made_up: Registry) -> None:
    outer = """\
tree outer "Outer"
    policy lone-working
    basis clauses
    start inner

visit inner then -> done

outcome done "Done"
"""
    trees, _ = read_trees([written(TABLE, "inner", "Inner"), Source("outer.tree", outer)], made_up)
    visited = next(tree for tree in trees if tree.id == "outer")
    assert [row[:-1] for row in rows(visited, "inner--fork")] == [
        row[:-1] for row in rows(next(tree for tree in trees if tree.id == "inner"))
    ]


def test_a_route_that_becomes_a_table_changes_nothing(made_up: Registry) -> None:
    route = read(
        "route fork\n    when place is home and hour >= 9 and hour <= 17 -> go\n    otherwise -> stay\n",
        made_up,
    )
    table = read(
        "table fork\n    columns place hour\n    row home 9 to 17 -> go\n    otherwise -> stay\n", made_up
    )
    assert compare(route, table) == []
    assert "Nothing changed" in to_comparison(route, table, compare(route, table))


def test_rows_in_another_order_are_told_as_a_route_that_decides_otherwise(made_up: Registry) -> None:
    lines = ["    row home any -> go\n", "    row any 9 to 17 -> stay\n"]
    head, end = "table fork\n    columns place hour\n    first\n", "    otherwise -> wait\n"
    before, after = (read(head + "".join(order) + end, made_up) for order in (lines, lines[::-1]))
    told = to_comparison(before, after, compare(before, after))
    assert (
        "A route decides otherwise. Before: the first of these that fits: if you answered “At home”, “Go”; "
        "if your answer to “At what hour?” is at least 9 and at most 17, “Stay”; in every other case “Wait”. "
        "Now: the first of these that fits: if your answer to “At what hour?” is at least 9 and at most 17, "
    ) in told
    assert "ended at the outcome “Go”, and end at the outcome “Stay” now" in told
