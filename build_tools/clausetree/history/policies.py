"""The policies that stand together, and what was read beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.history.registry import Registry
from clausetree.policy.links import RegisteredLink, apply_links, unfilled
from clausetree.policy.policy import Policy
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source


@dataclass(frozen=True, slots=True)
class Policies:
    """What a folder of Markdown holds.

    `pages` maps the path of a policy's file, relative to the folder and with forward slashes, to
    the policy, and `sources` the id of a policy to what its author wrote. `unread` are the ids in front matter
    that cannot be read. `strangers` are the paths of files that stand among the policies and are none,
    and of pages that cannot be read. `diagnostics` are in reading order and name files by their path from
    `folder`'s parent, as in "docs/policy/social-media.md".
    """

    registry: Registry
    pages: Mapping[str, Policy]
    sources: Mapping[str, Source]
    links: Mapping[str, RegisteredLink]
    unread: frozenset[str]
    strangers: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def with_links(self, markdown: str) -> str:
        """Give the links in a page's Markdown their addresses."""
        return apply_links(markdown, self.links)

    def unfilled_line(self) -> str:
        """Name the links that the organisation has still to fill in, in one line, or nothing."""
        missing = [f"{link.label} ({link.what})" for link in unfilled(self.links)]
        if not missing:
            return ""
        return f"Shown as text until links.yml has their address: {'; '.join(missing)}."
