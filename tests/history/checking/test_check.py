"""Every way in which a policy is not what was published, told of by hand."""

from __future__ import annotations

import pytest

from clausetree.history.checking.anchor_positions import AnchorPositions
from clausetree.history.checking.check import check_published, is_draft, version_faults
from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.history.problems import (
    AddedInVersion,
    AnchorMissing,
    AnchorReused,
    BadVersion,
    ChangedInVersion,
    Draft,
    HistoryProblem,
    NotAccepted,
    OrderInVersion,
    PageMoved,
    RenumberedInVersion,
    VersionOfOld,
    WordsElsewhere,
    WordsReplaced,
)
from clausetree.policy.policy import Policy
from tests.history.small_policies import BINS, CABINET, LEARNT, LOST, PAGE, SHUT, past, policy, source

ROWS = (f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LOST}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")
NEVER = Past(History("house"))


def told(
    *rows: str, version: str = "1.0", before: tuple[str, ...] = ROWS, page: str = PAGE
) -> list[tuple[HistoryProblem, str]]:
    """Return what is told of these rows where others were published, each with the words that are shown."""
    written = source(*rows, version=version)
    found = check_published(policy(*rows, version=version, page=page), written, past(policy(*before)))
    return [(problem, written.text[problem.span.start : problem.span.end]) for problem in found]


def only(found: list[tuple[HistoryProblem, str]]) -> tuple[HistoryProblem, str]:
    assert len(found) == 1
    return found[0]


def new(*rows: str) -> list[tuple[HistoryProblem, str]]:
    """Return what is told of these rows as a new version, but for its not being accepted yet."""
    found = told(*rows, version="2.0")
    assert [shown for problem, shown in found if isinstance(problem, NotAccepted)] == ["version: 2.0"]
    return [each for each in found if not isinstance(each[0], NotAccepted)]


def test_what_is_written_as_it_was_published_is_told_nothing_of() -> None:
    assert told(*ROWS) == []


def test_a_policy_that_was_never_published_has_nothing_to_be_held_against() -> None:
    found = check_published(policy(*ROWS), source(*ROWS), NEVER)
    assert [type(problem) for problem in found] == [NotAccepted]


def test_a_page_that_moved_breaks_every_link() -> None:
    problem, shown = only(told(*ROWS, page="policy/rules/"))
    assert isinstance(problem, PageMoved)
    assert (problem.before, problem.now, shown) == (PAGE, "policy/rules/", "version: 1.0")


def test_an_anchor_that_is_gone_is_missed_by_what_readers_knew_it_by() -> None:
    problem, shown = only(new(ROWS[0], *ROWS[2:]))
    assert isinstance(problem, AnchorMissing)
    assert (problem.anchor, problem.label, problem.candidates, shown) == (
        "c1-2",
        "clause 1.2",
        (),
        "version: 2.0",
    )


def test_an_anchor_that_is_gone_may_be_one_that_is_new() -> None:
    problem, _ = only(new(ROWS[0], f"c1-9: 1.2 {LEARNT}", *ROWS[2:]))
    assert isinstance(problem, AnchorMissing)
    assert (problem.anchor, problem.candidates) == ("c1-2", ("c1-9",))


def test_words_that_stand_under_another_anchor_are_told_there() -> None:
    problem, shown = only(new(*ROWS[:3], f"c1-5: 1.4 {BINS}"))
    assert isinstance(problem, WordsElsewhere)
    assert (problem.anchor, problem.label, problem.now_under) == ("c1-4", "clause 1.4", "c1-5")
    assert (problem.exact, problem.stands, problem.many) == (True, False, True)
    assert shown.startswith("1.4 Bins are emptied")


def test_words_that_changed_places_are_told_of_both_anchors() -> None:
    night = "Shut the windows at night."
    found = new(f"c1-1: 1.1 {LOST}", f"c1-2: 1.2 {CABINET}", *ROWS[2:])
    assert [
        (problem.anchor, problem.now_under, problem.stands)
        for problem, _ in found
        if isinstance(problem, WordsElsewhere)
    ] == [("c1-1", "c1-2", True), ("c1-2", "c1-1", True)]
    assert len(found) == 2
    problem, _ = only(new(*ROWS[:2], f"c1-9: 1.3 {night}", ROWS[3]))
    assert isinstance(problem, WordsElsewhere)
    assert (problem.anchor, problem.exact, problem.many) == ("c1-3", False, False)


def test_words_that_have_nothing_to_do_with_those_published_are_told() -> None:
    problem, shown = only(new(ROWS[0], f"c1-2: 1.2 {LEARNT}", *ROWS[2:]))
    assert isinstance(problem, WordsReplaced)
    assert (problem.anchor, problem.label) == ("c1-2", "clause 1.2")
    assert shown.startswith("1.2 Whoever learns")


def test_the_publishers_own_words_may_be_replaced() -> None:
    before = (*ROWS, f"note .editorial: {LEARNT}")
    assert told(*ROWS, "note .editorial: This copy is not the one that counts.", before=before) == []


def test_an_anchor_that_was_withdrawn_may_not_stand_again() -> None:
    gone = Release("2.0", PAGE, "", (Event(ChangeKind.WITHDRAWN, "c1-4", "1.4", ""),))
    rows = (*ROWS[:3], f"c1-4: 1.4 {LEARNT}")
    found = check_published(policy(*rows, version="3.0"), source(*rows), past(policy(*ROWS), gone))
    reused = [problem for problem in found if isinstance(problem, AnchorReused)]
    assert [(each.anchor, each.label, each.version) for each in reused] == [("c1-4", "clause 1.4", "2.0")]
    found = check_published(policy(*ROWS[:3], version="3.0"), source(*ROWS), past(policy(*ROWS), gone))
    assert [type(problem) for problem in found] == [NotAccepted]


