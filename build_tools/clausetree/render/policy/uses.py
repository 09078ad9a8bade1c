"""Which trees cite which clause."""

from __future__ import annotations

from clausetree.policy.policy import Policy
from clausetree.render.policy.clause_tools import Use
from clausetree.tree.model import citations
from clausetree.tree.procedures import Procedures


def uses_of(policy: Policy, procedures: Procedures, root: str) -> dict[str, list[Use]]:
    """Return, by anchor, the trees that cite a clause of `policy`.

    `root` leads from the page that shows them to the site's root.
    """
    uses: dict[str, list[Use]] = {}
    for procedure in procedures.all:
        tree = procedure.tree
        anchors = (citation.anchor for citation in citations(tree) if citation.policy == policy.id)
        for anchor in dict.fromkeys(anchors):
            uses.setdefault(anchor, []).append(Use(tree.title.text, f"{root}trees/{tree.id}/"))
    return uses
