"""Which paths a zip of changes may name, and what counts as the same words."""

from __future__ import annotations

import ntpath
import posixpath
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.editing.handing_over.content import digest, in_manner_of, plain
from clausetree.editing.handing_over.manifest import FileChange, Manifest, manifest_text, read_manifest
from clausetree.editing.handing_over.message import commit_message
from clausetree.editing.handing_over.paths import Kind, Places, is_sound

PLACES = Places("docs", "trees", "mkdocs.yml")
PIECES = st.sampled_from(
    ["..", ".", "", "a", "b.md", "CON", "a ", "c:", "\\", "docs", "x\x00", "~", ".git", "é"]
)


@given(st.lists(PIECES | st.text(max_size=6), min_size=1, max_size=5).map("/".join))
def test_a_sound_path_stays_in_its_folder_on_every_system(path: str) -> None:
    if not is_sound(path):
        return
    assert posixpath.normpath(posixpath.join("/site", path)) == f"/site/{path}"
    for kind in (PurePosixPath, PureWindowsPath):
        assert not kind(path).is_absolute()
        assert not kind(path).anchor
        assert ".." not in kind(path).parts
    assert not ntpath.isreserved(path)
    assert path.isprintable()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docs/policy/lone-working.md", Kind.PAGE),
        ("docs/images/map of the gate.PNG", Kind.PICTURE),
        ("docs/links.yml", Kind.LINKS),
        ("docs/calendar.yml", Kind.CALENDAR),
        ("trees/deeper/visit.tree", Kind.TREE),
        ("mkdocs.yml", Kind.SETTINGS),
        ("docs/visit.tree", None),
        ("trees/visit.md", None),
        ("docs/deeper/links.yml", None),
        ("docs/site.js", None),
        ("docs/policy/.lone-working.md", None),
        ("clauses.lock", None),
        ("docsandmore/x.md", None),
    ],
)
def test_only_what_authors_write_has_a_kind(path: str, kind: Kind | None) -> None:
    assert PLACES.kind(path) is kind


def test_where_trees_are_in_the_site_s_own_folder_settings_are_still_settings() -> None:
    assert Places("docs", "", "mkdocs.yml").kind("visit.tree") is Kind.TREE
    assert Places("docs", "", "mkdocs.yml").kind("visit.py") is None


ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(
    st.lists(st.text(st.characters(exclude_characters="\r\n\ufeff", codec="utf-8")), min_size=1),
    ENDS,
    st.booleans(),
)
def test_how_lines_end_is_no_part_of_what_a_file_says(lines: list[str], end: str, mark: bool) -> None:
    one, other = "\n".join(lines).encode(), (("\ufeff" if mark else "") + end.join(lines)).encode()
    assert digest("x.tree", one) == digest("x.tree", other)
    assert plain("x.png", other) == other


def test_a_file_keeps_its_manner() -> None:
    assert in_manner_of("x.md", b"a\nb\n", b"\xef\xbb\xbfc\r\nd\r\n") == b"\xef\xbb\xbfa\r\nb\r\n"
    assert in_manner_of("x.md", b"\xef\xbb\xbfa\r\nb\r\n", b"c\nd\n") == b"a\nb\n"
    assert in_manner_of("x.png", b"a\nb\n", b"c\r\n") == b"a\nb\n"
    assert in_manner_of("x.md", b"a\r\n", None) == b"a\n"


WORDS = st.text(st.characters(categories=["L", "N", "P"]), max_size=20)
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(WORDS, WORDS, st.none() | st.integers(0, 9999), st.none() | DIGESTS, DIGESTS)
def test_a_list_of_changes_is_read_as_it_was_written(
    name: str, why: str, scenarios: int | None, was: str | None, now: str
) -> None:
    if was == now:
        return
    said = Manifest((FileChange("docs/x.md", was, now),), "0a1b", "1.0", name, why, scenarios)
    assert read_manifest(manifest_text(said).encode()) == said


def test_a_message_has_short_lines_and_none_that_git_takes_for_a_remark() -> None:
    said = Manifest((), "", "", "", "# Because " + "words " * 40)
    message = commit_message(
        ["A title " * 20], said, ["# a heading\n" + "\n".join(f"- line {n}" for n in range(60))]
    )
    first, blank, *rest = message.splitlines()
    assert first.startswith("Change A title")
    assert first.endswith("…")
    assert blank == ""
    assert all(len(line) <= 72 for line in message.splitlines())
    assert not [line for line in rest if line.startswith("#")]
    assert "And 21 lines more." in message
