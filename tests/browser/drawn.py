"""What a picture shows, read off its lines: an arrow joins the shapes that its two ends touch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import Page

# Each shape with its box, and each arrow with its tail, its tip and its words, as the page lays them out.
_READ = """
() => [...document.querySelectorAll(".ct-diagram svg")].map((svg) => {
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
})
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Each box, with the id that its link leads to and its words, and each arrow: from, words, to."""

    boxes: list[tuple[str, str]]
    ways: list[tuple[str, str, str]]


def drawn(page: Page) -> Drawn:
    """Return what all parts of the picture on a procedure's page show.

    Words are without spaces, which lines break, and boxes without what says where one goes on and who acts.
    """
    boxes, ways = list[tuple[str, str]](), list[tuple[str, str, str]]()
    for part in cast(list[dict[str, Any]], page.evaluate(_READ)):
        nodes = [(node["id"], _own(node["words"]), node["box"]) for node in part["nodes"]]
        boxes += [(node, words) for node, words, _ in nodes]
        ways += [
            (_touched(way["tail"], nodes), way["words"], _touched(way["tip"], nodes)) for way in part["ways"]
        ]
    return Drawn(boxes, ways)


def _own(words: str) -> str:
    return re.sub("^Fromyouranswers:|^Gooninpart[0-9]+(,at)?:", "", words).split("▸")[0]


def _touched(point: list[float], nodes: list[tuple[str, str, list[float]]]) -> str:
    """Return the words of the shape at whose edge a point lies."""
    return min(nodes, key=lambda node: _apart(point, node[2]))[1]


def _apart(point: list[float], box: list[float]) -> float:
    (x, y), (left, top, right, bottom) = point, box
    return max(left - x, 0, x - right) + max(top - y, 0, y - bottom)
