"""A tree as a file holds it, or as a revision of the repository does."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path
from tempfile import TemporaryDirectory

from clausetree.publish.loading.parsed_again import tree_as_written, without_scenarios
from clausetree.publish.loading.reading import read_site
from clausetree.publish.sources.procedures import tree_sources
from clausetree.publish.sources.settings_file import Folders
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.tree.model import Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.procedures import tree_source


class NotThere(Exception):  # noqa: N818 - it names what is so
    """Nothing is called this: neither a file nor a file of a revision. The text says why."""


@dataclass(frozen=True, slots=True)
class Version:
    """A tree as written, or its errors."""

    tree: Tree | None
    faults: tuple[Diagnostic, ...]


def read_version(name: str, folders: Folders) -> Version:
    """Read `name`, which is a file or REVISION:FILE; a revision is read with its own policies and trees.

    Raises `NotThere` where there is neither.
    """
    if Path(name).is_file():
        return _version(name, Path(name).read_bytes(), folders)
    revision, colon, path = name.partition(":")
    if not colon:
        raise NotThere(f"There is no file {name}.")
    content = _git(["show", f"{revision}:./{path}"], name)
    inside = _git(["rev-parse", "--show-prefix"], name).decode().strip()
    top = _git(["rev-parse", "--show-toplevel"], name).decode().strip()
    archive = _git(["-C", top, "archive", "--format=tar", revision], name)
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
        here = Path(folder) / inside
        return _version(name, content, _moved(folders, here))


def _moved(folders: Folders, here: Path) -> Folders:
    """Return the folders of a revision that was unpacked into `here`, which stands for this folder."""

    def moved(path: Path) -> Path:
        return here / relpath(path)

    return replace(
        folders,
        docs=moved(folders.docs),
        trees=moved(folders.trees),
        lock=moved(folders.lock),
        released=moved(folders.released),
        trees_lock=moved(folders.trees_lock),
    )


def _version(name: str, content: bytes, folders: Folders) -> Version:
    # A version kept under another name is still a version of the tree that it states.
    source = without_scenarios(tree_source(f"{name} (to compare)", content))
    syntax, _ = parse_tree(source)
    tree_id = syntax.id.text if syntax else ""
    path = folders.trees / f"{tree_id}.tree"
    others = (without_scenarios(other) for other in tree_sources(folders.trees))
    reading = read_site(
        folders, {folders.trees.parent / other.name: other for other in others} | {path: source}
    )
    faults = tuple(d for d in reading.within([path]) if d.severity is Severity.ERROR)
    return Version(None if faults else tree_as_written(reading, tree_id), faults)


def _git(words: Sequence[str], name: str) -> bytes:
    try:
        return subprocess.run(["git", *words], capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise NotThere(f"There is no file {name}, and git is not there to look for a revision.") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise NotThere(f"There is no {name}: {why}.") from error
