"""Flowcharts that were drawn in Word."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from clausetree.importing.documents import read_file
from clausetree.importing.flow.read import read_charts
from clausetree.importing.package import open_package
from clausetree.importing.remarks import Kind

from ..word.documents import docx, paragraph
from .test_read import seen

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def shape(key: int, form: str, words: str) -> str:
    """A box as Word draws it."""
    text = f"<wps:txbx><w:txbxContent>{paragraph(words)}</w:txbxContent></wps:txbx>" if words else ""
    look = f'<wps:spPr><a:prstGeom prst="{form}"/></wps:spPr>'
    return f'<wps:wsp><wps:cNvPr id="{key}" name="s"/><wps:cNvSpPr/>{look}{text}</wps:wsp>'


def connector(key: int, source: int, target: int) -> str:
    """A connector between two boxes."""
    ends = f'<a:stCxn id="{source}" idx="2"/><a:endCxn id="{target}" idx="0"/>'
    return f'<wps:wsp><wps:cNvPr id="{key}" name="c"/><wps:cNvCnPr>{ends}</wps:cNvCnPr><wps:spPr/></wps:wsp>'


def drawn() -> bytes:
    """A document with a flowchart between two paragraphs."""
    inner = "".join(
        (
            shape(1, "flowChartTerminator", "Start"),
            shape(2, "flowChartDecision", "Was it locked?"),
            shape(3, "flowChartProcess", "Tell your manager"),
            shape(4, "flowChartProcess", "Ring the desk"),
            shape(9, "rect", "Yes"),
            connector(5, 1, 2),
            connector(6, 2, 3),
            connector(7, 2, 4),
        )
    )
    drawing = f"<w:p><w:r><w:drawing><a:graphic {_SPACES}>{inner}</a:graphic></w:drawing></w:r></w:p>"
    return docx(paragraph("Before") + drawing + paragraph("After"))


def test_boxes_that_are_joined_are_a_flowchart() -> None:
    [chart] = read_charts("policy.docx", drawn())
    assert seen(chart) == [
        ("Start", "begin or end", [("", "Was it locked?")]),
        ("Was it locked?", "question", [("", "Tell your manager"), ("", "Ring the desk")]),
        ("Tell your manager", "step", []),
        ("Ring the desk", "step", []),
    ]
    assert chart.loose == ("Yes",)


def _at(shape: str, left: int, top: int, width: int, height: int, more: str = "") -> str:
    """The same shape with its place; `more` is how it is turned."""
    place = f'<a:xfrm {more}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    return shape.replace("<wps:spPr/>", "<wps:spPr></wps:spPr>").replace("<wps:spPr>", f"<wps:spPr>{place}")


def _within(*shapes: str) -> bytes:
    inner = "".join(shapes)
    return docx(f"<w:p><w:r><w:drawing><a:graphic {_SPACES}>{inner}</a:graphic></w:drawing></w:r></w:p>")


_GROUP = (
    '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{}" cy="{}"/><a:chOff x="50" y="0"/><a:chExt cx="500" cy="500"/>'
    "</a:xfrm></wpg:grpSpPr>{}</wpg:wgp>"
)


@pytest.mark.parametrize("scale", [1, 3])
def test_words_beside_an_arrow_are_its_words_and_others_stay_open(scale: int) -> None:
    boxes = (
        _at(shape(2, "flowChartDecision", "Was it locked?"), 200, 0, 100, 60),
        _at(shape(3, "flowChartProcess", "Tell your manager"), 0, 100, 100, 40),
        _at(shape(4, "flowChartProcess", "Ring the desk"), 400, 100, 100, 40),
    )
    arrows = (
        # From the left of the diamond to the left and down, and from its right to the right and down.
        _at(connector(6, 2, 3), 50, 30, 150, 70, 'flipH="1"').replace(
            "</wps:spPr>", '<a:prstGeom prst="bentConnector2"/></wps:spPr>'
        ),
        _at(connector(7, 2, 4), 300, 30, 150, 70).replace(
            "</wps:spPr>", '<a:prstGeom prst="bentConnector2"/></wps:spPr>'
        ),
    )
    words = (
        _at(shape(8, "rect", "Yes"), 110, 5, 40, 20),
        _at(shape(9, "rect", "No"), 460, 50, 40, 20),
        _at(shape(10, "rect", "Drawn in May"), 200, 300, 100, 20),
    )
    group = _GROUP.format(500 * scale, 500 * scale, "".join((*boxes, *arrows, *words)))
    [chart] = read_charts("policy.docx", _within(group))
    assert seen(chart)[0] == (
        "Was it locked?",
        "question",
        [("Yes", "Tell your manager"), ("No", "Ring the desk")],
    )
    assert chart.loose == ("Drawn in May",)


def test_an_arrow_may_be_turned_round() -> None:
    boxes = (
        _at(shape(1, "flowChartProcess", "Ask"), 0, 0, 100, 40),
        _at(shape(2, "flowChartProcess", "Write"), 0, 240, 100, 40),
    )
    # 200 wide and lying on its side: it stands upright at 50, from 40 to 240.
    arrow = _at(connector(3, 1, 2), -50, 140, 200, 0, 'rot="5400000"')
    other = _at(connector(4, 2, 1), 300, 40, 0, 200)
    near = _at(shape(5, "rect", "then"), 55, 100, 60, 20)
    [chart] = read_charts("policy.docx", _within(*boxes, arrow, other, near))
    assert seen(chart) == [("Ask", "step", [("then", "Write")]), ("Write", "step", [("", "Ask")])]


def test_the_report_names_the_drawing() -> None:
    told = [remark for remark in read_file("policy.docx", drawn()).remarks if remark.kind is Kind.DRAWING]
    assert [remark.words for remark in told] == ["Start; Was it locked?; Tell your manager; Ring the desk"]


def test_smart_art_goes_from_each_to_the_next() -> None:
    points = "".join(
        f'<dgm:pt modelId="{key}" {kind}><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for key, kind, words in (
            (0, 'type="doc"', ""),
            (1, "", "Ask"),
            (2, "", "Write"),
            (3, "", "Send"),
            (4, "", "by post"),
        )
    )
    joins = "".join(
        f'<dgm:cxn modelId="c{at}" srcId="{source}" destId="{target}" srcOrd="{order}"/>'
        for at, (source, target, order) in enumerate(((0, 2, 1), (0, 1, 0), (0, 3, 2), (3, 4, 0)))
    )
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{joins}</dgm:cxnLst></dgm:dataModel>"
    )
    made = BytesIO(docx(paragraph("Words")))
    with ZipFile(made, "a") as archive:
        archive.writestr("word/diagrams/data1.xml", data)
    assert "word/diagrams/data1.xml" in open_package(made.getvalue()).parts
    [chart] = read_charts("policy.docx", made.getvalue())
    assert seen(chart) == [
        ("Ask", "step", [("", "Write")]),
        ("Write", "step", [("", "Send")]),
        ("Send", "step", [("", "by post")]),
        ("by post", "step", []),
    ]
