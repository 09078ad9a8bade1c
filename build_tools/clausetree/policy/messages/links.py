"""The registry of links."""

from __future__ import annotations

from typing import assert_never

from clausetree.policy.problems.links import BadLink, LinkProblem, LinksUnreadable, UnsafeLink, UnusedLink
from clausetree.report.wording import Wording


def of_links(problem: LinkProblem) -> Wording:
    """Return the words of such a problem."""
    match problem:
        case LinksUnreadable():
            return (
                "P131",
                "The registry of links cannot be read from here on.",
                "Each entry is a label with a `url` and a `what` indented under it.",
            )
        case BadLink(label=label):
            return (
                "P132",
                f"The link `{label}` must have a `url` and a `what`.",
                'Until you know where it leads, write `url: ""`, and say in `what` what to look for.',
            )
        case UnsafeLink(label=label, url=url):
            return (
                "P133",
                f"The link `{label}` leads to `{url}`.",
                "Give the whole address, beginning with `https://` or `mailto:`, or one like `tel:0123456789`.",
            )
        case UnusedLink(label=label):
            return ("P134", f"No policy uses the link `{label}`.", "Take it out, or correct its label.")
        case _:
            assert_never(problem)
