"""The scenarios of a tree with their verdicts, and new ones, kept of a walk."""

from __future__ import annotations

from typing import Any

from clausetree.publish.loading.parsed_again import tree_as_written
from clausetree.publish.loading.reading import Reading
from clausetree.render.tree.as_written import plain, quoted, scenario_of
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.answers import Answers
from clausetree.tree.model import Outcome
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.syntax import ScenarioSyntax
from clausetree.tree.walk import walk
from clausetree.workbench.offsets import units_of


def scenarios_data(reading: Reading, tree: str) -> list[dict[str, Any]]:
    """Return each scenario of a tree: `title`, where it stands, where it `ends`, and what is `wrong` in it."""
    source = _source(reading, tree)
    syntax, _ = parse_tree(source)
    if syntax is None:
        return []
    units = units_of(source.text)
    found = [d for d in reading.procedures.diagnostics if d.source.name == source.name]
    spans = _spans(source, syntax.scenarios)
    return [
        {
            "title": scenario.title.markdown,
            "from": units.of(span.start),
            "ends": scenario.ends.text if scenario.ends else "",
            "wrong": [_words(each) for each in found if span.start <= each.span.start < span.end],
        }
        for scenario, span in zip(syntax.scenarios, spans, strict=True)
    ]


def walk_kept(reading: Reading, tree: str, answers: Answers, title: str) -> str:
    """Return the lines of a scenario that goes the way of these answers, as it stands at the end of the file.

    Raises `ValueError`, with words for its author, where they lead to no outcome.
    """
    written = tree_as_written(reading, tree)
    path = walk(written, {node: answer for node, answer in answers.items() if written.has(node)})
    if not isinstance(path.at, Outcome):
        raise ValueError("This walk has not come to its end yet. Go on until an outcome is shown.")
    lines = scenario_of(written, path, reading.calendar)
    if title.strip():
        first, rest = lines.split("\n", 1)
        assert first.startswith("scenario "), "a scenario begins with its title"
        lines = f"scenario {quoted(plain(' '.join(title.split())))}\n{rest}"
    return lines


def _source(reading: Reading, tree: str) -> Source:
    return next(one for one in reading.sources if one.name.rpartition("/")[2] == f"{tree}.tree")


def _spans(source: Source, scenarios: tuple[ScenarioSyntax, ...]) -> list[Span]:
    """A scenario goes on until the next one begins; the last, until the file ends."""
    starts = [source.line_starts[source.place(each.title.span.start)[0] - 1] for each in scenarios]
    return [Span(*ends) for ends in zip(starts, [*starts[1:], len(source.text)], strict=True)]


def _words(diagnostic: Diagnostic) -> dict[str, str]:
    return {
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "severity": "warning" if diagnostic.severity is not Severity.ERROR else "error",
    }
