"""The Markdown of the pages of released versions, and of what each changed: a comment stands for each piece."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum

from clausetree.history.lock import History
from clausetree.policy.policy import Policy
from clausetree.render.html.heading import heading


class VersionPiece(Enum):
    """What a comment `<!-- PIECE: policy/version/… -->` can put into a page. Its value is the name there."""

    RELEASED = "released"
    CHANGES = "changes"
    WITHDRAWN = "withdrawn"
    VERSIONS = "versions"


def pages_of_versions(policy: Policy, history: History) -> Iterator[tuple[str, str]]:
    """Yield the path and the Markdown of every page of a version of one policy."""
    names = history.versions
    for version in names:
        yield f"{policy.page}v/{version}.md", _copy_page(policy, version)
    drafts = [] if not names or policy.version in names else [policy.version]
    for old, new in zip(names, [*names[1:], *drafts], strict=False):
        yield f"{policy.page}v/{new}/changes.md", _changes_page(policy, old, new)
    for old in names[:-1]:
        yield f"{policy.page}v/{old}/since.md", _since_page(policy, old, names[-1])


def end_of_page(policy: Policy) -> str:
    """Return the Markdown that ends a policy's own page."""
    return f"<!-- withdrawn: {policy.id} -->\n\n<!-- versions: {policy.id} -->\n"


def _copy_page(policy: Policy, version: str) -> str:
    title = f"{policy.title}, version {version}"
    words = f"<!-- released: {policy.id}/{version} -->"
    return _unlisted_page(title, words, f"canonical: {json.dumps(policy.page, ensure_ascii=False)}")


def _changes_page(policy: Policy, old: str, new: str) -> str:
    title = f"{policy.title}: what changed in version {new}"
    return _unlisted_page(title, f"{heading(title)}\n\n<!-- changes: {policy.id}/{old}/{new} -->")


def _since_page(policy: Policy, old: str, new: str) -> str:
    title = f"{policy.title}: what has changed since version {old}"
    return _unlisted_page(title, f"{heading(title)}\n\n<!-- changes: {policy.id}/{old}/{new} -->")


def _unlisted_page(title: str, body: str, to_search_engines: str = "robots: noindex") -> str:
    """Pages of versions are reached from the policy: a search finds the words in force.

    Search engines are told the same, or of a copy which page has them: told both, some would drop that too.
    """
    name = json.dumps(title, ensure_ascii=False)
    lines = [f"title: {name}", "hide: [toc]", to_search_engines, "search:", "  exclude: true"]
    return "\n".join(["---", *lines, "---", "", body, ""])
