"""Serve an author's preview as a real server is told to serve the site.

What an author sees is then what readers get: the same headers, types and packing. One thing is added to a
page, the script that loads it again after a change. MkDocs writes it into the page, which the security policy
forbids, so here it is a file.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import brotli

from clausetree.render.hosting.headers import headers_for
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import is_compressible, media_type

type Start = Callable[[str, list[tuple[str, str]]], object]
type App = Callable[[dict[str, Any], Start], Iterable[bytes]]

_INLINE = re.compile(
    rb"<script>(?P<code>\s*var livereload = .*?)livereload\((?P<numbers>\d+, \d+)\);\s*</script>", re.DOTALL
)
_CHATTER = b"console.log('Enabled live reload');"
_START = b"livereload(...document.currentScript.dataset.numbers.split(', ').map(Number));\n"
RELOADER = "preview-reload.js"


class Preview:
    """Wraps what MkDocs serves. `layout` is asked for at each request: every build may change it."""

    def __init__(self, app: App, layout: Callable[[], Layout]) -> None:
        self._app = app
        self._layout = layout
        self._reloader = b""

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a request."""
        layout, path = self._layout(), str(environ["PATH_INFO"])
        if path.startswith("/livereload/"):
            return self._app(environ, start)
        within = path.removeprefix(layout.base)
        status, moved, body = self._ask(environ, within)
        if moved:
            start(status, moved)
            return []
        kind = media_type("index.html" if within.endswith("/") or not within or status[0] == "4" else within)
        headers = headers_for(within, layout) | {"Content-Type": kind, "Vary": "Accept-Encoding"}
        coding, packed = _packed(body, kind, str(environ.get("HTTP_ACCEPT_ENCODING", "")))
        headers |= {"Content-Length": str(len(packed))} | ({"Content-Encoding": coding} if coding else {})
        start(status, list(headers.items()))
        return [packed]

    def _ask(self, environ: dict[str, Any], path: str) -> tuple[str, list[tuple[str, str]], bytes]:
        """Return the status, the headers if they lead elsewhere, and the body."""
        if path == RELOADER:
            return "200 OK", [], self._reloader
        responses: list[tuple[str, list[tuple[str, str]]]] = []
        body = b"".join(self._app(environ, lambda status, headers: responses.append((status, headers))))
        status, headers = responses[0]
        return status, headers if status[0] == "3" else [], self._without_inline(body)

    def _without_inline(self, body: bytes) -> bytes:
        """Put a script of its own in place of the one that is written into the page."""
        match = _INLINE.search(body)
        if match is None:
            return body
        self._reloader = match["code"].replace(_CHATTER, b"") + _START
        script = f'<script src="{self._layout().base}{RELOADER}" data-numbers="'.encode()
        return body[: match.start()] + script + match["numbers"] + b'"></script>' + body[match.end() :]


def _packed(body: bytes, kind: str, accepted: str) -> tuple[str, bytes]:
    """Return the coding used, or "", and what is sent."""
    codings = {part.split(";")[0].strip() for part in accepted.split(",")}
    if not is_compressible(kind):
        return "", body
    if "br" in codings:
        return "br", _brotli(body)
    return ("gzip", gzip.compress(body, 6)) if "gzip" in codings else ("", body)


@lru_cache(maxsize=32)
def _brotli(body: bytes) -> bytes:
    """The runtime is large, and asked for again and again."""
    packed: bytes = brotli.compress(body, quality=4)
    return packed
