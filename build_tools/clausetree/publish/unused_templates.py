"""What of an author's own templates no page would ever use, since it was written for Material's frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")


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
        for name in _blocks(own / "main.html")
        if name not in _blocks(ours / "base.html")
    ]


def _blocks(template: Path) -> list[str]:
    return _BLOCK.findall(template.read_text(encoding="utf-8")) if template.exists() else []
