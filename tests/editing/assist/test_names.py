"""Every name in a tree, and what it names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.editing.assist.lines import lines_of_part, written_lines
from clausetree.editing.assist.names import NameKind, names_in
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source

from .site import OUTING

ROOT = Path(__file__).resolve().parents[3]
SOUND = [*tree_sources(ROOT / "trees"), *tree_sources(ROOT / "tests" / "cases" / "valid")]


def called(text: str, line: str) -> list[str]:
    """Return the names on the first line with these words, as "kind of.name", with a star where it defines."""
    at = text.index(line)
    start, end = text.rfind("\n", 0, at) + 1, text.index("\n", at)
    return [
        f"{use.kind.value} {f'{use.of}.' if use.of else ''}{use.text}{'*' * use.defines}"
        for use in names_in(text).uses
        if start <= use.span.start < end
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("tree outing", ["tree outing*"]),
        ("policy lone", ["policy lone-working"]),
        ("start place", ["node place"]),
        ("role buddy", ["role buddy*"]),
        ("fact dark", ["fact dark*", "node risks", "answer risks.night"]),
        ("total score", ["total score*"]),
        ("cites 1.1", ["clause 1.1"]),
        ("Use this when a step", []),
        ("option home", ["answer place.home*", "total score", "node risks"]),
        ("unsure", ["answer place.not-sure*", "answer place.home"]),
        ("visit check", ["node check*", "node day"]),
        ("when dark and", ["fact dark", "node check", "answer check.danger", "node call"]),
        ("or score > 1", ["node risks", "answer risks.animals", "total score", "node call"]),
        ("columns", ["node place", "node risks"]),
        ("row  ", ["answer place.home", "answer place.office", "answer risks.night", "node call"]),
        (
            "must you",
            [
                "role you",
                "node day",
                "clause 1.1",
                "policy verbs",
                "clause verbs.1.2",
                "node place",
                "answer place.home",
            ],
        ),
        ("should not buddy", ["role buddy", "clause 1.2"]),
        ("link ", ["link buddy-list"]),
        ("uses torch", ["shared block torch"]),
        ("shared torch", ["shared block torch*"]),
        ("then -> tree", ["tree safe.check"]),
        ("    place is office", ["node place", "answer place.office"]),
        ("ends safe", ["node safe"]),
        ("expects must", ["role you"]),
        ("expects score", ["total score"]),
    ],
)
def test_a_line_has_these_names(line: str, names: list[str]) -> None:
    assert called(OUTING, line) == names


@pytest.mark.parametrize("source", SOUND, ids=lambda source: source.name)
def test_in_a_sound_tree_every_name_is_defined(source: Source) -> None:
    names = names_in(source.text)
    own = (NameKind.NODE, NameKind.ANSWER, NameKind.FACT, NameKind.TOTAL, NameKind.SHARED, NameKind.ROLE)
    for use in names.uses:
        assert source.text[use.span.start : use.span.end].strip('"').startswith(use.text.split("(")[0])
        if use.kind in own and use.of not in names.visits and use.text != "you":
            assert names.definition(use.kind, use.text, use.of), (use, source.place(use.span.start))


@given(st.lists(st.sampled_from([line for source in SOUND for line in source.text.splitlines()]), max_size=60))
def test_lines_are_the_same_whether_read_whole_or_in_parts(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert written_lines(text) == lines_of_part(text)


@given(st.data())
def test_a_text_cut_anywhere_has_names_all_the_same(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOUND))
    start = data.draw(st.integers(0, len(source.text)))
    text = source.text[:start] + data.draw(st.text(max_size=20)) + source.text[start + 30 :]
    for use in names_in(text).uses:
        assert 0 <= use.span.start < use.span.end <= len(text)


def test_lines_are_those_of_the_text_whatever_ends_them() -> None:
    text = "tree a\r\n    start b\rquestion b\n"
    assert [text[line.start :][: len(line.text)] for line in written_lines(text)] == [
        *("tree a", "    start b", "question b", ""),
    ]
    assert [line.block for line in written_lines(text)] == ["tree", "tree", "question", "question"]
