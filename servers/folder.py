"""A folder served on this machine by Python, as a host should be set up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from clausetree.render.hosting.headers import page_headers, worker_headers
from clausetree.render.hosting.media_types import media_type


class Handler(SimpleHTTPRequestHandler):
    """A server as a host should be set up: packed copies, lasting caching, the site's own headers."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """Take it that a browser which leaves a page breaks off what it was fetching."""
        with suppress(ConnectionError):
            super().handle()

    def send_head(self):  # type: ignore[no-untyped-def]
        """Hand out the copy that was packed with brotli, if there is one and the browser takes it."""
        self.packed = False
        path = self.translate_path(self.path.split("?", 1)[0])
        file = Path(path) / "index.html" if path.endswith("/") else Path(path)
        if "br" in self.headers.get("Accept-Encoding", "") and Path(f"{file}.br").exists():
            self.packed = True
            self.shown = str(file)
            self.path = "/" + Path(f"{file}.br").relative_to(self.directory).as_posix()
        return super().send_head()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the type of what was packed."""
        return media_type(self.shown if self.packed else str(path))

    def end_headers(self) -> None:
        """Add the site's headers."""
        headers = worker_headers() if "/worker.js" in self.path else page_headers()
        kept = "assets/" in self.path
        headers |= {"Cache-Control": "public, max-age=31536000, immutable" if kept else "no-cache"}
        headers |= {"Content-Encoding": "br"} if self.packed else {}
        for name, value in headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@contextmanager
def serve(folder: Path, handler: type[SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """Serve `folder` and give its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
