"""A heading shows what an author wrote, letter for letter, whatever Markdown would make of it."""

from __future__ import annotations

import re
from html import unescape

import markdown
import pytest

from clausetree.render.html.heading import heading

EXTENSIONS = ["attr_list", "md_in_html", "toc"]


@pytest.mark.parametrize(
    "text",
    [
        "A post about you",
        "<script>a()</script> & more",
        "&lt;b&gt; &copy; &amp;",
        "*Must* __not__ `use` [a link](javascript:a()) ![x](y)",
        "Words {: #another onclick=a() }",
        "Number #2 #",
        "A \\ B \\* C",
        "2. Not a list",
    ],
)
def test_a_heading_is_its_words(text: str) -> None:
    html = markdown.markdown(f"{heading(text)}\n\nWords", extensions=EXTENSIONS)
    found = re.fullmatch(r'<h1 id="[^"]*">([^<]*)</h1>\n<p>Words</p>', html)
    assert found, html
    assert unescape(found[1]) == text
