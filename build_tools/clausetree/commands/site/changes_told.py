"""What changes come to, in words: for whoever takes them, and for the history of the repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausetree.commands.places import from_here
from clausetree.editing.handing_over.manifest import Manifest
from clausetree.editing.handing_over.message import commit_message
from clausetree.publish.authors.differing import PolicyDiffers, TreeDiffers
from clausetree.publish.authors.taking import Target
from clausetree.render.versions.changes import heading, to_text


def said_of(
    policies: Iterable[PolicyDiffers],
    trees: Iterable[TreeDiffers],
    writing: Mapping[str, bytes | None],
    target: Target,
) -> str:
    """Return in sentences what changes, and which files."""
    parts = [f"{one.title}\n\n{to_text(one.comparison) if one.comparison else one.said}" for one in policies]
    parts += [_under_title(one) for one in trees]
    return "\n\n".join(part.strip() for part in [*parts, *_files(writing, target)]) + "\n"


def _under_title(tree: TreeDiffers) -> str:
    return tree.said if tree.said.startswith(tree.title) else f"{tree.title}\n\n{tree.said}"


def _files(writing: Mapping[str, bytes | None], target: Target) -> Iterator[str]:
    def became(name: str) -> str:
        if writing[name] is None:
            return "removed"
        return "new" if target.before[name] is None else "changed"

    lines = [f"- {from_here(target.path(name))}: {became(name)}" for name in sorted(writing)]
    yield "\n".join(["Files", *lines])


def message_of(
    policies: Sequence[PolicyDiffers],
    trees: Sequence[TreeDiffers],
    writing: Mapping[str, bytes | None],
    said: Manifest,
) -> str:
    """Return the message for a commit."""
    parts = ["\n".join([f"{one.title}: {one.said}", *_clauses(one)]) for one in policies]
    parts += [_under_title(one) for one in trees]
    titles = [*(one.title for one in policies), *(one.title for one in trees)] or sorted(writing)
    return commit_message(titles, said, parts)


def _clauses(policy: PolicyDiffers) -> Iterator[str]:
    version = policy.comparison.before.version if policy.comparison else ""
    yield from (f"- {heading(change, version)}." for change in policy.changes)
