"""Whether the links and pictures of policies lead to something: to a file, and to a clause that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from posixpath import basename
from urllib.parse import unquote, urlsplit

from clausetree.policy.document import Lead
from clausetree.policy.policy import Policy
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import UnknownPage, UnknownPlace
from clausetree.policy.problems.words import RefusedAddress
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.files.by_content import by_path
from clausetree.publish.files.relative import way_from, way_to
from clausetree.publish.sources.policies import Policies
from clausetree.report.closest import closest
from clausetree.report.diagnostic import Diagnostic

_LIKE = 0.7


def check_leads(policies: Policies, docs: Path, trees: Path) -> Iterator[Diagnostic]:
    """Tell each link and picture of a policy that leads to nothing.

    What it may lead to is a file in the folder `docs`, the page of a tree in the folder `trees`
    (`trees/NAME.md` from `docs`), the page of a released version, an anchor that the policy led to has or once
    had, and, for a link, whatever stands elsewhere in the world. Of a page that is no policy, and of a tree,
    the headings are not known here.
    """
    known = frozenset(_files(docs)) | frozenset(_of_trees(trees)) | frozenset(_of_versions(policies))
    for page, policy in policies.pages.items():
        source = policies.sources[policy.id]
        if source.name != f"{docs.name}/{page}":
            continue  # another file has its id, which is told
        for lead in policy.document.leads:
            for problem in _faults(lead, page, policies, known):
                yield to_diagnostic(problem, source)


def _faults(lead: Lead, page: str, policies: Policies, known: Collection[str]) -> Iterator[PolicyProblem]:
    try:
        parts = urlsplit(lead.address)
    except ValueError:
        yield RefusedAddress(lead.span, lead.address)
        return
    if (len(parts.scheme) > 1 or parts.netloc or not parts.path) and not (lead.picture and parts.netloc):
        return
    file, anchor = way_to(lead.address, page), unquote(parts.fragment)
    if file is None or file not in known:
        near = _near(file or unquote(parts.path).lstrip("/\\"), known)
        yield UnknownPage(
            lead.span, unquote(lead.address.partition("#")[0]), way_from(page, near) if near else None
        )
    elif anchor and file in policies.pages:
        yield from _unknown_place(lead, anchor, policies.pages[file], file, policies)


def _unknown_place(
    lead: Lead, anchor: str, policy: Policy, file: str, policies: Policies
) -> Iterator[UnknownPlace]:
    registry = policies.registry
    if anchor not in {clause.anchor for clause in policy.clauses} and not registry.former(policy.id, anchor):
        yield UnknownPlace(lead.span, anchor, registry.nearest(policy.id, anchor), basename(file))


def _files(docs: Path) -> Iterator[str]:
    """Yield the files that MkDocs publishes: hidden ones are none."""
    for page, path in by_path(docs.rglob("*"), docs).items():
        if not any(part.startswith(".") for part in PurePosixPath(page).parts) and path.is_file():
            yield page


def _of_trees(trees: Path) -> Iterator[str]:
    for tree in trees.glob("*.tree"):
        yield f"trees/{tree.stem}.md"
        yield f"trees/{tree.stem}/embed.md"


def _of_versions(policies: Policies) -> Iterator[str]:
    for policy in policies.registry:
        for version in policies.registry.versions(policy.id):
            yield from (f"{policy.page}v/{version}{end}" for end in (".md", "/changes.md", "/since.md"))


def _near(file: str, known: Collection[str]) -> str | None:
    """Return the file that was most likely meant: of the same name, or of a name that is like it."""
    stem = file.replace("\\", "/").removesuffix("/").removesuffix(".html").removesuffix(".tree")
    same = (f"{stem}.md", f"{stem}/index.md", stem)
    named = (name for name in sorted(known) if basename(name) in (basename(stem), f"{basename(stem)}.md"))
    return (
        next((name for name in same if name in known), None) or next(named, None) or closest(file, known, _LIKE)
    )
