"""Pairs of places: a unit of one version, and the unit of the other that it may be."""

from __future__ import annotations

from collections.abc import Mapping

type Pair = tuple[int, int]
"""The place before, and the place after."""
type Pairs = Mapping[int, int]
"""The place after for each place before that has one."""
type Weights = dict[Pair, float]
"""How much speaks for each pair."""
