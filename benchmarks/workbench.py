"""What whoever writes waits for: until she can write, until it is checked, from a key to what is wrong.

Run by `make bench`, on the site in `site/`. Three pages are visited in turn: the workbench, a page with nothing
but the same editor, and a page that starts Pyodide as it is published. A cold visit is in a fresh browser, a
warm one in a browser that was here before.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright, Request, sync_playwright

from benchmarks.reader import KEEPING, OPTIONS, say
from clausetree.publish.assets.node import run_node
from clausetree.publish.assets.runtime import PYODIDE
from clausetree.publish.files.installed import PROJECT
from servers.folder import serve

SITE = PROJECT / "site"
LARGEST = "trees/employee-comments.tree"
BAR = PROJECT / "node_modules"
ROUNDS, KEYS = 5, 40
NODES = 2_000

EDITOR = """
import { history, defaultKeymap, historyKeymap } from "@codemirror/commands";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
const keys = keymap.of([...defaultKeymap, ...historyKeymap]);
new EditorView({ parent: document.body, extensions: [lineNumbers(), history(), keys] });
performance.mark("editable");
"""
PLAIN_PYODIDE = """
import { loadPyodide } from "./pyodide/pyodide.mjs";
await loadPyodide({ indexURL: new URL("./pyodide/", location).href });
performance.mark("workbench-live");
"""
WATCH = "() => addEventListener('keydown', () => { window.pressed = performance.now(); }, true)"
SHOWN = """
() => {
  const shown = performance.getEntriesByName("check-shown")[0]?.startTime ?? 0;
  const asked = performance.getEntriesByName("check-asked")[0]?.startTime ?? 0;
  return shown > window.pressed && shown > asked ? shown - window.pressed : 0;
}
"""


def main() -> None:
    """Print the times, and their ratios."""
    with TemporaryDirectory() as work:
        folder = Path(work)
        shutil.copytree(SITE, folder / "site")
        beside(folder / "beside")
        with serve(folder / "site") as site, serve(folder / "beside") as other, sync_playwright() as playwright:
            compare(playwright, site, other)


def beside(folder: Path) -> None:
    """Write the two pages that the workbench is held against."""
    folder.mkdir()
    source = folder / "editor.source.js"
    source.write_text(EDITOR, encoding="utf-8")
    maker = folder / "make.mjs"
    maker.write_text(
        f"import {{ build }} from {str(BAR / 'esbuild/lib/main.js')!r};\n"
        f"await build({{ entryPoints: [{str(source)!r}], bundle: true, minify: true, format: 'esm',"
        f" nodePaths: [{str(BAR)!r}], outfile: {str(folder / 'editor.js')!r} }});\n",
        encoding="utf-8",
    )
    run_node([maker], "The editor could not be put together")
    shutil.copytree(PYODIDE, folder / "pyodide")
    (folder / "python.js").write_text(PLAIN_PYODIDE, encoding="utf-8")
    for name in ("editor", "python"):
        page = f'<!doctype html><title>{name}</title><body><script type="module" src="{name}.js"></script>'
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


def compare(playwright: Playwright, site: str, other: str) -> None:
    """Visit all in turn."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    pages = {
        "workbench": f"{site}workbench/#{LARGEST}",
        "plain editor": f"{other}editor.html",
        "plain Pyodide": f"{other}python.html",
    }
    found: defaultdict[str, list[float]] = defaultdict(list)
    for name, address in pages.items():
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        for _ in range(ROUNDS):
            context = browser.new_context(bypass_csp=True)
            for what, value in visited(context, name, address):
                found[f"{name}: {what}, cold"].append(value)
            context.close()
        browser.close()
        with TemporaryDirectory() as profile:
            context = playwright.chromium.launch_persistent_context(
                profile, executable_path=program, args=OPTIONS, bypass_csp=True
            )
            list(visited(context, name, address))
            context.pages[-1].wait_for_timeout(KEEPING)
            for _ in range(ROUNDS):
                for what, value in visited(context, name, address):
                    if what != "kilobytes":
                        found[f"{name}: {what}, warm"].append(value)
            context.close()
    for name, values in found.items():
        say(name, values, "kB" if "kilobytes" in name else "ms")
    for what, against in (
        ("editable", "plain editor"),
        ("live", "plain Pyodide"),
        ("kilobytes", "plain Pyodide"),
    ):
        ours, theirs = (median(found[f"{each}: {what}, cold"]) for each in ("workbench", against))
        print(f"{what} beside the {against}: {ours / theirs:.2f}")
    browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
    page = browser.new_context(bypass_csp=True).new_page()
    say(f"from a key to what is wrong, {LARGEST}", list(keys(page, pages["workbench"], None)))
    say(f"from a key to what is wrong, {NODES} nodes", list(keys(page, pages["workbench"], large_tree())))
    browser.close()


def visited(context: BrowserContext, name: str, address: str) -> Iterator[tuple[str, float]]:
    """Visit a page, and yield when it could be written on, when Python was live, and what was sent."""
    sizes: list[int] = []

    def weigh(request: Request) -> None:
        sizes.append(request.sizes()["responseBodySize"])

    context.on("requestfinished", weigh)
    page = context.new_page()
    page.goto("about:blank")
    page.goto(address)
    marks = {"workbench": ["editable", "workbench-live", "check-shown"], "plain editor": ["editable"]}
    for mark in marks.get(name, ["workbench-live"]):
        entry = f"performance.getEntriesByName({mark!r})[0]?.startTime"
        page.wait_for_function(entry, timeout=90_000)
        yield mark.replace("workbench-", "").replace("check-shown", "checked"), float(page.evaluate(entry))
    yield "kilobytes", sum(sizes) / 1000
    # What is still fetched then, such as what draws, is not weighed.
    context.remove_listener("requestfinished", weigh)
    page.close()


def keys(page: Page, address: str, text: str | None) -> Iterator[float]:
    """Press keys one after the other, and yield what each took until what is wrong was shown."""
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('check-shown')[0]", timeout=90_000)
    page.evaluate(WATCH)
    page.locator(".cm-content").click()
    if text is not None:
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)
        page.wait_for_timeout(15_000)
    page.keyboard.press("Control+End")
    page.keyboard.type("\n# ")
    page.wait_for_timeout(3_000)
    for _ in range(KEYS):
        page.keyboard.type("a")
        page.wait_for_function(SHOWN, timeout=60_000, polling=10)
        yield float(page.evaluate(SHOWN))
        page.wait_for_timeout(100)


def large_tree() -> str:
    """Return a tree of many questions, each leading to the next."""
    head = (PROJECT / LARGEST).read_text(encoding="utf-8").split("\nquestion ")[0]
    first = head.split("start ")[1].split()[0]
    lines = [head.replace(f"start {first}", "start q0"), ""]
    for number in range(NODES - 1):
        lines += [
            f'question q{number} "Is it {number}?"',
            f'    option yes "Yes" -> {f"q{number + 1}" if number < NODES - 2 else "end"}',
            '    option no "No" -> end',
            "",
        ]
    return "\n".join([*lines, 'outcome end "It is over"', ""])


if __name__ == "__main__":
    main()
