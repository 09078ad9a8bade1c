"""The course of a procedure that is being written: as learners will have it, and as a package to try."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

from clausetree.publish.courses.chosen import chosen_in
from clausetree.publish.courses.package import to_package
from clausetree.publish.loading.reading import Reading
from clausetree.publish.sources.settings_file import site_address
from clausetree.render.courses.course import most_held, to_body, to_views
from clausetree.render.courses.downloads import CALLED, Standard, package_name
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.room import advice
from clausetree.render.courses.stops import Way
from clausetree.render.courses.told import also_told, kept, reported
from clausetree.render.courses.without_record import without_record
from clausetree.render.html.away import NOWHERE, leading_away
from clausetree.render.widget.conversation import shown
from clausetree.render.widget.widget import Widget
from clausetree.tree.model import Outcome, Step
from clausetree.tree.wire import Procedure, to_wire
from clausetree.workbench.seen import walkable

_DIFFERS = (
    "This is the course as learners will have it, except that no learning system is here: nothing is kept or "
    "reported{}."
)

_MAY_FORGET = (
    " If the procedure is too large for a course to hold all of it, going back forgets answers there: you are "
    "told when you save the package."
)


class CourseWidget(Widget):
    """Takes what a learner does, and says what her course shows."""

    def __init__(self, procedure: Procedure, address: str, options: CourseOptions) -> None:
        super().__init__(procedure, NOWHERE)
        self.address = address
        self.options = options

    def act(self, action: str) -> str:
        """Take an action as any conversation does. With the view goes what is `told` above the questions."""
        view: dict[str, Any] = json.loads(super().act(action))
        tree = self.procedure.tree
        node = shown(tree, self.state)
        html = without_record(view["html"], tree, self.state, node)
        answered = any(not isinstance(tree.node(asked), Step) for asked in self.state.answers)
        told = kept(self.options, is_asked=True, answered=answered, ended=isinstance(node, Outcome))
        return json.dumps({**view, "html": leading_away(html, self.address), "told": told})


class Courses:
    """The courses of what stands in a folder."""

    def __init__(self) -> None:
        self._views = ("", "")

    def seen(self, reading: Reading, tree: str, known: str = "") -> dict[str, Any] | None:
        """Return what the course of a tree shows and reports; None where the tree is not sound.

        Where the `digest` of that is `known`, there is nothing but the digest.
        `body` is its page, which holds a place for the conversation that begins with `first`. There is none
        where the course `asks` nothing. `told` is what learners read above it, the first of which follows from
        what they do, and `differs` says what is otherwise here.
        """
        procedure = walkable(reading, tree)
        if procedure is None:
            return None
        address, options = _settings(reading)
        digest = f"{to_wire(procedure).digest} {address} {options}"
        if digest == known:
            return {"digest": digest}
        way = most_held(procedure.tree)
        asks = way is not Way.SECTIONS
        first = kept(options, is_asked=asks, answered=False, ended=False)
        return {
            "body": str(to_body(procedure, address)),
            "asks": asks,
            "first": json.loads(CourseWidget(procedure, address, options).act('{"do": "restart"}')),
            "differs": _DIFFERS.format(", and going back forgets nothing" if way is Way.ONWARD else "")
            + (_MAY_FORGET if way is Way.WHOLE else ""),
            "told": [first, *also_told(options, way)],
            "reported": reported(options, way),
            "packages": [{"standard": one.value, "called": CALLED[one]} for one in Standard],
            "digest": digest,
        }

    def begun(self, reading: Reading, tree: str) -> Widget | None:
        """Return a new conversation with the course of a tree; None where the tree is not sound."""
        procedure = walkable(reading, tree)
        return CourseWidget(procedure, *_settings(reading)) if procedure else None

    def package(self, reading: Reading, tree: str, standard: str) -> dict[str, Any] | None:
        """Return the package that the build makes: its `name`, its bytes as `base64`, what is `said` of it."""
        procedure = walkable(reading, tree)
        if procedure is None:
            return None
        address, options = _settings(reading)
        views = self._views_of(procedure, address)
        kind = Standard(standard)
        return {
            "name": package_name(procedure, kind),
            "base64": b64encode(to_package(procedure, kind, options, address, views)).decode("ascii"),
            "said": advice(procedure.tree.id, views),
        }

    def _views_of(self, procedure: Procedure, address: str) -> str:
        """Of a large tree they take seconds: they are kept for the next kind of package."""
        made_from = f"{to_wire(procedure).digest} {address}"
        if self._views[0] != made_from:
            self._views = made_from, to_views(procedure, address)
        return self._views[1]


def _settings(reading: Reading) -> tuple[str, CourseOptions]:
    folders = reading.place.folders
    address = site_address(folders.settings)
    return f"{address.rstrip('/')}/" if address else "", chosen_in(folders.course_settings)
