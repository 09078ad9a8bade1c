"""A page that holds what its security policy refuses is found out when it is built."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any, cast

import pytest

from clausetree.publish.mkdocs.plugin import ClausetreePlugin
from clausetree.render.hosting.inline import refused_in

REFUSED = [
    "<script>",
    '<SCRIPT type="module">',
    "<style>",
    '<p onclick="a()">',
    "<p title='a > b' onclick=a()>",
    '<td style="text-align: left">',
    '<a href="javascript:a()">',
    '<a href=" java&#9;script&colon;a()">',
    '<a href="&#106;avascript:a()">',
    '<a href="DATA:text/html,x">',
    '<img src="https://elsewhere.example/x.png">',
    '<img src="//elsewhere.example/x.png">',
    '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
    '<iframe src="https://elsewhere.example/">',
    '<iframe src="../film/">',
    '<video controls src="film.mp4">',
    '<audio src="words.mp3">',
    '<object data="form.pdf">',
    '<base href="/">',
    '<form action="send.php">',
    '<button formaction="send.php">',
    '<img src="a.png" srcset="b.png 1x, https://elsewhere.example/x.png 2x">',
    '<image href="https://elsewhere.example/x.png"/>',
    '<a xlink:href="javascript:a()">',
    '<META HTTP-EQUIV="Refresh" content="0;url=https://elsewhere.example/">',
]
TAKEN = [
    '<a href="https://elsewhere.example/">',
    '<a href="mailto:a@b.example">',
    '<a href="../c/#c2-4">',
    '<a title="javascript: no" data-cite="a: b" href="#a">',
    '<link rel="canonical" href="https://a.example/">',
    '<img src="data:image/png;base64,AA==">',
    '<script src="a.js">',
    '<form class="ct-question" novalidate>',
    '<img src="a.png" srcset="a.png 1x, b.png 2x">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
    "<p>Write style=&quot;x&quot; or <code>&lt;script&gt;</code></p>",
]


@pytest.mark.parametrize("tag", REFUSED)
def test_what_the_policy_refuses_is_named(tag: str) -> None:
    assert refused_in(f"<main><p>Words</p>{tag}</main>") == [tag]


@pytest.mark.parametrize("tag", TAKEN)
def test_what_it_takes_is_left_alone(tag: str) -> None:
    assert refused_in(f"<main>{tag}</main>") == []


def test_the_author_is_told_on_which_page(caplog: pytest.LogCaptureFixture) -> None:
    page = cast(Any, SimpleNamespace(file=SimpleNamespace(src_uri="a/b.md")))
    with caplog.at_level(logging.WARNING):
        whole = ClausetreePlugin().on_post_page("<p onclick='a()'>", page=page, config=cast(Any, None))
    assert whole == "<p onclick='a()'>"
    assert "a/b.md: `<p onclick='a()'>` has no place in a page" in caplog.text
