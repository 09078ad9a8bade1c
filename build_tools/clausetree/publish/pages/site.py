"""Everything that the site is made of, whichever generator lays out its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clausetree.history.checking.check import is_draft
from clausetree.history.past import Past
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.pages.drawing import draw
from clausetree.publish.pages.versions import PIECES as VERSION_PIECES
from clausetree.publish.pages.versions import Versions
from clausetree.publish.releases.archive import Archive, load_archive
from clausetree.publish.releases.publishable import check_publishable
from clausetree.publish.releases.published import check_archive
from clausetree.publish.releases.statements import Statements
from clausetree.publish.sources.courses import read_courses
from clausetree.publish.sources.parsed import parse_once, read_once
from clausetree.publish.sources.policies import Policies, load_policies
from clausetree.publish.sources.procedures import Procedures, tree_sources
from clausetree.publish.sources.reviews import Reviews, load_reviews
from clausetree.publish.sources.uses import uses_of
from clausetree.render.courses.downloads import to_downloads
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.clause_tools import Use, notes_of_use
from clausetree.render.policy.headings import Entry
from clausetree.render.policy.page import to_page, to_plain, to_toc
from clausetree.render.review.notice import to_line, to_notice
from clausetree.render.review.reviews import to_reviews
from clausetree.render.tree import page
from clausetree.render.tree.broken import broken_markdown
from clausetree.render.tree.dot import to_dot
from clausetree.render.tree.outline import to_outline
from clausetree.render.versions import anchors
from clausetree.render.versions.attestation import Attestation
from clausetree.render.versions.registry import (
    clauses_csv,
    clauses_json,
    policies_json,
    policy_json,
    previews_json,
)
from clausetree.render.versions.versions import copy_address
from clausetree.render.widget.ahead import to_ahead
from clausetree.report.diagnostic import Diagnostic, Severity, in_reading_order
from clausetree.tree.model import Tree
from clausetree.tree.wire import Procedure, Wire, to_wire

_COMMENT = re.compile(r"<!--\s*(?P<name>[a-z-]+)(?::\s*(?P<about>[A-Za-z0-9./-]*[A-Za-z0-9]))?\s*-->")

POLICY = "policy"
"""The piece that is all the words of a policy."""
DRAFT = '<div class="version-notice"><p>This is a draft. Links to its clauses may still change.</p></div>\n\n'
"""What stands above the words of a policy that nobody has accepted."""
REVIEWED = "tree-basis"
"""The piece of a tree's page which says what the tree was drawn from, and whether that still holds."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and what the organisation chose.

    `address` is the site's own, or "" where it is not known. `runtime` is the folder, from the site's
    root, of the Python that widgets run, and `entry` the module that speaks for a tree. `lock` is
    the file that lists everything published, and `released` the folder with every released version;
    `trees_lock` lists the words that each tree was checked against. `language` is that of the pages themselves.
    """

    docs: Path
    trees: Path
    cache: Cache
    address: str
    attestation: Attestation
    runtime: str
    entry: str
    lock: Path
    released: Path
    trees_lock: Path
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PageText:
    """A page of the site: its path from the site's root, and its Markdown."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: its path from the site's root, and its text, in parts."""

    path: str
    parts: Iterable[str]


@dataclass(frozen=True, slots=True)
class Site:
    """The policies and procedures of one build.

    `wires` is each procedure as browsers are sent it, and `drawings` the SVG of each, by the id of its tree.
    """

    settings: Settings
    policies: Policies
    procedures: Procedures
    wires: Mapping[str, Wire]
    drawings: Mapping[str, str]
    archive: Archive
    reviews: Reviews
    courses: Mapping[str, Mapping[str, list[str]]]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with what the authors wrote."""
        published = check_archive(self.policies, self.archive, self.settings.lock.name)
        trees = (*self.procedures.diagnostics, *self.reviews.diagnostics)
        settings = self.settings
        unpublishable = check_publishable(self.policies, settings.docs, settings.trees)
        policies = in_reading_order([*self.policies.diagnostics, *unpublishable])
        return (*policies, *published, *trees)

    @property
    def notices(self) -> tuple[str, ...]:
        """What somebody has still to do, a line each; none of it stops a build."""
        waiting = [to_line(review) for review in self.reviews.of.values() if review.changed]
        return (self.policies.unfilled_line(), *waiting, *self.statements.kept(self.policies.registry))

    @property
    def statements(self) -> Statements:
        """What people confirm of each policy."""
        return Statements(self.settings.attestation, self.archive)

    @property
    def versions(self) -> Versions:
        """The pages of released versions."""
        return Versions(self.policies.registry, self.archive, self._uses, self.courses, self.settings.cache)

    @property
    def pasts(self) -> dict[str, Past]:
        """What was published of each policy."""
        return {policy.id: self.archive.past(policy.id) for policy in self.policies.registry}

    def pages(self) -> Iterator[PageText]:
        """Yield the Markdown of a page for every tree; a broken one gets a page that says why."""
        for procedure in self.procedures.all:
            tree = procedure.tree
            yield PageText(f"trees/{tree.id}.md", page.page_markdown(tree))
            yield PageText(f"trees/{tree.id}/embed.md", page.embed_markdown(tree))
        errors = [d for d in self.procedures.diagnostics if d.severity is Severity.ERROR]
        for name in sorted({diagnostic.source.name for diagnostic in errors}):
            faults = [d for d in self.procedures.diagnostics if d.source.name == name]
            stem = Path(name).stem
            yield PageText(f"trees/{stem}.md", broken_markdown(stem, faults))

    def unlisted_pages(self) -> Iterator[PageText]:
        """Yield the Markdown of the pages of released versions, which no menu lists."""
        for path, content in self.versions.pages():
            yield PageText(path, content)

    def markdown(self, markdown: str, path: str) -> str:
        """Return the Markdown of the page `path` with the addresses of its links put in.

        A policy was read already, and its words are put in later: only their place is marked here. Its page
        ends with its versions and what became of withdrawn clauses.
        """
        policy = self.policies.pages.get(path)
        if policy is None:
            return self.policies.with_links(markdown)
        draft = DRAFT if is_draft(policy, self.archive.past(policy.id)) else ""
        return f"{draft}<!-- {POLICY}: {policy.id} -->\n{self.versions.below(policy)}"

    def headings(self, path: str) -> tuple[Entry, ...] | None:
        """Return the headings of the policy that is written in `path`; None if no policy is."""
        policy = self.policies.pages.get(path)
        return to_toc(policy) if policy else None

    def anchors(self, path: str) -> frozenset[str]:
        """Return every anchor of the policy that is written in `path`, those of withdrawn clauses too."""
        policy = self.policies.pages.get(path)
        if policy is None:
            return frozenset()
        past = self.archive.past(policy.id).history.records()
        return frozenset((*past, *(clause.anchor for clause in policy.clauses)))

    def content(self, html: str, root: str) -> str:
        """Return a page's content with a piece in place of each comment that asks for one to be searched.

        `root` leads from the page to the site's own and ends in a slash, or is empty.
        """
        return _COMMENT.sub(
            lambda match: match[0] if match["name"] in page.NOT_SEARCHED else self._piece(match, root), html
        )

    def finished(self, html: str, path: str, root: str) -> str:
        """Return the content of the page made from `path`, with its other pieces and what a policy gets.

        This comes after the search index has read the content: a policy's headings get wrapped.
        """
        policy = self.policies.pages.get(path)
        finished = self._finished_policy(html, policy, path, root) if policy else html
        finished = self.versions.finished(finished, path, root) or finished
        return _COMMENT.sub(lambda match: self._piece(match, root), finished)

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the files that stand beside the pages, for other programs to read."""
        address = self.settings.address
        policies = list(self.policies.registry)
        yield Artifact("clauses.json", clauses_json(policies, address, self.pasts))
        yield Artifact("clauses.csv", clauses_csv(policies, address, self.pasts))
        yield Artifact("policies.json", [policies_json(policies)])
        for policy in policies:
            yield Artifact(f"{policy.page}previews.json", [previews_json(policy)])
            yield Artifact(
                f"{policy.page}policy.json", [policy_json(policy, address, self.statements.said_of(policy))]
            )
            for version in self.archive.copies.get(policy.id, {}):
                attested = self.archive.attested(policy.id, version)
                yield Artifact(f"{copy_address(policy, version)}policy.json", [attested])
        for procedure in self.procedures.all:
            tree = procedure.tree
            wire = self.wires[tree.id]
            yield Artifact(page.data_path(tree), [wire.text])
            yield Artifact(page.ahead_path(tree), [self._ahead(procedure, wire)])
            yield Artifact(f"trees/{tree.id}/{tree.id}.dot", [to_dot(tree)])
            yield Artifact(f"trees/{tree.id}/{tree.id}.svg", [self.drawings[tree.id]])
            yield Artifact(f"trees/{tree.id}/{tree.id}.txt", [to_outline(tree)])

    def _ahead(self, procedure: Procedure, wire: Wire) -> str:
        """The wire holds all that a browser's Python is told: what it would say follows from it."""
        return self.settings.cache.text(
            "ahead", program(), wire.text, make=lambda: to_ahead(procedure, wire.digest)
        )

    def _finished_policy(self, html: str, policy: Policy, path: str, root: str) -> str:
        """Put the finished words of a policy in the place of those that the search index has read."""
        address = addresses_on(path)
        page = to_page(policy, notes_of_use(self._uses(policy, root)), address, self.settings.language)
        return html.replace(to_plain(policy, address), page, 1)

    def _piece(self, match: re.Match[str], root: str) -> str:
        name, about = match["name"], match["about"]
        if name == POLICY:
            pages = self.policies.pages.items()
            return next((to_plain(p, addresses_on(path)) for path, p in pages if p.id == about), match[0])
        policies = list(self.policies.registry)
        if name == "anchors":
            return anchors.to_table(policies, root, self.pasts)
        if name == "courses":
            return to_downloads(self.procedures.all, root)
        if name == "reviews":
            trees = [procedure.tree for procedure in self.procedures.all]
            return to_reviews(trees, self.reviews.of, self.procedures.diagnostics, root)
        if name == "attestation":
            return "".join(self.statements.html(policy, root) for policy in policies)
        if name in VERSION_PIECES:
            return self.versions.piece(name, about or "", root)
        procedure = self.procedures.find(about or "")
        if name in page.PIECES and procedure:
            beside = page.Beside(self.drawings[procedure.tree.id], self.wires[procedure.tree.id])
            place = page.Place(root, self.settings.runtime, self.settings.entry)
            if name == REVIEWED:
                return page.piece(name, procedure, beside, place) + self._notice(procedure.tree, root)
            return page.piece(name, procedure, beside, place)
        return match[0]

    def _notice(self, tree: Tree, root: str) -> str:
        policy, found = self.policies.registry.policy(tree.policy), self.reviews.of.get(tree.id)
        return (to_notice(found, policy, root) or "") if policy and found else ""

    def _uses(self, policy: Policy, root: str) -> dict[str, list[Use]]:
        return uses_of(policy, self.procedures, root)


def load_site(settings: Settings) -> Site:
    """Read, check and draw everything."""
    archive = load_archive(settings.lock, settings.released)
    parse = parse_once(settings.cache)
    policies = load_policies(settings.docs, lock=archive.lock, parse=parse)
    published = settings.lock.read_text(encoding="utf-8") if settings.lock.exists() else ""
    procedures = read_once(tree_sources(settings.trees), policies, published, settings.cache)
    reviews = load_reviews(settings.trees_lock, settings.trees, procedures, policies.registry)
    courses = read_courses(settings.lock.with_name("courses.txt"))
    wires = {p.tree.id: to_wire(p) for p in procedures.all}
    drawings = draw({p.tree.id: to_dot(p.tree) for p in procedures.all}, settings.cache)
    return Site(settings, policies, procedures, wires, drawings, archive, reviews, courses)
