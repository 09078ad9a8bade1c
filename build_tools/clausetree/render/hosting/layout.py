"""What of this site is sent in a way of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Layout:
    """What of the site is sent in a way of its own. Paths are relative to the site's root.

    `base` is the path of that root on its server, with a slash at either end. `worker` is the script that
    starts Python, and `kept` are the folders, ending in a slash, whose names change with their contents.
    `frames` are the folders of the pages that may be framed, and `framed_by` says by which origins. A site
    whose address nobody gave may lie `anywhere` on its server.
    """

    base: str
    worker: str
    kept: tuple[str, ...]
    frames: tuple[str, ...] = ()
    framed_by: tuple[str, ...] = ()
    anywhere: bool = False


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
        anywhere=not address,
    )
