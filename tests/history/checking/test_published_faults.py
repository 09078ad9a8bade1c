"""What an author is told who breaks something published, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from clausetree.history import messages, problems
from clausetree.history.problems import HistoryProblem, Published
from clausetree.publish.loading.reading import read_site
from clausetree.publish.sources.settings_file import read_folders
from clausetree.report.problem import Problem
from tests.codes_written import codes_written
from tests.history.desk import Desk, text_of
from tests.policy.conftest import CASES

type Same = Callable[[str, Path], None]

EXPECTED = CASES / "published"
CODES = codes_written([Path(messages.__file__)])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.live_through("1.0")
    return desk


def changed(*changes: tuple[str, str]) -> str:
    """The policy 1.0 with some words changed."""
    text = text_of("1.0")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text


LENDING = "1.3 You must not lend equipment to anybody else.\n{: #c1-3 }\n\n"
NEW = ('"1.0"', '"1.1"')
EDITS = {
    "a-clause-is-gone": changed((LENDING, "")),
    "a-clause-is-gone-in-a-new-version": changed((LENDING, ""), NEW),
    "words-changed-without-a-new-version": changed(("a camera or", "a camera, a lamp or")),
    "a-clause-added-without-a-new-version": changed((LENDING, LENDING + "1.7 Smile.\n{: #c1-7 }\n\n")),
    "words-of-all-kinds-added-without-a-new-version": changed(
        (
            LENDING,
            LENDING + "| | |\n| --- | --- |\n| {: #row } | Bags |\n\nWe say so.\n{: #ours .editorial }\n\n",
        )
    ),
    "a-number-changed-without-a-new-version": changed(("1.6 Cables", "1.7 Cables")),
    "the-order-changed-without-a-new-version": changed(
        (LENDING, ""), ("1.2 You must sign", LENDING + "1.2 You must sign")
    ),
    "a-clause-moved-to-another-anchor": changed(
        ("{: #c1-3 }", "{: #c1-9 }"), ("1.3 You", "1.9 You"), NEW
    ),
    "a-clause-moved-and-reworded": changed(
        ("{: #c1-3 }", "{: #c1-9 }"), ("1.3 You must not lend equipment", "1.9 You must not lend a thing"), NEW
    ),
    "a-clause-renamed": changed(("{: #c1-3 }", "{: #c1-9 }")),
    "a-clause-renamed-in-words": changed(("{: #c1-3 }", "{: #no-lending }")),
    "a-number-that-another-clause-has": changed(("1.3 You", "1.4 You")),
    "a-number-that-another-clause-has-with-items": changed(("1.4 If", "1.2 If")),
    "an-anchor-used-for-another-clause": changed(
        ("You must not lend equipment to anybody else", "Smile when the office takes your picture"), NEW
    ),
    "an-id-left-out": changed(("policy: borrowing\n", "")),
    "an-id-changed": changed(("policy: borrowing", "policy: borowing")),
    "a-version-that-cannot-be-an-address": changed(('"1.0"', '"1 / 1"')),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_a_change_that_breaks_links_gets_exactly_this_message(
    desk: Desk, name: str, is_as_written: Same
) -> None:
    desk.put(EDITS[name])
    code, said = desk.run("clauses", "check")
    assert code == 1
    is_as_written(said, EXPECTED / f"{name}.txt")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a-clause-renamed", "L102"),
        ("a-clause-renamed-in-words", "L102"),
        ("a-number-that-another-clause-has", "P111"),
        ("a-number-that-another-clause-has-with-items", "P111"),
    ],
)
def test_a_slip_in_a_number_or_an_anchor_is_told_once(desk: Desk, name: str, code: str) -> None:
    desk.put(EDITS[name])
    found = read_site(read_folders(desk.folder / "mkdocs.yml"), {}).all()
    assert [diagnostic.code for diagnostic in found] == [code]


@pytest.mark.parametrize("name", ["a-clause-renamed", "a-number-that-another-clause-has-with-items"])
def test_what_cites_a_clause_with_a_slip_in_its_number_or_anchor_finds_it(desk: Desk, name: str) -> None:
    desk.put(EDITS[name])
    registry = desk.policies.registry
    found = {number: registry.find("borrowing", number) for number in ("1.2", "1.3", "1.4", "1.4(a)")}
    assert {n: c and c.text.split()[0] for n, c in found.items()} == {
        "1.2": "You", "1.3": "You", "1.4": "If", "1.4(a)": "tell",
    }  # fmt: skip


def test_a_head_that_cannot_be_read_is_not_taken_for_a_policy_that_is_gone(desk: Desk) -> None:
    desk.put(changed(('"1.0"', '"1.0')))
    code, said = desk.run("clauses", "check")
    assert code == 1
    assert re.findall(r"\b[A-Z]\d{3}\b", said) == ["P123"]


def test_a_version_0_of_which_nothing_was_accepted_is_a_draft_and_stops_nothing(
    tmp_path: Path, is_as_written: Same
) -> None:
    desk = Desk(tmp_path / "new")
    desk.put(changed(('"1.0"', '"0.1"')))
    code, said = desk.run("clauses", "check")
    assert code == 0
    is_as_written(said, EXPECTED / "a-draft.txt")
    # Once something was accepted, links are kept, and no version is a draft again.
    desk.put(changed(('"1.0"', '"1.0"')))
    assert desk.run("clauses", "accept")[0] == 0
    desk.put(changed(('"1.0"', '"0.2"')))
    code, said = desk.run("clauses", "check")
    assert code == 1
    assert re.findall(r"\b[A-Z]\d{3}\b", said) == ["L115"]


ANSWERED = {
    "a-successor-that-is-not-there": (changed((LENDING, ""), NEW), ["--withdrawn", "c1-3=c1-22"]),
    "a-withdrawn-clause-that-is-there": (changed(NEW), ["--withdrawn", "c1-3"]),
    "an-answer-about-nothing": (changed(NEW), ["--withdrawn", "c1-33"]),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_a_wrong_answer_gets_exactly_this_message_and_nothing_is_accepted(
    desk: Desk, name: str, is_as_written: Same
) -> None:
    text, answers = ANSWERED[name]
    desk.put(text)
    before = (desk.folder / "clauses.lock").read_bytes()
    code, said = desk.run("clauses", "accept", *answers)
    assert code == 1
    is_as_written(said, EXPECTED / f"{name}.txt")
    assert (desk.folder / "clauses.lock").read_bytes() == before


def _reuse(desk: Desk) -> None:
    desk.put(changed((LENDING, ""), NEW))
    desk.accept("--withdrawn", "c1-3")
    desk.put(changed((LENDING, "1.3 Smile.\n{: #c1-3 }\n\n"), ('"1.0"', '"1.2"')))


def _go_back(desk: Desk) -> None:
    desk.put(changed(NEW))
    desk.accept()
    desk.put(changed())


def _move(desk: Desk) -> None:
    desk.page.rename(desk.page.with_name("lending.md"))


def _take_away(desk: Desk) -> None:
    desk.page.unlink()


def _edit_lock(before: str, after: str) -> object:
    def edit(desk: Desk) -> None:
        lock = desk.folder / "clauses.lock"
        text = lock.read_text(encoding="utf-8")
        assert re.search(before, text, re.MULTILINE)
        lock.write_text(re.sub(before, after, text, count=1, flags=re.MULTILINE), encoding="utf-8")

    return edit


def _edit_copy(desk: Desk) -> None:
    page = desk.folder / "released" / "borrowing" / "1.0" / "page.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")


HAPPENINGS = {
    "an-anchor-used-again": _reuse,
    "an-old-version-again": _go_back,
    "a-page-moved": _move,
    "a-policy-taken-away": _take_away,
    "a-line-that-is-none": _edit_lock(r"^(borrowing 1.0 added +c1-1 .*)$", r"<<<<<<< mine\n\1"),
    "a-version-accepted-twice": _edit_lock(r"^(borrowing 1.0 released.*)$", r"\1\n\1"),
    "an-anchor-added-twice": _edit_lock(r"^(borrowing 1.0 added +c1-1 .*)$", r"\1\n\1"),
    "a-copy-changed": _edit_copy,
    "a-line-taken-out": _edit_lock(r"^borrowing 1.0 added +c1-3 .*\n", ""),
}


@pytest.mark.parametrize("name", HAPPENINGS)
def test_what_is_published_cannot_be_changed_unseen(desk: Desk, name: str, is_as_written: Same) -> None:
    HAPPENINGS[name](desk)  # type: ignore[operator]
    code, said = desk.run("clauses", "check")
    assert code == 1
    is_as_written(said, EXPECTED / f"{name}.txt")


ELSEWHERE = {"numbers-that-other-clauses-have-now"}
"""Cases that test_named_before.py holds."""


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    cases = {path.stem for path in EXPECTED.iterdir()}
    assert cases == {*EDITS, *ANSWERED, *HAPPENINGS, *ELSEWHERE, "a-draft"}
    shown = "".join(path.read_text(encoding="utf-8") for path in EXPECTED.iterdir())
    assert set(re.findall(r"\bL\d{3}\b", shown)) == set().union(*CODES.values())


def test_every_problem_has_a_code_of_its_own() -> None:
    kinds = {k for k in vars(problems).values() if isinstance(k, type) and issubclass(k, Problem)}
    assert kinds - {Problem, Published} == set(get_args(HistoryProblem))
    assert {kind.__name__ for kind in get_args(HistoryProblem)} == set(CODES)
    assert all(len(codes) == 1 for codes in CODES.values())
    assert len(set().union(*CODES.values())) == len(CODES)
