"""What would keep a site from being built, found before a version is recorded for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from clausetree.history.policies import Policies
from clausetree.publish.files.by_content import by_path
from clausetree.publish.printing.unprintable import check_print, try_print
from clausetree.publish.sources.procedures import load_procedures
from clausetree.render.policy.leads import check_leads, pages_made
from clausetree.report.diagnostic import Diagnostic, Severity, in_reading_order
from clausetree.tree.deadlines.calendar import Calendar


def check_publishable(policies: Policies, docs: Path, trees: Path) -> list[Diagnostic]:
    """Return what of the policies would be lost on a page or in print: links, pictures and signs.

    `docs` and `trees` are the folders of the pages and of the trees. Each thing is told once, in reading order.
    """
    found = check_leads_in(policies, docs, trees)
    places = {(fault.source.name, fault.span) for fault in found}
    for policy in policies.registry:
        page = policies.sources[policy.id].name
        # A picture that is not there is missed on the page and in print.
        told = {lead.address for lead in policy.document.leads if (page, lead.span) in places}
        found += check_print(policy, policies, docs, told)
    return in_reading_order(found)


def check_leads_in(policies: Policies, docs: Path, trees: Path) -> list[Diagnostic]:
    """Return the links and pictures that lead to nothing: no file in `docs`, and no page that a build adds."""
    names = (tree.stem for tree in trees.glob("*.tree"))
    known = frozenset((*_published_files(docs), *pages_made(names, policies.registry)))
    return list(check_leads(policies, docs.name, known))


def _published_files(docs: Path) -> Iterator[str]:
    """Yield the files that MkDocs publishes: hidden ones are none."""
    for page, path in by_path(docs.rglob("*"), docs).items():
        if not any(part.startswith(".") for part in PurePosixPath(page).parts) and path.is_file():
            yield page


def refused(policies: Policies, docs: Path, trees: Path) -> list[Diagnostic]:
    """Return why a build would stop at the policies, with every version in force."""
    return _only_errors([*policies.diagnostics, *check_publishable(policies, docs, trees)])


def refused_with(
    policy_id: str, policies: Policies, docs: Path, trees: Path, calendar: Calendar | None
) -> list[Diagnostic]:
    """Return why a build would stop once this version of a policy is in force.

    A tree may cite what is no more, and a document may not be made: that is found by making it.
    """
    trees_read = load_procedures(trees, policies.registry, calendar)
    found = [*refused(policies, docs, trees), *_only_errors(trees_read.diagnostics)]
    policy = policies.registry.policy(policy_id)
    return found or (try_print(policy, policies, docs) if policy else [])


def _only_errors(known: Iterable[Diagnostic]) -> list[Diagnostic]:
    return in_reading_order([fault for fault in known if fault.severity is Severity.ERROR])
