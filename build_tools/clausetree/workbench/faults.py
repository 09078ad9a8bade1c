"""What is wrong in a folder, and what stands in it, as the page for authors shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from clausetree.editing.form.reading import title_of
from clausetree.publish.authors.left_to_publisher import left_to_publisher
from clausetree.publish.loading.reading import Reading
from clausetree.report.data import page_of
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.workbench.offsets import units_of


def faults_data(reading: Reading, root: Path) -> list[dict[str, Any]]:
    """Return everything that is wrong, as `clausetree check` says it.

    Each has its `file` from `root`, the place `from` and `to` in units of a browser, its `line` counted from 1,
    and `severity`, `code`, `message`, `hint`, whether it `follows` from another, and whether it is `left` to
    whoever publishes.
    """
    found = reading.all()
    left = {id(one) for one in left_to_publisher(found)}
    units = {source: units_of(source.text) for source in {d.source for d in found}}
    return [
        {
            "file": _path(diagnostic.source, reading.files, root),
            "from": units[diagnostic.source].of(diagnostic.span.start),
            "to": units[diagnostic.source].of(diagnostic.span.end),
            "line": diagnostic.source.place(diagnostic.span.start)[0],
            "severity": diagnostic.severity.value,
            "code": diagnostic.code,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "follows": diagnostic.follows,
            "left": id(diagnostic) in left,
            "page": page_of(diagnostic.code),
        }
        for diagnostic in found
    ]


def contents_data(reading: Reading, root: Path) -> dict[str, Any]:
    """Return what stands in the folder: its policies, and its trees, those too that have errors.

    Each has its `title`, as far as it can be read, else its id.
    """
    policies = [
        {"file": _path(reading.policies.sources[policy.id], reading.files, root), "id": policy.id}
        | {"title": policy.title, "version": policy.version}
        for policy in reading.policies.registry
    ]
    titles = {procedure.tree.id: procedure.tree.title.text for procedure in reading.procedures.all}
    broken = _broken(reading.procedures.diagnostics)
    trees = [
        {"file": _path(source, reading.files, root), "id": (tree := Path(source.name).stem)}
        | {"title": titles.get(tree) or title_of(source) or tree}
        | {"sound": source.name not in broken and tree in titles}
        for source in reading.sources
    ]
    return {"policies": policies, "trees": trees}


def _broken(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {d.source.name for d in diagnostics if d.severity is Severity.ERROR}


def _path(source: Source, files: Mapping[str, Path], root: Path) -> str:
    path = files.get(source.name)
    return path.relative_to(root).as_posix() if path and path.is_relative_to(root) else source.name
