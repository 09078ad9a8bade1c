"""What is typed in a course is read, refused, counted from and said again as on the site, whatever is typed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetree.render.courses.course import to_views
from clausetree.render.courses.tokens import token
from clausetree.render.html.ids import live_id
from clausetree.render.tree.deadlines import deadline_words
from clausetree.render.tree.phrasing import answered
from clausetree.render.widget.conversation import ConversationState, answer
from clausetree.render.widget.mistakes import control_to_mend, mistake
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.model import Basis, Deadline, Duty, Measure, Outcome, Prose, Tree, Unsure
from clausetree.tree.scalar import MINUTES_OF_DAY, answer_of, scalar_text
from clausetree.tree.scale import DateScale, NumberScale, Scale
from clausetree.tree.strength import Strength
from clausetree.tree.typed import typed_fields
from clausetree.tree.wire import Edition, Procedure
from tests.publish.courses.player import play

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
TODAY = date(2026, 3, 15)
EDITION = Edition("policy", "Policy", "1", "0")


def prose(words: str) -> Prose:
    return Prose(words, words)


def asking(scale: Scale, least: int, most: int, **more: Any) -> Measure:
    return Measure("q", prose("What?"), (), None, scale, least, most, more.pop("unit", None), "end", **more)


def procedure_of(
    question: Measure, periods: Sequence[Period] = (), calendar: Calendar | None = None
) -> Procedure:
    """Return a procedure of one question, and of a duty for each period from what that asks for."""
    strengths = (Strength.MUST, Strength.MUST_NOT)
    due = [
        Duty(strengths[at % 2], "you", prose(f"Do {at}"), (), None, Deadline(period, "q", None))
        for at, period in enumerate(periods)
    ]
    end = Outcome("end", prose("End"), (), (), tuple(due), (), (), ())
    tree = Tree("made", prose("Made"), "policy", Basis.CLAUSES, None, (), "q", (question, end))
    return Procedure(tree, EDITION, {}, {}, calendar, TODAY.toordinal())


def after_each(procedure: Procedure, typed: Sequence[tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return what comes of each of these answers in the course."""
    plays = [[("answer", list(one))] for one in typed]
    return [said for (said,) in play(json.loads(to_views(procedure, "")), plays, today=TODAY.isoformat()).plays]


BITS = st.sampled_from(
    (
        *("1", "12", "31", "2", "29", "2026", "2024", "26", "0", "007", "9", "1430", "1e3", "\u0663", "\uff12"),
        *("1,000", "1.000", "1.234", "12,5", "1'000", ".5", "3.", "-4", "\u22124", "+5", "5-", "minus ", "½"),
        *("£", "£50", "50£", "gbp", "kg", "kgs", "KG", "lb", "lbs", "%", "€", "\uff0e", "CHF", "years", "year"),
        *("feb", "Feb.", "sept", "february", "9:30", "9.30pm", "9h", "14:30", "24:00", "25:00", "9:3"),
        *(
            "1 May 2026",
            "05/01/2026",
            "2026-03-15",
            "Fri ",
            "1st",
            "March",
            "13.12.26",
            "may",
            " 9:30",
            "T14:30",
        ),
        *(
            "today",
            "Yesterday",
            "tomorrow",
            "5 May",
            "May 5th",
            "29 feb",
            " 9.30",
            "25-12-20",
            "on ",
            " at 9am",
        ),
        *("12am", "noon", "midday", "midnight", "12midnight", "pm", "a.m.", "o’clock", " hours"),
        *("", " ", "\u00a0", "/", "-", ":", ".", ","),
    )
)
TEXT = st.lists(BITS, max_size=4).map("".join)
PASTED = (
    *(
        "%d/%m/%Y",
        "%d.%m.%y",
        "%m-%d-%Y",
        "%Y-%m-%d",
        "%-d %B %Y",
        "%A %-dth of %B, %y",
        "%B %-d, %Y",
        "%d%b%Y",
    ),
    *("%a %d/%m/%Y", "Mon %-d %B %Y", "%d/%m/%Y 25:00", "%d %B %Y %H:%M:%S", "%-d %-m %Y", "%d.%m.%Y 9.30am"),
    *("%-d %b '%y", "%-d %B %Y at 9am", "%Y-%m-%dT14:30", "2:30 PM \u00b7 %b %-d, %Y", "%d %m", "%B %Y"),
)
"""How a date is written, where it is pasted."""

