"""Where `dot` is not installed, a package draws, and a reader is given the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from clausetree.publish.assets.runtime import Runtime
from clausetree.publish.files.cache import Cache
from clausetree.publish.mkdocs import plugin as mkdocs_plugin
from clausetree.publish.pages import carried_graphviz
from clausetree.publish.pages.drawing import draw, draw_whole
from clausetree.render.tree.picture.dot import to_dot
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import Procedure
from tests.building import organisation
from tests.tree.readers import read

_SVG = "{http://www.w3.org/2000/svg}"
_HOSTILE = """<script>alert("1")</script> & font-family="Arial" 日本 ШЩ É 😀 \U000f003cscript\U000f003e"""

type Draw = Callable[[str], str]


@pytest.fixture
def by_package(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Draw where there is no `dot`."""

    def drawn(dot: str) -> str:
        with monkeypatch.context() as without:
            without.setenv("PATH", "")
            return draw_whole(dot)

    return drawn


def test_both_draw_the_same_links_words_and_arrows(
    all_procedures: tuple[Procedure, ...], by_package: Draw
) -> None:
    dots = [to_dot(procedure.tree) for procedure in all_procedures]
    assert len(dots) > 20
    for dot in dots:
        assert _shown(draw_whole(dot)) == _shown(by_package(dot))


def test_the_cache_tells_the_two_apart(
    procedures: Procedures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trees, cache = [procedure.tree for procedure in procedures.all], Cache(tmp_path)
    ours = draw(trees, cache)
    monkeypatch.setenv("PATH", "")
    other = draw(trees, cache)
    assert [ours[tree.id] != other[tree.id] for tree in trees] == [True] * len(trees)


def test_neither_draws_what_the_pages_forbid(all_procedures: tuple[Procedure, ...], by_package: Draw) -> None:
    dots = [to_dot(procedure.tree) for procedure in all_procedures]
    for svg in (*map(draw_whole, dots), *map(by_package, dots)):
        for element in ET.fromstring(svg).iter():
            assert element.tag not in {f"{_SVG}script", f"{_SVG}style"}
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_words_come_back_as_they_were_written(by_package: Draw) -> None:
    label = _HOSTILE.replace('"', '\\"').replace("&", "&amp;")
    dot = f'digraph {{ a [label="{label}" URL="#a"] a -> b [label="{label}"] }}'
    assert _shown(by_package(dot)) == _shown(draw_whole(dot))
    assert _shown(by_package(dot))[1] == [_HOSTILE, "b", _HOSTILE]


# What a page of A4 prints with letters of 8 points: the paper, less its margins and the words above.
_WIDEST, _HIGHEST = 12 / 8 * (210 - 2 * 16) / 25.4 * 72, 12 / 8 * 205 / 25.4 * 72


@pytest.mark.parametrize("most", [60, 100])
def test_a_ladder_of_questions_with_one_way_out_is_drawn_in_parts_that_fit(most: int, tmp_path: Path) -> None:
    rungs = "".join(
        f'question q{at} "Have you checked item {at}?"\n    option yes "Yes" -> q{at + 1}\n'
        f'    option no "No" -> stop\n\n'
        for at in range(most)
    )
    parts = _drawn(f'{rungs}outcome q{most} "Go"\n\noutcome stop "Stop"\n', tmp_path)
    assert len(parts) > 1
    for part in parts:
        width, height = _size(part)
        assert width <= _WIDEST
        assert height <= _HIGHEST
    asked = [words for part in parts for words in _shown(part)[1] if words.startswith("Have you checked item")]
    assert len(set(asked)) == most


def test_a_question_with_many_answers_is_drawn_sideways(tmp_path: Path) -> None:
    options = "".join(f'    option o{at} "Answer {at} of the many" -> end{at}\n' for at in range(12))
    ends = "".join(f'\noutcome end{at} "End {at}"\n' for at in range(12))
    (part,) = _drawn(f'question q0 "Which?"\n{options}{ends}', tmp_path)
    assert _size(part)[0] <= _WIDEST


def test_of_hundreds_of_boxes_there_is_no_picture(tmp_path: Path) -> None:
    steps = "".join(f'step q{at} "Do"\n    then -> q{at + 1}\n\n' for at in range(400))
    assert _drawn(f'{steps}outcome q400 "End"\n', tmp_path) == ()


def _drawn(blocks: str, folder: Path) -> tuple[str, ...]:
    head = 'tree small "Small"\n    policy verbs\n    basis clauses\n    start q0\n\n'
    _, tree = read(head + blocks)
    return draw([tree], Cache(folder))["small"]


def _size(svg: str) -> tuple[float, float]:
    root = ET.fromstring(svg)
    return float(root.attrib["width"].removesuffix("pt")), float(root.attrib["height"].removesuffix("pt"))


def test_where_nothing_can_draw_a_build_ends_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = load_config(str(organisation(tmp_path / "organisation") / "mkdocs.yml"))
    monkeypatch.setattr(mkdocs_plugin, "make_runtime", lambda _: Runtime("", "", {}))
    monkeypatch.setattr(carried_graphviz, "_PACKAGES", ("no-such-package",))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PluginError, match=r"^Graphviz draws the flowcharts, and is not installed: install"):
        config.plugins.on_config(config)


def _shown(svg: str) -> tuple[list[tuple[str, str]], list[str], int]:
    """Return the links with their names, the words line by line, and the number of arrows."""
    root = ET.fromstring(svg)
    links = [(link.attrib["href"], link.attrib["aria-label"]) for link in root.iter(f"{_SVG}a")]
    words = [text.text or "" for text in root.iter(f"{_SVG}text")]
    return links, words, sum(group.get("class") == "edge" for group in root.iter(f"{_SVG}g"))
