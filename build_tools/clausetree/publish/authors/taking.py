"""Changes that came as a zip, on disk: whether they fit what is there, what they come to, and writing them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from clausetree.editing.handing_over.content import digest, in_manner_of, plain
from clausetree.editing.handing_over.package import Changes
from clausetree.editing.handing_over.paths import Kind, Places
from clausetree.publish.authors.settings_changed import faults_in_settings
from clausetree.publish.sources.settings_file import Folders


@dataclass(frozen=True, slots=True)
class Target:
    """A site's folder, and where in it her files are. `before` is what each file held that changes name."""

    folders: Folders
    places: Places
    before: Mapping[str, bytes | None]

    def path(self, name: str) -> Path:
        """Return where a file is."""
        return self.folders.folder / name


def target_of(folders: Folders, changes: Changes) -> Target:
    """Return what the files that `changes` name hold now. Raises `OSError` for one that cannot be read."""
    places = places_of(folders)
    named = [one.path for one in changes.said.files]
    return Target(folders, places, {name: _content(folders.folder / name) for name in named})


def places_of(folders: Folders) -> Places:
    """Return where the pages and trees are. One that lies elsewhere than in the site's folder has no place."""
    docs, trees = (_within(folder, folders.folder) for folder in (folders.docs, folders.trees))
    return Places(docs, trees, folders.settings.name)


def _within(folder: Path, root: Path) -> str:
    if not folder.is_relative_to(root):
        return "\0"  # no path of a file begins so
    return "" if folder == root else folder.relative_to(root).as_posix()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def leading_out(target: Target) -> list[str]:
    """Return a line for each file that a link leads out of the site's folder, or that has no room there."""
    root = target.folders.folder.resolve()
    found = []
    for name in target.before:
        path = target.path(name)
        above = [each for each in path.parents if each.is_relative_to(target.folders.folder)]
        if not path.resolve().is_relative_to(root) or path.is_symlink():
            found.append(f"- {name} is a link to another place.")
        elif path.is_dir() or any(each.exists() and not each.is_dir() for each in above):
            found.append(f"- {name} cannot be written: there is a folder or a file of that name.")
    return found


def changed_since(changes: Changes, target: Target) -> list[str]:
    """Return a line for each file that is neither as it was when the changes were made, nor as they make it."""
    lines = []
    for one in changes.said.files:
        held = target.before[one.path]
        found = None if held is None else digest(one.path, held)
        if found in (one.was, one.now):
            continue
        if found is None:
            lines.append(f"- {one.path} is gone.")
        else:
            lines.append(f"- {one.path} {'is there by now' if one.was is None else 'has changed'}.")
    return lines


def settings_refused(changes: Changes, target: Target) -> list[str]:
    """Return a line for each setting that cannot be changed in this way."""
    name = target.places.settings
    before, after = target.before.get(name), changes.files.get(name)
    if after is None:
        return []
    return faults_in_settings(name, before or b"{}", after) if before else [f"- {name} would be new."]


def to_write(changes: Changes, target: Target) -> dict[str, bytes | None]:
    """Return what each file is to hold that does not hold it yet, its lines ended as they are there.

    None is a file to remove.
    """
    found: dict[str, bytes | None] = {}
    for one in changes.said.files:
        before, after = target.before[one.path], changes.files.get(one.path)
        if after is None:
            if before is not None:
                found[one.path] = None
        elif before is None or plain(one.path, before) != plain(one.path, after):
            found[one.path] = in_manner_of(one.path, after, before)
    return found


@contextmanager
def as_changed(target: Target, writing: Mapping[str, bytes | None]) -> Iterator[Folders]:
    """Give a copy of the site's sources, changed, which is gone afterwards.

    What was published is read from where it is. Raises `OSError` where it cannot be copied.
    """
    folders = target.folders
    with TemporaryDirectory() as made:
        root = Path(made).resolve()
        copied = replace(
            folders,
            settings=root / folders.settings.name,
            docs=_copied(folders.docs, folders.folder, root),
            trees=_copied(folders.trees, folders.folder, root),
        )
        for file in filter(Path.is_file, (folders.settings, folders.courses)):
            shutil.copyfile(file, root / file.name)
        for name, content in writing.items():
            path = root / name
            if content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        yield copied


def _copied(folder: Path, root: Path, to: Path) -> Path:
    """Copy a folder to the same place beneath `to`; one that lies elsewhere is read from where it is."""
    if not folder.is_relative_to(root):
        return folder
    place = to / folder.relative_to(root)
    # The folder of a site holds what is no source, too: what was built of it, and what programs keep.
    skipped = shutil.ignore_patterns(".*", *(("site", "node_modules") if folder == root else ()))
    if folder.is_dir():
        shutil.copytree(folder, place, ignore=skipped, ignore_dangling_symlinks=True, dirs_exist_ok=True)
    return place


def kinds_of(names: Mapping[str, object], places: Places) -> dict[Kind, list[str]]:
    """Return the files of each kind."""
    found: dict[Kind, list[str]] = {}
    for name in names:
        kind = places.kind(name)
        assert kind, "what may not be changed was refused"
        found.setdefault(kind, []).append(name)
    return found
