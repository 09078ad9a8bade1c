"""What the code of a message means, as our own site has it on a page."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.publish.files.installed import EXPLANATIONS

_BESIDE = Path(__file__).with_name("codes")


def explained(code: str) -> str | None:
    """Return HTML that says what a code means; None where there is none of that name."""
    folder = _BESIDE if _BESIDE.is_dir() else EXPLANATIONS
    page = next((file for file in folder.glob("*.md") if file.stem == code), None)
    if page is None:
        return None
    text = page.read_text(encoding="utf-8")
    html: str = MarkdownIt("js-default").render(text.removeprefix(read_front_matter(text).text))
    return html
