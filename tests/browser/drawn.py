"""What a picture shows, read off its lines: an arrow joins the shapes that its two ends touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import Page

# Each shape with its box, and each arrow with its tail, its tip and its words, as the page lays them out.
_READ = """
() => {
  const svg = document.querySelector(".ct-diagram svg");
  const at = (point) => [point.x, point.y];
  const words = (element) => [...element.querySelectorAll("text")].map((one) => one.textContent).join("");
  const tight = (element) => words(element).replace(/\\s+/g, "");
  const nodes = [...svg.querySelectorAll("g.node")].map((node) => {
    const shapes = [...node.querySelectorAll("polygon, path, ellipse")].map((one) => one.getBBox());
    const box = shapes.reduce((a, b) => (a.width * a.height > b.width * b.height ? a : b));
    return {
      id: node.querySelector("a").getAttribute("href").slice(1),
      words: tight(node),
      box: [box.x, box.y, box.x + box.width, box.y + box.height],
    };
  });
  const ways = [...svg.querySelectorAll("g.edge")].map((edge) => {
    const line = edge.querySelector("path");
    const tail = line.getPointAtLength(0);
    const end = line.getPointAtLength(line.getTotalLength());
    const corners = [...edge.querySelector("polygon").points];
    const far = (point) => Math.hypot(point.x - end.x, point.y - end.y);
    const tip = corners.reduce((a, b) => (far(a) > far(b) ? a : b));
    return { tail: at(tail), tip: at(tip), words: tight(edge) };
  });
  return { nodes, ways };
}
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The words of each node by the id that its link leads to, and each arrow: from, words, to."""

    nodes: dict[str, str]
    ways: set[tuple[str, str, str]]


def drawn(page: Page) -> Drawn:
    """Return what the picture on a procedure's page shows. Words are without spaces, which lines break."""
    found = cast(dict[str, Any], page.evaluate(_READ))
    boxes = {node["id"]: node["box"] for node in found["nodes"]}
    ways = {(_touched(way["tail"], boxes), way["words"], _touched(way["tip"], boxes)) for way in found["ways"]}
    assert len(ways) == len(found["ways"])
    return Drawn({node["id"]: node["words"] for node in found["nodes"]}, ways)


def _touched(point: list[float], boxes: dict[str, list[float]]) -> str:
    """Return the shape at whose edge a point lies."""
    return min(boxes, key=lambda node: _apart(point, boxes[node]))


def _apart(point: list[float], box: list[float]) -> float:
    (x, y), (left, top, right, bottom) = point, box
    return max(left - x, 0, x - right) + max(top - y, 0, y - bottom)
