"""Somebody who does what your-own-policy.md says has a site of her own, in one version and the next."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ..building import PROJECT, build

PAGE = (PROJECT / "docs" / "authoring" / "your-own-policy.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `clausetree init` writes, with her own policy in place of the sample, as the page says."""
    folder = tmp_path_factory.mktemp("hers") / "my-policy"
    order = re.findall(r"^clausetree (init) (my-policy)$", PAGE, re.MULTILINE)
    answers = ["--organisation", "Larkfield", "--policy", "Lone working policy", "--site-url", ""]
    assert run(folder.parent, *order[0], *answers)[0] == 0
    head, pasted, _ = texts()
    (folder / "docs" / "policy" / "lone-working-policy.md").rename(
        folder / "docs" / "policy" / "lone-working.md"
    )
    (folder / "docs" / "policy" / "lone-working.md").write_text(f"{head}\n{pasted}", encoding="utf-8")
    (folder / "docs" / "index.md").write_text(
        "# Safe\n\n[The policy](policy/lone-working.md)\n", encoding="utf-8"
    )
    (folder / "trees" / "visitor.tree").unlink()
    change(folder / "mkdocs.yml", "  - What to do now:\n      - trees/visitor.md\n", "")
    for name in ("mkdocs.yml", "docs/attestation.md"):
        change(folder / name, "policy/lone-working-policy.md", "policy/lone-working.md")
    return folder


def texts() -> list[str]:
    """The head of the policy, its text as it was pasted, and with its anchors."""
    return re.findall(r"^```\n((?:---|# ).*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def run(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command that the page names."""
    assert f"clausetree {' '.join(words[:2])}\n" in PAGE
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
