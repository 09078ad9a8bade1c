"""Ways that a reader could not go, or not end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.messages.examples import EXAMPLES
from clausetree.tree.messages.phrasing import listed
from clausetree.tree.problems import shape as p

_DEAD_ENDS = {
    p.Leading.OPTION: "Say where it goes, at the end of its line: -> NAME",
    p.Leading.QUESTION: "Add a line to it: then -> NAME",
    p.Leading.STEP: "Add a line to it: then -> NAME",
    p.Leading.WAIT: "Say where the reader goes on who has come back: then -> NAME",
    p.Leading.ROUTE: "Add a line to it: when QUESTION is OPTION -> NAME",
    p.Leading.TABLE: "Add a row to it: row CELLS -> NAME",
}


def of_shape(problem: p.ShapeProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.Unreachable(_, node):
            hint = "Lead an option, a `then`, a branch or an `otherwise` to it, or take it out."
            return "T301", f"No answers ever lead to `{node}`.", hint
        case p.DeadEnd(_, kind, name):
            hint = f"{_DEAD_ENDS[kind]}. Only an outcome ends a path."
            return "T302", f"{kind} `{name}` leads nowhere.", hint
        case p.NothingOffered(_, question):
            hint = f"Add answers to it. For example: {EXAMPLES['option']}"
            return "T305", f"Question `{question}` offers no answer.", hint
        case p.Loop(_, nodes, example):
            way = " -> ".join((*nodes, nodes[0]))
            given = f", for {_answers_example(example)}" if example else ""
            hint = (
                "Lead one of these to another node. If readers go back there, say how often: "
                "-> NODE up to 3 times, then -> OTHER"
            )
            return "T303", f"These lead round in a circle: {way}{given}.", hint
        case p.NotBack(_, source, target):
            hint = "Lead it back to a node from which readers come here, or take `up to … times` out."
            return "T309", f"No way leads from `{target}` to `{source}`, so this does not lead back.", hint
        case p.PassagesCross(_, first, other):
            message = f"What is gone through again from `{first}` and from `{other}` has a part in common."
            return "T310", message, "Let one begin and end within the other, or end before the other begins."
        case p.BackInTwoWays(_, source, target):
            message = f"Two lines of `{source}` lead back to `{target}`, and do not say the same of it."
            hint = "Let both say as many times, and lead on to the same node then."
            return "T310", message, hint
        case p.TreesInCircle(_, trees):
            way = " -> ".join((*trees, trees[0]))
            hint = "Let one of them not lead to the next: a reader must always come to an end."
            return "T306", f"These trees lead round in a circle: {way}.", hint
        case p.SameWay(_, question):
            hint = "Take the question out, or let an answer lead elsewhere."
            return "T406", f"Every answer to `{question}` leads the same way, and nothing asks for it.", hint
        case p.AskedLater(_, tree, node, True):
            hint = "Make it earlier, or speak of a visit that was made."
            return "T304", f"No path makes the visit `{tree}` before it comes to `{node}`.", hint
        case p.AskedLater(_, question, node):
            hint = "Ask it earlier, or speak of a question that was asked."
            return "T304", f"No path asks `{question}` before it comes to `{node}`.", hint
        case p.Uncovered(_, route, example, kind):
            lacking, line = ("way on", "branch") if kind is p.Leading.ROUTE else ("row", "row")
            hint = f"Add a {line} for it, or an `otherwise`."
            return "T401", f"{kind} `{route}` has no {lacking} for {_answers_example(example)}.", hint
        case p.Overlap(_, route, example, rows) if rows:
            both = listed([str(row) for row in rows], "and")
            message = f"Rows {both} of `{route}` lead different ways, and both fit {_answers_example(example)}."
            hint = "Mend a cell, or lead both to one node. With a line `first` the first row that fits counts."
            return "T402", message, hint
        case p.Overlap(_, route, example):
            message = f"Route `{route}` has two ways on for {_answers_example(example)}."
            hint = "Make the conditions exclude each other, or lead to one node: the order decides nothing."
            return "T402", message, hint
        case p.NeverTrue(_, row):
            hint = f"Take it out, or mend {'its cells' if row else 'the condition'}."
            return "T403", f"No answers that lead here {'fit this row' if row else 'make this true'}.", hint
        case p.AlwaysTrue():
            hint = "Take the `when` out: it always applies here."
            return "T404", "All answers that lead here make this true.", hint
        case p.OtherwiseUnused(_, route, kind):
            lines = "branches" if kind is p.Leading.ROUTE else "rows"
            message = f"The {lines} of `{route}` cover every case; nothing comes to `otherwise`."
            return "T405", message, "Take the line out."
        case _:
            assert_never(problem)


def _answers_example(example: Sequence[str]) -> str:
    return "these answers: " + "; ".join(example) if example else "any answers"
