"""Small trees made at random: their text, as an author would write it, without regard to sense."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st


@dataclass(frozen=True)
class Place:
    """The node `n0`, `n1`, … of a tree, and what it offers, if it is a question."""

    at: int
    kind: str
    offered: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"n{self.at}"


@st.composite
def places(draw: st.DrawFn, at: int) -> Place:
    kind = draw(st.sampled_from(["option", "option", "many", "many none", "step", "route", "route"]))
    offers = "abc"[: draw(st.integers(1, 3))] if kind not in ("step", "route") else ""
    return Place(at, kind, tuple(f"n{at}{letter}" for letter in offers))


@st.composite
def small_tree(draw: st.DrawFn) -> str:
    """Return a tree that has no loop and whose names exist. Its conditions may well be nonsense."""
    size = draw(st.integers(1, 5))
    nodes = [draw(places(at)) for at in range(size)]
    head = 'tree small "Small"\n    policy verbs\n    basis clauses\n    start n0\n'
    ends = [f'outcome end-{one} "End {one}"\n{_duty(draw, nodes)}' for one in ("x", "y")]
    return "\n".join([head, *(_node(draw, node, nodes) for node in nodes), *ends])


def _node(draw: st.DrawFn, node: Place, nodes: list[Place]) -> str:
    # Most nodes lead to the next, so that most are reached.
    further = [other.name for other in nodes if other.at > node.at]
    target = st.sampled_from([*further[:1] * 3, *further, "end-x", "end-y"])
    match node.kind:
        case "step":
            return f'step {node.name} "Do"\n{_duty(draw, nodes[: node.at])}    then -> {draw(target)}\n'
        case "route":
            lines = _branches(draw, nodes[: node.at], target)
            return "\n    ".join([f"route {node.name}", *lines]) + "\n"
        case "option":
            lines = [f'option {one} "{one}" -> {draw(target)}' for one in node.offered]
        case _:
            lines = [f'many {one} "{one}"' for one in node.offered]
            lines += [f'none {node.name}none "None"'] if node.kind == "many none" else []
            lines.append(f"then -> {draw(target)}")
    return "\n    ".join([f'question {node.name} "Which?"', *lines]) + "\n"


def _branches(draw: st.DrawFn, before: list[Place], target: st.SearchStrategy[str]) -> list[str]:
    facts = _facts(before)
    lines = [
        f"when {draw(_condition(facts))} -> {draw(target)}"
        for _ in range(draw(st.integers(1, 3)) if facts else 0)
    ]
    return lines if lines and draw(st.booleans()) else [*lines, f"otherwise -> {draw(target)}"]


def _duty(draw: st.DrawFn, before: list[Place]) -> str:
    facts = _facts(before)
    sometimes: bool = draw(st.booleans())
    when = f" when {draw(_condition(facts))}" if facts and sometimes else ""
    return f'    must you "Lock the door" (1.1){when}\n'


def _facts(before: list[Place]) -> list[str]:
    facts = [
        f"{node.name} {'is' if node.kind == 'option' else 'includes'} {one}"
        for node in before
        for one in node.offered
    ]
    return facts + [f"{node.name} is {node.name}none" for node in before if node.kind == "many none"]


def _condition(facts: list[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        st.sampled_from(facts),
        lambda inner: st.one_of(
            inner.map(lambda part: f"not ({part})"),
            st.tuples(inner, inner).map(lambda parts: f"({parts[0]} and {parts[1]})"),
            st.tuples(inner, inner).map(lambda parts: f"({parts[0]} or {parts[1]})"),
        ),
        max_leaves=3,
    )
