"""Somebody who does what your-own-policy.md says has a site of her own, in one version and the next."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..building import PROJECT, build, our_own

PAGE = (PROJECT / "docs" / "authoring" / "your-own-policy.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with what the page says to take out taken out, and her own policy put in."""
    folder = our_own(tmp_path_factory.mktemp("hers") / "site")
    listed = PAGE.partition("## 1.")[2].partition("## 2.")[0]
    for name in re.findall(r"^- .*$", listed, re.MULTILINE):
        for path in re.findall(r"`([^`]+)`", name):
            take_out(folder / path)
    (folder / "trees").mkdir(exist_ok=True)
    (folder / "docs" / "links.yml").write_text("", encoding="utf-8")
    head, pasted, _ = texts()
    (folder / "docs" / "policy" / "lone-working.md").write_text(f"{head}\n{pasted}", encoding="utf-8")
    (folder / "docs" / "index.md").write_text(
        "# Safe\n\n[The policy](policy/lone-working.md)\n", encoding="utf-8"
    )
    for name in ("attestation.md", "elearning.md"):
        change(folder / "docs" / name, "policy/social-media.md", "policy/lone-working.md")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    kept = [
        line
        for line in settings.splitlines()
        if not re.search(r"- (trees/|procedures\.md|What to do now)", line)
    ]
    (folder / "mkdocs.yml").write_text(
        "\n".join(kept).replace("social-media.md", "lone-working.md"), encoding="utf-8"
    )
    return folder


def texts() -> list[str]:
    """The head of the policy, its text as it was pasted, and with its anchors."""
    return re.findall(r"^```\n((?:---|# ).*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def take_out(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def run(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command that the page names."""
    assert f".venv/bin/clausetree {' '.join(words[:2])}\n" in PAGE
    program = str(Path(sys.executable).with_name("clausetree"))
    done = subprocess.run(
        [program, *words], cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    return done.returncode, done.stdout + done.stderr


def test_the_first_version_and_the_next_are_published(folder: Path) -> None:
    policy = folder / "docs" / "policy" / "lone-working.md"
    code, said = run(folder, "clauses", "anchor")
    assert (code, said.splitlines()[0]) == (0, "Wrote 5 anchors into docs/policy/lone-working.md.")
    head, _, anchored = texts()
    assert policy.read_text(encoding="utf-8") == f"{head}\n{anchored}"
    assert run(folder, "clauses", "accept") == (0, "Accepted version 1.0 of lone-working: 5 added.\n")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout
    change(policy, 'version: "1.0"', 'version: "1.1"')
    change(policy, "- the address;", "- the address, and a telephone number;")
    code, said = run(folder, "clauses", "compare")
    assert code == 0
    assert "[-address;-] {+address, and a telephone number;+}" in said
    assert "Confirming again is advised" in said
    assert run(folder, "clauses", "accept") == (0, "Accepted version 1.1 of lone-working: 1 amended.\n")
    change(policy, 'version: "1.1"', 'version: "2.0"')
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text[: text.index("- the time when")], encoding="utf-8")
    code, said = run(folder, "clauses", "accept")
    assert code == 1
    assert "`c1-1-b` (clause 1.1(b)) was published, and this policy has it no more." in said
    assert run(folder, "clauses", "accept", "--withdrawn", "c1-1-b")[0] == 0
    done = build(folder)
    assert done.returncode == 0, done.stdout
    for version in ("1.0", "1.1", "2.0"):
        assert (folder / "site" / "policy" / "lone-working" / "v" / version / "index.html").is_file()
    assert 'id="c1-1-b"' in (folder / "site" / "policy" / "lone-working" / "index.html").read_text(
        encoding="utf-8"
    )
