"""A circle is told when some reader walks it, and what is drawn as one and walked by nobody hinders nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from clausetree.render.tree.onward import labelled_edges
from clausetree.render.tree.outline import outline
from clausetree.render.widget.conversation import (
    ConversationState,
    answer,
    back,
    can_go_back,
    shown,
    visible_nodes,
)
from clausetree.tree.answers import DONE, Answer
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.checking.circles import _missed
from clausetree.tree.checking.flow import has_loop
from clausetree.tree.compare.changes import EndsElsewhere
from clausetree.tree.compare.trees import compare
from clausetree.tree.graph import downward, reachable, rings
from clausetree.tree.model import Measure, Step, Tree, targets
from clausetree.tree.paths.fewest import _one_by_one, fewest_paths
from clausetree.tree.paths.memory import SearchState, first_state
from clausetree.tree.paths.search_states import edges_in
from clausetree.tree.paths.shown import PathCoverage
from clausetree.tree.paths.state_graph import StateGraph, state_graph
from clausetree.tree.problems.shape import Loop
from clausetree.tree.scale import DateScale
from clausetree.tree.walk import paths, walk
from tests.tree.readers import VERBS, Journey, everybody_ends, goes_round, journeys, read
from tests.tree.small_trees import round_tree, wild_tree


@given(round_tree() | wild_tree())
def test_a_circle_is_told_just_where_some_reader_walks_one(text: str) -> None:
    syntax, tree = read(text)
    _, problems = check_tree(syntax, VERBS, {})
    told = [problem for problem in problems if isinstance(problem, Loop)]
    walked = [journey for journey in journeys(tree) if goes_round(journey[0])]
    assert bool(told) == bool(walked)
    for problem in told:
        assert any(_shows(problem, journey) for journey in walked)
        first = next(node.id for node in syntax.nodes if node.id.text in problem.nodes)
        assert problem.span == first.span
    nodes = [node for problem in told for node in problem.nodes]
    assert len(set(nodes)) == len(nodes)


def _shows(problem: Loop, journey: Journey) -> bool:
    """Return whether this reader walks the circle that the author is shown, with the answers of the example."""
    way, said = journey
    lap = way[way.index(way[-1]) : -1]
    parts = (one.split(": ") for one in problem.example)
    example = {question: frozenset(picked.split(", ")) for question, picked in parts}
    turns = [lap[at:] + lap[:at] for at in range(len(lap))]
    return problem.nodes in turns and example.items() <= dict(said).items()


@given(round_tree() | wild_tree())
def test_a_circle_is_found_however_the_search_goes_down(text: str) -> None:
    _, tree = read(text)
    ways: dict[SearchState, list[tuple[Answer | None, SearchState]]] = {}
    follow = edges_in(tree)
    waiting: list[SearchState] = [first_state(tree)]
    while waiting:
        arrival = waiting.pop()
        # Whoever adds points on every lap is in a new state each time.
        assume(len(ways) < 1_000)
        if arrival not in ways:
            ways[arrival] = list(follow(arrival))
            waiting += (target for _, target in ways[arrival])
    assume(not rings({arrival: [target for _, target in onward] for arrival, onward in ways.items()}))
    lap = _missed(tree, ways)
    walked = {way[way.index(way[-1]) :] for way, _ in journeys(tree) if goes_round(way)}
    assert (tuple(node for node, _ in lap) in walked) if lap else not walked


def _drawn_in_a_circle_that_nobody_walks(text: str) -> bool:
    _, tree = read(text)
    return has_loop({node.id: [*targets(node)] for node in tree.nodes}) and everybody_ends(tree)


TEXTS = round_tree().filter(_drawn_in_a_circle_that_nobody_walks)


@given(st.data(), TEXTS)
def test_a_tree_in_which_nobody_walks_a_circle_is_as_any_other(data: st.DataObject, text: str) -> None:
    # To make one takes longer than to look at it.
    _, tree = read(text)
    _assert_the_ways_through_are_those_of_all_readers(tree)
    _assert_the_fewest_paths_show_all_that_readers_meet(tree)
    _assert_the_outline_sets_out_each_node_once_and_every_way(tree)
    _assert_a_conversation_goes_through_and_back(data, tree)
    # Four in five of them lead to both ends.
    if "-> end-x" in text and "-> end-y" in text:
        _assert_where_readers_end_is_compared(text)


def _assert_the_ways_through_are_those_of_all_readers(tree: Tree) -> None:
    found = state_graph(tree)
    place = {state: at for at, state in enumerate(found.edges)}
    assert all(place[state] < place[to] for state, edges in found.edges.items() for _, to in edges)
    every = list(_paths(found))
    assert len(every) == found.count()
    assert {nodes for nodes, _ in every} == _ways_of(tree)
    assert all(_nodes(tree, answers) == nodes for nodes, answers in every)
    assert {tuple(node.id for node in way.nodes) for way in paths(tree)} == _ways_of(tree)


def _paths(found: StateGraph) -> Iterator[tuple[tuple[str, ...], dict[str, Answer]]]:
    waiting: list[tuple[tuple[str, ...], dict[str, Answer]]] = [((), {})]
    states = [found.start]
    while waiting:
        (nodes, answers), state = waiting.pop(), states.pop()
        for picked, target in found.edges[state]:
            waiting.append(((*nodes, state[0]), answers if picked is None else {**answers, state[0]: picked}))
            states.append(target)
        if not found.edges[state]:
            yield (*nodes, state[0]), answers


def _nodes(tree: Tree, said: dict[str, Answer]) -> tuple[str, ...]:
    return tuple(node.id for node in walk(tree, said).nodes)


def _ways_of(tree: Tree) -> set[tuple[str, ...]]:
    """Return the whole way of every reader."""
    return {way for way, _ in _to_the_end(tree)}


def _to_the_end(tree: Tree) -> list[Journey]:
    return [(way, said) for way, said in journeys(tree) if not targets(tree.node(way[-1]))]


def _assert_the_fewest_paths_show_all_that_readers_meet(tree: Tree) -> None:
    met = {node for way in _ways_of(tree) for node in way}
    assert {node.id for way in fewest_paths(tree) for node in way.nodes} == met
    chosen = _one_by_one(PathCoverage(tree), state_graph(tree, beside_limits=True))
    assert {stop[0] for path in chosen for stop, _ in path} == met


def _assert_where_readers_end_is_compared(text: str) -> None:
    _, tree = read(text)
    _, other = read(re.sub("-> end-(.)", lambda end: f"-> end-{'y' if end[1] == 'x' else 'x'}", text))
    found = {(c.before, c.after) for c in compare(tree, other) if isinstance(c, EndsElsewhere)}
    assert found == {(way[-1], "end-y" if way[-1] == "end-x" else "end-x") for way in _ways_of(tree)}
    assert compare(tree, tree) == []


def _assert_the_outline_sets_out_each_node_once_and_every_way(tree: Tree) -> None:
    above: list[str] = []
    found: list[tuple[str, str, str]] = []
    for item in outline(tree):
        del above[item.depth :]
        found += [(above[-1], item.answer, item.node)] if above else []
        above.append(item.node)
    met = downward([tree.start], lambda node: targets(tree.node(node)))
    every = [(node, label, to) for node in met for to, label in labelled_edges(tree, tree.node(node))]
    assert sorted(found) == sorted(every)
    once = [item.node for item in outline(tree) if not item.again]
    assert sorted(once) == sorted(met)


def _assert_a_conversation_goes_through_and_back(data: st.DataObject, tree: Tree) -> None:
    _, said = data.draw(st.sampled_from(_to_the_end(tree)))
    steps = {node.id: DONE for node in tree.nodes if isinstance(node, Step)}
    way = walk(tree, {**steps, **dict(said)})
    state = ConversationState()
    for stop in visible_nodes(way)[:-1]:
        assert shown(tree, state) == stop
        state = answer(tree, state, stop.id, _typed(stop, way.answers[stop.id]))
    seen = [shown(tree, state)]
    while can_go_back(tree, state):
        state = back(tree, state)
        seen.append(shown(tree, state))
    assert seen == visible_nodes(way)[::-1]
    assert state.answers == way.answers


def _typed(node: object, picked: Answer) -> tuple[str, ...]:
    if isinstance(node, Measure) and isinstance(node.scale, DateScale):
        day, _, time = "".join(picked).partition("T")
        return (*day.split("-")[::-1], *[time] * bool(time))
    return tuple(picked)


NODES = st.integers(0, 7).map(str)


@given(st.dictionaries(NODES, st.lists(NODES, max_size=3)))
def test_nodes_are_put_in_order_as_far_as_they_have_one(drawn: dict[str, list[str]]) -> None:
    graph = {node: [target for target in targets if target in drawn] for node, targets in drawn.items()}
    found = downward(graph, graph.__getitem__)
    assert sorted(found) == sorted(graph)
    place = {node: at for at, node in enumerate(found)}
    ahead = {
        node: {further for target in graph[node] for further in reachable(graph, target)} for node in graph
    }
    back = [(node, target) for node in graph for target in graph[node] if place[target] <= place[node]]
    assert all(node in ahead[target] or node == target for node, target in back)
    together = [{other for other in ahead[node] if node in ahead[other]} for node in graph]
    assert {frozenset(ring) for ring in rings(graph)} == {frozenset(ring) for ring in together if len(ring) > 1}
