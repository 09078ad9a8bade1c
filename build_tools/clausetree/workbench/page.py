"""What the page for authors asks, and is told. It is called from the browser: all goes in and out as JSON."""

from __future__ import annotations

import gc
import io
import json
import traceback
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from clausetree import __version__
from clausetree.publish.calendars.reading import calendar_source, is_worked_out, know_calendar
from clausetree.publish.sources.settings_file import SettingsUnreadableError
from clausetree.render.review.coverage import to_text
from clausetree.render.tree.picture.drawn import Draw
from clausetree.render.tree.picture.fontless import drawn_without_fonts
from clausetree.render.widget.widget import Widget, open_widget
from clausetree.report.source import Source
from clausetree.tree.binding.coverage import coverage
from clausetree.tree.parsing.format import format_tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.wire import calendar_in
from clausetree.workbench.assisting import Assistant
from clausetree.workbench.commands import import_document, new_folder
from clausetree.workbench.courses import Courses
from clausetree.workbench.differences import differences_data
from clausetree.workbench.explaining import explained
from clausetree.workbench.faults import contents_data, faults_data
from clausetree.workbench.folder import SiteFolder
from clausetree.workbench.heads import head_data, head_filled
from clausetree.workbench.merging import merged_data
from clausetree.workbench.places import place_in
from clausetree.workbench.reviewing import review_page, scenarios_in
from clausetree.workbench.scenarios import scenarios_data, walk_kept
from clausetree.workbench.seen import policy_seen, tree_drawn, tree_seen

type Asked = dict[str, Any]

_WORKED_OUT_LATER = (
    "The calendar has changed. Its days are worked out when the site is built: until then, deadlines are "
    "counted by the one that is published."
)


