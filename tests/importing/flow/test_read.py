"""Flowcharts of other programs: their boxes, arrows and words."""

from __future__ import annotations

import base64
import zlib
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from clausetree.importing.flow.chart import Chart, Form
from clausetree.importing.flow.draft import draft
from clausetree.importing.flow.mermaid import NotMermaidError, read_mermaid
from clausetree.importing.flow.read import read_charts
from clausetree.importing.package import NotReadError, Reason

EXPECTED = [
    ("Start", "begin or end", [("", "Was it locked?")]),
    ("Was it locked?", "question", [("Yes", "Tell your manager"), ("No", "Ring the desk")]),
    ("Tell your manager", "step", [("", "Done")]),
    ("Ring the desk", "step", [("", "Tell your manager")]),
    ("Done", "begin or end", []),
]


def seen(chart: Chart) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each box: its words, its form, and its arrows with the words of the box that they lead to."""
    words = {box.key: box.words for box in chart.boxes}
    return [
        (box.words, box.form.value, [(a.words, words[a.target]) for a in chart.arrows if a.source == box.key])
        for box in chart.boxes
    ]


def test_mermaid() -> None:
    text = """---
title: A lost phone
---
%% drawn by hand
flowchart TD
    start([Start]) --> locked{"Was it locked?"}
    locked -->|Yes| tell[Tell your<br/>manager]
    locked -- No --> desk(Ring the desk) --> tell ==> done((Done))
    classDef wide fill:#fff; class tell wide
"""
    chart = read_mermaid(text)
    assert chart.title == "A lost phone"
    assert sorted(seen(chart)) == sorted(EXPECTED)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a --> b", [("a", "b", "")]),
        ("a & b --> c & d", [("a", "c", ""), ("a", "d", ""), ("b", "c", ""), ("b", "d", "")]),
        ("a---b; b-.->c", [("a", "b", ""), ("b", "c", "")]),
        ("a -. maybe .-> b", [("a", "b", "maybe")]),
        ("a == so ==> b", [("a", "b", "so")]),
        ('a --"two; words"--> b', [("a", "b", "two; words")]),
        ("a --x b", [("a", "b", "")]),
        ("a:::wide --> b", [("a", "b", "")]),
        ("a -->|#quot;no#quot; &amp; go| b", [("a", "b", '"no" & go')]),
    ],
)
def test_arrows_of_mermaid(line: str, expected: list[tuple[str, str, str]]) -> None:
    chart = read_mermaid(f"graph LR\n{line}")
    assert [(arrow.source, arrow.target, arrow.words) for arrow in chart.arrows] == expected


def test_other_diagrams_of_mermaid_are_refused_with_their_line() -> None:
    with pytest.raises(NotMermaidError, match="line 2: sequenceDiagram"):
        read_mermaid("\nsequenceDiagram\n  A->>B: Hello")
    with pytest.raises(NotMermaidError, match="line 3"):
        read_mermaid("flowchart TD\na --> b\n]] what")


_CELLS = """
<mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="s" value="Start" style="ellipse;whiteSpace=wrap" vertex="1" parent="1"/>
<mxCell id="q" value="&lt;b&gt;Was it&lt;/b&gt; locked?" style="rhombus;html=1" vertex="1" parent="1"/>
<mxCell id="t" value="Tell your&lt;br&gt;manager" style="rounded=0;html=1" vertex="1" parent="1"/>
<UserObject label="Ring the desk" id="d"><mxCell style="rounded=1" vertex="1" parent="1"/></UserObject>
<mxCell id="e" value="Done" style="ellipse" vertex="1" parent="1"/>
<mxCell id="1a" edge="1" source="s" target="q" parent="1"/>
<mxCell id="1b" value="Yes" edge="1" source="q" target="t" parent="1"/>
<mxCell id="1c" edge="1" source="q" target="d" parent="1"/>
<mxCell id="1l" value="No" style="edgeLabel;html=1" vertex="1" connectable="0" parent="1c"/>
<mxCell id="1d" edge="1" source="d" target="t" parent="1"/>
<mxCell id="1e" edge="1" source="t" target="e" parent="1"/>
"""
_MODEL = f"<mxGraphModel><root>{_CELLS}</root></mxGraphModel>"


def _packed() -> str:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(quote(_MODEL).encode()) + packer.flush()
    return base64.b64encode(packed).decode()


@pytest.mark.parametrize("inner", [_MODEL, _packed()], ids=["plain", "packed"])
def test_draw_io_as_it_stands_and_packed(inner: str) -> None:
    data = f'<mxfile host="app.diagrams.net"><diagram name="A lost phone">{inner}</diagram></mxfile>'.encode()
    [chart] = read_charts("phone.drawio", data)
    assert chart.title == "A lost phone"
    assert seen(chart) == EXPECTED


def test_bpmn() -> None:
    space = 'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    flows = "".join(
        f'<bpmn:sequenceFlow id="f{at}" name="{words}" sourceRef="{source}" targetRef="{target}"/>'
        for at, (source, target, words) in enumerate(
            (("s", "q", ""), ("q", "t", "Yes"), ("q", "d", "No"), ("d", "t", ""), ("t", "e", ""))
        )
    )
    data = f"""<?xml version="1.0"?>
