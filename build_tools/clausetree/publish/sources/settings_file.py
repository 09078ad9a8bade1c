"""What mkdocs.yml says of where an organisation's files are, read as MkDocs reads it.

MkDocs itself is not asked: it takes longer to start than a check takes. `INHERIT` and `!ENV` are understood by
the two libraries that it uses too, and tags of other tools, such as `!!python/name:`, are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mergedeep
import yaml
import yaml_env_tag

from clausetree.render.versions.attestation import STATEMENT

NAMES = ("mkdocs.yml", "mkdocs.yaml")
"""What MkDocs looks for, in this order."""

PLUGIN = "clausetree"


class SettingsUnreadableError(Exception):
    """The settings of a site are not there, or are none. The words are for their author."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the files of a site are: its `folder` holds the `settings`, which may not be there.

    `lock` lists everything that was published and `released` is the folder of what was; `trees_lock` lists the
    words that each tree was checked against. `statement` is what people confirm, and `course_settings` what was
    chosen of courses.
    """

    settings: Path
    docs: Path
    trees: Path
    lock: Path
    released: Path
    trees_lock: Path
    statement: str = STATEMENT
    course_settings: object = None

    @property
    def folder(self) -> Path:
        """The folder that all other paths are said from."""
        return self.settings.parent

    @property
    def courses(self) -> Path:
        """The file that lists which courses link to which clause. It may not be there."""
        return self.folder / "courses.txt"


def settings_in(folder: Path) -> Path:
    """Return the settings of the site in `folder`, which may not be there."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), folder / NAMES[0])


def site_folder(settings: Path) -> Path:
    """Return the folder that the site is written to: "site" where no settings say it.

    Raises `SettingsUnreadableError`.
    """
    written = read_settings(settings) if settings.is_file() else {}
    return settings.parent / str(written.get("site_dir") or "site")


def read_folders(settings: Path) -> Folders:
    """Return what `settings` say; where they are not there, what MkDocs and our plugin suppose.

    Raises `SettingsUnreadableError`.
    """
    settings = settings.resolve()
    written = read_settings(settings) if settings.is_file() else {}
    ours = plugins_in(written.get("plugins")).get(PLUGIN, {})
    folder = settings.parent

    def place(name: object, otherwise: str) -> Path:
        return (folder / (name if isinstance(name, str) and name else otherwise)).resolve()

    attestation = ours.get("attestation")
    statement = attestation.get("statement") if isinstance(attestation, dict) else None
    return Folders(
        settings,
        place(written.get("docs_dir"), "docs"),
        place(ours.get("trees"), "trees"),
        place(ours.get("lock"), "clauses.lock"),
        place(ours.get("released"), "released"),
        place(ours.get("trees_lock"), "trees.lock"),
        str(statement or STATEMENT),
        ours.get("courses"),
    )


def plugins_in(written: object) -> dict[str, dict[str, Any]]:
    """Return the plugins that settings name, each with what is said of it: MkDocs takes a list or a mapping."""
    found: dict[str, dict[str, Any]] = {}
    for entry in written if isinstance(written, list) else [written]:
        for name, options in (entry if isinstance(entry, dict) else {entry: None}).items():
            if isinstance(name, str):
                found[name] = options if isinstance(options, dict) else {}
    return found


def read_settings(file: Path, beneath: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Return the settings in a file, on top of those that it inherits. Raises `SettingsUnreadableError`."""
    try:
        found = yaml.load(file.read_text(encoding="utf-8-sig"), _Loader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SettingsUnreadableError(f"{file} cannot be read: {' '.join(str(error).split())}") from error
    if not isinstance(found, dict):
        raise SettingsUnreadableError(
            f"{file} holds no settings. It begins with a line such as `site_name: …`."
        )
    written: dict[str, Any] = found
    above = written.pop("INHERIT", None)
    if not isinstance(above, str):
        return written
    inherited = (file.parent / above).resolve()
    if not inherited.is_file():
        raise SettingsUnreadableError(f"{file} inherits {above}, which is not there.")
    if inherited in (file, *beneath):
        raise SettingsUnreadableError(f"{file} inherits {above}, which inherits it in turn.")
    merged: dict[str, Any] = mergedeep.merge(read_settings(inherited, (file, *beneath)), written)
    return merged


class _Loader(yaml.SafeLoader):
    """Reads settings that may hold tags of the site generator's own."""


_Loader.add_multi_constructor("", lambda *_: None)
_Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)


def site_address(settings: Path) -> str:
    """Return where a site is published, by its settings; "" where they do not say."""
    written = read_settings(settings).get("site_url") if settings.is_file() else None
    return written if isinstance(written, str) and is_whole(written) else ""


def is_whole(address: str) -> bool:
    """Tell whether it can be the address of a site."""
    return address.startswith(("https://", "http://")) and bool(address.partition("//")[2].strip("/"))
