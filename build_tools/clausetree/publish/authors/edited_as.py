"""The file that a page of the site is made from, for whoever would change it."""

from __future__ import annotations

from pathlib import Path

from clausetree.publish.loading.reading import Reading

_TREES = "trees/"


def edited_as(path: str, own: Path | None, reading: Reading) -> str:
    """Return the file, from the site's folder, that the page `path` is made from; "" where there is none.

    `own` is the file of a page that an author wrote. The page of a procedure is made from its tree.
    """
    folder = reading.place.folders.folder
    file = own or _tree_of(path, reading)
    return file.relative_to(folder).as_posix() if file and file.is_relative_to(folder) else ""


def _tree_of(path: str, reading: Reading) -> Path | None:
    if not path.startswith(_TREES) or "/" in path.removeprefix(_TREES):
        return None
    name = f"{path.removeprefix(_TREES).removesuffix('.md')}.tree"
    trees = (reading.files[source.name] for source in reading.sources)
    return next((file for file in trees if file.name == name), None)
