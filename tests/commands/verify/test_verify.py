"""Whoever kept a page can prove, years later, which words it held."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.policy.policy import Policy
from clausetree.render.versions.verify import Verdict, closest_verdict
from tests.history.desk import Desk, text_of
from tests.policy.conftest import ROOT

DIGEST = "aafe0f5279c69ec148092cc3feaf285da8df7ed1d02402dc2be037689859e513"


@pytest.mark.parametrize(
    ("path", "version"), [("", "2.0"), ("v/2.0/", "2.0"), ("v/1.1/", "1.1"), ("v/1.0/", "1.0")]
)
def test_a_page_kept_from_the_site_is_the_version_that_it_shows(
    life: tuple[Desk, Path], path: str, version: str
) -> None:
    desk, site = life
    code, said = desk.run("verify", str(site / path / "index.html"))
    assert code == 0
    assert said.startswith(f"This is version {version} of Borrowing equipment, word for word.\nFingerprint ")


@pytest.mark.parametrize("version", ["1.0", "1.1", "2.0"])
def test_the_markdown_of_a_version_is_that_version(
    life: tuple[Desk, Path], tmp_path: Path, version: str
) -> None:
    (tmp_path / "kept.md").write_text(text_of(version), encoding="utf-8")
    code, said = life[0].run("verify", str(tmp_path / "kept.md"))
    assert code == 0
    assert f"version {version}" in said


CHANGES = {
    "clause 1.5 has other words": ("must not lend", "may lend"),
    "clause 1.4 is missing": (' id="c1-4-from-1-1"', ""),
    "words that are not in that version: “Except on Fridays.”": (
        '<p class="clause" id="c1-3">',
        '<p>Except on Fridays.</p><p class="clause" id="c1-3">',
    ),
    "clause 1.6 has other words": ('class="clause-number" href="#c1-5">1.6<', 'href="#c1-5">1.5<'),
}


@pytest.mark.parametrize("said", CHANGES)
def test_a_page_with_one_thing_changed_is_no_released_version(
    life: tuple[Desk, Path], tmp_path: Path, said: str
) -> None:
    before, after = CHANGES[said]
    html = (life[1] / "index.html").read_text(encoding="utf-8")
    assert before in html
    (tmp_path / "kept.html").write_text(html.replace(before, after), encoding="utf-8")
    code, found = life[0].run("verify", str(tmp_path / "kept.html"))
    assert code == 1
    assert f"  {said}\n" in found


def test_a_fingerprint_asks_for_one_version(life: tuple[Desk, Path]) -> None:
    desk, site = life
    old = desk.archive.copies["borrowing"]["1.0"].digest
    assert desk.run("verify", str(site / "v" / "1.0" / "index.html"), "--fingerprint", old)[0] == 0
    code, said = desk.run("verify", str(site / "index.html"), "--fingerprint", old)
    assert code == 1
    assert "nearest to version 1.0" in said
    assert desk.run("verify", str(site / "index.html"), "--fingerprint", "0" * 64)[0] == 2


def test_a_file_that_is_not_there_is_not_verified(life: tuple[Desk, Path]) -> None:
    assert life[0].run("verify", "nowhere.html") == (2, "There is no file nowhere.html.\n")


def test_our_own_policy_is_version_2_2() -> None:
    for kept in ("docs/policy/social-media.md", "released/social-media/2.2/policy.md"):
        code, said = Desk(ROOT).run("verify", str(ROOT / kept), "--fingerprint", DIGEST)
        assert (code, said.splitlines()[-1]) == (0, f"Fingerprint {DIGEST}")


def test_a_version_of_which_it_cannot_be_told_is_nearer_than_one_that_differs() -> None:
    one, other = (Policy("p", "P", version, "", "", "", "", "", "", "p/", clauses=()) for version in ("1", "2"))
    differs, untold = Verdict(one, ("a",)), Verdict(other, ("a", "b"), unsure="its numbers")
    another_text = Verdict(one, (), share=0.0, unsure="its numbers")
    assert closest_verdict([another_text, differs, untold]) is untold
    assert closest_verdict([untold, differs, Verdict(one, ())]) == Verdict(one, ())
