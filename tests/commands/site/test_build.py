"""Building and serving begin only where they can, and empty no folder that holds something else."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from clausetree import __version__, cli
from clausetree.commands.site.serve import taken
from tests.building import build
from tests.commands.conftest import told


@pytest.mark.parametrize("text", ["", "- site_name\n", "A site\n"])
@pytest.mark.parametrize("command", ["check", "build", "doctor"])
def test_settings_that_are_none_are_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    command: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(text, encoding="utf-8")
    assert cli.main([command]) == 2
    assert "mkdocs.yml holds no settings." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["serve", "build", "doctor"])
def test_without_settings_it_is_said_what_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main([command]) == 2
    assert capsys.readouterr().err == (
        "There are no settings mkdocs.yml. `clausetree init FOLDER` writes new ones.\n"
    )


def test_a_taken_address_is_told_with_another_to_try() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = taken(f"127.0.0.1:{port}")
    assert said is not None
    assert said.splitlines()[0] == f"The site cannot be served at 127.0.0.1:{port}: Address already in use."
    assert said.endswith(f"clausetree serve --address 127.0.0.1:{port + 1}")
    assert taken("nowhere.invalid:80") == (
        "There is no host nowhere.invalid on this machine. Say: clausetree serve --address 127.0.0.1:80"
    )
    assert taken("8000") == "8000 is not an address such as 127.0.0.1:8000."


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"clausetree {__version__}\n"


@pytest.mark.parametrize("words", [["build", "--to", "trees"], ["build", "--to", "../other"]])
def test_a_folder_that_holds_something_else_is_never_emptied(
    sample: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    (sample.parent / "other").mkdir()
    kept = sample.parent / "other" / "thesis.txt"
    kept.write_text("Years of work\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(words) == 1
    assert capsys.readouterr().out.startswith(f"{words[-1]} holds something else than a built site")
    assert kept.is_file()
    assert (sample / "trees" / "visitor.tree").is_file()


def test_nothing_is_built_that_would_not_be_checked(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "mkdocs.yml").write_text("site_name: A\nplugins: []\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml does not name the plugin `clausetree`")
    assert not (sample / "site").exists()


def test_where_nothing_can_be_kept_it_is_said_how_to_build(sample: Path) -> None:
    (sample / "kept").write_text("Not a folder\n", encoding="utf-8")
    done = build(sample, CLAUSETREE_CACHE=str(sample / "kept"))
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert f"What builds keep cannot be written into {sample / 'kept'}: " in said
    assert "Name another folder for it, as in CLAUSETREE_CACHE=" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("kept", ["site", "docs/kept", "."])
def test_what_is_kept_is_not_mixed_with_the_site_or_its_pages(
    sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    done = build(sample, CLAUSETREE_CACHE=kept)
    assert done.returncode == 1
    assert "What builds keep would be mixed with" in " ".join(done.stdout.split())
    if kept != "site":
        monkeypatch.setenv("CLAUSETREE_CACHE", kept)
        capsys.readouterr()
        assert "What builds keep would be mixed with" in " ".join(told(capsys, "doctor")[1])
