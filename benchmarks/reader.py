"""What a reader waits for: until a question can be answered, until Python is live, from answer to question.

Run by `make bench`, on the site in `site/`. Three pages are visited in turn, so that whatever else the machine
does falls on all of them: a page written by hand with the same questions (the floor), a plain page of the same
theme, and a procedure. Each visit is in a fresh browser (cold) and then once more in the same one (warm).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from clausetree.render.dot import ways
from clausetree.render.said import title_of
from clausetree.tree.model import Tree
from clausetree.tree.wire import from_wire
from publish.hosting.headers import page_headers, worker_headers
from publish.hosting.media_types import media_type

TREE = "employee-comments"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

# Notes when the first thing to answer (or to read) has been painted.
WATCH = """
(() => {
  const look = () => {
    const found = document.querySelector(".ct-live input, .floor-answer, main h1");
    if (found && found.getClientRects().length) {
      requestAnimationFrame(() => { window.answerable = performance.now(); });
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
})();
"""

# Picks the first answer, presses Continue, and returns the milliseconds until what follows has been painted.
ANSWER = """
async () => {
  const live = document.querySelector(".ct-live");
  live.querySelector(".ct-option input")?.click();
  const button = live.querySelector("form button[type=submit], [data-do=restart]");
  const begun = performance.now();
  const changed = new Promise((done) => {
    const observer = new MutationObserver(() => { observer.disconnect(); done(); });
    observer.observe(live, { childList: true });
  });
  button.click();
  await changed;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}
"""


class Handler(SimpleHTTPRequestHandler):
    """A server as a host should be set up: packed copies, lasting caching, the site's own headers."""

    protocol_version = "HTTP/1.1"

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


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds until answerable, and the requests and bytes by then."""

    answerable: float
    requests: int
    kilobytes: float


def floor_page(tree: Tree) -> str:
    """Return the same questions as somebody would write them by hand: sections, and links between them."""
    parts = []
    for node in tree.nodes:
        links = "".join(
            f'<li><a class="floor-answer" href="#{target}">{escape(label or "Go on")}</a></li>'
            for target, label in ways(tree, node)
        )
        parts.append(f'<section id="{node.id}"><h2>{escape(title_of(node))}</h2><ul>{links}</ul></section>')
    return f"<!doctype html><title>{escape(tree.title.text)}</title><main>{''.join(parts)}</main>"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def visit(page: Page, address: str, slowed: int) -> Visit:
    """Go to a page, and say what it took until it could be answered."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    lengths: list[float] = []
    session.on("Network.loadingFinished", lambda event: lengths.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.answerable", polling=20)
    return Visit(float(page.evaluate("window.answerable")), len(lengths), sum(lengths) / 1000)


def python_live(page: Page) -> float:
    """Show the intent to answer, and return the milliseconds from navigation until Python is live."""
    page.dispatch_event(".ct-live", "pointerover")
    found = "performance.getEntriesByName('python-live')[0]?.startTime"
    page.wait_for_function(found, timeout=90_000, polling=20)
    return float(page.evaluate(found))


def transferred(context: BrowserContext, address: str) -> tuple[int, float]:
    """Return the requests and kilobytes of a cold visit until Python is live, workers included."""
    page = context.new_page()
    sizes: list[int] = []
    context.on("requestfinished", lambda request: sizes.append(_size(request)))
    page.goto(address)
    python_live(page)
    return len(sizes), sum(sizes) / 1000


def _size(request) -> int:  # type: ignore[no-untyped-def]
    sizes = request.sizes()
    return int(sizes["responseBodySize"] + sizes["responseHeadersSize"])


def answers(page: Page, times: int) -> list[float]:
    """Return the milliseconds from an answer to the next painted question, again and again."""
    return [float(page.evaluate(ANSWER)) for _ in range(times)]


def say(name: str, values: Sequence[float], unit: str = "ms") -> None:
    """Print the middle and the high end of some values."""
    high = quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
    print(f"{name:<58} median {median(values):8.0f} {unit}   p95 {high:8.0f} {unit}")


def measure(browser: Browser, site: str, floor: str, rounds: int, slowed: int) -> None:
    """Visit all pages in turn, `rounds` times."""
    pages = {
        "by hand": floor,
        "plain page of the theme": f"{site}procedures/",
        "procedure": f"{site}trees/{TREE}/",
    }
    cold: dict[str, list[Visit]] = {name: [] for name in pages}
    live: dict[str, list[float]] = {"cold": [], "warm": []}
    before: list[float] = []
    after: list[float] = []
    for _ in range(rounds):
        for name, address in pages.items():
            context = browser.new_context(bypass_csp=True)
            page = context.new_page()
            cold[name].append(visit(page, address, slowed))
            if name == "procedure":
                live["cold"].append(python_live(page))
                page.close()
                page = context.new_page()
                visit(page, address, slowed)
                live["warm"].append(python_live(page))
                after += answers(page, 12)
                page = context.new_page()
                page.route("**/python_stdlib.zip", lambda _: None)
                visit(page, address, slowed)
                page.dispatch_event(".ct-live", "pointerover")
                page.wait_for_timeout(300)
                before += answers(page, 3)
            context.close()
    print(f"\nThe processor slowed {slowed} times:" if slowed > 1 else "\nAt full speed:")
    for name, visits in cold.items():
        requests, size = visits[0].requests, visits[0].kilobytes
        say(f"{name}: answerable, cold ({requests} requests, {size:.0f} kB)", [v.answerable for v in visits])
    ratio = median(v.answerable for v in cold["procedure"]) / median(
        v.answerable for v in cold["plain page of the theme"]
    )
    print(f"{'procedure, in plain pages of the theme':<58} {ratio:.2f}")
    say("Python live, cold, from navigation", live["cold"])
    say("Python live, warm, from navigation", live["warm"])
    say("answer to next question, before Python is live", before)
    say("answer to next question, Python live", after)


def main() -> int:
    """Measure what is in `site/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    tree = from_wire((arguments.site / f"trees/{TREE}/{TREE}.json").read_text(encoding="utf-8")).tree
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with (
        TemporaryDirectory() as folder,
        served(arguments.site.resolve()) as site,
        served(Path(folder)) as floor,
    ):
        (Path(folder) / "index.html").write_text(floor_page(tree), encoding="utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
            requests, size = transferred(browser.new_context(bypass_csp=True), f"{site}trees/{TREE}/")
            print(f"Until Python is live, cold: {requests} requests, {size:.0f} kB with brotli")
            for slowed in (1, 4):
                measure(browser, site, floor, arguments.rounds, slowed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
