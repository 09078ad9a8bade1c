"""The site as a host serves it, with what may go wrong there, and what its pages complain of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import ClassVar

from clausetree.render.hosting.headers import frame_headers
from servers.folder import Handler, serve

WITNESS = Path(__file__).with_name("witness.js").read_bytes()
"""Tells the host what goes wrong in a page: a driver of WebKit has no way to ask."""

NO_SCRIPTS = "sandbox allow-forms allow-same-origin allow-top-navigation"
"""The policy of a page whose scripts do not run, as in a browser in which they are switched off."""

COURSE = """<!doctype html><html lang="en"><title>A course</title><h1>A course</h1>
<iframe title="What to do" src="{}" width="700" height="900"{}></iframe>"""


@dataclass(slots=True)
class Host:
    """Where the site is, what its pages complained of, and what a test has go wrong."""

    address: str = ""
    complaints: list[str] = field(default_factory=list)
    missing: str = ""
    """The paths that are not there; `*` stands for anything."""
    held: str = ""
    """The paths that do not come while a test lasts."""
    policies: dict[str, str] = field(default_factory=dict)
    """The policy that the host sends for some paths instead of the site's own."""
    frame: tuple[str, str] = ("", "")
    """What /course.html has in a frame, and the attributes of that."""
    over: Event = field(default_factory=Event)

    @property
    def elsewhere(self) -> str:
        """The same host by another name, which browsers take for another site."""
        return self.address.replace("127.0.0.1", "localhost")

    def is_well_again(self) -> None:
        """Forget what went wrong."""
        self.over.set()
        self.complaints.clear()
        self.missing = self.held = ""
        self.policies = {}
        self.over = Event()


class HostHandler(Handler):
    """Serves the site, and `course.html` round a part of it."""

    host: ClassVar[Host]

    def do_POST(self) -> None:  # noqa: N802 - the base class names it so
        """Take note of a complaint."""
        length = int(self.headers["Content-Length"])
        self.host.complaints.append(self.rfile.read(length).decode())
        self.packed = False
        self.send_response(204)
        self.end_headers()

    def send_head(self):  # type: ignore[no-untyped-def]
        """Hand out a page with the witness in it, and anything else as it is."""
        path = self.path.split("?", 1)[0]
        if self.host.held and fnmatch(path, self.host.held):
            self.host.over.wait(60)
        if self.host.missing and fnmatch(path, self.host.missing):
            return self.send_error(404)
        if path == "/course.html":
            return self._send("text/html", COURSE.format(*self.host.frame).encode())
        if path == "/witness.js":
            return self._send("text/javascript", WITNESS)
        file = Path(self.translate_path(path))
        page = file / "index.html" if path.endswith("/") else file
        if page.suffix == ".html" and page.exists():
            written = page.read_bytes()
            with_witness = written.replace(b"<head>", b'<head><script src="/witness.js"></script>', 1)
            return self._send("text/html; charset=utf-8", with_witness)
        return super().send_head()  # type: ignore[no-untyped-call]

    def send_header(self, keyword: str, value: str) -> None:
        """Send the policy that a test wants."""
        path = self.path.split("?", 1)[0]
        if keyword == "Content-Security-Policy":
            if path == "/course.html":
                return
            if path.endswith("/embed/"):
                value = frame_headers((self.host.elsewhere.rstrip("/"),))[keyword]
            value = next((own for paths, own in self.host.policies.items() if fnmatch(path, paths)), value)
        if keyword == "Cache-Control":
            value = "no-store"  # what is missing in one test was there in another
        if keyword == "X-Frame-Options" and path.endswith("/embed/"):
            return
        super().send_header(keyword, value)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say that something is not there, without a page that says more."""
        self.packed = False
        super().send_error(code, message, explain)

    def _send(self, kind: str, body: bytes) -> BytesIO:
        self.packed = False
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """Serve `site`, and give the host of it."""
    host = Host()
    handler = type("OneHostHandler", (HostHandler,), {"host": host})
    with serve(site, handler) as host.address:
        yield host
        host.over.set()
