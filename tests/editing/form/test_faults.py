"""Faults in a form: each at one place that is there, and in words of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from clausetree.editing.assist.fixes import fixes_for
from clausetree.editing.assist.known import Known
from clausetree.editing.form.faults import FaultInForm, fault_in_form
from clausetree.editing.form.form import Control, Form, fields_of
from clausetree.editing.form.reading import form_of
from clausetree.history.registry import Registry
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.deadlines.calendar import Calendar

from .trees import CASES

INVALID = CASES / "invalid"
TODAY = date(2026, 5, 6).toordinal()
HEAD = """tree lone "Alone"
    policy lone-working
    basis clauses
    start place

question place "Where?"
    option home "At home" -> ready
    option office "At the office" -> ready

outcome ready "Ready"
"""


@pytest.fixture(scope="module")
def told(
    made_up: Registry, made_up_calendar: Calendar
) -> Callable[[list[Source]], list[tuple[Diagnostic, FaultInForm, Form]]]:
    """What a form shows of the faults of some trees."""

    def shown(sources: list[Source]) -> list[tuple[Diagnostic, FaultInForm, Form]]:
        _, found = read_trees(sources, made_up, made_up_calendar, TODAY)
        texts = {source.name: source.text for source in sources}
        told = []
        for one in found:
            if one.severity is not Severity.ACKNOWLEDGED:
                form = form_of(one.source)
                known = Known(one.source.name, made_up, {}, texts)
                certain = bool(fixes_for(one, one.source.text, known))
                told.append((one, fault_in_form(form, one, certain=certain), form))
        return told

    return shown


def cases() -> Iterator[list[Source]]:
    yield from ([source] for source in tree_sources(INVALID) if "/" not in source.name.removeprefix("invalid/"))
    yield from (tree_sources(folder) for folder in sorted(INVALID.iterdir()) if folder.is_dir())


def test_every_fault_is_shown_at_a_place_of_the_form_and_no_hint_speaks_of_the_text(
    told: Callable[[list[Source]], list[tuple[Diagnostic, FaultInForm, Form]]],
    is_as_written: Callable[[str, Path], None],
) -> None:
    lines: dict[tuple[str, str, str], str] = {}
    for sources in cases():
        for diagnostic, shown, form in told(sources):
            controls = {field.path: field.control for card in form.cards for field in fields_of(card)}
            items = {item.path for card in form.cards for item in card.items}
            cards = {card.path for card in form.cards}
            assert shown.path in {*controls, *items, *cards} or (not cards and not shown.path)
            if controls.get(shown.path) is Control.LINES:
                # Whoever fills in lines of the language reads what is said of them.
                assert (shown.message, shown.hint) == (diagnostic.message, diagnostic.hint)
                continue
            assert "`" not in shown.hint
            assert "`" not in shown.message or "``" in diagnostic.message
            part = shown.path.rpartition("/")[2].rstrip(" 0123456789") if "/" in shown.path else ""
            key = (diagnostic.code, type(diagnostic.problem).__name__, part)
            lines.setdefault(key, f"{diagnostic.code} {shown.where}\n    {shown.message}\n    {shown.hint}")
    text = "\n".join(line.rstrip() for _, line in sorted(lines.items()))
    is_as_written(f"{text}\n", CASES / "forms" / "faults.txt")


@pytest.mark.parametrize(
    ("text", "code", "path", "message", "hint"),
    [
        (
            HEAD + '    must you "Carry a telephone"\n',
            "T502",
            "outcome ready/duty 1/cites",
            "This duty cites no clause.",
            "Pick a clause from the policy.",
        ),
        (
            HEAD.replace('"At home" -> ready', '"At home"'),
            "T302",
            "question place/option home/target",
            "Option “At home” leads nowhere.",
            "Choose from what the list offers.",
        ),
        (
            HEAD.replace("    basis clauses\n", ""),
            "T107",
            "tree lone/basis",
            "“Where it comes from” is still empty.",
            "Choose from what the list offers.",
        ),
        (
            HEAD + '\noutcome lost "Lost"\n',
            "T301",
            "outcome lost",
            "No answers ever lead to “Lost”.",
            "Choose it under “Leads to” of what comes before it, or remove it.",
        ),
        (
            HEAD.replace('"At home" -> ready', '"At home" -> redy'),
            "T202",
            "question place/option home/target",
            "This leads to “redy”, and no node is called that.",
            # A button mends it.
            "",
        ),
        (
            HEAD + "    nte Take care\n",
            "T101",
            "outcome ready/lines 1/lines",
            "`nte` is not something that an outcome can hold.",
            "Did you mean `note`?",
        ),
    ],
)
def test_a_fault_is_shown_once_where_it_is_mended(
    told: Callable[[list[Source]], list[tuple[Diagnostic, FaultInForm, Form]]],
    text: str,
    code: str,
    path: str,
    message: str,
    hint: str,
) -> None:
    found = [shown for one, shown, _ in told([Source("lone.tree", text)]) if one.code == code]
    assert [(each.path, each.message, each.hint) for each in found] == [(path, message, hint)]
