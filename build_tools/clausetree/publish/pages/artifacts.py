"""The files that stand beside the pages, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausetree.publish.files.cache import program
from clausetree.publish.pages.loaded_site import LoadedSite
from clausetree.render.pages import tree_page
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.picture.svg import alone
from clausetree.render.versions.data import (
    clauses_csv,
    clauses_json,
    policies_json,
    policy_json,
    previews_json,
)
from clausetree.render.versions.versions import copy_address
from clausetree.render.widget.ahead import to_ahead
from clausetree.tree.wire import Procedure, Wire


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: its path from the site's root, and its text, in one or several."""

    path: str
    texts: Iterable[str]


def artifacts_of(site: LoadedSite) -> Iterator[Artifact]:
    """Yield the files that stand beside the pages, for other programs to read."""
    address = site.settings.address
    policies = list(site.policies.registry)
    yield Artifact("clauses.json", clauses_json(policies, address, site.pasts))
    yield Artifact("clauses.csv", clauses_csv(policies, address, site.pasts))
    yield Artifact("policies.json", [policies_json(policies)])
    for policy in policies:
        yield Artifact(f"{policy.page}previews.json", [previews_json(policy)])
        yield Artifact(
            f"{policy.page}policy.json",
            [policy_json(policy, address, site.statements.statement_for(policy))],
        )
        for version in site.archive.copies.get(policy.id, {}):
            attested = site.released.attested(policy.id, version)
            yield Artifact(f"{copy_address(policy, version)}policy.json", [attested])
    for procedure in site.procedures.all:
        tree = procedure.tree
        wire = site.wires[tree.id]
        yield Artifact(tree_page.data_path(tree), [wire.text])
        yield Artifact(tree_page.ahead_path(tree), [_ahead(site, procedure, wire)])
        yield Artifact(f"trees/{tree.id}/{tree.id}.dot", [to_dot(tree)])
        for number, svg in enumerate(site.drawings[tree.id], 1):
            yield Artifact(tree_page.drawing_path(tree, number), [alone(svg, tree, number)])
        yield Artifact(f"trees/{tree.id}/{tree.id}.txt", [to_outline(tree)])


def _ahead(site: LoadedSite, procedure: Procedure, wire: Wire) -> str:
    """The wire holds all that a browser's Python is told: what it would say follows from it."""
    return site.settings.cache.text(
        "ahead", program(), wire.text, make=lambda: to_ahead(procedure, wire.digest)
    )
