"""Where something is called so, and every place that speaks of it."""

from __future__ import annotations

import pytest

from clausetree.editing.assist.places import definition_at, places_of
from clausetree.history.registry import Registry

from .site import CHECK, CHECK_FILE, OUTING, OUTING_FILE, POLICY_FILE, cut, known

TEXTS = {OUTING_FILE: OUTING, CHECK_FILE: CHECK}


def lines_with(registry: Registry, place: str, name: str = OUTING_FILE) -> list[str]:
    """Return the lines of the places that name what stands at the cursor, with a star where it is defined."""
    words, at = cut(place)
    text = TEXTS[name]
    found = places_of(text, text.index(words) + at, known(registry, name))
    shown = []
    for one in found:
        whole = TEXTS[one.file]
        start = whole.rfind("\n", 0, one.span.start) + 1
        shown.append(whole[start : whole.index("\n", one.span.start)].strip() + "*" * one.defines)
    return shown


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (
            "question ris¦ks",
            [
                'fact dark "It is dark" when risks includes night',
                'option home "At somebody\'s home" adds 2 to score -> risks',
                'question risks "Which of these apply?"*',
                "when risks includes animals or score > 1 -> call",
                "columns  place           risks",
            ],
        ),
        (
            "-> off¦",
            [],
        ),
        (
            "option off¦ice",
            [
                'option office "At the office" -> safe*',
                "row      home or office  night  -> call",
                "place is office",
            ],
        ),
        (
            "total sco¦re",
            [
                'total score "the score"*',
                'option home "At somebody\'s home" adds 2 to score -> risks',
                "when risks includes animals or score > 1 -> call",
                "expects score is 2",
            ],
        ),
        ("uses tor¦ch", ["uses torch", "shared torch*"]),
        ("role bud¦dy", ['role buddy "Your buddy"*', 'should not buddy "Wait" (1.2)']),
        (
            "check is dan¦ger -> call",
            [
                "when dark and check is danger -> call",
                "check is danger",
                'option yes "Yes" -> danger',
                'outcome danger "There is danger"*',
            ],
        ),
        (
            "visit che¦ck",
            [
                "then -> check",
                "visit check then -> day",
                "when dark and check is danger -> call",
                "then -> tree check",
                "check is danger",
                'tree check "Is it safe?"*',
            ],
        ),
        (
            'must you "Call your buddy" within 2 days of day (1.¦1',
            [
                "cites 1.1",
                'must you "Call your buddy" within 2 days of day (1.1, verbs 1.2) when place is home',
            ],
        ),
    ],
)
def test_every_place_is_found(made_up: Registry, place: str, lines: list[str]) -> None:
    if lines:
        assert lines_with(made_up, place) == lines


def test_places_are_the_same_from_the_other_tree(made_up: Registry) -> None:
    for own, others in (("tree che¦ck", "visit che¦ck"), ("outcome dan¦ger", "check is dan¦ger -> call")):
        assert sorted(lines_with(made_up, own, CHECK_FILE)) == sorted(lines_with(made_up, others))


def test_an_answer_of_the_same_name_to_another_question_is_no_place(made_up: Registry) -> None:
    assert lines_with(made_up, "option y¦es", CHECK_FILE) == ['option yes "Yes" -> danger*']


def test_one_jumps_to_where_it_is_written(made_up: Registry) -> None:
    site = known(made_up)
    place = definition_at(OUTING, OUTING.index("-> call") + 4, site)
    assert place
    assert (place.file, OUTING[place.span.start :][:23]) == (OUTING_FILE, 'call "Call your buddy f')
    visit = definition_at(OUTING, OUTING.index("check then"), site)
    assert visit
    assert (visit.file, CHECK[visit.span.start :][:5]) == (CHECK_FILE, "check")
    end = definition_at(OUTING, OUTING.index("danger ->"), site)
    assert end
    assert (end.file, CHECK[end.span.start :][:8]) == (CHECK_FILE, 'danger "')
    clause = definition_at(OUTING, OUTING.index("(1.1,") + 2, site)
    policy = made_up.find("lone-working", "1.1")
    assert clause
    assert policy
    assert (clause.file, clause.span) == (POLICY_FILE, policy.span)
    assert definition_at(OUTING, 0, site) is None


def test_of_a_clause_the_trees_that_cite_it_are_found(made_up: Registry) -> None:
    clause = made_up.find("lone-working", "1.1")
    assert clause
    found = places_of("", clause.span.start + 2, known(made_up, POLICY_FILE))
    assert [(place.file, place.defines) for place in found] == [
        (POLICY_FILE, True),
        (OUTING_FILE, False),
        (OUTING_FILE, False),
    ]
    assert [OUTING[place.span.start : place.span.end] for place in found[1:]] == ["1.1", "1.1"]
    assert places_of("", 0, known(made_up, POLICY_FILE)) == ()


def test_a_link_of_a_policy_leads_to_the_clause(made_up: Registry) -> None:
    text = "See [it](verbs.md#c1-5)"
    found = definition_at(text, 20, known(made_up, POLICY_FILE))
    clause = made_up.find("verbs", "c1-5")
    assert found
    assert clause
    assert (found.file, found.span) == ("docs/policy/verbs.md", clause.span)
    assert definition_at(text, 2, known(made_up, POLICY_FILE)) is None
