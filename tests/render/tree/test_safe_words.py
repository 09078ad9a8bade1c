"""Whatever an author writes, what readers are shown has plain elements and addresses: no HTML, no scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.policy.document import holders, own_words
from clausetree.policy.plain_words import html_of
from clausetree.policy.reading import read_document
from clausetree.tree.markdown.prose import phrase, text_block

PLAIN = {"p", "ul", "ol", "li", "blockquote", "em", "strong", "a", "br", "code"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCRIPTS = ("javascript:", "vbscript:", "data:", "file:", "blob:")


def clauses(text: str) -> str:
    """The words of everything that stands in a policy, whether or not it is refused."""
    blocks = read_document(text, {"label": text}).document.blocks
    return "".join(html_of(content) for holder in holders(blocks) for content in own_words(holder))


RENDERERS: dict[str, Callable[[str], str]] = {
    "a line of a tree": lambda text: phrase(text).html,
    "a text block of a tree": lambda text: text_block(text).html,
    "a clause of a policy": lambda text: clauses(text),
}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">words</a>',
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<iframe src=https://elsewhere.example></iframe>",
    "<!-- <b> --><b style=x>words</b>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "![words](https://elsewhere.example/x.png)",
    '[words](https://a.example "a&quot; onclick=&quot;alert(1)")',
    '[words](https://a.example/"onclick="alert)',
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "[words][label]\n\n[label]: javascript:alert(1)",
    "`<b>words</b>`",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "%6aavascript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:msgbox(1)",
    "VBScript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:image/svg+xml,<svg/onload=alert(1)>",
    "file:///etc/passwd",
]


class Shown(HTMLParser):
    """Notes what is not plain."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element as a browser would: with the entities in its attributes read."""
        if tag not in PLAIN:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, set()):
                self.wrong.append(f"{tag} {name}")
            # A browser leaves out white space and control characters before it looks at the scheme.
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name == "href" and address.startswith(SCRIPTS):
                self.wrong.append(f"href {value}")

    def handle_comment(self, data: str) -> None:
        """A comment could hide what stands after it."""
        self.wrong.append(f"<!--{data}-->")

    def unknown_decl(self, data: str) -> None:
        """So could a declaration."""
        self.wrong.append(f"<![{data}]>")


def wrong_in(html: str) -> list[str]:
    """Return what of some HTML is not plain."""
    shown = Shown()
    shown.feed(html)
    shown.close()
    return shown.wrong


every_renderer = pytest.mark.parametrize("renderer", RENDERERS)


@every_renderer
@pytest.mark.parametrize("text", HOSTILE)
def test_html_is_shown_as_words(renderer: str, text: str) -> None:
    assert wrong_in(RENDERERS[renderer](text)) == []


@every_renderer
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "form", ["[words]({})", "[words](<{}>)", "<{}>", "[words][a]\n\n[a]: {}", "![words]({})"]
)
def test_no_address_runs_a_script(renderer: str, address: str, form: str) -> None:
    assert wrong_in(RENDERERS[renderer](form.format(address))) == []


@every_renderer
@given(st.lists(st.sampled_from([*HOSTILE, *ADDRESSES, *'[]()<>"`*_!&;:#\n\\ ', "words"]), max_size=12))
def test_nothing_put_together_from_these_is_more(renderer: str, pieces: list[str]) -> None:
    assert wrong_in(RENDERERS[renderer]("".join(pieces))) == []


def test_what_is_not_plain_is_seen() -> None:
    assert wrong_in('<script></script><b onclick="x">') == ["<script>", "<b>", "b onclick"]
    assert wrong_in('<a href=" java&#9;script&colon;x">') == ["href  java\tscript:x"]
    assert wrong_in('<!-- x --><p title="x">') == ["<!-- x -->", "p title"]
