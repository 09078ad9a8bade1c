"""No word of a drawing sticks out of its box, whichever Graphviz drew it and whatever its letters are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, Page

from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import THEME_FOLDER
from clausetree.publish.pages.drawing import draw, draw_whole
from clausetree.render.tree.picture.dot import to_dot
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import Procedure

# Lines of the widest letters, as long as those of a box may be.
_WIDE = {
    "Latin": "WHAT WOULD MAMMA MWAMBA DO",
    "Cyrillic": "ШЩЮЖМ ЩЮШЖФ МЖШЩЮ ЖФШЩМ ШЮ",
    "Greek": "ΩΜΩΦ ΨΩΜΞ ΜΩΨΦ ΩΜΦΨ ΞΩΜΨ Ω",
    "Chinese": "您认为这是骚扰还是具体的威胁请告诉我们您的看法和理由",
    "Korean": "귀하는이것이괴롭힘이나구체적인위협이라고생각하십니까",
    "Signs": "“Œuvre” – façade № 7 ½ … ™",
}
_LEAST = 2
"""Pixels: words that touch the line are as hard to read as those that cross it."""
# How far each line of words stays within its box on all sides.
_ROOM = """
() => [...document.querySelectorAll("g.node")].flatMap((node) => {
  const boxes = [...node.querySelectorAll("polygon, path")].map((shape) => shape.getBBox());
  const box = boxes.reduce((one, other) => (one.width < other.width ? one : other));
  return [...node.querySelectorAll("text")].map((line) => {
    const words = line.getBBox();
    const top = words.y - box.y;
    const bottom = box.height - top - words.height;
    return [line.textContent, Math.min(top, bottom, (box.width - words.width) / 2)];
  });
})
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page in which drawings look as they do on the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    yield opened
    context.close()


@pytest.fixture(params=["program", "package"])
def cache(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    """Where drawings go that are made by `dot`, and where it is not there."""
    if request.param == "package":
        monkeypatch.setenv("PATH", "")
    return Cache(tmp_path)


def test_words_of_procedures(page: Page, cache: Cache, all_procedures: tuple[Procedure, ...]) -> None:
    for parts in draw([each.tree for each in all_procedures], cache).values():
        for svg in parts:
            assert _sticking_out(page, svg) == []


@pytest.mark.usefixtures("cache")
def test_words_of_the_widest_letters(page: Page, examples: Procedures) -> None:
    dot = next(to_dot(each.tree) for each in examples.all if each.tree.id == "steps")
    for words in _WIDE.values():
        assert _sticking_out(page, draw_whole(dot.replace("Tell your buddy", words))) == []


def _sticking_out(page: Page, svg: str) -> list[str]:
    page.set_content(f'<figure class="ct-diagram"><div class="ct-scroll">{svg}</div></figure>')
    page.add_style_tag(path=THEME_FOLDER / "assets" / "picture" / "diagram.css")
    room = cast(list[tuple[str, float]], page.evaluate(_ROOM))
    assert room
    return [words for words, left in room if left < _LEAST]
