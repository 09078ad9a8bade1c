"""What of this site is sent in a way of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from clausetree.render.hosting.headers import Layout


def layout_of(
    address: str, worker: str, kept: Sequence[str], trees: Iterable[str], framed_by: Sequence[str]
) -> Layout:
    """Return the layout of the site at `address`, or at the root of its server where that is "".

    `worker` is the script that starts Python, and `kept` are the folders that browsers may keep, all from the
    site's root. `trees` have pages that the origins `framed_by` may frame.
    """
    frames = tuple(f"trees/{tree}/embed/" for tree in trees) if framed_by else ()
    base = urlsplit(address).path.strip("/")
    return Layout(
        base=f"/{base}/" if base else "/",
        worker=worker,
        kept=tuple(kept),
        frames=frames,
        framed_by=tuple(framed_by),
    )