def test_a_new_clause_needs_a_new_version() -> None:
    problem, shown = only(told(*ROWS, f"c1-5: 1.5 {LEARNT}"))
    assert isinstance(problem, AddedInVersion)
    assert (problem.anchor, problem.label, problem.version) == ("c1-5", "clause 1.5", "1.0")
    assert shown.startswith("1.5 Whoever learns")
    assert new(*ROWS, f"c1-5: 1.5 {LEARNT}") == []


def test_new_words_need_a_new_version() -> None:
    rows = (ROWS[0], f"c1-2: 1.2 {LOST} Ask.", *ROWS[2:])
    problem, _ = only(told(*rows))
    assert isinstance(problem, ChangedInVersion)
    assert (problem.anchor, problem.label, problem.version) == ("c1-2", "clause 1.2", "1.0")
    assert new(*rows) == []


def test_a_new_number_needs_a_new_version() -> None:
    problem, _ = only(told(*ROWS[:3], f"c1-4: 1.5 {BINS}"))
    assert isinstance(problem, RenumberedInVersion)
    assert (problem.anchor, problem.label, problem.before) == ("c1-4", "clause 1.5", "1.4")
    problem, _ = only(told(*ROWS, f"practice: 1.5 {LEARNT}", before=(*ROWS, f"practice: {LEARNT}")))
    assert isinstance(problem, RenumberedInVersion)
    assert problem.before == "without a number"


def test_another_order_needs_a_new_version() -> None:
    problem, shown = only(told(ROWS[1], ROWS[0], *ROWS[2:]))
    assert isinstance(problem, OrderInVersion)
    assert (problem.version, shown) == ("1.0", "version: 1.0")


def test_another_order_is_told_whatever_was_withdrawn_before() -> None:
    fewer = policy(*ROWS[:3], version="2.0")
    gone = Release("2.0", PAGE, fewer.digest, (Event(ChangeKind.WITHDRAWN, "c1-4", "1.4", ""),))
    known = past(policy(*ROWS), gone)
    assert check_published(fewer, source(*ROWS[:3]), known) == []
    turned = (ROWS[1], ROWS[0], ROWS[2])
    (problem,) = check_published(policy(*turned, version="2.0"), source(*turned), known)
    assert isinstance(problem, OrderInVersion)


def test_where_more_is_wrong_nothing_is_said_of_the_order() -> None:
    found = told(ROWS[1], ROWS[0], *ROWS[2:], f"c1-5: 1.5 {LEARNT}")
    assert [type(problem) for problem, _ in found] == [AddedInVersion]
    assert [type(problem) for problem, _ in told(*ROWS[:3])] == [AnchorMissing]


def test_published_words_under_another_anchor_are_no_new_clause() -> None:
    found = told(*ROWS[:3], f"c1-5: 1.4 {BINS}")
    assert [type(problem) for problem, _ in found] == [WordsElsewhere]


def test_the_publishers_own_words_may_change_and_not_their_numbers() -> None:
    before = (*ROWS, f"c2-1 .editorial: 2.1 {LEARNT}")
    assert told(*ROWS, "c2-1 .editorial: 2.1 Whoever learns the organ asks.", before=before) == []
    found = told(*ROWS, f"c2-1 .editorial: 2.2 {LEARNT}", before=before)
    assert [type(problem) for problem, _ in found] == [RenumberedInVersion]


@pytest.mark.parametrize(
    ("version", "draft"),
    [("0", True), ("0.1", True), ("0.9.2", True), ("1.0", False), ("10", False), ("", False)],
)
def test_a_version_0_of_which_nothing_was_accepted_is_a_draft(version: str, draft: bool) -> None:
    assert is_draft(policy(*ROWS, version=version), NEVER) is draft
    assert not is_draft(policy(*ROWS, version=version), past(policy(*ROWS)))


def faults(version: str, known: Past) -> list[HistoryProblem]:
    written = policy(*ROWS, version=version)
    return list(version_faults(written, AnchorPositions(written, source(*ROWS)), known))


TWICE = past(policy(*ROWS), Release("2.0", PAGE, "", ()))


@pytest.mark.parametrize("version", ["", "2.0"])
def test_the_last_version_accepted_is_right_and_none_is_told_elsewhere(version: str) -> None:
    assert faults(version, TWICE) == []


@pytest.mark.parametrize("version", ["1 0", "1..0", "v/2", ".1", "1.", "é"])
def test_a_version_must_fit_into_an_address(version: str) -> None:
    (problem,) = faults(version, TWICE)
    assert isinstance(problem, BadVersion)
    assert problem.version == version


@pytest.mark.parametrize("version", ["2024-03-27", "1.0.1-rc2", "Spring"])
def test_a_version_may_be_called_anything_that_fits(version: str) -> None:
    (problem,) = faults(version, TWICE)
    assert isinstance(problem, NotAccepted)
    assert (problem.policy, problem.version) == ("house", version)


def test_a_draft_is_told_as_one() -> None:
    (problem,) = faults("0.4", NEVER)
    assert isinstance(problem, Draft)
    assert (problem.policy, problem.version) == ("house", "0.4")


def test_an_earlier_version_is_told_with_the_last() -> None:
    (problem,) = faults("1.0", TWICE)
    assert isinstance(problem, VersionOfOld)
    assert (problem.version, problem.last) == ("1.0", "2.0")


def test_a_policy_may_be_empty() -> None:
    empty: Policy = policy()
    assert check_published(empty, source(), past(policy())) == []
