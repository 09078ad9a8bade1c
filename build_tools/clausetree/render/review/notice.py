"""What a reader of a tree is told while the tree waits to be checked against new words of its policies."""

from __future__ import annotations

from clausetree.render.html.markup import Html, element, in_a_list, joined, joint_of
from clausetree.tree.review.review import Review


def to_notice(review: Review, root: str) -> Html | None:
    """Return the notice for the tree's page; None where its clauses are as they were."""
    if not review.changed:
        return None
    links = [element("a", relied.label, href=root + relied.href) for relied in review.changed]
    joint = joint_of(relied.label for relied in review.changed)
    parted = [joined(_between(at, len(links), joint), link) for at, link in enumerate(links)]
    verb = "has" if len(links) == 1 else "have"
    return element(
        "aside",
        element("p", element("strong", "This procedure is to be reviewed.")),
        element(
            "p",
            *parted,
            f" {verb} changed since this procedure was last checked. Where they differ, the policy is right.",
        ),
        class_="review-notice",
        aria_label="To be reviewed",
    )


def to_line(review: Review) -> str:
    """Return the line for the build: which tree, and which clauses have new words."""
    labels = in_a_list(relied.label for relied in review.changed)
    return (
        f"To be reviewed: the tree {review.tree.id}, because of new words in {labels}. "
        f"When it is right, run `clausetree trees accept {review.tree.id}`."
    )


def _between(at: int, count: int, joint: str) -> str | None:
    if at == 0:
        return None
    return " and " if at == count - 1 else joint