<bpmn:definitions {space}><bpmn:process id="p" name="A lost phone">
<bpmn:startEvent id="s" name="Start"/><bpmn:exclusiveGateway id="q" name="Was it locked?"/>
<bpmn:userTask id="t" name="Tell your manager"/><bpmn:task id="d" name="Ring the desk"/>
<bpmn:endEvent id="e" name="Done"/>{flows}</bpmn:process></bpmn:definitions>""".encode()
    [chart] = read_charts("phone.bpmn", data)
    assert chart.title == "A lost phone"
    assert seen(chart) == EXPECTED


def test_visio() -> None:
    shapes = "".join(
        f'<Shape ID="{key}" Master="{master}"><Text>{words}</Text></Shape>'
        for key, master, words in (
            *((1, 3, "Start"), (2, 2, "Was it locked?"), (3, 1, "Tell your\nmanager"), (4, 1, "Ring the desk")),
            *((5, 3, "Done"), (6, 4, ""), (7, 4, "Yes"), (8, 4, "No"), (9, 4, ""), (10, 4, "")),
        )
    )
    ends = ((6, 1, 2), (7, 2, 3), (8, 2, 4), (9, 4, 3), (10, 3, 5))
    connects = "".join(
        f'<Connect FromSheet="{arrow}" FromCell="EndX" ToSheet="{target}"/>'
        f'<Connect FromSheet="{arrow}" FromCell="BeginX" ToSheet="{source}"/>'
        for arrow, source, target in ends
    )
    named = ((1, "Process"), (2, "Decision"), (3, "Start/End"), (4, "Dynamic connector"))
    masters = "".join(f'<Master ID="{key}" NameU="{name}"/>' for key, name in named)
    space = 'xmlns="http://schemas.microsoft.com/office/visio/2012/main"'
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        page = f"<PageContents {space}><Shapes>{shapes}</Shapes><Connects>{connects}</Connects></PageContents>"
        archive.writestr("visio/pages/page1.xml", page)
        archive.writestr("visio/masters/masters.xml", f"<Masters {space}>{masters}</Masters>")
    [chart] = read_charts("phone.vsdx", made.getvalue())
    assert seen(chart) == EXPECTED


def test_a_file_without_boxes_or_of_another_kind_is_refused() -> None:
    for name, data, reason in (
        ("a.drawio", b"<mxfile><diagram><mxGraphModel><root/></mxGraphModel></diagram></mxfile>", Reason.EMPTY),
        ("a.drawio", b"<svg/>", Reason.OTHER_KIND),
        ("a.drawio", b"<mxfile><diagram>not packed</diagram></mxfile>", Reason.DAMAGED),
        ("a.bpmn", b"<svg/>", Reason.OTHER_KIND),
        ("a.vsdx", b"PK", Reason.DAMAGED),
        ("a.png", b"", Reason.OTHER_KIND),
    ):
        with pytest.raises(NotReadError) as raised:
            read_charts(name, data)
        assert raised.value.reason is reason


def test_a_draft_says_what_the_drawing_says_and_what_it_does_not() -> None:
    first = "flowchart TD\n s([Start]) --> q{Was it locked?}"
    text = f"{first}\n q -->|Yes| t[Tell]\n q --> u[Ring]\n u --> t\n x[Alone]"
    made = draft(read_mermaid(text), "lost-phone", "A lost phone", "social-media")
    assert (
        made.text
        == """\
tree lost-phone "A lost phone"
    policy social-media
    basis flowchart
    start was-it-locked

question was-it-locked "Was it locked?"
    option yes "Yes" -> tell
    option answer-2 "?" -> ring

outcome tell "Tell"

step ring "Ring"
    then -> tell

outcome alone "Alone"
"""
    )
    assert made.open == (
        "No arrow leads to “Alone”.",
        "The arrow from “Was it locked?” to “Ring” has no words.",
    )


def test_a_circle_has_no_first_box() -> None:
    made = draft(read_mermaid("flowchart TD\n a[One] --> b[Two] --> a"), "t", "T", "p")
    assert "start one" in made.text
    assert made.open[0].startswith("No box is the first one")


def test_the_form_of_a_box_is_told() -> None:
    assert {box.form for box in read_mermaid("graph TD\n a{x}\n b[y]\n c([z])\n d").boxes} == set(Form)
