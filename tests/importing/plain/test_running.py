"""Heads and feet of pages are left out and told, and nothing else."""

from __future__ import annotations

from clausetree.importing.plain.running import without_running


def test_lines_that_most_pages_begin_or_end_with_are_left_out() -> None:
    pages = [
        [f"Key policy, version {page}", f"Words {chr(64 + page)}.", "More.", f"Page {page} of 4"]
        for page in range(1, 5)
    ]
    pages[1][2] = "Less."
    pages[2][2] = "Nothing."
    pages[3][2] = "All."
    kept, remarks = without_running(pages)
    assert kept == [
        ["Words A.", "More."],
        ["Words B.", "Less."],
        ["Words C.", "Nothing."],
        ["Words D.", "All."],
    ]
    assert [remark.words for remark in remarks] == ["Key policy, version 1", "Page 1 of 4"]


def test_a_line_of_one_page_stays() -> None:
    pages = [
        ["Key policy", "1.1 Keep keys.", "1"],
        ["1.2 Lose none.", "2"],
        ["Key policy is what it is called.", "3"],
    ]
    kept, remarks = without_running(pages)
    assert kept == [["Key policy", "1.1 Keep keys."], ["1.2 Lose none."], ["Key policy is what it is called."]]
    assert [remark.words for remark in remarks] == ["1"]


def test_one_page_has_no_running_lines() -> None:
    assert without_running([["Words.", "1"]]) == ([["Words.", "1"]], [])