SCALES: list[Measure] = [
    asking(NumberScale(), 0, 120, unit=prose("years"), unit_of_one=prose("year")),
    asking(NumberScale(), -50, 2000),
    asking(NumberScale(2), -1000, 100_000, unit=prose("kg"), unsure=Unsure("pass", prose("I pass"), ("3.5",))),
    asking(NumberScale(), 0, 100, unit=prose("% of pay"), word_before=prose("about")),
    asking(NumberScale(2, "£"), 0, 500_000_000),
    asking(NumberScale(2, "CHF"), -5_000, 5_000),
    asking(NumberScale(3, "KWD"), 0, 5_000_000),
    asking(DateScale.DATE, date(2024, 2, 1).toordinal(), date(2026, 12, 31).toordinal()),
    asking(
        DateScale.DATE, FIRST, TODAY.toordinal(), ends_today=True, unsure=Unsure("pass", prose("I pass"), ())
    ),
    asking(DateScale.DATE_AND_TIME, TODAY.toordinal(), LAST, begins_today=True),
]


def of(question: Measure) -> st.SearchStrategy[tuple[str, ...]]:
    """Something that may be typed: anything, or something that is an answer of this kind."""
    boxes = len(typed_fields(question.scale, ""))
    unsure = st.just((question.unsure.id,) if question.unsure else ())
    anything = st.tuples(*[TEXT] * boxes)
    either = st.tuples(anything, st.one_of(st.just(()), unsure)).map(lambda both: (*both[0], *both[1]))
    near = st.integers(question.least - 2, question.most + 2).filter(
        lambda amount: isinstance(question.scale, NumberScale) or FIRST <= amount <= LAST
    )
    plain = near.map(lambda amount: typed_fields(question.scale, answer_of(question.scale, amount)))
    if isinstance(question.scale, NumberScale):
        return st.one_of(either, plain)
    pasted = st.tuples(near.map(date.fromordinal), st.sampled_from(PASTED), st.integers(0, 2)).map(
        lambda drawn: ("",) * drawn[2] + (f"{drawn[0]:{drawn[1]}}",) + ("",) * (boxes - 1 - drawn[2])
    )
    return st.one_of(either, plain, pasted)


@pytest.mark.parametrize("question", SCALES, ids=lambda one: f"{one.scale} {one.least}")
@settings(max_examples=12)
@given(st.data())
def test_whatever_is_typed_is_read_or_refused_as_on_the_site(question: Measure, data: st.DataObject) -> None:
    procedure = procedure_of(question)
    typed = data.draw(st.lists(of(question), min_size=40, max_size=80))
    for one, said in zip(typed, after_each(procedure, typed), strict=True):
        state = answer(procedure.tree, ConversationState(), "q", one)
        if state.answers:
            words = [words.html for words in answered(question, state.answers["q"])]
            assert (one, said["own"]["picks"]) == (one, {"q": list(state.answers["q"])})
            assert (one, said["words"]["q"]) == (one, words)
            assert said["found"] == said["own"]
        else:
            assert said["fault"], one
            assert (one, said["fault"]["words"]) == (one, mistake(question, one, procedure.today))
            box = live_id(procedure.tree, "q", said["fault"]["box"])
            assert (one, box) == (one, control_to_mend(procedure.tree, question, one, procedure.today))


def day(year: int, month: int, of_month: int) -> int:
    return date(year, month, of_month).toordinal()


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    first = draw(st.integers(day(2023, 11, 1), day(2024, 3, 1)))
    last = first + draw(st.integers(0, 900))
    closed = draw(st.lists(st.integers(first, last), max_size=60, unique=True))
    weekend = draw(st.lists(st.integers(0, 6), max_size=3, unique=True))
    changes = draw(
        st.lists(
            st.tuples(
                st.integers(first * MINUTES_OF_DAY, last * MINUTES_OF_DAY), st.sampled_from([60, -60, 30])
            ),
            max_size=4,
            unique_by=lambda one: one[0] // (60 * 24),
        )
    )
    return Calendar("Ours", first, last, tuple(weekend), tuple(sorted(closed)), tuple(sorted(changes)))