class Workbench:
    """The folder that somebody edits, `mine`, and the one that is `published`. Each is filled from a zip.

    `published` is what `mine` was begun from. Where the site was published anew since, `latest` is that.

    `call` takes the name of what is asked and what goes with it, as JSON. What is asked for files names them by
    their paths from the folder, and places in texts in the units of a browser.
    """

    def __init__(self, root: Path) -> None:
        self.mine = SiteFolder(root / "mine")
        self.published = SiteFolder(root / "published")
        self.latest = SiteFolder(root / "latest")
        self.widget: Widget | None = None
        self.draw: Draw | None = None
        self.courses = Courses()
        assistant = Assistant(self.mine, self.published)
        self.answers: Mapping[str, Callable[..., object]] = {
            "begin": self.begin,
            "change": assistant.change,
            "clauses": assistant.clauses,
            "complete": assistant.complete,
            "definition": assistant.definition,
            "explain": assistant.explain,
            "faults_in_form": assistant.faults_in_form,
            "form": assistant.form,
            "head": lambda file: head_data(self.mine.text(file)),
            "fill_in_head": lambda file, values: head_filled(self.mine.text(file), values),
            "mends": assistant.mends,
            "rename": assistant.rename,
            "rename_file": assistant.rename_file,
            "uses": assistant.uses,
            "check": self.check,
            "code": explained,
            "differences": self.differences,
            "format": self.format,
            "merge": self.merge,
            "place": self.place,
            "policy": self.policy,
            "prepare": lambda: None,
            "remove": self.mine.remove,
            "review": self.review,
            "handed": self.handed,
            "talk": self.talk,
            "converse": self.converse,
            "course": self.course,
            "coverage": self.coverage,
            "keep": self.keep,
            "scenarios": self.scenarios,
            "tree": self.tree,
            "package": self.package,
            "picture": self.picture,
            "take_course": self.take_course,
            "write": self.mine.write,
        }

    def open(self, which: str, archive: bytes, told: str) -> None:
        """Fill a folder from a zip. `told` is JSON: `today` as 2026-05-04, and the calendar that is published.

        Raises `zipfile.BadZipFile` where it is none.
        """
        said: Asked = json.loads(told)
        folder = {"mine": self.mine, "published": self.published, "latest": self.latest}[which]
        if known := said.get("calendar"):
            know_calendar(known["text"], calendar_in(known["calendar"]))
        folder.today = date.fromisoformat(said["today"])
        with ZipFile(io.BytesIO(archive)) as packed:
            folder.fill({n: packed.read(n) for n in packed.namelist() if not n.endswith("/")})

    def take(self, name: str, document: bytes, words: str) -> str:
        """Import a document. `words` are further words of the command, as JSON, and so is the answer."""
        try:
            done = import_document(self.mine, name, document, json.loads(words))
        except Exception as error:
            return json.dumps({"fault": str(error), "traceback": traceback.format_exc()}, ensure_ascii=False)
        return json.dumps({"is": done}, ensure_ascii=False)

    def call(self, name: str, asked: str) -> str:
        """Return the answer, as JSON: `{"is": …}`, or `{"fault": …}` in words.

        With a fault of ours goes its traceback.
        """
        try:
            return json.dumps({"is": self.answers[name](**json.loads(asked))}, ensure_ascii=False)
        except SettingsUnreadableError as error:
            said = str(error).replace(f"{self.mine.root.resolve()}/", "")
            return json.dumps({"fault": said}, ensure_ascii=False)
        except Exception as error:
            return json.dumps({"fault": str(error), "traceback": traceback.format_exc()}, ensure_ascii=False)

    def check(self) -> Asked:
        """Return all that is wrong, what else is to be told, and what the folder holds."""
        reading = self.mine.reading()
        root = self.mine.root.resolve()
        notes = [] if is_worked_out(calendar_source(reading.place.folders.docs)) else [_WORKED_OUT_LATER]
        return {"faults": faults_data(reading, root), "notes": notes, **contents_data(reading, root)}

    def tree(self, tree: str, root: str) -> Asked | None:
        """Return what readers would meet of a tree."""
        return tree_seen(self.mine.reading(), tree, root)

    def converse(self, tree: str, root: str) -> bool:
        """Begin a conversation with a tree in place of the one before; false where the tree is not sound."""
        seen = tree_seen(self.mine.reading(), tree, root)
        return self._begin(open_widget(seen["wire"], root) if seen else None)

    def course(self, tree: str, known: str = "") -> Asked | None:
        """Return what learners would meet of a tree, where that is not `known` already."""
        return self.courses.seen(self.mine.reading(), tree, known)

    def take_course(self, tree: str) -> bool:
        """Begin the course of a tree in place of the conversation before; false where the tree is not sound."""
        return self._begin(self.courses.begun(self.mine.reading(), tree))

    def _begin(self, widget: Widget | None) -> bool:
        self.widget = widget or self.widget
        return widget is not None

    def package(self, tree: str, standard: str) -> Asked | None:
        """Return the course of a tree as a package for a learning system."""
        return self.courses.package(self.mine.reading(), tree, standard)

    def talk(self, action: str) -> Asked:
        """Return what the conversation shows after an action, which is JSON."""
        assert self.widget, "a tree is opened first"
        shown: Asked = json.loads(self.widget.act(action))
        return shown

    def begin(self, organisation: str, policy: str) -> Asked:
        """Return the files of a new site, with a sample policy and a sample procedure to write over."""
        return new_folder(self.mine.root.parent / "new", organisation, policy)

    def scenarios(self, tree: str) -> list[Asked]:
        """Return the scenarios of a tree, with their verdicts."""
        return scenarios_data(self.mine.reading(), tree)

    def keep(self, tree: str, title: str) -> Asked:
        """Return the walk of the conversation as a scenario of its tree, or why it is none."""
        assert self.widget, "a tree is opened first"
        try:
            return {"text": walk_kept(self.mine.reading(), tree, self.widget.state.answers, title)}
        except ValueError as error:
            return {"why": str(error)}

    def coverage(self, file: str) -> str | None:
        """Return which clauses of a policy the trees cite, and which that oblige they leave out."""
        reading = self.mine.reading()
        trees = [procedure.tree for procedure in reading.procedures.all]
        policy = reading.policies.pages.get(self._page(file))
        return to_text(policy, list(coverage(policy, trees))) if policy else None

    def _page(self, file: str) -> str:
        """Return the path of a file from the folder of pages."""
        docs = self.mine.reading().place.folders.docs
        path = (self.mine.root / file).resolve()
        return path.relative_to(docs).as_posix() if path.is_relative_to(docs) else ""

    def picture(self, tree: str) -> list[str] | None:
        """Return the SVG of each part of a tree's flowchart."""
        assert self.draw, "what draws was handed over"
        draw = self.draw
        return tree_drawn(self.mine.reading(), tree, lambda dot: _bare(drawn_without_fonts(dot, draw)))

    def policy(self, file: str, root: str) -> str | None:
        """Return the words of a policy as its page has them."""
        return policy_seen(self.mine.reading(), self._page(file), root, "en")

    def place(self, file: str, place: str) -> tuple[int, int] | None:
        """Return where a clause or a node stands in a file."""
        return place_in(self.mine.reading(), (self.mine.root / file).resolve(), place)

    def differences(self) -> Asked:
        """Return what is said otherwise than what is published."""
        return differences_data(self.published.reading(), self.mine.reading())

    def review(self, name: str, why: str) -> str:
        """Return the page for those who decide about what was changed."""
        roots = self.published.root, self.mine.root
        today = self.mine.today or date.today()
        return review_page(self.published.reading(), self.mine.reading(), roots, today, name, why)

    def handed(self, files: list[str]) -> Asked:
        """Return what is said of files that are handed over: how many scenarios they have, and the program."""
        return {"scenarios": scenarios_in(self.mine.reading(), files, self.mine.root), "program": __version__}

    def format(self, file: str) -> str:
        """Return a tree laid out as all trees are; as it is, where a line of it cannot be read."""
        source = Source(file, self.mine.text(file))
        _, problems = parse_tree(source)
        return source.text if problems else format_tree(source)

    def merge(self, chosen: Mapping[str, str] | None = None) -> Asked:
        """Return what becomes of mine in the latest release. `chosen` is what to take, by a conflict's id."""
        return merged_data(self.published.files(), self.mine.files(), self.latest.files(), chosen or {})


def _bare(svg: str) -> str:
    """Return a drawing without what stands before it."""
    return svg[svg.index("<svg") :]


_SELDOM = 100_000
"""How many objects more there must be before those are looked for that can go."""

WORKBENCH = Workbench(Path("/site"))


def open_folder(which: str, archive: Any, told: str) -> None:
    """Fill a folder. What crosses from the browser is its own kind of bytes."""
    WORKBENCH.open(which, archive.to_bytes(), told)
    if not gc.get_freeze_count():
        # The program stays, and what is read at one key goes by itself at the next: little is to be found.
        gc.collect()
        gc.freeze()
        gc.set_threshold(_SELDOM)


def take_document(name: str, document: Any, words: str) -> str:
    """Import a document."""
    return WORKBENCH.take(name, document.to_bytes(), words)


def draw_with(draw: Draw) -> None:
    """Draw with this."""
    WORKBENCH.draw = draw


def call(name: str, asked: str) -> str:
    """Answer."""
    return WORKBENCH.call(name, asked)
