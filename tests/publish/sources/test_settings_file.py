"""Commands find an organisation's files where its settings say, as MkDocs finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config

from clausetree import cli
from clausetree.publish.sources.settings_file import Folders, SettingsUnreadableError, read_folders, settings_in

SETTINGS = [
    "site_name: A\n",
    "site_name: A\ndocs_dir: text\nplugins: [clausetree: {trees: procedures, lock: kept/anchors.lock}]\n",
    "site_name: A\nplugins: {clausetree: {trees: procedures, released: kept, trees_lock: kept/t.lock}}\n",
    "site_name: A\nINHERIT: ../base.yml\nplugins: [search, clausetree: {trees: procedures}]\n",
    "INHERIT: ../base.yml\nsite_name: A\n",
    "site_name: A\ndocs_dir: !ENV [TEXTS, text]\nplugins: [clausetree: {trees: !ENV TREES}]\n",
    "site_name: A\nplugins: [clausetree]\nextra: {emoji: !!python/name:os.sep }\n",
]
BASE = "docs_dir: text\nplugins: [clausetree: {lock: from-base.lock}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TREES", "from-the-machine")
    monkeypatch.delenv("TEXTS", raising=False)
    (tmp_path / "base.yml").write_text(BASE, encoding="utf-8")
    for name in ("docs", "text"):
        (tmp_path / "site" / name).mkdir(parents=True)
    return tmp_path / "site"


@pytest.mark.parametrize("settings", SETTINGS)
def test_they_are_read_as_mkdocs_reads_them(folder: Path, settings: str) -> None:
    file = folder / "mkdocs.yml"
    file.write_text(settings, encoding="utf-8")
    assert {*_where(read_folders(file))} == {*_where_mkdocs_says(file)}


def _where(found: Folders) -> Iterator[tuple[str, Path]]:
    for name in ("docs", "trees", "lock", "released", "trees_lock"):
        yield name, getattr(found, name)


def _where_mkdocs_says(file: Path) -> Iterator[tuple[str, Path]]:
    config = load_config(str(file))
    yield "docs", Path(config.docs_dir)
    plugin = config.plugins.get("clausetree")
    defaults = {"trees": "trees", "lock": "clauses.lock", "released": "released", "trees_lock": "trees.lock"}
    for name, default in defaults.items():
        said = plugin.config[name] if plugin else default
        yield name, file.parent / said


def test_both_names_of_the_settings_are_known(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yaml").touch()
    assert settings_in(tmp_path) == tmp_path / "mkdocs.yaml"
    (tmp_path / "mkdocs.yml").touch()
    assert settings_in(tmp_path) == tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("INHERIT: nowhere.yml\n", "inherits nowhere.yml, which is not there."),
        ("a: [\n", "cannot be read: while parsing"),
        (b"\xff\xfe\x00", "cannot be read: "),
        ("extra: {prepared: 2024-02-30}\n", "cannot be read: day"),
        ("INHERIT: mkdocs.yml\n", "inherits mkdocs.yml, which inherits it in turn."),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, settings: str | bytes, told: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(settings if isinstance(settings, bytes) else settings.encode())
    with pytest.raises(SettingsUnreadableError, match=told):
        read_folders(file)


TREE = """\
tree borrowing "Borrowing"
    policy nothing
"""


def test_a_fault_in_a_folder_that_the_settings_name_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mkdocs.yml").write_text("plugins: [clausetree: {trees: procedures}]\n", encoding="utf-8")
    (folder / "procedures").mkdir()
    (folder / "procedures" / "borrowing.tree").write_text(TREE, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert cli.main(["check"]) == 1
    assert "procedures/borrowing.tree:2:12  T" in capsys.readouterr().out
    monkeypatch.chdir(folder.parent)
    assert cli.main(["check", "--config-file", "site/mkdocs.yml"]) == 1
    assert "procedures/borrowing.tree:2:12  T" in capsys.readouterr().out
    assert cli.main(["check", "--config-file", "site/other.yml"]) == 2
    assert capsys.readouterr().err == (
        "There are no settings site/other.yml. `clausetree init FOLDER` writes new ones.\n"
    )
