"""The draft of a procedure from a flowchart: what its boxes and arrows say, and what they leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausetree.importing.flow.chart import Box, Chart, Form
from clausetree.render.tree.as_written import plain, quoted
from clausetree.render.tree.new_tree import name_from
from clausetree.report.names import unused

NO_WORDS = "?"
"""What stands where the drawing has no words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a tree, and what the drawing did not tell, in sentences for its author."""

    text: str
    open: tuple[str, ...]


def draft(chart: Chart, tree: str, title: str, policy: str) -> Draft:
    """Return the draft of `tree`. A box with several arrows is a question, and one with none is an end."""
    made = _Draft(chart)
    lines = [f"tree {tree} {_in_quotes(title)}", f"    policy {policy}", "    basis flowchart"]
    lines += [f"    start {made.start}"] if made.start else []
    blocks = ["\n".join(lines), *made.blocks()]
    return Draft("\n\n".join(blocks) + "\n", tuple(made.open))


class _Draft:
    def __init__(self, chart: Chart) -> None:
        self.open: list[str] = []
        self._chart = chart
        self._out = {
            box.key: [arrow for arrow in chart.arrows if arrow.source == box.key] for box in chart.boxes
        }
        self._skipped = self._begin()
        self._boxes = [box for box in chart.boxes if box.key not in self._skipped]
        self._names: dict[str, str] = {}
        for box in self._boxes:
            wanted = name_from(box.words) or f"box-{len(self._names) + 1}"
            self._names[box.key] = unused(wanted, {*self._names.values(), "you"})
        self.start = self._start()
        self.open += [f"An arrow leads to no box, or from none: “{words}”." for words in chart.loose]

    def _begin(self) -> dict[str, str]:
        """A box that only says where to begin is none of the procedure: its arrow leads to what is."""
        targets = {arrow.target for arrow in self._chart.arrows}
        return {
            box.key: self._out[box.key][0].target
            for box in self._chart.boxes
            if box.form is Form.BEGIN_OR_END and box.key not in targets and len(self._out[box.key]) == 1
        }

    def _start(self) -> str:
        begun = list(self._skipped.values())
        targets = {arrow.target for arrow in self._chart.arrows if arrow.source not in self._skipped}
        free = [box.key for box in self._boxes if box.key not in targets]
        first = [key for key in begun if key in self._names] or free
        if len(first) > 1:
            said = ", ".join(f"“{self._words(key)}”" for key in first)
            self.open.append(f"The drawing can begin at several boxes: {said}. The first is taken.")
        if not first and self._boxes:
            self.open.append(
                "No box is the first one: an arrow leads to each. Write the right name behind `start`."
            )
            first = [self._boxes[0].key]
        self.open += [f"No arrow leads to “{self._words(key)}”." for key in free if key not in first]
        return self._names[first[0]] if first else ""

    def blocks(self) -> list[str]:
        return [self._block(box) for box in self._boxes]

    def _block(self, box: Box) -> str:
        name, words, out = self._names[box.key], self._said(box), self._out[box.key]
        if len(out) > 1 or (out and box.form is Form.QUESTION):
            return "\n".join([f"question {name} {words}", *self._options(box)])
        if any(arrow.words for arrow in out):
            self.open.append(f"The one arrow from “{self._words(box.key)}” has words: “{out[0].words}”.")
        if not out:
            if box.form is Form.QUESTION:
                self.open.append(f"“{self._words(box.key)}” looks like a question, and no arrow leads on.")
            return f"outcome {name} {words}"
        return f"step {name} {words}\n    then -> {self._names[out[0].target]}"

    def _options(self, box: Box) -> list[str]:
        out = self._out[box.key]
        if box.form is not Form.QUESTION:
            self.open.append(f"“{self._words(box.key)}” has several arrows, and is taken for a question.")
        if len(out) == 1:
            self.open.append(f"“{self._words(box.key)}” looks like a question, and has one arrow only.")
        names: list[str] = []
        lines = []
        for arrow in out:
            if not arrow.words:
                target = self._words(arrow.target)
                self.open.append(f"The arrow from “{self._words(box.key)}” to “{target}” has no words.")
            names.append(unused(name_from(arrow.words) or f"answer-{len(names) + 1}", set(names)))
            lines.append(
                f"    option {names[-1]} {_in_quotes(arrow.words or NO_WORDS)} -> {self._names[arrow.target]}"
            )
        return lines

    def _said(self, box: Box) -> str:
        if not box.words:
            self.open.append("A box has no words. Write them where the question mark stands.")
        return _in_quotes(box.words or NO_WORDS)

    def _words(self, key: str) -> str:
        return next((box.words for box in self._chart.boxes if box.key == key), "") or NO_WORDS


def told(drafts: Sequence[tuple[str, Draft]]) -> str:
    """Tell what was made of a drawing, and what it left open; each draft with the name of its file."""
    lines: list[str] = []
    for name, made in drafts:
        lines += [f"Wrote {name}, a draft.", *(f"- {one}" for one in made.open)]
        lines += ["It says nothing of clauses and of who must do what: a drawing does not."]
    return "\n".join(lines)


def _in_quotes(words: str) -> str:
    return quoted(plain(words))
