"""What of an author's own templates no page would ever use, since it was written for Material's frame."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes


def unused_templates(own: Path, ours: Path, extended: Sequence[Path]) -> list[str]:
    """Return the templates of `own` that only themes which ours extends know, and the blocks that ours has not.

    Blocks are looked for in main.html, which is what authors write to change a part of every page.
    """
    written = sorted(path.relative_to(own).as_posix() for path in own.rglob("*.html"))
    foreign = [
        name
        for name in written
        if not (ours / name).exists() and any((one / name).exists() for one in extended)
    ]
    return [f"template {name}" for name in foreign] + [
        f"block {name} of main.html"
        for name in _outermost_blocks(own / "main.html")
        if name not in _blocks(ours / "base.html")
    ]


def _outermost_blocks(template: Path) -> list[str]:
    """Return the blocks that stand in no other: what stands within one of ours is shown with it."""
    return [node.name for node in _parsed(template).body if isinstance(node, nodes.Block)]


def _blocks(template: Path) -> set[str]:
    return {block.name for block in _parsed(template).find_all(nodes.Block)}


def _parsed(template: Path) -> nodes.Template:
    text = template.read_text(encoding="utf-8") if template.exists() else ""
    try:
        return Environment(autoescape=True).parse(text)
    except TemplateSyntaxError:
        return nodes.Template([])  # MkDocs says what is wrong when it comes to the page
