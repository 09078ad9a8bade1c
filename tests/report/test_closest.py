"""The name that was most likely meant, and how it is asked whether it was."""

from __future__ import annotations

from clausetree.report.closest import closest, did_you_mean, ended_with_suggestion, with_suggestion

NAMES = ("lone-working", "travel", "expenses")


def test_a_slip_leads_to_the_name_that_is_nearest_and_a_stranger_to_none() -> None:
    assert closest("lone-workin", NAMES) == "lone-working"
    assert closest("travel", NAMES) == "travel"
    assert closest("borrowing", NAMES, likeness=0.9) is None


def test_where_a_name_is_near_it_is_asked_whether_it_was_meant() -> None:
    assert did_you_mean("travel") == "Did you mean `travel`?"
    assert (
        with_suggestion("No tree is called travl.", "travel") == "No tree is called travl. Did you mean travel?"
    )
    assert (
        ended_with_suggestion("there is no `travl`", "travel") == "there is no `travl`; did you mean `travel`?"
    )


def test_where_none_is_near_nothing_is_asked() -> None:
    assert did_you_mean(None) == ""
    assert with_suggestion("No tree is called x.", None) == "No tree is called x."
    assert ended_with_suggestion("there is no `x`", None) == "there is no `x`."
