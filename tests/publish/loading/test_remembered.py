"""A folder that is read again by what has changed is read as if it had never been read before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetree.publish.calendars.reading import read_calendar
from clausetree.publish.loading.reading import Reading, read_site
from clausetree.publish.loading.remembered import RememberedReading
from clausetree.publish.sources.settings_file import Folders, read_folders
from clausetree.report.diagnostic import Severity

from ...building import PROJECT

VISITING = """\
tree visiting "One that visits"
    policy staff
    basis clauses
    start ask

question ask "Is it so?"
    option yes "Yes" -> visited
    option no "No" -> end

visit visited then -> after

route after
    when visited is done -> end
    otherwise -> other

outcome end "The end"

outcome other "Another end"
"""
VISITED = """\
tree visited "One that is visited"
    policy staff
    basis clauses
    start ask

question ask "Which?"
    option one "One" -> done
    option two "Two" -> gone

outcome done "Done"

outcome gone "Gone"
"""
POLICY = """\
---
policy: staff
title: Staff policy
version: "0.1"
owner: The office
approved: 1 May 2031
next_review: May 2033
---

# Staff policy {: #staff-policy }

1.1 Staff must tell the office.
{: #c1-1 }
"""
FILES = {
    "docs/policy/staff.md": (POLICY, POLICY.replace("must", "should"), POLICY.replace("{: #c1-1 }", "")),
    "trees/visiting.tree": (
        VISITING,
        VISITING.replace("is done", "is gone"),
        VISITING.replace("-> end", "-> en", 1),
    ),
    "trees/visited.tree": (
        VISITED,
        VISITED.replace("outcome done", "outcome over"),
        VISITED.replace("start", "strt"),
    ),
    "mkdocs.yml": ("site_name: Staff\nplugins:\n  - clausetree\n",),
}
EDITS = [(path, text) for path, texts in FILES.items() for text in (*texts, "") if path != "mkdocs.yml"]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    folder = tmp_path_factory.mktemp("site")
    _write(folder)
    return read_folders(folder / "mkdocs.yml")


def _write(folder: Path) -> None:
    for path, texts in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(texts[0], encoding="utf-8")


def _said(reading: Reading) -> object:
    return reading.all(), reading.procedures, dict(reading.policies.pages), reading.reviews


@given(edits=st.lists(st.sampled_from(EDITS), max_size=6))
@settings(max_examples=40)
def test_whatever_was_edited_it_says_what_a_first_reading_says(
    folders: Folders, edits: list[tuple[str, str]]
) -> None:
    _write(folders.folder)
    remembered = RememberedReading(folders, read_calendar)
    remembered.read()
    for path, text in edits:
        file = folders.folder / path
        if text:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
        again = remembered.read(only_trees=path.endswith(".tree"))
        assert _said(again) == _said(read_site(folders))


def test_a_tree_that_did_not_change_is_not_read_again(folders: Folders) -> None:
    _write(folders.folder)
    remembered = RememberedReading(folders, read_calendar)
    before = remembered.read()
    assert [d.code for d in before.all() if d.severity is Severity.ERROR] == []
    shutil.copy(PROJECT / "trees" / "evidence.tree", folders.trees)
    after = remembered.read(only_trees=True)
    assert after.policies is before.policies
    (folders.trees / "evidence.tree").unlink()
