"""Each tree of the site, broken in every way that could send a colleague wrong: each break is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.wording import to_diagnostic

ROOT = Path(__file__).resolve().parents[2]
POLICY = load_policies(ROOT / "docs").registry
SOURCES = {Path(source.name).stem: source for source in tree_sources(ROOT / "trees")}
DUTY = re.compile(
    r"^    (must not|must|will not|will|should not|should|encouraged|may) (?=\w+ \")", re.MULTILINE
)

type Break = Callable[[str], Iterator[str]]
"""Yields the text of a tree with one break after another, each by itself."""


def misspelt_target(text: str) -> Iterator[str]:
    for match in re.finditer(r"-> (?:tree )?([a-z0-9-]+)$", text, re.MULTILINE):
        yield text[: match.end(1)] + "x" + text[match.end(1) :]


def way_of_a_route_removed(text: str) -> Iterator[str]:
    for match in re.finditer(r"^    (?:when|otherwise) .*\n", text, re.MULTILINE):
        yield text[: match.start()] + text[match.end() :]


def clause_of_a_duty_removed(text: str) -> Iterator[str]:
    for match in re.finditer(r"(?<=\") \([^()\n]*(?:\([a-z]\)[^()\n]*)*\)", text):
        yield text[: match.start()] + text[match.end() :]


def clause_that_does_not_exist(text: str) -> Iterator[str]:
    for match in re.finditer(r"(?:^    cites |\" \().*$", text, re.MULTILINE):
        yield from (
            text[: match.start() + at.start()] + "9.9" + text[match.start() + at.end() :]
            for at in re.finditer(r"\d+\.\d+", match[0])
        )


def strength_changed(text: str) -> Iterator[str]:
    for match in DUTY.finditer(text):
        other = "may" if match[1] != "may" else "must"
        yield text[: match.start(1)] + other + text[match.end(1) :]


def end_of_a_scenario_changed(text: str) -> Iterator[str]:
    outcomes = re.findall(r"^outcome ([a-z0-9-]+)", text, re.MULTILINE)
    for match in re.finditer(r"^    ends ([a-z0-9-]+)$", text, re.MULTILINE):
        other = next(outcome for outcome in outcomes if outcome != match[1])
        yield text[: match.start(1)] + other + text[match.end(1) :]


def only_way_in_removed(text: str) -> Iterator[str]:
    """Lead each node's only way in to another node of its kind."""
    nodes = re.findall(r"^(?:question|step|outcome|route) ([a-z0-9-]+)", text, re.MULTILINE)
    outcomes = re.findall(r"^outcome ([a-z0-9-]+)", text, re.MULTILINE)
    for node in nodes:
        ways = [*re.finditer(rf"-> {node}$", text, re.MULTILINE)]
        if len(ways) == 1:
            other = next(outcome for outcome in outcomes if outcome != node)
            yield text[: ways[0].start()] + f"-> {other}" + text[ways[0].end() :]


BREAKS: dict[Break, set[str]] = {
    misspelt_target: {"T202", "T207"},
    way_of_a_route_removed: {"T301", "T401", "T601", "T602", "T603", "T605", "T302"},
    clause_of_a_duty_removed: {"T502"},
    clause_that_does_not_exist: {"T501"},
    strength_changed: {"T503", "T605", "T606", "T607"},
    end_of_a_scenario_changed: {"T601"},
    only_way_in_removed: {"T301"},
}
"""Each way to break a tree, and the codes of which one at least must be reported."""


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.__name__)
def test_a_break_is_reported(broken: Break, name: str) -> None:
    source = SOURCES[name]
    texts = list(broken(source.text))
    assert texts or broken is way_of_a_route_removed
    for text in texts:
        assert text != source.text
        assert _codes(Source(source.name, text)) & BREAKS[broken], _difference(source.text, text)


def _codes(source: Source) -> set[str]:
    syntax, problems = parse_tree(source)
    # The other trees are known by name alone: to read them anew for each break would take long.
    checked = check_tree(syntax, POLICY, dict.fromkeys(SOURCES, ""))[1] if syntax else []
    return {to_diagnostic(problem, source).code for problem in (*problems, *checked)}


def _difference(text: str, broken: str) -> str:
    """Return the lines that the break changed, for the reader of a failure."""
    return "\n".join(sorted(set(text.split("\n")) ^ set(broken.split("\n"))))
