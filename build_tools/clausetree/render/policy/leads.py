"""Whether the links and pictures of policies lead to something: to a file, and to a clause that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from posixpath import basename
from urllib.parse import unquote, urlsplit

from clausetree.history.policies import Policies
from clausetree.history.registry import Registry
from clausetree.policy.document import Lead
from clausetree.policy.policy import Policy
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import UnknownPage, UnknownPlace
from clausetree.policy.problems.words import RefusedAddress
from clausetree.policy.wording import to_diagnostic
from clausetree.render.html.addresses import relative_address, target_of
from clausetree.report.closest import closest
from clausetree.report.diagnostic import Diagnostic

_LIKE = 0.7


def check_leads(policies: Policies, folder: str, known: Collection[str]) -> Iterator[Diagnostic]:
    """Tell each link and picture of a policy that leads to nothing.

    What it may lead to is one of the files that are `known`, by their paths from the folder of all pages, which
    is called `folder`; an anchor that the policy led to has or once had; and, for a link, whatever stands
    elsewhere in the world. Of a page that is no policy, and of a tree, the headings are not known here.
    """
    for page, policy in policies.pages.items():
        source = policies.sources[policy.id]
        if source.name != f"{folder}/{page}":
            continue  # another file has its id, which is told
        for lead in policy.document.leads:
            for problem in _lead_faults(lead, page, policies, known):
                yield to_diagnostic(problem, source)


def pages_made(trees: Iterable[str], registry: Registry) -> Iterator[str]:
    """Yield the pages that a build adds: those of trees with these names, and those of released versions."""
    for tree in trees:
        yield f"trees/{tree}.md"
        yield f"trees/{tree}/embed.md"
    for policy in registry:
        for version in registry.versions(policy.id):
            yield from (f"{policy.page}v/{version}{end}" for end in (".md", "/changes.md", "/since.md"))


def _lead_faults(lead: Lead, page: str, policies: Policies, known: Collection[str]) -> Iterator[PolicyProblem]:
    try:
        address = urlsplit(lead.address)
    except ValueError:
        yield RefusedAddress(lead.span, lead.address)
        return
    if (len(address.scheme) > 1 or address.netloc or not address.path) and not (
        lead.picture and address.netloc
    ):
        return
    file, anchor = target_of(lead.address, page), unquote(address.fragment)
    if file is None or file not in known:
        near = _nearest_file(file or unquote(address.path).lstrip("/\\"), known)
        yield UnknownPage(
            lead.span, unquote(lead.address.partition("#")[0]), relative_address(page, near) if near else None
        )
    elif anchor and file in policies.pages:
        yield from _unknown_place(lead, anchor, policies.pages[file], file, policies)


def _unknown_place(
    lead: Lead, anchor: str, policy: Policy, file: str, policies: Policies
) -> Iterator[UnknownPlace]:
    registry = policies.registry
    if anchor not in {clause.anchor for clause in policy.clauses} and not registry.former(policy.id, anchor):
        yield UnknownPlace(lead.span, anchor, registry.nearest(policy.id, anchor), basename(file))


def _nearest_file(file: str, known: Collection[str]) -> str | None:
    """Return the file that was most likely meant: of the same name, or of a name that is like it."""
    stem = file.replace("\\", "/").removesuffix("/").removesuffix(".html").removesuffix(".tree")
    same = (f"{stem}.md", f"{stem}/index.md", stem)
    named = (name for name in sorted(known) if basename(name) in (basename(stem), f"{basename(stem)}.md"))
    return (
        next((name for name in same if name in known), None) or next(named, None) or closest(file, known, _LIKE)
    )
