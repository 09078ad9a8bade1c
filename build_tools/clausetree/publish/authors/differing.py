"""What a site's policies and procedures say otherwise than those of another reading of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.history.compare import Change, attest_again
from clausetree.policy.policy import Policy
from clausetree.publish.loading.parsed_again import tree_as_written
from clausetree.publish.loading.reading import Reading
from clausetree.publish.sources.courses import read_courses
from clausetree.render.policy.uses import uses_of
from clausetree.render.review.compared import to_comparison
from clausetree.render.versions.changes import Comparison, Touched, advice, summary
from clausetree.tree.compare.trees import compare as compare_trees

UNREAD = "This procedure has errors: what changes for readers can be said once they are mended."


@dataclass(frozen=True, slots=True)
class PolicyDiffers:
    """A policy that is not as it was: `said` in short, and in a `comparison` where both can be read."""

    id: str
    title: str
    said: str
    comparison: Comparison | None = None

    @property
    def changes(self) -> list[Change]:
        """What changed, clause by clause."""
        return self.comparison.changes if self.comparison else []

    @property
    def again(self) -> bool:
        """Whether people should confirm again that they have read it."""
        return attest_again(self.changes)


@dataclass(frozen=True, slots=True)
class TreeDiffers:
    """A procedure that is not as it was, and what that means for readers, in sentences."""

    id: str
    title: str
    said: str


def policies_differing(before: Reading, after: Reading) -> Iterator[PolicyDiffers]:
    """Yield the policies that are not as they were."""
    old = {policy.id: policy for policy in before.policies.registry}
    new = {policy.id: policy for policy in after.policies.registry}
    for id_, policy in new.items():
        if id_ not in old:
            yield PolicyDiffers(id_, policy.title, "This policy is new.")
        elif (was := old[id_]).document != policy.document or was.version != policy.version:
            yield _compared(was, policy, before, after)
    for id_ in old.keys() - new.keys():
        yield PolicyDiffers(id_, old[id_].title, "This policy is gone, or cannot be read now.")


def _compared(was: Policy, policy: Policy, before: Reading, after: Reading) -> PolicyDiffers:
    uses = uses_of(was, before.procedures, ""), uses_of(policy, after.procedures, "")
    anchors = dict.fromkeys(anchor for each in uses for anchor in each)
    touched = {a: list(dict.fromkeys(use for each in uses for use in each.get(a, ()))) for a in anchors}
    courses = read_courses(after.place.folders.courses).get(policy.id, {})
    comparison = Comparison(was, policy, {}, Touched(touched, courses), "", "")
    changes = comparison.changes
    return PolicyDiffers(policy.id, policy.title, f"{summary(changes)} {advice(changes)}", comparison)


def trees_differing(before: Reading, after: Reading) -> Iterator[TreeDiffers]:
    """Yield the procedures that are not as they were."""
    old = {procedure.tree.id: procedure.tree for procedure in before.procedures.all}
    new = {procedure.tree.id: procedure.tree for procedure in after.procedures.all}
    texts = {_stem(source.name): source.text for source in before.sources}
    for source in after.sources:
        tree = _stem(source.name)
        if texts.get(tree) == source.text:
            continue
        if tree not in new:
            said = UNREAD
        elif tree not in texts:
            said = "This procedure is new."
        elif tree not in old:
            said = "This procedure had errors, and has none now."
        else:
            written = tree_as_written(before, tree), tree_as_written(after, tree)
            said = to_comparison(*written, compare_trees(*written))
        yield TreeDiffers(tree, new[tree].title.text if tree in new else tree, said)
    for tree in sorted(texts.keys() - {_stem(source.name) for source in after.sources}):
        yield TreeDiffers(tree, old[tree].title.text if tree in old else tree, "This procedure is gone.")


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".tree")
