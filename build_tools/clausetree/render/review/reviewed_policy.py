"""What a policy says otherwise, for whoever decides about it: each clause as it was beside what it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausetree.history.compare import Change
from clausetree.history.word_diff import DiffRun, Edit, word_diff
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.versions.changes import heading


@dataclass(frozen=True, slots=True)
class PolicyToReview:
    """`said` is the summary, and whether to confirm again; `changes` are those of version `before`."""

    title: str
    said: str
    changes: Sequence[Change] = ()
    before: str = ""


def side_by_side(change: Change, before: str) -> Html:
    """Return a clause as it was in version `before`, and as it is."""
    runs = word_diff(*(side.text if side else "" for side in (change.before, change.after)))
    sides = (("As it was", Edit.REMOVED, change.before), ("As it is now", Edit.ADDED, change.after))
    columns = [
        element("div", element("h4", name), element("p", *_marked(runs, edit)) if side else _NO_SIDE[edit])
        for name, edit, side in sides
    ]
    title = element("h3", heading(change, before))
    return element("section", title, element("div", *columns, class_="sides"), class_="change")


_NO_SIDE = {Edit.REMOVED: element("p", "It was not there."), Edit.ADDED: element("p", "It is gone.")}


def _marked(runs: Iterable[DiffRun], own: Edit) -> list[Html]:
    """Return the words of one side, those marked that the other has not. Who hears them is told so, too."""
    found: list[Html] = []
    for run in runs:
        if run.edit is Edit.KEPT:
            found.append(joined(run.words, " "))
        elif run.edit is own:
            tag, name = ("del", "removed") if own is Edit.REMOVED else ("ins", "added")
            start = element("span", f"[{name}: ", class_="visually-hidden")
            found.append(
                joined(element(tag, start, run.words, element("span", "]", class_="visually-hidden")), " ")
            )
    return found
