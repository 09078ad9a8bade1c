"""The page for those who decide about what somebody changed, and how it is gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from clausetree.editing.handing_over.content import digest
from clausetree.editing.handing_over.manifest import one_line
from clausetree.history.compare import compare
from clausetree.publish.authors.differing import PolicyDiffers, TreeDiffers, policies_differing, trees_differing
from clausetree.publish.authors.left_to_publisher import left_to_publisher
from clausetree.publish.loading.reading import Reading
from clausetree.publish.sources.settings_file import read_settings
from clausetree.render.review.for_review import FaultLeft, FileSigned, Review, to_review
from clausetree.render.review.reviewed_policy import PolicyToReview
from clausetree.render.review.reviewed_tree import ScenarioTried, TreeToReview
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.scalar import scalar_phrase
from clausetree.tree.scale import DateScale

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+/")


def review_page(
    before: Reading, after: Reading, roots: tuple[Path, Path], today: date, name: str, why: str
) -> str:
    """Return the page as HTML. `roots` are the folders that the two were read from."""
    found = [one for one in after.all() if one.severity is not Severity.ACKNOWLEDGED]
    left = left_to_publisher(found)
    review = Review(
        day=scalar_phrase(DateScale.DATE, today.toordinal()),
        name=one_line(name),
        why=one_line(why),
        policies=[_policy(one, after) for one in policies_differing(before, after)],
        trees=[_tree(one, after, found) for one in trees_differing(before, after)],
        faults=[_fault(one) for one in found if one not in left],
        left=[_fault(one) for one in left],
        files=[*_files(*roots)],
    )
    address = str(read_settings(after.place.folders.settings).get("site_url") or "")
    return to_review(review, address if _ADDRESS.fullmatch(address) else "")


def scenarios_in(reading: Reading, files: Iterable[str], root: Path) -> int:
    """Return how many scenarios the trees in these files have."""
    named = {(root / file).resolve() for file in files}
    parsed = [parse_tree(source)[0] for source in reading.sources if reading.files[source.name] in named]
    return sum(len(syntax.scenarios) for syntax in parsed if syntax)


def _policy(differs: PolicyDiffers, after: Reading) -> PolicyToReview:
    if differs.comparison:
        return PolicyToReview(differs.title, differs.said, differs.changes, differs.comparison.before.version)
    policy = next((policy for policy in after.policies.registry if policy.id == differs.id), None)
    # Of a new policy, every clause is new.
    changes = compare(replace(policy, clauses=()), policy) if policy else ()
    return PolicyToReview(differs.title, differs.said, changes)


def _tree(differs: TreeDiffers, after: Reading, found: Iterable[Diagnostic]) -> TreeToReview:
    procedure = after.procedures.find(differs.id)
    return TreeToReview(differs.title, differs.said, procedure, tuple(_tried(differs.id, after, found)))


def _tried(tree: str, after: Reading, found: Iterable[Diagnostic]) -> Iterator[ScenarioTried]:
    """Yield each scenario with the errors in it; none where errors elsewhere kept them from being tried."""
    source = next((source for source in after.sources if Path(source.name).stem == tree), None)
    syntax = parse_tree(source)[0] if source else None
    if source is None or syntax is None or not syntax.scenarios:
        return
    errors = [d for d in found if d.source.name == source.name and d.severity is Severity.ERROR]
    begins = [one.title.span.start for one in syntax.scenarios]
    if any(error.span.start < begins[0] for error in errors):
        return
    for scenario, begin, end in zip(syntax.scenarios, begins, [*begins[1:], len(source.text) + 1], strict=True):
        wrong = [error.message for error in errors if begin <= error.span.start < end]
        yield ScenarioTried(scenario.title.markdown, tuple(wrong))


def _fault(found: Diagnostic) -> FaultLeft:
    line, _ = found.source.place(found.span.start)
    return FaultLeft(f"{found.source.name}, line {line}", found.message, found.hint)


def _files(old: Path, new: Path) -> Iterator[FileSigned]:
    before, after = _held(old), _held(new)
    for path in sorted(before.keys() | after.keys()):
        was, now = before.get(path), after.get(path)
        if was != now:
            became = "removed" if now is None else "new" if was is None else "changed"
            yield FileSigned(path, became, now or "")


def _held(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    names = ((path.relative_to(root).as_posix(), path) for path in files)
    return {name: digest(name, path.read_bytes()) for name, path in names}
