"""What a folder says otherwise than what is published, in sentences."""

from __future__ import annotations

from typing import Any

from clausetree.publish.authors.differing import policies_differing, trees_differing
from clausetree.publish.loading.reading import Reading
from clausetree.render.versions.changes import to_html


def differences_data(before: Reading, after: Reading) -> dict[str, Any]:
    """Return what differs: of each policy a summary, advice and its clauses, of each tree sentences.

    What cannot be read, or was not there before, is said in words in place of a comparison.
    """
    policies = [
        {"id": one.id, "title": one.title, "said": one.said, "again": one.again}
        | {"html": str(to_html(one.comparison)) if one.comparison else ""}
        for one in policies_differing(before, after)
    ]
    trees = [{"id": one.id, "title": one.title, "said": one.said} for one in trees_differing(before, after)]
    return {"policies": policies, "trees": trees}
