"""What an imported document keeps of the policy that it was exported from."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.policy.attributes import Attributes
from clausetree.policy.document import holders, unit_of
from clausetree.policy.policy import Policy
from clausetree.render.policy.ids import ids_of


def anchors_of(now: Policy | None, published: Iterable[str]) -> list[str]:
    """Return every anchor that a bookmark may stand for: those of the policy as it is, and `published` ones."""
    return list(dict.fromkeys((*(ids_of(now).values() if now else ()), *published)))


def classes_of(now: Policy | None) -> dict[str, str]:
    """Return what is said of words besides their anchor, by that anchor, as an author writes it."""
    given = (unit_of(holder).attributes for holder in holders(now.document.blocks)) if now else ()
    said = {one.anchor: _said(one) for one in given if one.anchor}
    return {anchor: words for anchor, words in said.items() if words}


def _said(attributes: Attributes) -> str:
    short = [f'data-toc-label="{attributes.short}"'] if attributes.short else []
    return " ".join([*sorted(f".{standing.value}" for standing in attributes.classes), *short])
