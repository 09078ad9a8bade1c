"""Which rows of a table came, went or lead elsewhere between two versions of a tree, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.render.review.compared_duties import VersionPhrases
from clausetree.render.tree.phrasing import condition_phrase, title_of
from clausetree.tree.compare.changes import RowsChanged
from clausetree.tree.model import Branch, Route, Tree


def row_sentences(change: RowsChanged, say: VersionPhrases) -> Iterator[str]:
    """Yield a sentence for each row that differs. Where the order counts, each has its number."""
    old, new = (_Rows(say.before, change.before), _Rows(say.after, change.after))
    had = {branch.when: branch for branch in change.dropped}
    still = {branch.when for branch in change.added}
    yield from (f"No longer: {old.row(branch)}." for branch in change.dropped if branch.when not in still)
    for branch in change.added:
        was = had.get(branch.when)
        yield f"Changed: {new.row(branch)} (before: {old.end(was)})." if was else f"New: {new.row(branch)}."
    yield from _otherwise(old, new)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table, in words."""

    tree: Tree
    table: Route

    def row(self, branch: Branch) -> str:
        """Return when a row counts, and where it leads."""
        return (
            f"{self._number(branch)}if {condition_phrase(self.tree, branch.when)}, {self.title(branch.goes_to)}"
        )

    def end(self, branch: Branch) -> str:
        """Return where a row leads."""
        return f"{self._number(branch)}{self.title(branch.goes_to)}"

    def title(self, node_id: str) -> str:
        """Return what a node is called."""
        return f"“{title_of(self.tree.node(node_id))}”"

    def _number(self, branch: Branch) -> str:
        return f"row {self.table.branches.index(branch) + 1}, " if self.table.first else ""


def _otherwise(old: _Rows, new: _Rows) -> Iterator[str]:
    had, has = old.table.otherwise, new.table.otherwise
    if had and not has:
        yield f"No longer: in every other case, {old.title(had)}."
    elif has and not had:
        yield f"New: in every other case, {new.title(has)}."
    elif had and has and had != has:
        yield f"Changed: in every other case, {new.title(has)} (before: {old.title(had)})."
