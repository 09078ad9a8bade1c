"""What reads policies and trees: their parsers, or a cache of what these said before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from clausetree.history.policies import Policies
from clausetree.publish.files.cache import Cache
from clausetree.publish.sources.parsed import parse_once, read_once
from clausetree.publish.sources.policies import Parse, parse_anew
from clausetree.report.source import Source
from clausetree.tree.procedures import Procedures, procedures_of

type ReadTrees = Callable[[Sequence[Source], Policies, str], Procedures]
"""From files of trees, the policies that they cite and the text of the lock, to the trees."""


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads the policies, and what reads the trees."""

    parse: Parse
    read_trees: ReadTrees


def _read_anew(sources: Sequence[Source], policies: Policies, _: str) -> Procedures:
    return procedures_of(sources, policies.registry)


ANEW = Readers(parse_anew, _read_anew)


def from_cache(cache: Cache) -> Readers:
    """Return what reads only what `cache` does not hold."""
    return Readers(parse_once(cache), partial(read_once, cache=cache))
