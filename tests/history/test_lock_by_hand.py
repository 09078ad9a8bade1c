"""No line of the lock can be changed by hand so that a link means something else, unreported."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clausetree.history.checking.published import check_archive
from clausetree.publish.releases.archive import load_archive
from clausetree.publish.sources.policies import load_policies
from clausetree.report.diagnostic import Diagnostic

from .desk import VERSIONS, Desk

OTHER = {
    "borrowing": "lending",
    "1.0": "1.1",
    "1.1": "1.0",
    "2.0": "3.0",
    "released": "added",
    "copy": "added",
    "added": "amended",
    "amended": "renumbered",
    "renumbered": "withdrawn",
    "withdrawn": "amended",
    "policy/borrowing/": "policy/lending/",
    "page.html": "other.html",
    "c1-5": "c1-3",
    "c1-6": "c1-5",
}
"""Another word that could stand in the place of each. A hash gets another hash, and a number another number."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.live_through(*VERSIONS)
    return desk


def faults(desk: Desk, lock: str) -> list[Diagnostic]:
    """Return what is reported when the lock reads `lock`."""
    file = desk.folder / "by-hand.lock"
    file.write_text(lock, encoding="utf-8")
    archive = load_archive(file, desk.folder / "released")
    return check_archive(load_policies(desk.folder / "docs", lock=archive.lock), archive, file.name)


def lines(desk: Desk) -> list[str]:
    text = (desk.folder / "clauses.lock").read_text(encoding="utf-8")
    assert faults(desk, text) == []
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def other(word: str) -> str:
    if len(word) == 64:
        return ("0" if word[0] != "0" else "1") + word[1:]
    if word == "-":
        return "9.9"
    return OTHER.get(word) or (f"{word}9" if word[0].isdigit() else f"{word}-x")


def changed(line: str) -> Iterator[str]:
    """Yield the line with each of its words changed, left out, and the last one doubled."""
    words = line.split()
    for at, word in enumerate(words):
        yield " ".join([*words[:at], other(word), *words[at + 1 :]])
        yield " ".join([*words[:at], *words[at + 1 :]])
    yield " ".join([*words, words[-1]])


def test_every_line_that_is_changed_left_out_or_doubled_is_reported(desk: Desk) -> None:
    whole = lines(desk)
    tried = 0
    for at, line in enumerate(whole):
        for instead in (*changed(line), "", f"{line}\n{line}"):
            edited = "\n".join([*whole[:at], instead, *whole[at + 1 :]])
            harmless = line.split()[2] == "copy" and instead.split("\n")[-1].split() == line.split()
            assert faults(desk, edited) or harmless, f"{line}\nbecame\n{instead}"
            tried += 1
    assert tried > 400


def test_an_answer_that_nobody_gave_cannot_be_added(desk: Desk) -> None:
    whole = "\n".join(lines(desk)) + "\n"
    digest = "0" * 64
    for line in (
        f"borrowing 2.0 withdrawn c1-3 1.5 {digest}",
        f"borrowing 2.0 amended c1-3 1.5 {digest}",
        f"borrowing 2.0 added c1-77 1.7 {digest}",
        f"borrowing 2.1 released policy/borrowing/ {digest}",
        f"keys 1.0 released policy/keys/ {digest}",
    ):
        assert faults(desk, whole + line), line


def test_a_version_put_before_another_is_reported(desk: Desk) -> None:
    whole = lines(desk)
    by_version = {version: [line for line in whole if line.split()[1] == version] for version in VERSIONS}
    for order in (("1.1", "1.0", "2.0"), ("1.0", "2.0", "1.1"), ("2.0", "1.1", "1.0")):
        assert faults(desk, "\n".join(line for version in order for line in by_version[version])), order


def test_the_comments_are_no_part_of_it(desk: Desk) -> None:
    assert faults(desk, "\n\n# A note\n".join(lines(desk))) == []
