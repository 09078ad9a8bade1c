"""Another name for something, in every file that has the old one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetree.editing.assist.known import Known
from clausetree.editing.assist.names import NameKind, names_in
from clausetree.editing.assist.rename import Renamed, rename
from clausetree.editing.replacement import replaced
from clausetree.history.registry import Registry
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.deadlines.calendar import Calendar

from .site import CHECK, CHECK_FILE, OUTING, OUTING_FILE, cut, known

ROOT = Path(__file__).resolve().parents[3]
SOUND = {source.name: source.text for source in tree_sources(ROOT / "tests" / "cases" / "valid")}
TEXTS = {OUTING_FILE: OUTING, CHECK_FILE: CHECK}


def outcome(registry: Registry, place: str, new: str, name: str = OUTING_FILE) -> Renamed | str:
    words, at = cut(place)
    text = TEXTS[name]
    return rename(text, text.index(words) + at, new, known(registry, name))


def lines_changed(renamed: Renamed | str) -> dict[str, list[str]]:
    assert isinstance(renamed, Renamed)
    changed = {}
    for file, changes in renamed.changes.items():
        after = replaced(TEXTS[file], changes)
        pairs = zip(TEXTS[file].splitlines(), after.splitlines(), strict=True)
        changed[file] = [new.strip() for old, new in pairs if old != new]
    return changed


def test_an_answer_is_renamed_in_conditions_tables_and_scenarios(made_up: Registry) -> None:
    renamed = outcome(made_up, "option off¦ice", "desk")
    assert lines_changed(renamed) == {
        OUTING_FILE: [
            'option desk "At the office" -> safe',
            "row      home or desk  night  -> call",
            "place is desk",
        ]
    }
    assert isinstance(renamed, Renamed)
    (warning,) = renamed.warnings
    assert warning == (
        "Readers have this procedure. Links to their answers, which they kept or sent to others, name "
        "`office`: they will not lead to this answer any more."
    )


def test_a_role_is_in_no_link(made_up: Registry) -> None:
    renamed = outcome(made_up, "role bud¦dy", "friend")
    assert lines_changed(renamed)[OUTING_FILE] == ['role friend "Your buddy"', 'should not friend "Wait" (1.2)']
    assert isinstance(renamed, Renamed)
    assert renamed.warnings == ()


def test_an_outcome_is_renamed_where_other_trees_ask_for_it(made_up: Registry) -> None:
    assert lines_changed(outcome(made_up, "outcome dan¦ger", "peril", CHECK_FILE)) == {
        CHECK_FILE: ['option yes "Yes" -> peril', 'outcome peril "There is danger"'],
        OUTING_FILE: ["when dark and check is peril -> call", "check is peril"],
    }


def test_a_tree_is_renamed_with_its_file_and_where_it_is_visited(made_up: Registry) -> None:
    renamed = outcome(made_up, "visit che¦ck", "look")
    assert isinstance(renamed, Renamed)
    assert renamed.files == {CHECK_FILE: "trees/look.tree"}
    assert lines_changed(renamed)[CHECK_FILE] == ['tree look "Is it safe?"']
    assert lines_changed(renamed)[OUTING_FILE] == [
        "then -> look",
        "visit look then -> day",
        "when dark and look is danger -> call",
        "then -> tree look",
        "look is danger",
    ]
    assert renamed.warnings == (
        "Change `check` yourself in mkdocs.yml, in trees.lock, and in pages that show or link to it.",
    )
    json.dumps(renamed.to_json())


@pytest.mark.parametrize(
    ("place", "new", "why"),
    [
        ("question ris¦ks", "place", "There is a node called `place`."),
        ("question ris¦ks", "dark", "There is a fact called `dark`."),
        ("fact da¦rk", "score", "There is a total called `score`."),
        ("option off¦ice", "home", "Question `place` has an answer called `home`."),
        ("option off¦ice", "any", "`any` has a meaning of its own, so it cannot be the name of this."),
        ("question ris¦ks", "today", "`today` has a meaning of its own, so it cannot be the name of this."),
        ("question ris¦ks", "includes", "`includes` is a word of the language, so it cannot be a name."),
        (
            "question ris¦ks",
            "The Risks!",
            "A name is made of the letters a to z and digits, in words joined by hyphens, such as `the-risks`.",
        ),
        (
            "question ris¦ks",
            "…",
            "A name is made of the letters a to z and digits, in words joined by hyphens.",
        ),
        ("question ris¦ks", "risks", "It is called `risks` already."),
        ("visit che¦ck", "outing", "There is a tree called `outing`."),
        ("visit che¦ck", "sort", "trees/outing.tree visits this tree, and has a node called `sort`."),
        ("must yo¦u", "me", "`you` is the reader, in every tree."),
        (
            "cites 1.¦1",
            "c1",
            "The name of a clause stands in its policy, and never changes once it is published.",
        ),
        (
            'link "The list" buddy-¦list',
            "list",
            "The label of a link stands in links.yml. Change it there first.",
        ),
        ("# Befo¦re", "after", "No name stands here that could be changed."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(made_up: Registry, place: str, new: str, why: str) -> None:
    assert outcome(made_up, place, new) == why


def test_a_name_that_nothing_has_is_not_renamed(made_up: Registry) -> None:
    text = 'tree a "A"\n    start b\n'
    site = replace(known(made_up), trees={})
    assert rename(text, text.index("b\n"), "c", site) == "Nothing is called `b`: there is nothing to rename."


def near(file: str) -> dict[str, str]:
    """Return a tree and those that lead to it, or that it leads to, however far."""
    leads = {name: {names_in(text).tree, *_other_trees(text)} for name, text in SOUND.items()}
    found = {file}
    while more := {name for name in leads if any(leads[name] & leads[one] for one in found)} - found:
        found |= more
    return {name: SOUND[name] for name in sorted(found)}


def _other_trees(text: str) -> set[str]:
    names = names_in(text)
    return {*names.visits, *(use.text for use in names.uses if use.kind is NameKind.TREE)}


@settings(max_examples=30)
@given(st.data())
def test_a_sound_site_is_sound_after_any_renaming(
    made_up: Registry, made_up_calendar: Calendar, data: st.DataObject
) -> None:
    file = data.draw(st.sampled_from(sorted(SOUND)))
    texts = near(file)
    uses = [use for use in names_in(SOUND[file]).uses if use.kind is not NameKind.CLAUSE]
    use = data.draw(st.sampled_from(uses))
    renamed = rename(SOUND[file], use.span.start, "quite-another-name", Known(file, made_up, {}, SOUND))
    if isinstance(renamed, str):
        assert use.text == "you" or use.kind in (NameKind.POLICY, NameKind.LINK)
        return
    assert set(renamed.changes) <= set(texts)
    after = {name: replaced(text, renamed.changes.get(name, ())) for name, text in texts.items()}
    sources = [Source(renamed.files.get(name, name), text) for name, text in after.items()]
    trees, told = read_trees(sources, made_up, made_up_calendar)
    assert (len(trees), told) == (len(texts), [])
