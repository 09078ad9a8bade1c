"""The course of what is being written: learners will have the same, and the package is that of the build."""

from __future__ import annotations

import io
import json
from base64 import b64decode
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from clausetree.publish.courses import package
from clausetree.publish.courses.chosen import chosen_in
from clausetree.publish.courses.packages import write_package
from clausetree.publish.mkdocs.settings import course_options
from clausetree.render.courses import course, told
from clausetree.render.courses.downloads import Standard
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.stops import Way
from clausetree.tree.answers import DONE
from clausetree.workbench.page import Workbench
from tests.publish.courses.player import Deed, play

from .test_page import TREE, Ask, reworded, text_of
from .test_page import archive as archive
from .test_page import ask as ask
from .test_page import bench as bench

SITE = "https://larkfield.example/safety/"
CHOSEN = "  - clausetree:\n      courses:\n        each_answer: true\n        score: true\n"
WALK = (("risk", ["dog"]), ("tell", [*DONE]), ("home", ["yes"]))
"""To the outcome of our charity's visits."""


def packed(ask: Ask, standard: str = "scorm-12") -> dict[str, str]:
    """Return the files of a package that somebody saves, by their names."""
    saved = ask("package", tree="visit", standard=standard)
    with ZipFile(io.BytesIO(b64decode(saved["base64"]))) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def choose(ask: Ask) -> None:
    settings = text_of("mkdocs.yml")
    ask("write", path="mkdocs.yml", text=settings.replace("  - clausetree:\n", CHOSEN))


def answered(ask: Ask, node: str, picked: list[str]) -> Any:
    return ask("talk", action=json.dumps({"do": "answer", "node": node, "picked": picked}))


def test_its_page_is_the_one_in_the_package(ask: Ask) -> None:
    reworded(ask, TREE, '"The visit is over"', '"You are done"')
    body = ask("course", tree="visit")["body"]
    assert "<h1>Before I visit somebody</h1>" in body
    assert "You are done" in body
    assert f'<main class="prose course" id="main">{body}</main>' in packed(ask)["index.html"]


def test_what_is_shown_on_the_way_is_what_its_scripts_show(ask: Ask) -> None:
    views = packed(ask)["views.js"]
    table = json.loads(views.removeprefix("window.courseViews = ").partition(";\nwindow.courseOptions")[0])
    deeds: list[Deed] = [("restart", None), *(("answer", picked) for _, picked in WALK)]
    (played,) = play(table, [deeds]).plays
    seen = ask("course", tree="visit")
    assert seen["first"]["html"] == played[0]["html"]
    ask("take_course", tree="visit")
    for (node, picked), then in zip(WALK, played[1:], strict=True):
        view = answered(ask, node, picked)
        assert view["node"] == then["own"]["node"]
        assert text_without_answers(view["html"]) == text_without_answers(then["html"])
    assert view["told"] == told.HAS_KEPT
    # The learning system keeps the record.
    assert "Keep a record" not in view["html"]
    assert "Start again" in view["html"]


def text_without_answers(html: str) -> str:
    """What she picked is put in by the scripts of a course, elsewhere (`screen.js`)."""
    return html.partition('<section class="ct-answers">')[0].replace(" checked", "")


@pytest.mark.parametrize("standard", Standard)
def test_the_package_is_that_of_the_build(
    bench: Workbench, ask: Ask, standard: Standard, tmp_path: Path
) -> None:
    choose(ask)
    saved = ask("package", tree="visit", standard=standard)
    procedure = bench.mine.reading().procedures.find("visit")
    assert procedure
    options = CourseOptions(each_answer=True, score=True)
    write_package(procedure, standard, SITE, tmp_path / "package.zip", options)
    assert b64decode(saved["base64"]) == (tmp_path / "package.zip").read_bytes()
    assert saved["name"] == f"visit-4.0-{standard}.zip"
    assert saved["said"] == []


def test_what_is_chosen_is_said_to_the_learner_and_to_the_author(ask: Ask) -> None:
    plain = ask("course", tree="visit")
    assert plain["told"] == ["Your learning system keeps your answers and the outcome that you reach."]
    assert "There are no points, and nobody can pass or fail." in plain["reported"]
    choose(ask)
    seen = ask("course", tree="visit")
    assert seen["told"] == [
        "Your learning system keeps your answers and the outcome that you reach. "
        "It is told each answer by itself as well, with the time at which you give it.",
        "Whoever reaches an outcome has 100 of 100 points, whichever it is.",
    ]
    assert "Whoever reaches an outcome has 100 of 100 points. Nobody can fail." in seen["reported"]
    assert seen["digest"] != plain["digest"]
    ask("take_course", tree="visit")
    after = answered(ask, "risk", ["dog"])["told"]
    assert after.endswith(" It keeps each answer by itself as well, with the time at which you gave it.")


def test_a_procedure_with_errors_has_no_course(ask: Ask) -> None:
    reworded(ask, TREE, "otherwise -> tell", "otherwise -> tel")
    assert ask("course", tree="visit") is None
    assert ask("package", tree="visit", standard="cmi5") is None
    assert ask("course", tree="nowhere") is None


def test_where_there_are_too_many_ways_nothing_is_asked_and_that_is_said(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_STOPS", 2)
    seen = ask("course", tree="visit")
    assert seen["asks"] is False
    assert seen["reported"][0] == (
        "The course is complete when the section of an outcome is opened, whichever it is."
    )
    (said,) = ask("package", tree="visit", standard="scorm-12")["said"]
    assert said.startswith("visit has too many ways through it to be asked in a course.")


def test_where_going_back_forgets_answers_the_learner_is_told() -> None:
    assert told.also_told(CourseOptions(), Way.ONWARD) == [
        "If you go back, your answers from there on are forgotten."
    ]


def test_learners_read_what_the_scripts_of_a_course_say() -> None:
    files = Path(package.__file__).with_name("files")
    scripts = "".join((files / name).read_text(encoding="utf-8") for name in ("course.js", "keeper.js"))
    said = {words for name, words in vars(told).items() if name.isupper()}
    assert len(said) == 6
    assert [words for words in said if words not in scripts] == []


@pytest.mark.parametrize(
    "written",
    [None, {}, {"score": True}, {"each_answer": True, "each_version": True}, {"each_answer": False}],
)
def test_the_settings_choose_what_they_choose_in_the_build(written: object) -> None:
    assert chosen_in(written) == course_options(written)


def test_settings_that_the_build_refuses_choose_nothing() -> None:
    assert chosen_in(["score"]) == chosen_in({"score": "yes"}) == CourseOptions()
