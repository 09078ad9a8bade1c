"""The pages of released versions and of what each changed, and what a policy's own page says of them."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausetree.history.past import Past
from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.releases.archive import Archive
from clausetree.publish.releases.copies import read_copy
from clausetree.render.html.heading import heading
from clausetree.render.html.markup import Html
from clausetree.render.policy.clause_tools import Use
from clausetree.render.policy.page import lasting, to_page
from clausetree.render.policy.pictures import kept_pictures
from clausetree.render.versions import changes, versions
from clausetree.render.versions.changes import Comparison, Touched

PIECES = ("released", "changes", "withdrawn", "versions")
"""What a comment `<!-- PIECE: policy/version/… -->` can put into a page."""

type UsesOf = Callable[[Policy, str], Mapping[str, Sequence[Use]]]
"""From a policy, and the way to the root of the site, to what cites each of its clauses."""


@dataclass(frozen=True, slots=True)
class Versions:
    """`uses` finds the trees that cite a policy, and `courses` names the courses that link to it."""

    registry: Registry
    archive: Archive
    uses: UsesOf
    courses: Mapping[str, Mapping[str, Sequence[str]]]
    cache: Cache

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the Markdown of every page of a version."""
        for policy in self.registry:
            history = self.archive.lock.history(policy.id)
            names = history.versions
            for version in names:
                yield f"{policy.page}v/{version}.md", _copy_page(policy, version)
            drafts = [] if not names or policy.version in names else [policy.version]
            for old, new in zip(names, [*names[1:], *drafts], strict=False):
                yield f"{policy.page}v/{new}/changes.md", _changes_page(policy, old, new)
            for old in names[:-1]:
                yield f"{policy.page}v/{old}/since.md", _since_page(policy, old, names[-1])

    def below(self, policy: Policy) -> str:
        """Return the Markdown that ends a policy's own page."""
        return f"<!-- withdrawn: {policy.id} -->\n\n<!-- versions: {policy.id} -->\n"

    def piece(self, name: str, about: str, root: str) -> str:
        """Return one of `PIECES`, for a page from which `root` leads to the site's root."""
        policy_id, *named = about.split("/")
        policy = self.registry.policy(policy_id)
        if policy is None:
            return ""
        past = self.archive.past(policy.id)
        match name, named:
            case "released", [version]:
                return self._copy(policy, past, version, root)
            case "changes", [old, new]:
                return self._compared(self.comparison(policy, old, new, root))
            case "withdrawn", _:
                return versions.tombstones(policy, past, self.registry, root) or ""
            case _:
                return versions.version_list(policy, past, root) or ""

    def finished(self, html: str, path: str, root: str) -> str | None:
        """Return the finished content of a released version's page; None if `path` is no such page."""
        before, _, version = path.removesuffix(".md").rpartition("/v/")
        policy = next((policy for policy in self.registry if policy.page == f"{before}/"), None)
        copy = self.archive.copies.get(policy.id, {}).get(version) if policy else None
        if policy is None or copy is None:
            return None
        past, old = self.archive.past(policy.id), version != policy.version
        notes = versions.clauses_now(copy, past, policy, root) if old else {}
        frozen = self.archive.page(policy.id, version)
        return html.replace(frozen, self._shown(copy, frozen, notes), 1)

    def _shown(self, copy: Policy, frozen: str, notes: Mapping[str, Html]) -> str:
        """Return the words of a released version with what a page has around them, or else as they are."""
        markdown = self.archive.markdown(copy.id, copy.version)

        def make() -> str:
            read = read_copy(copy, markdown, frozen)
            if read is None:
                return frozen
            names = kept_pictures(read.document)
            return to_page(read, notes, lambda href: names.get(href) or lasting(href)) + "\n"

        return self.cache.text("copies", program(), markdown, frozen, pickle.dumps(dict(notes)), make=make)

    def comparison(self, policy: Policy, old: str, new: str, root: str) -> Comparison:
        """Return two versions side by side; `new` may be one that is not accepted yet."""
        past = self.archive.past(policy.id)
        before, after = past.copies[old], past.copies.get(new, policy)
        records = past.history.records(new).values()
        successors = {record.anchor: record.successors for record in records if record.withdrawn}
        touched = Touched(self.uses(policy, root), self.courses.get(policy.id, {}))
        now = root + (versions.copy_address(policy, new) if new in past.copies else policy.page)
        old_page = root + versions.copy_address(policy, old)
        return Comparison(before, after, successors, touched, old_page, now)

    def _compared(self, comparison: Comparison) -> str:
        made_from = pickle.dumps(comparison)
        return self.cache.text("changes", program(), made_from, make=lambda: changes.to_html(comparison))

    def _copy(self, policy: Policy, past: Past, version: str, root: str) -> str:
        copy = past.copies.get(version)
        if copy is None:
            return ""
        compared = version in past.history.versions[:-1]
        words = self.archive.page(policy.id, version)
        return versions.notice(copy, policy, root, compared=compared) + words


def _copy_page(policy: Policy, version: str) -> str:
    title = f"{policy.title}, version {version}"
    return _page(title, f"<!-- released: {policy.id}/{version} -->")


def _changes_page(policy: Policy, old: str, new: str) -> str:
    title = f"{policy.title}: what changed in version {new}"
    return _page(title, f"{heading(title)}\n\n<!-- changes: {policy.id}/{old}/{new} -->")


def _since_page(policy: Policy, old: str, new: str) -> str:
    title = f"{policy.title}: what has changed since version {old}"
    return _page(title, f"{heading(title)}\n\n<!-- changes: {policy.id}/{old}/{new} -->")


def _page(title: str, body: str) -> str:
    """Pages of versions are reached from the policy: a search finds the words in force."""
    head = f"title: {json.dumps(title, ensure_ascii=False)}\nhide: [toc]\nsearch:\n  exclude: true"
    return f"---\n{head}\n---\n\n{body}\n"
