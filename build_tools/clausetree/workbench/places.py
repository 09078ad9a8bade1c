"""Where in a file something stands that has an address on the site: a clause, or a node of a tree."""

from __future__ import annotations

from pathlib import Path

from clausetree.publish.loading.reading import Reading
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.parsing.parser import parse_tree
from clausetree.workbench.offsets import units_of


def place_in(reading: Reading, file: Path, place: str) -> tuple[int, int] | None:
    """Return where `place` stands in a file, in units of a browser; None where nothing there is called so.

    A place is the anchor of a clause, the id of a node, or the id of its section on the tree's page.
    """
    found = _in_tree(reading, file, place) if file.suffix == ".tree" else _in_policy(reading, file, place)
    if found is None:
        return None
    source, span = found
    return units_of(source.text).span(span)


def _in_tree(reading: Reading, file: Path, place: str) -> tuple[Source, Span] | None:
    for source in reading.sources:
        if reading.files[source.name] == file:
            syntax, _ = parse_tree(source)
            nodes = syntax.nodes if syntax else ()
            wanted = (place, place.removeprefix(f"{file.stem}--"))
            return next(((source, node.id.span) for node in nodes if node.id.text in wanted), None)
    return None


def _in_policy(reading: Reading, file: Path, place: str) -> tuple[Source, Span] | None:
    docs = reading.place.folders.docs
    policy = (
        reading.policies.pages.get(file.relative_to(docs).as_posix()) if file.is_relative_to(docs) else None
    )
    clause = next((c for c in policy.clauses if c.anchor == place), None) if policy else None
    if policy is None or clause is None:
        return None
    source = reading.policies.sources[policy.id]
    end = source.text.find("\n", clause.span.start)
    return source, Span(clause.span.start, end if end >= 0 else clause.span.end)
