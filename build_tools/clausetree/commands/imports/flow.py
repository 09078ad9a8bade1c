"""The drafts of procedures from the flowcharts that somebody drew."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.commands.imports.opened_document import told_why
from clausetree.commands.places import folders_of, from_here
from clausetree.commands.policy_named import policy_named
from clausetree.commands.refused import RefusedError
from clausetree.importing.flow.chart import Chart
from clausetree.importing.flow.draft import Draft, draft, told
from clausetree.importing.flow.read import KINDS, read_charts
from clausetree.importing.package import NotReadError
from clausetree.publish.loading.reading import read_site
from clausetree.render.tree.new_tree import name_from


def import_flow(arguments: argparse.Namespace) -> None:
    """Write a draft for each flowchart of a file. Raises RefusedError, and then nothing was written."""
    document: Path = arguments.document
    charts = _charts(document)
    folders = folders_of(arguments)
    policy = policy_named(arguments.drawn_from, read_site(folders, {}).policies.registry)
    drafts: list[tuple[Path, Draft]] = []
    for chart in charts:
        title = chart.title or document.stem
        name = name_from(title) or "procedure"
        if any(path.stem == name for path, _ in drafts):
            name = f"{name}-{len(drafts) + 1}"
        path = from_here(folders.trees) / f"{name}.tree"
        if path.exists():
            raise RefusedError(f"{path.as_posix()} is there already.")
        drafts.append((path, draft(chart, name, title, policy)))
    for path, made in drafts:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, encoding="utf-8", newline="")
    print(f"{told([(path.as_posix(), made) for path, made in drafts])}\nNext: clausetree check")


def _charts(document: Path) -> list[Chart]:
    try:
        return read_charts(document.name, document.read_bytes())
    except OSError as error:
        raise RefusedError(f"{document} cannot be opened: {error.strerror}.") from error
    except NotReadError as error:
        raise RefusedError(told_why(document.name, error, KINDS)) from error
