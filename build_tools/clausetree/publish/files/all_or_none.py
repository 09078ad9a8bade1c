"""Writing several files, or none: whoever runs out of room finds all of them as they were."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from clausetree.publish.files.whole_file import write_whole


def write_all(files: Mapping[Path, bytes | None]) -> None:
    """Write what each file is to hold, and take away those that are to hold nothing (None).

    Raises `OSError` where one cannot be written; all are as they were then.
    """
    held = {path: path.read_bytes() if path.is_file() else None for path in files}
    made: list[Path] = []
    done: list[Path] = []
    try:
        for path in files:
            made += _folders_made(path.parent)
        for path, content in files.items():
            _write(path, content)
            done.append(path)
    except BaseException:
        for path in reversed(done):
            with suppress(OSError):  # what can be put back is put back
                _write(path, held[path])
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _folders_made(folder: Path) -> list[Path]:
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    for each in missing:
        each.mkdir()
    return missing


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.exists():
        write_whole(path, content)
    else:
        try:
            path.write_bytes(content)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
