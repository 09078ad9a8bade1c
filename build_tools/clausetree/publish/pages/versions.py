"""The pages of released versions and of what each changed, and what a policy's own page says of them."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from clausetree.history.past import Past
from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.releases.archive import ReleasedFiles
from clausetree.publish.sources.courses import CoursesByClause
from clausetree.publish.sources.policies import read_policy
from clausetree.render.html.markup import Html
from clausetree.render.policy.clause_tools import Use
from clausetree.render.policy.page import lasting, to_page
from clausetree.render.policy.pictures import kept_pictures
from clausetree.render.versions import changes, versions
from clausetree.render.versions.changes import Comparison, Touched
from clausetree.render.versions.copies import read_copy
from clausetree.render.versions.pages import VersionPiece, pages_of_versions

type UsesOf = Callable[[Policy, str], Mapping[str, Sequence[Use]]]
"""From a policy, and the way to the root of the site, to what cites each of its clauses."""


@dataclass(frozen=True, slots=True)
class Versions:
    """`uses` finds the trees that cite a policy, and `courses` names the courses that link to it."""

    registry: Registry
    released: ReleasedFiles
    uses: UsesOf
    courses: CoursesByClause
    cache: Cache

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the Markdown of every page of a version."""
        for policy in self.registry:
            yield from pages_of_versions(policy, self.released.archive.lock.history(policy.id))

    def piece(self, piece: VersionPiece, about: str, root: str) -> str:
        """Return a piece about "policy/version/…", for a page from which `root` leads to the site's root."""
        policy_id, *named = about.split("/")
        policy = self.registry.policy(policy_id)
        if policy is None:
            return ""
        past = self.released.archive.past(policy.id)
        match piece:
            case VersionPiece.RELEASED if len(named) == 1:
                return self._copy(policy, past, named[0], root)
            case VersionPiece.CHANGES if len(named) == 2:
                return self._compared(self.comparison(policy, named[0], named[1], root))
            case VersionPiece.WITHDRAWN:
                return versions.tombstones(policy, past, self.registry, root) or ""
            # An author who names no version sees which there are.
            case VersionPiece.VERSIONS | VersionPiece.RELEASED | VersionPiece.CHANGES:
                return versions.version_list(policy, past, root) or ""
            case _:
                assert_never(piece)

    def finished(self, html: str, path: str, root: str) -> str | None:
        """Return the finished content of a released version's page; None if `path` is no such page."""
        before, _, version = path.removesuffix(".md").rpartition("/v/")
        policy = next((policy for policy in self.registry if policy.page == f"{before}/"), None)
        copy = self.released.archive.copies.get(policy.id, {}).get(version) if policy else None
        if policy is None or copy is None:
            return None
        past, old = self.released.archive.past(policy.id), version != policy.version
        notes = versions.clauses_now(copy, past, policy, root) if old else {}
        frozen = self.released.page(policy.id, version)
        return html.replace(frozen, self._shown(copy, frozen, notes), 1)

    def _shown(self, copy: Policy, frozen: str, notes: Mapping[str, Html]) -> str:
        """Return the words of a released version with what a page has around them, or else as they are."""
        markdown, published = self.released.markdown(copy.id, copy.version), copy.last_words()

        def make() -> str:
            read = read_copy(
                copy, markdown, frozen, partial(read_policy, markdown, copy.id, published=published)
            )
            if read is None:
                return frozen
            names = kept_pictures(read.document)
            return to_page(read, notes, lambda href: names.get(href) or lasting(href)) + "\n"

        return self.cache.text("copies", program(), markdown, frozen, pickle.dumps(dict(notes)), make=make)

    def comparison(self, policy: Policy, old: str, new: str, root: str) -> Comparison:
        """Return two versions side by side; `new` may be one that is not accepted yet."""
        past = self.released.archive.past(policy.id)
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
        words = self.released.page(policy.id, version)
        return versions.notice(copy, policy, root, compared=compared) + words
