"""Where a visit ended, in the words of each rendering."""

from __future__ import annotations

import re

import pytest

from clausetree.render.h5p.content import fits, to_files
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import ConversationState, begin
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view
from clausetree.tree.procedures import Procedures
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire


@pytest.fixture(scope="module")
def incident(examples: Procedures) -> Procedure:
    found = examples.find("data-incident")
    assert found
    return found


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def section(procedure: Procedure, node_id: str) -> str:
    html = to_html(procedure, "../")
    start = html.index(f'<section id="{procedure.tree.id}--{node_id}"')
    return text_of(html[start : html.index("</section>", start)])


def test_a_page_without_scripts_says_where_it_ends_and_what_that_adds(incident: Procedure) -> None:
    high = section(incident, "breach-severity--high")
    assert "“How bad the breach is for people” ends here. Note down with what: “A high risk”." in high
    assert "Add 2 to the weight of the incident." in high
    limit = "if your answer to “How many people is it about?” is at least 1000."
    assert f"Add 1 to the weight of the incident {limit}" in high
    assert f"Add 1 to the weight of the incident {limit}" in section(incident, "breach-severity--some")
    assert "Add " not in section(incident, "breach-severity--none")


def test_conditions_speak_of_it_in_words(incident: Procedure) -> None:
    report = section(incident, "report")
    assert "Only if “How bad the breach is for people” ended with “A high risk”: The regulator" in report
    assert "Only if “How bad the breach is for people” did not end with “A high risk”:" in report
    assert (
        "“It is grave” applies if “How bad the breach is for people” ended with “A high risk” or your answer "
        "to “How many people is it about?” is at least 1000." in report
    )


def test_a_table_has_a_column_for_it(incident: Procedure) -> None:
    table = section(incident, "sort")
    assert "How bad the breach is for people Is it stopped? The weight of the incident Then" in table
    assert "“A high risk” “No” any Tell the board today" in table
    assert "“Some risk” or “No risk to people” “No” any Stop it first" in table


def test_the_picture_and_the_outline_say_it(incident: Procedure) -> None:
    words = "If “How bad the breach is for people” ended with “No risk to people”"
    assert f"{words}: Outcome: Write it into the register" in to_outline(incident.tree)
    assert "A high risk (adds to the weight of the incident)" in to_outline(incident.tree)
    drawn = re.sub(r" *\\n *", " ", to_dot(incident.tree))
    ended = "“How bad the breach is for people” ended with “No risk to people”"
    assert f"From your answers: {ended}" in drawn


def said(procedure: Procedure, what: str) -> ConversationState:
    visited = {"what": what, "locked": "yes", "high" if what == "health" else "some": "done"}
    answers = {"aware": "2026-03-02T09:00", "how-many": "999", "stopped": "yes"}
    answers |= {f"breach-severity--{name}": one for name, one in visited.items()}
    return begin(procedure.tree, {name: frozenset({one}) for name, one in answers.items()})


def test_a_reader_is_told_what_holds_for_her_and_her_record_has_the_points(incident: Procedure) -> None:
    # As a browser reads it.
    procedure = from_wire(to_wire(incident).text)
    state = said(procedure, "health")
    shown = text_of(to_view(procedure, state, "../").html)
    assert "Report it" in shown
    assert "The weight of the incident 2" in shown
    assert "0303 555 1113" in shown
    assert "Nobody has to be rung today" not in shown
    record = to_record(procedure, walk(procedure.tree, state.answers), frozenset(), Occasion("today", "x"))
    assert "The weight of the incident: 2" in record
    other = said(procedure, "plain")
    shown = text_of(to_view(procedure, other, "../").html)
    assert "0303 555 1113" not in shown
    assert "Nobody has to be rung today" in shown


def test_in_h5p_the_screens_go_by_it(examples: Procedures) -> None:
    for name in ("data-incident", "children-at-home"):
        procedure = examples.find(name)
        assert procedure
        assert fits(procedure)
        assert (
            "A high risk" in (content := to_files(procedure, "")["content/content.json"]) or "Danger" in content
        )
