"""An author's preview is sent as the site will be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import brotli
from mkdocs.livereload import LiveReloadServer

from clausetree.publish.hosting.preview import Preview, Start
from clausetree.render.hosting.headers import page_headers, worker_headers
from clausetree.render.hosting.layout import Layout

LAYOUT = Layout("/a/", "assets/x/worker.js", ("assets/x/",))


def served(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    """Answer as MkDocs does."""
    path = environ["PATH_INFO"]
    if path == "/":
        start("302 Found", [("Location", "/a/")])
        return []
    if path == "/a/missing/":
        start("404 Not Found", [("Content-Type", "text/html")])
        return [b"<p>Page not found</p>"]
    start("200 OK", [("Content-Type", "text/plain")])
    page = b"<body><p>Words</p></body>"
    inject = LiveReloadServer._inject_js_into_html
    return [inject(object(), page, 7)] if path.endswith("/") else [b"export {};"]  # type: ignore[arg-type, no-untyped-call]


def ask(app: Preview, path: str, accept: str = "") -> tuple[str, dict[str, str], bytes]:
    """Return the status, the headers and the body."""
    said: list[Any] = []
    environ = {"PATH_INFO": path, "HTTP_ACCEPT_ENCODING": accept}
    body = b"".join(app(environ, lambda *answer: said.append(answer)))
    return said[0][0], dict(said[0][1]), body


def test_a_page_gets_the_headers_of_the_site() -> None:
    status, headers, _ = ask(Preview(served, lambda: LAYOUT), "/a/policy/")
    assert status == "200 OK"
    assert headers.items() >= page_headers().items()
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_lost_reader_gets_them_too() -> None:
    status, headers, body = ask(Preview(served, lambda: LAYOUT), "/a/missing/")
    assert (status, body) == ("404 Not Found", b"<p>Page not found</p>")
    assert headers.items() >= page_headers().items()


def test_the_worker_gets_its_own() -> None:
    _, headers, _ = ask(Preview(served, lambda: LAYOUT), "/a/assets/x/worker.js")
    assert headers.items() >= worker_headers().items()
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_nothing_is_inline_and_the_page_still_hears_of_changes() -> None:
    app = Preview(served, lambda: LAYOUT)
    _, _, page = ask(app, "/a/policy/")
    assert page.count(b"<script") == 1
    assert b'<script src="/a/preview-reload.js" data-numbers="7, ' in page
    _, headers, script = ask(app, "/a/preview-reload.js")
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert b'req.open("GET", "/livereload/" + epoch' in script


def test_what_is_worth_it_is_sent_packed_to_those_who_can_unpack_it() -> None:
    app = Preview(served, lambda: LAYOUT)
    _, plain, words = ask(app, "/a/a.js")
    _, packed, body = ask(app, "/a/a.js", "gzip, deflate, br;q=0.9")
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "br"
    assert brotli.decompress(body) == words


def test_a_redirect_is_passed_on() -> None:
    status, headers, _ = ask(Preview(served, lambda: LAYOUT), "/")
    assert (status, headers) == ("302 Found", {"Location": "/a/"})
