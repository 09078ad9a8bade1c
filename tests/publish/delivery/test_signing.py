"""The checksums of a release can be signed, and a stranger can check the signature with what OpenSSH brings."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from clausetree import cli
from tests.building import PROJECT

MOMENT = "SOURCE_DATE_EPOCH", "1767225600"
ME = "policies@example.org"
HOSTING = (PROJECT / "docs" / "hosting" / "index.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small site in `site`, its release in `dist`, and the key that this was signed with."""
    folder = tmp_path_factory.mktemp("signed")
    key, site, dist = folder / "key", folder / "site", folder / "dist"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    site.mkdir()
    (site / "index.html").write_text("<!doctype html>\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(*MOMENT)
        assert cli.main(["package", "--site", str(site), "--to", str(dist), "--sign", str(key)]) == 0
    (dist / "signers").write_text(f"{ME} {key.with_suffix('.pub').read_text()}", encoding="utf-8")
    return folder


@pytest.fixture
def packed(signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The release in a folder of its own, beside its site."""
    monkeypatch.setenv(*MOMENT)
    shutil.copytree(signed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "dist"


def holds(folder: Path) -> bool:
    """Do what the page on hosting says."""
    (order,) = re.findall(r"`(ssh-keygen -Y verify[^`]*)`", HOSTING)
    return subprocess.run(order, shell=True, cwd=folder, capture_output=True, check=False).returncode == 0


def test_a_signature_holds_for_what_was_signed_and_for_nothing_else(packed: Path) -> None:
    assert holds(packed)
    sums = packed / "SHA256SUMS"
    sums.write_text(sums.read_text(encoding="utf-8").replace("0", "1", 1), encoding="utf-8")
    assert not holds(packed)


def test_the_signature_of_another_does_not_hold(packed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other)], check=True)
    (packed / "signers").write_text(f"{ME} {other.with_suffix('.pub').read_text()}", encoding="utf-8")
    assert not holds(packed)


def test_what_cannot_be_signed_is_said(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    (packed / "signers").unlink()
    order = ["package", "--site", str(tmp_path / "site"), "--to", str(packed), "--sign"]
    assert cli.main([*order, str(tmp_path / "no-key")]) == 2
    said = capsys.readouterr().out
    assert said.startswith("SHA256SUMS could not be signed: ")
    assert len(said.splitlines()) == 1
    assert not (packed / "SHA256SUMS.sig").exists()


def test_a_folder_with_other_files_is_left_alone(
    packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    for folder, name in ((packed, "signers"), (tmp_path / "site", "index.html")):
        assert cli.main(["package", "--site", str(tmp_path / "site"), "--to", str(folder)]) == 2
        told = f"{folder} holds {name}, which is not of a release. Name another folder with --to.\n"
        assert capsys.readouterr().out == told
        assert (folder / name).is_file()
