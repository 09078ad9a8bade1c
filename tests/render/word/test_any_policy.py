"""Whatever a policy holds, it comes back; whatever somebody changes in Word, no more than that is changed."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clausetree.importing.changes import Settle
from tests.render.word.drawn import HEAD, Drawn, policies
from tests.render.word.exported import back, changed, exported, units
from tests.render.word.shapes import shape
from tests.render.word.tracked import edited, moved_down, put_in, reworded, taken_out

LABELS = {"ledger": "https://mill.example/ledger", "form": "https://mill.example/form", "unknown-yet": ""}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20, phases=[Phase.generate])
@given(policies())
def test_a_policy_comes_back_as_it_was(drawn: Drawn) -> None:
    was = changed(drawn.text, LABELS)
    again = back(exported(was.policy), was)
    assert units(again) == units(was.policy)
    assert shape(again) == shape(was.policy)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20, phases=[Phase.generate])
@given(policies().filter(lambda drawn: bool(drawn.clauses)), st.data())
def test_one_tracked_change_is_that_change_and_no_other(drawn: Drawn, data: st.DataObject) -> None:
    was = changed(drawn.text, LABELS)
    number = data.draw(st.sampled_from(sorted(drawn.clauses)))
    words = drawn.clauses[number].split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    edit, line = data.draw(
        st.sampled_from(
            (
                (reworded(at, "hoppers"), [*words[:at], "hoppers", *words[at + 1 :]]),
                (put_in(at, "many old"), [*words[:at], "many old", *words[at:]]),
            )
        )
    )
    document = edited(exported(was.policy), f"clause_c{number.replace('.', '_')}", edit)
    before, after = (f"{number} {text}\n" for text in (drawn.clauses[number], " ".join(line)))
    assert was.text.count(before) == 1
    now = changed(was.text.replace(before, after), LABELS)
    assert shape(back(document, was, Settle.ACCEPT)) == shape(now.policy)
    assert shape(back(document, was, Settle.REJECT)) == shape(was.policy)


PLAIN = st.lists(st.integers(2, 4), min_size=1, max_size=3)
"""How many clauses each section has, and nothing else."""


def _plainly(sections: list[list[str]]) -> str:
    lines = [HEAD.rstrip()]
    for at, clauses in enumerate(sections):
        lines.append(f"## {at + 1}.0 Part")
        lines += [f"{at + 1}.{number + 1} {words}" for number, words in enumerate(clauses)]
    return "\n\n".join(lines) + "\n"


@settings(max_examples=20)
@given(PLAIN, st.data())
def test_numbers_follow_a_clause_that_was_taken_out_or_moved(counts: list[int], data: st.DataObject) -> None:
    sections = [[f"Clause {part} of {at}." for part in range(count)] for at, count in enumerate(counts)]
    was = changed(_plainly(sections), {})
    section = data.draw(st.integers(0, len(sections) - 1))
    clause = data.draw(st.integers(0, len(sections[section]) - 2))
    is_moved = data.draw(st.booleans())
    bookmark = f"clause_c{section + 1}_{clause + 1}"
    document = edited(exported(was.policy), bookmark, moved_down if is_moved else taken_out)
    now = [list(clauses) for clauses in sections]
    words = now[section].pop(clause)
    if is_moved:
        now[section].insert(clause + 1, words)
    said = [unit[1:] for unit in units(back(document, was, Settle.ACCEPT))]
    assert said == [unit[1:] for unit in units(changed(_plainly(now), {}).policy)]
    assert units(back(document, was, Settle.REJECT)) == units(was.policy)
