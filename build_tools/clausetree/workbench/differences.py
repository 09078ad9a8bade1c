"""What a folder says otherwise than what is published, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clausetree.history.compare import attest_again, compare
from clausetree.policy.policy import Policy
from clausetree.publish.loading.parsed_again import tree_as_written
from clausetree.publish.loading.reading import Reading
from clausetree.render.policy.uses import uses_of
from clausetree.render.review.compared import to_comparison
from clausetree.render.versions.changes import Comparison, Touched, advice, summary, to_html
from clausetree.tree.compare.trees import compare as compare_trees


def differences_data(before: Reading, after: Reading) -> dict[str, Any]:
    """Return what differs: of each policy a summary, advice and its clauses, of each tree sentences.

    What cannot be read, or was not there before, is said in words in place of a comparison.
    """
    return {"policies": [*_policies(before, after)], "trees": [*_trees(before, after)]}


def _policies(before: Reading, after: Reading) -> Iterator[dict[str, Any]]:
    old = {policy.id: policy for policy in before.policies.registry}
    new = {policy.id: policy for policy in after.policies.registry}
    for id_, policy in new.items():
        if id_ not in old:
            yield {"id": id_, "title": policy.title, "said": "This policy is new.", "html": "", "again": False}
        elif (was := old[id_]).document != policy.document or was.version != policy.version:
            yield _compared(was, policy, before, after)
    for id_ in old.keys() - new.keys():
        said = "This policy is gone, or cannot be read now."
        yield {"id": id_, "title": old[id_].title, "said": said, "html": "", "again": False}


def _compared(was: Policy, policy: Policy, before: Reading, after: Reading) -> dict[str, Any]:
    changes = compare(was, policy, {})
    uses = uses_of(was, before.procedures, ""), uses_of(policy, after.procedures, "")
    anchors = dict.fromkeys(anchor for each in uses for anchor in each)
    touched = {a: list(dict.fromkeys(use for each in uses for use in each.get(a, ()))) for a in anchors}
    comparison = Comparison(was, policy, {}, Touched(touched), "", "")
    return {
        "id": policy.id,
        "title": policy.title,
        "said": f"{summary(changes)} {advice(changes)}",
        "html": str(to_html(comparison)),
        "again": attest_again(changes),
    }


def _trees(before: Reading, after: Reading) -> Iterator[dict[str, Any]]:
    old = {procedure.tree.id for procedure in before.procedures.all}
    new = {procedure.tree.id: procedure for procedure in after.procedures.all}
    texts = {_stem(source.name): source.text for source in before.sources}
    for source in after.sources:
        tree = _stem(source.name)
        if texts.get(tree) == source.text:
            continue
        title = new[tree].tree.title.text if tree in new else tree
        if tree not in new:
            said = "This procedure has errors: what changes for readers can be said once they are mended."
        elif tree not in old:
            said = "This procedure is new."
        else:
            written = tree_as_written(before, tree), tree_as_written(after, tree)
            said = to_comparison(*written, compare_trees(*written))
        yield {"id": tree, "title": title, "said": said}
    for tree in sorted(texts.keys() - {_stem(source.name) for source in after.sources}):
        yield {"id": tree, "title": tree, "said": "This procedure is gone."}


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".tree")
