"""What a reader waits for: until a question can be answered, until Python is live, from answer to question.

Run by `make bench`, on the site in `site/`. Three pages are visited in turn, so that whatever else the machine
does falls on all of them: a page written by hand with the same questions (the floor), a plain page of the same
theme, and a procedure. A cold visit is in a fresh browser. A warm one is in a browser in which somebody has
answered before, and that has a profile, as a reader's has outside a private window: it keeps files, and what it
compiled of them.
`make bench BESIDE=…` names the site of another build, which is visited in turn with this one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, sync_playwright

from clausetree.render.tree.onward import labelled_edges
from clausetree.render.tree.phrasing import title_of
from clausetree.tree.model import Tree
from clausetree.tree.wire import from_wire
from servers.folder import serve

TREE = "employee-comments"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ANSWERED = 12
OFTEN = 40
"""How many answers it takes until Chromium keeps what it compiled of our Python (docs/decisions/0040)."""
KEEPING = 6_000
"""How long a browser may take to put away what it has compiled, in milliseconds."""

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
            for target, label in labelled_edges(tree, node)
        )
        parts.append(f'<section id="{node.id}"><h2>{escape(title_of(node))}</h2><ul>{links}</ul></section>')
    return f"<!doctype html><title>{escape(tree.title.text)}</title><main>{''.join(parts)}</main>"


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


def answers_ahead(page: Page, address: str, slowed: int) -> Iterator[float]:
    """Yield what an answer takes while Python is kept from starting, again and again."""
    held: list[Route] = []
    # Playwright takes no built-in method for this.
    page.route("**/python_stdlib.zip", lambda route: held.append(route))
    visit(page, address, slowed)
    page.dispatch_event(".ct-live", "pointerover")
    page.wait_for_timeout(300)
    yield from answers(page, 3)
    for route in held:
        route.abort()


@contextmanager
def returning(playwright: Playwright, program: str | None, address: str) -> Iterator[BrowserContext]:
    """Give a browser in which somebody answered at `address`, and stayed until it kept what it compiled.

    Chromium keeps nothing of it for those who only look: enough has to have run often (docs/decisions/0040).
    """
    with TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=OPTIONS, bypass_csp=True
        )
        page = context.new_page()
        page.goto(address)
        python_live(page)
        answers(page, OFTEN)
        page.wait_for_timeout(KEEPING)
        page.close()
        yield context
        context.close()


@dataclass(frozen=True, slots=True)
class Place:
    """A site that is visited: where it stands, and a browser that was there before."""

    address: str
    known: BrowserContext

    @property
    def procedure(self) -> str:
        """The page of a procedure."""
        return f"{self.address}trees/{TREE}/"


PLAIN, COLD, WARM = "plain page of the theme: answerable, cold", "Python live, cold", "Python live, warm"
ANSWERABLE = "procedure: answerable, cold"
AHEAD, ANSWER_COLD, ANSWER_WARM = (
    f"answer to next question, {when}" for when in ("before Python is live", "cold", "warm")
)


def measured(browser: Browser, place: Place, floor: str, slowed: int) -> Iterator[tuple[str, list[float]]]:
    """Visit the pages of a place once, in a fresh browser and in the one that was there; yield the times."""
    context = browser.new_context(bypass_csp=True)
    yield "by hand: answerable, cold", [visit(context.new_page(), floor, slowed).answerable]
    yield PLAIN, [visit(context.new_page(), f"{place.address}procedures/", slowed).answerable]
    context.close()
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    yield ANSWERABLE, [visit(page, place.procedure, slowed).answerable]
    yield COLD, [python_live(page)]
    yield ANSWER_COLD, answers(page, ANSWERED)
    yield AHEAD, list(answers_ahead(context.new_page(), place.procedure, slowed))
    context.close()
    page = place.known.new_page()
    visit(page, place.procedure, slowed)
    yield WARM, [python_live(page)]
    yield ANSWER_WARM, answers(page, ANSWERED)
    page.close()


def measure(browser: Browser, places: Mapping[str, Place], floor: str, rounds: int, slowed: int) -> None:
    """Visit all places in turn, `rounds` times, and print what each took, beside the first."""
    found: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in places}
    for turn in range(rounds):
        # Whoever comes second finds the machine warmed up.
        for name in list(places)[:: -1 if turn % 2 else 1]:
            for what, times in measured(browser, places[name], floor, slowed):
                found[name][what] += times
    print(f"\nThe processor slowed {slowed} times:" if slowed > 1 else "\nAt full speed:")
    first = next(iter(found.values()))
    for name, taken in found.items():
        for what, times in taken.items():
            say(f"{name}{what}", times)
            if taken is not first:
                print(f"{'':<58} ratio  {median(times) / median(first[what]):8.2f}")
        in_plain = median(taken[ANSWERABLE]) / median(taken[PLAIN])
        print(f"{name + 'procedure, in plain pages of the theme':<58} {in_plain:.2f}")


def main() -> int:
    """Measure what is in `site/`, and beside it what another build made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--beside", type=Path, help="the site of another build, to be visited in turn")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    tree = from_wire((arguments.site / f"trees/{TREE}/{TREE}.json").read_text(encoding="utf-8")).tree
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    sites = (
        {"before: ": arguments.beside, "now: ": arguments.site} if arguments.beside else {"": arguments.site}
    )
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        floor = stack.enter_context(serve(Path(folder)))
        (Path(folder) / "index.html").write_text(floor_page(tree), encoding="utf-8")
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        places: dict[str, Place] = {}
        for name, site in sites.items():
            address = stack.enter_context(serve(site.resolve()))
            known = stack.enter_context(returning(playwright, program, f"{address}trees/{TREE}/"))
            places[name] = Place(address, known)
            requests, size = transferred(browser.new_context(bypass_csp=True), places[name].procedure)
            print(f"{name}until Python is live, cold: {requests} requests, {size:.0f} kB with brotli")
            answerable = visit(browser.new_context(bypass_csp=True).new_page(), places[name].procedure, 1)
            print(f"{name}until answerable: {answerable.requests} requests, {answerable.kilobytes:.0f} kB")
        print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        for slowed in (1, 4):
            measure(browser, places, floor, arguments.rounds, slowed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
