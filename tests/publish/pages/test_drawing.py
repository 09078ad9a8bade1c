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
from clausetree.publish.pages.drawing import draw
from clausetree.render.tree.dot import to_dot
from clausetree.tree.wire import Procedure
from tests.building import organisation

_SVG = "{http://www.w3.org/2000/svg}"
_HOSTILE = """<script>alert("1")</script> & font-family="Arial" 日本 ШЩ É 😀 \U000f003cscript\U000f003e"""

type Draw = Callable[[dict[str, str]], dict[str, str]]


@pytest.fixture
def by_program(tmp_path: Path) -> Draw:
    """Draw with `dot`."""
    return lambda dots: draw(dots, Cache(tmp_path / "cache"))


@pytest.fixture
def by_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Draw where there is no `dot`, with the same cache."""

    def drawn(dots: dict[str, str]) -> dict[str, str]:
        with monkeypatch.context() as without:
            without.setenv("PATH", "")
            return draw(dots, Cache(tmp_path / "cache"))

    return drawn


def test_both_draw_the_same_links_words_and_arrows(
    all_procedures: tuple[Procedure, ...], by_program: Draw, by_package: Draw
) -> None:
    dots = {procedure.tree.id: to_dot(procedure.tree) for procedure in all_procedures}
    ours, other = by_program(dots), by_package(dots)
    assert len(dots) > 20
    for tree in dots:
        assert ours[tree] != other[tree], "the cache must tell the two apart"
        assert _shown(ours[tree]) == _shown(other[tree])


def test_neither_draws_what_the_pages_forbid(
    all_procedures: tuple[Procedure, ...], by_program: Draw, by_package: Draw
) -> None:
    dots = {procedure.tree.id: to_dot(procedure.tree) for procedure in all_procedures}
    for svg in (*by_program(dots).values(), *by_package(dots).values()):
        for element in ET.fromstring(svg).iter():
            assert element.tag not in {f"{_SVG}script", f"{_SVG}style"}
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_words_come_back_as_they_were_written(by_program: Draw, by_package: Draw) -> None:
    label = _HOSTILE.replace('"', '\\"').replace("&", "&amp;")
    dots = {"hostile": f'digraph {{ a [label="{label}" URL="#a"] a -> b [label="{label}"] }}'}
    assert _shown(by_package(dots)["hostile"]) == _shown(by_program(dots)["hostile"])
    assert _shown(by_package(dots)["hostile"])[1] == [_HOSTILE, "b", _HOSTILE]


def test_the_package_draws_all_that_it_is_given(by_package: Draw) -> None:
    drawn = by_package({name: f'digraph {{ a [label="{name}"] }}' for name in ("first", "second")})
    assert ["first" in drawn["first"], "second" in drawn["second"]] == [True, True]


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
