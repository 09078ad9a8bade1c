"""What an author chooses of her courses, in the settings of the site or on the line of the command."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.commands.conftest import Run

SETTINGS = """\
site_name: Larkfield
plugins:
  - clausetree:
      courses:
        {name}: true
"""


def chosen(folder: Path) -> set[str]:
    """What the script of the first package says was chosen."""
    with ZipFile(next((folder / "made").glob("*-cmi5.zip"))) as package:
        script = package.read("views.js").decode()
    return {name for name in ("eachAnswer", "score") if f'"{name}": true' in script}


@pytest.mark.parametrize(
    ("setting", "flag", "name"),
    [("each_answer", "--each-answer", "eachAnswer"), ("score", "--score", "score")],
)
def test_what_is_chosen_is_chosen_in_either_place(
    run: Run, folder: Path, setting: str, flag: str, name: str
) -> None:
    assert run("courses", "package", "--for", "cmi5", "--to", "made").code == 0
    assert chosen(folder) == set()
    assert run("courses", "package", "--for", "cmi5", "--to", "made", flag).code == 0
    assert chosen(folder) == {name}
    (folder / "mkdocs.yml").write_text(SETTINGS.format(name=setting), encoding="utf-8")
    assert run("courses", "package", "--for", "cmi5", "--to", "made").code == 0
    assert chosen(folder) == {name}


def test_settings_of_courses_that_are_none_are_refused(run: Run, folder: Path) -> None:
    text = SETTINGS.replace("courses:\n        {name}: true", "courses: true")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    told = run("courses", "package", "--to", "made")
    assert told.code == 2
    assert "`courses` in mkdocs.yml holds settings of its own, and not `True`." in told.out + told.err


@pytest.mark.parametrize(
    "written", ['h5p_version: "1.8.2"', "h5p_version: 1.10", 'each_answer: "yes"', "score: 1", "scores: true"]
)
def test_what_cannot_be_chosen_is_refused_as_the_build_does(run: Run, folder: Path, written: str) -> None:
    text = SETTINGS.replace("{name}: true", written)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    told = run("courses", "package", "--to", "made")
    name = written.partition(":")[0]
    assert told.code == 2
    assert f"`{name}` under `courses` in mkdocs.yml cannot be read." in told.out + told.err
    assert not (folder / "made").exists()
