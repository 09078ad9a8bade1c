"""What our engine uses of `collections`. Whoever asks for more, after an error, is given the whole."""

import sys

import _collections_abc as abc
from _collections import defaultdict, deque

sys.modules[f"{__name__}.abc"] = abc


def __getattr__(name):
    """Return what is in the whole module alone."""
    import whole_collections

    return getattr(whole_collections, name)