def period(amount: int, unit: Unit, less: bool, moved: bool) -> Period:
    if unit is Unit.HOUR:
        return Period(amount, unit)
    if unit is Unit.WORKING_DAY:
        return Period(amount, unit)
    return Period(amount, unit, less, moved)


PERIODS = st.lists(
    st.builds(period, st.integers(1, 80), st.sampled_from(Unit), st.booleans(), st.booleans()),
    min_size=8,
    max_size=8,
    unique=True,
)
MINUTES = st.one_of(
    st.integers(day(2023, 10, 1) * MINUTES_OF_DAY, day(2026, 10, 1) * MINUTES_OF_DAY),
    st.integers(day(2024, 1, 26) * MINUTES_OF_DAY, day(2024, 3, 3) * MINUTES_OF_DAY),
    st.integers(FIRST * MINUTES_OF_DAY, LAST * MINUTES_OF_DAY),
)


def beside(calendar: Calendar | None) -> list[int]:
    """Return the minutes at which something else may hold than right before or behind them."""
    days = [FIRST, FIRST + 1, LAST, *([calendar.first, calendar.last] if calendar else [])]
    turns = [at * MINUTES_OF_DAY for at in days] + [at for at, _ in (calendar.changes if calendar else ())]
    return [at + more for at in turns for more in (-60, -1, 0, 1, 60) if (at + more) // MINUTES_OF_DAY >= FIRST]


@pytest.mark.parametrize("scale", DateScale)
@settings(max_examples=60)
@given(
    calendar=st.one_of(calendars(), calendars(), calendars(), st.none()),
    periods=PERIODS,
    minutes=st.lists(MINUTES, min_size=30, max_size=60),
)
def test_a_course_tells_the_end_that_the_site_tells(
    scale: DateScale, calendar: Calendar | None, periods: list[Period], minutes: list[int]
) -> None:
    procedure = procedure_of(asking(scale, FIRST, LAST), periods, calendar)
    minutes = [*minutes, *beside(calendar)]
    texts = [
        scalar_text(scale, one if scale is DateScale.DATE_AND_TIME else one // MINUTES_OF_DAY)
        for one in minutes
    ]
    told = after_each(procedure, [typed_fields(scale, text) for text in texts])
    end = procedure.tree.node("end")
    assert isinstance(end, Outcome)
    by_number = json.loads(to_views(procedure, ""))["dates"]["ends"]
    for text, said in zip(texts, told, strict=True):
        for duty in end.duties:
            words = deadline_words(procedure, duty, {"q": frozenset({text})})
            assert words
            assert duty.within
            of_it = duty.within.period
            before = "up to" if duty.strength is Strength.MUST_NOT else "by"
            asked = [
                *("q", of_it.amount, of_it.unit.value, of_it.less_a_day, of_it.to_working_day, before),
            ]
            number = by_number.index(asked)
            assert (text, str(of_it), said["ends"][number]) == (
                text,
                str(of_it),
                {"end": words.end, "more": words.more},
            )


@pytest.mark.parametrize("kept", ["2abcd" + token("q") + token("q", "2024-02-01"), '{"q":["2024-02-01"]}'])
def test_a_range_that_an_older_package_kept_is_no_day_and_is_asked_again(kept: str) -> None:
    made = json.loads(to_views(procedure_of(SCALES[-3]), ""))
    (found,) = play(made, kept=[kept]).found
    assert (found["node"], found["picks"], found["changed"]) == ("q", {}, True)


def test_who_does_not_know_is_told_the_end_from_what_that_counts_as() -> None:
    unsure = Unsure("pass", prose("I pass"), ())
    question = asking(DateScale.DATE, day(2026, 1, 1), TODAY.toordinal(), ends_today=True, unsure=unsure)
    fixed = replace(question, unsure=replace(unsure, counts_as=("2026-03-02",)))
    for one, end in ((question, "Sunday 22 March 2026"), (fixed, "Monday 9 March 2026")):
        (said,) = after_each(procedure_of(one, [Period(7, Unit.DAY)]), [("", "", "", "pass")])
        past = ", which is past" if one is fixed else ""
        assert said["ends"] == [{"end": f"by the end of {end}", "more": past}]
