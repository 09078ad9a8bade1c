"""What our engine uses of `collections`. Whoever asks for more is given the whole."""

import _collections_abc as abc
import sys
from _collections import defaultdict, deque

sys.modules[f"{__name__}.abc"] = abc


def __getattr__(name):
    """Return what is in the whole module alone."""
    import whole_collections

    return getattr(whole_collections, name)
