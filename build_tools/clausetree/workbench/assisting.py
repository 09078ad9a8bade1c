"""What the editor offers, explains and mends. Places are units of a browser, as everywhere on the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clausetree.editing.assist.complete import complete
from clausetree.editing.assist.explain import explain_at
from clausetree.editing.assist.fix import Fix
from clausetree.editing.assist.fixes import fixes_for
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.names import NameKind, names_in
from clausetree.editing.assist.places import definition_at, places_of
from clausetree.editing.assist.rename import rename
from clausetree.editing.form.change import Done
from clausetree.editing.form.changing import change
from clausetree.editing.form.faults import fault_in_form
from clausetree.editing.form.reading import form_of
from clausetree.editing.form.to_json import change_from_json, form_to_json, outcome_to_json
from clausetree.editing.replacement import Replacement
from clausetree.policy.problems.front_matter import MissingMetadata
from clausetree.publish.authors.left_to_publisher import left_to_publisher
from clausetree.publish.loading.reading import Reading
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.problem import Problem
from clausetree.report.source import Source
from clausetree.workbench.folder import SiteFolder
from clausetree.workbench.offsets import Units, units_of

type Data = dict[str, Any]

FILL_IN = "Fill it in"
"""What the button says that asks for what the head of a policy lacks."""

MOST_MENDED = 20
"""Of so many faults mends are looked for. Whoever has more mends the first ones first."""


class Assistant:
    """Answers about the files of a folder while they are written."""

    def __init__(self, mine: SiteFolder, published: SiteFolder) -> None:
        self.mine = mine
        self.published = published

    def complete(self, file: str, at: int) -> Data:
        """Return what can stand at a place, as `Completions.to_json` writes it."""
        text, units = self._text(file)
        return _counted(complete(text, units.letters(at), self._known(file)).to_json(), units)

    def explain(self, file: str, at: int) -> Data | None:
        """Return what stands at a place, as `Explanation.to_json` writes it."""
        text, units = self._text(file)
        found = explain_at(text, units.letters(at), self._known(file))
        return _counted(found.to_json(), units) if found else None

    def definition(self, file: str, at: int) -> Data | None:
        """Return where that is written which the name at a place names."""
        text, units = self._text(file)
        found = definition_at(text, units.letters(at), self._known(file))
        return self._placed(found.to_json()) if found else None

    def uses(self, file: str, at: int) -> list[Data]:
        """Return every place that names the same as the name at a place."""
        text, units = self._text(file)
        return [self._placed(p.to_json()) for p in places_of(text, units.letters(at), self._known(file))]

    def rename(self, file: str, at: int, new: str) -> Data:
        """Return what gives a thing another name, as `Renamed.to_json` writes it, or `why` not."""
        text, units = self._text(file)
        found = rename(text, units.letters(at), new.strip(), self._known(file))
        if isinstance(found, str):
            return {"why": found}
        paths = self._paths()
        changes = {
            paths.get(name, name): _replacements(each, self._text(paths.get(name, name))[1])
            for name, each in found.changes.items()
        }
        files = {paths.get(old, old): new_name for old, new_name in found.files.items()}
        return {"changes": changes, "files": files, "warnings": list(found.warnings)}

    def rename_file(self, file: str, new: str) -> Data:
        """Return what calls a tree and its file something else, as `rename` returns it."""
        text, units = self._text(file)
        names = names_in(text)
        own = names.definition(NameKind.TREE, names.tree)
        if own is None:
            return {"why": "The name of this procedure cannot be read."}
        return self.rename(file, units.of(own.span.start), new)

    def mends(self, file: str) -> list[Data]:
        """Return the mends of faults in a file.

        Each has `from`, `code` and `message` of its fault, and `title` and `changes` of its own. One without
        changes asks for the head of a policy to be filled in.
        """
        units = self._text(file)[1]
        return [
            {"from": units.of(d.span.start), "code": d.code, "message": d.message} | mend
            for d, fixes in self._mended(file)
            for mend in ([_mend(fix, units) for fix in fixes] or _asking(d.problem))
        ]

    def faults_in_form(self, file: str) -> list[Data]:
        """Return the faults of a tree as its form shows them.

        Each has `from`, `code` and `message` as it is listed elsewhere; the `path` where the form shows it, the
        same in words (`where`), what is `said` there, a `hint`, and `mends`, each with `title` and `changes`.
        """
        text, units = self._text(file)
        form = form_of(Source(file, text))
        shown = [
            (d, fixes, fault_in_form(form, d, certain=bool(fixes)))
            for d, fixes in self._mended(file)
            if d.severity is not Severity.ACKNOWLEDGED and d.source.text == text and not left_to_publisher([d])
        ]
        return [
            {"from": units.of(d.span.start), "code": d.code, "message": d.message, "path": placed.path}
            | {"where": placed.where, "said": placed.message, "hint": placed.hint}
            | {"mends": [_mend(fix, units) for fix in fixes]}
            for d, fixes, placed in shown
        ]

    def _mended(self, file: str) -> list[tuple[Diagnostic, list[Fix]]]:
        """Return the faults in a file, the first of them with their mends."""
        text = self._text(file)[0]
        paths = self._paths()
        found = [d for d in self.mine.reading().all() if paths.get(d.source.name, d.source.name) == file]
        known = self._known(file) if found else Known(file)
        return [(d, fixes_for(d, text, known) if at < MOST_MENDED else []) for at, d in enumerate(found)]

    def form(self, file: str) -> Data:
        """Return a tree as a form, as editing/form/to_json.py writes it, its spans in units."""
        text, units = self._text(file)
        form: Data = _spans_counted(form_to_json(form_of(Source(file, text))), units)
        return form

    def clauses(self, policy: str) -> list[Data]:
        """Return the clauses of a policy that a tree can cite: `number` and `words`."""
        found = self.mine.reading().policies.registry.policy(policy)
        return [{"number": c.number, "words": c.text} for c in found.clauses if c.number] if found else []

    def change(self, file: str, asked: Data) -> Data:
        """Return what a change in a form comes to, as editing/form/to_json.py writes it."""
        text, units = self._text(file)
        outcome = change(Source(file, text), change_from_json(asked))
        said = outcome_to_json(outcome)
        if isinstance(outcome, Done):
            said["replacements"] = _replacements(outcome.replacements, units)
        return said

    def _text(self, file: str) -> tuple[str, Units]:
        text = self.mine.text(file)
        return text, units_of(text)

    def _known(self, file: str) -> Known:
        reading = self.mine.reading()
        names = {path: name for name, path in self._paths().items()}
        docs = reading.place.folders.docs.name
        return Known(
            names.get(file, file),
            reading.policies.registry,
            reading.policies.links,
            {source.name: source.text for source in reading.sources},
            {f"{docs}/{page}": policy.id for page, policy in reading.policies.pages.items()},
            self._published(),
        )

    def _published(self) -> frozenset[str]:
        folder = self.published.root
        return frozenset(path.stem for path in folder.rglob("*.tree")) if folder.is_dir() else frozenset()

    def _paths(self) -> dict[str, str]:
        """Return the path of each file, from the folder, by the name that diagnostics have for it."""
        reading: Reading = self.mine.reading()
        root = self.mine.root.resolve()
        docs = reading.place.folders.docs
        files = {**reading.files, f"{docs.name}/links.yml": docs / "links.yml"}
        return {n: p.relative_to(root).as_posix() for n, p in files.items() if p.is_relative_to(root)}

    def _placed(self, place: Data) -> Data:
        file = self._paths().get(str(place["file"]), str(place["file"]))
        return {**_counted(place, self._text(file)[1]), "file": file}


def _mend(fix: Fix, units: Units) -> Data:
    return {"title": fix.title, "changes": _replacements(fix.replacements, units)}


def _asking(problem: Problem | None) -> list[Data]:
    asks = isinstance(problem, MissingMetadata) and problem.key != "policy"
    return [{"title": FILL_IN, "changes": []}] if asks else []


def _counted(data: Data, units: Units) -> Data:
    return {**data, "from": units.of(data["from"]), "to": units.of(data["to"])}


def _replacements(replacements: Iterable[Replacement], units: Units) -> list[Data]:
    return [
        {"from": units.of(one.span.start), "to": units.of(one.span.end), "insert": one.text}
        for one in replacements
    ]


def _spans_counted(value: Any, units: Units) -> Any:
    if isinstance(value, list):
        return [_spans_counted(one, units) for one in value]
    if isinstance(value, dict):
        return {
            key: [units.of(end) for end in one] if key == "span" else _spans_counted(one, units)
            for key, one in value.items()
        }
    return value
