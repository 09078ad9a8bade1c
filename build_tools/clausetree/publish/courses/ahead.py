"""What courses show is made by another process, while this one makes the pages: either takes some seconds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from threading import active_count

from clausetree.publish.courses.packages import views_kept, views_of
from clausetree.publish.files.cache import Cache
from clausetree.tree.wire import Procedure, Wire


def views_meanwhile(
    procedures: Sequence[Procedure], wires: Mapping[str, Wire], address: str, cache: Cache
) -> Callable[[], object]:
    """Begin to put what the courses of `procedures` show into `cache`; return what waits for the end.

    The last comes first. Nobody need wait: whoever wants them, from the first on, makes what is not there.
    Nothing begins where all of it is there, or another process would not help.
    """
    missing = [p for p in procedures if not views_kept(p, wires, address, cache)]
    if not missing or not _may_branch():
        return lambda: None

    def make() -> None:
        # Whoever wants the views meets the same fault, and says it.
        with suppress(Exception):
            for procedure in reversed(missing):
                views_of(procedure, wires, address, cache)

    branch = get_context("fork").Process(target=make, daemon=True)
    branch.start()
    return branch.join


def _may_branch() -> bool:
    """Return whether a process can go on in two: it keeps all that was read, but of its threads one alone."""
    return sys.platform == "linux" and (os.process_cpu_count() or 1) > 1 and active_count() == 1
