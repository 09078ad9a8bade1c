"""One small tree in every rendering, letter for letter.

After a change that is meant, `pytest tests/render/tree/test_golden.py --regenerate` writes the files anew; what
changed is then for a reader to judge.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clausetree.history.registry import Registry
from clausetree.publish.sources.procedures import load_procedures
from clausetree.render.tree.outline import to_outline, to_outline_html
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import ConversationState
from clausetree.render.widget.view import to_view
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import Procedure, to_wire

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "renderings"
ROOT = "../../"
RENDERINGS: dict[str, Callable[[Procedure], str]] = {
    "drawing.dot": lambda procedure: to_dot(procedure.tree),
    "outline.txt": lambda procedure: to_outline(procedure.tree),
    "outline.html": lambda procedure: _a_tag_a_line(to_outline_html(procedure.tree)),
    "sections.html": lambda procedure: _a_tag_a_line(to_html(procedure, ROOT)),
    "first-view.html": lambda procedure: _a_tag_a_line(to_view(procedure, ConversationState(), ROOT).html),
    "data.json": lambda procedure: to_wire(procedure).text,
}


CIRCLE = "outline-of-a-circle.txt"


@pytest.fixture(scope="module")
def procedure(made_up: Registry) -> Procedure:
    found = load_procedures(FOLDER, made_up)
    assert found.diagnostics == ()
    return found.all[0]


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_rendering_is_exactly_as_its_file(
    name: str, procedure: Procedure, is_as_written: Callable[[str, Path], None]
) -> None:
    is_as_written(RENDERINGS[name](procedure), FOLDER / name)


def test_a_circle_that_nobody_walks_is_set_out_as_in_its_file(
    examples: Procedures, is_as_written: Callable[[str, Path], None]
) -> None:
    found = examples.find("two-countries")
    assert found
    is_as_written(to_outline(found.tree), FOLDER / CIRCLE)


def test_every_golden_file_is_one_of_the_renderings() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        *(*RENDERINGS, CIRCLE),
        *("evening-visit.tree", "morning-visit.tree"),
    }


def _a_tag_a_line(html: str) -> str:
    """Break lines before tags, for a reader of differences."""
    return html.replace("<", "\n<").lstrip() + "\n"
