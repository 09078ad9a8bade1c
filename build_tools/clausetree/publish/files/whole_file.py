"""Writing a file at one stroke: whoever breaks off, or runs out of room, leaves the old one as it was."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` in place of the file `path`, which is there and keeps its permissions.

    Raises `OSError` where that fails; the old content stays then.
    """
    path = path.resolve()  # what a link leads to is written, and the link stays
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as half:
        made = Path(half.name)
        try:
            half.write(content)
            half.close()
            shutil.copymode(path, made)
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
