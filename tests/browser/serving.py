"""A folder served on this machine, with the headers that a host is asked to send."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path

from publish.hosting.headers import page_headers, worker_headers
from publish.hosting.media_types import media_type

WORKER = "/worker.js"


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files with the types that module scripts and WebAssembly insist on, under a strict policy."""

    protocol_version = "HTTP/1.1"

    def guess_type(self, path: str | PathLike[str]) -> str:
        """Return the type that a host is asked to send."""
        return media_type(str(path))

    def end_headers(self) -> None:
        """Add what a host is asked to send: the worker has a policy of its own, which lets WebAssembly run."""
        path = self.path.split("?", 1)[0]
        headers = worker_headers() if path.endswith(WORKER) else page_headers()
        # A test may put other scripts in a kept file's place.
        for name, value in (headers | {"Cache-Control": "no-cache"}).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the tests look at what the browser saw."""


@contextmanager
def serve(folder: Path, handler: type[SimpleHTTPRequestHandler] = QuietHandler) -> Iterator[str]:
    """Serve `folder` and give its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
