"""What is said when a command fails in a way that nobody thought of: no traceback is for authors."""

from __future__ import annotations

import os
from pathlib import Path
from traceback import extract_tb
from typing import Final

DEBUG: Final = "CLAUSETREE_DEBUG"
"""Set to anything, it shows the traceback, which is what whoever mends the program needs."""
NO_FILE: Final = 74
OUR_FAULT: Final = 70
"""What programs end with by custom (sysexits): a file could not be read or written; a fault of the program."""


def is_shown_in_full() -> bool:
    """Return whether whoever runs the command wants the traceback."""
    return bool(os.environ.get(DEBUG))


def explained(error: BaseException, command: str) -> tuple[str, int]:
    """Return what to say of an error that ended a command, and what that ends with."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename} could not be read or written: {error.strerror}.", NO_FILE
    message = " ".join(f"{type(error).__name__}: {error}".split())
    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"This is a fault of clausetree, and not yours: {message} ({place}).\n"
        "Please send this to whoever looks after the program, with the files that it was about. You typed:\n"
        f"{command}\n"
        f"With {DEBUG}=1 set before it they see more.",
        OUR_FAULT,
    )
