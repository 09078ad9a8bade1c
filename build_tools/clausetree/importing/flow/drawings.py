"""Flowcharts as XML: those of draw.io (diagrams.net), of BPMN 2.0, and of Visio."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from justhtml import JustHTML

from clausetree.importing.flow.chart import Arrow, Box, Chart, Form, tidied, with_known_ends
from clausetree.importing.package import NotReadError, Package, Reason, read_xml

_LARGEST = 50_000_000
_VISIO = "{http://schemas.microsoft.com/office/visio/2012/main}"
_TASKS = {
    *("task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask"),
    *("businessRuleTask", "callActivity", "subProcess"),
}
_EVENTS = {"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent"}
_GATEWAYS = {"exclusiveGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway"}


def read_drawio(data: bytes, name: str) -> list[Chart]:
    """Read the pages of a draw.io file. Raises NotReadError."""
    root = read_xml(data, name)
    if root.tag == "mxGraphModel":
        return [_drawio(root, "")]
    if root.tag != "mxfile":
        raise NotReadError(Reason.OTHER_KIND, name)
    return [_drawio(_model(page, name), page.get("name") or "") for page in root.iter("diagram")]


def _model(page: Element, name: str) -> Element:
    """A page stands as it is, or packed: deflated, in Base64, with signs as in an address."""
    inner = page.find("mxGraphModel")
    if inner is not None:
        return inner
    unpacker = zlib.decompressobj(-15)
    try:
        packed = base64.b64decode((page.text or "").strip(), validate=True)
        unpacked = unpacker.decompress(packed, _LARGEST)
    except (binascii.Error, zlib.error) as error:
        raise NotReadError(Reason.DAMAGED, name) from error
    if unpacker.unconsumed_tail:
        raise NotReadError(Reason.TOO_LARGE, name)
    return read_xml(unquote(unpacked.decode("utf-8", "replace")).encode(), name)


def _drawio(model: Element, title: str) -> Chart:
    boxes, arrows, words_of = [], [], {}
    for cell in model.iter("mxCell"):
        around = _around(cell, model)
        key, words = around.get("id") or "", _html(around.get("label") or cell.get("value") or "")
        style = cell.get("style") or ""
        if cell.get("edge") == "1":
            arrows.append(Arrow(cell.get("source") or "", cell.get("target") or "", key))
            words_of[key] = words
        elif cell.get("vertex") == "1" and (parent := cell.get("parent") or "") in words_of:
            # The words of an arrow may be a cell within it.
            words_of[parent] = tidied(f"{words_of[parent]} {words}")
        elif cell.get("vertex") == "1" and words:
            boxes.append(Box(key, words, _form(style)))
    told = tuple(Arrow(arrow.source, arrow.target, words_of[arrow.words]) for arrow in arrows)
    return with_known_ends(tuple(boxes), told, title)


def _around(cell: Element, model: Element) -> Element:
    """A cell with data of its own stands in an element that has its id and its words."""
    if cell.get("id"):
        return cell
    return next((outer for outer in model.iter() if cell in list(outer) and outer.get("id")), cell)


def _form(style: str) -> Form:
    if re.search(r"(?:^|;)(?:shape=)?(?:rhombus|mxgraph\.flowchart\.decision)", style):
        return Form.QUESTION
    if re.search(
        r"(?:^|;)(?:shape=)?(?:ellipse|mxgraph\.flowchart\.(?:terminator|start_\d))|arcSize=(?:[4-9]\d|100)",
        style,
    ):
        return Form.BEGIN_OR_END
    return Form.STEP


def _html(value: str) -> str:
    return tidied(JustHTML(value, sanitize=False).to_text()) if "<" in value or "&" in value else tidied(value)


def read_bpmn(data: bytes, name: str) -> list[Chart]:
    """Read the processes of a BPMN file. Raises NotReadError."""
    root = read_xml(data, name)
    if _local(root) != "definitions":
        raise NotReadError(Reason.OTHER_KIND, name)
    return [_process(process) for process in root.iter() if _local(process) == "process"]


def _process(process: Element) -> Chart:
    boxes, arrows = [], []
    for element in process.iter():
        kind, key, words = _local(element), element.get("id") or "", tidied(element.get("name") or "")
        if kind == "sequenceFlow":
            arrows.append(Arrow(element.get("sourceRef") or "", element.get("targetRef") or "", words))
        elif kind in _TASKS or kind in _EVENTS or kind in _GATEWAYS or kind == "parallelGateway":
            form = Form.QUESTION if kind in _GATEWAYS else Form.BEGIN_OR_END if kind in _EVENTS else Form.STEP
            boxes.append(Box(key, words, form))
    return with_known_ends(tuple(boxes), tuple(arrows), tidied(process.get("name") or ""))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def read_visio(package: Package) -> list[Chart]:
    """Read the pages of a Visio drawing (.vsdx). Raises NotReadError."""
    masters = package.xml("visio/masters/masters.xml")
    named = (
        {}
        if masters is None
        else {m.get("ID"): (m.get("NameU") or "") for m in masters.iter(f"{_VISIO}Master")}
    )
    names = sorted(name for name in package.parts if re.fullmatch(r"visio/pages/page\d+\.xml", name))
    if not names:
        raise NotReadError(Reason.OTHER_KIND)
    pages = (package.xml(name) for name in names)
    return [_page(page, named) for page in pages if page is not None]


def _page(page: Element, masters: dict[str | None, str]) -> Chart:
    ends: dict[str, dict[str, str]] = {}
    for connect in page.iter(f"{_VISIO}Connect"):
        end = "source" if connect.get("FromCell", "").startswith("Begin") else "target"
        ends.setdefault(connect.get("FromSheet") or "", {})[end] = connect.get("ToSheet") or ""
    boxes, arrows = [], []
    for shape in page.iter(f"{_VISIO}Shape"):
        key, words = shape.get("ID") or "", tidied("".join(_texts(shape)))
        if key in ends:
            arrows.append(Arrow(ends[key].get("source", ""), ends[key].get("target", ""), words))
        elif words:
            boxes.append(Box(key, words, _form_of_master(masters.get(shape.get("Master"), ""))))
    return with_known_ends(tuple(boxes), tuple(arrows))


def _texts(shape: Element) -> Iterator[str]:
    text = shape.find(f"{_VISIO}Text")
    yield from () if text is None else text.itertext()


def _form_of_master(name: str) -> Form:
    if name.startswith("Decision"):
        return Form.QUESTION
    return Form.BEGIN_OR_END if name.startswith(("Start/End", "Terminator")) else Form.STEP
