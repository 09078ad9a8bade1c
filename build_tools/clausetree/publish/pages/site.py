"""The pages of a site and what stands beside them, whichever generator lays them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausetree.history.checking.check import is_draft
from clausetree.policy.policy import Policy
from clausetree.publish.courses.ahead import views_meanwhile
from clausetree.publish.loading.readers import from_cache
from clausetree.publish.loading.reading import read_site
from clausetree.publish.pages.artifacts import Artifact, artifacts_of
from clausetree.publish.pages.drawing import draw
from clausetree.publish.pages.loaded_site import LoadedSite, Settings
from clausetree.publish.pages.pieces import comment_for, review_notice, with_pieces
from clausetree.publish.printing.pictures import make_pictures
from clausetree.publish.printing.procedures import ToPrint
from clausetree.publish.sources.courses import read_courses
from clausetree.render.html.addresses import addresses_on
from clausetree.render.pages.broken_tree import broken_markdown
from clausetree.render.pages.tree_page import NOT_SEARCHED, embed_markdown, page_markdown
from clausetree.render.policy.clause_tools import notes_of_use
from clausetree.render.policy.headings import Entry
from clausetree.render.policy.page import to_page, to_plain, to_toc
from clausetree.render.versions.pages import end_of_page
from clausetree.report.diagnostic import Severity
from clausetree.tree.wire import to_wire

DRAFT = '<div class="version-notice"><p>This is a draft. Links to its clauses may still change.</p></div>\n\n'
"""What stands above the words of a policy that nobody has accepted."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page of the site: its path from the site's root, and its Markdown."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Site(LoadedSite):
    """The pages of one build."""

    def pages(self) -> Iterator[PageText]:
        """Yield the Markdown of a page for every tree; a broken one gets a page that says why."""
        for procedure in self.procedures.all:
            tree = procedure.tree
            yield PageText(f"trees/{tree.id}.md", page_markdown(tree))
            yield PageText(f"trees/{tree.id}/embed.md", embed_markdown(tree))
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
        return f"{draft}{comment_for(policy)}\n{end_of_page(policy)}"

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
        return with_pieces(self, html, root, NOT_SEARCHED)

    def finished(self, html: str, path: str, root: str) -> str:
        """Return the content of the page made from `path`, with its other pieces and what a policy gets.

        This comes after the search index has read the content: a policy's headings get wrapped.
        """
        policy = self.policies.pages.get(path)
        finished = self._finished_policy(html, policy, path, root) if policy else html
        finished = self.versions.finished(finished, path, root) or finished
        return with_pieces(self, finished, root)

    def _finished_policy(self, html: str, policy: Policy, path: str, root: str) -> str:
        """Put the finished words of a policy in the place of those that the search index has read."""
        address = addresses_on(path)
        page = to_page(policy, notes_of_use(self.uses_of(policy, root)), address, self.settings.language)
        return html.replace(to_plain(policy, address), page, 1)

    def to_print(self) -> Iterator[ToPrint]:
        """Yield every procedure with what its document is made of."""
        for procedure in self.procedures.all:
            tree = procedure.tree
            notice = review_notice(self, tree, "")
            digest, drawings = self.wires[tree.id].digest, self.drawings[tree.id]
            yield ToPrint(procedure, digest, drawings, notice, self.settings.language)

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the files that stand beside the pages."""
        return artifacts_of(self)


def load_site(settings: Settings) -> Site:
    """Read, check and draw everything.

    Raises `NoGraphvizError` where nothing can draw, and `OSError` for a file that cannot be read.
    """
    reading = read_site(settings.folders, readers=from_cache(settings.cache))
    courses = read_courses(settings.folders.courses)
    procedures = reading.procedures.all
    wires = {p.tree.id: to_wire(p) for p in procedures}
    # Drawing may take the threads of another program, and a process that has them must not begin a second.
    views_meanwhile(procedures, wires, settings.address, settings.cache)
    drawings = draw([p.tree for p in procedures], settings.cache)
    pictures = make_pictures(
        [(p.tree, drawings[p.tree.id]) for p in procedures], settings.address, settings.language, settings.cache
    )
    return Site(settings, reading, wires, drawings, pictures, courses)
