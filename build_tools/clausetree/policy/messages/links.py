"""The registry of links."""

from __future__ import annotations

from clausetree.policy.problems import (
    BadLink,
    LinksUnreadable,
    Problem,
    UnsafeLink,
    UnusedLink,
)


def of_links(problem: Problem) -> tuple[str, str] | None:
    """Return the words of a problem of this kind, or None."""
    match problem:
        case LinksUnreadable():
            return (
                "The registry of links cannot be read from here on.",
                "Each entry is a label with a `url` and a `what` indented under it.",
            )
        case BadLink(label=label):
            return (
                f"The link `{label}` must have a `url` and a `what`.",
                'Until you know where it leads, write `url: ""`, and say in `what` what to look for.',
            )
        case UnsafeLink(label=label, url=url):
            return (
                f"The link `{label}` leads to `{url}`.",
                "Give the whole address, beginning with `https://` or `mailto:`, or one like `tel:0123456789`.",
            )
        case UnusedLink(label=label):
            return (f"No policy uses the link `{label}`.", "Take it out, or correct its label.")
        case _:
            return None
