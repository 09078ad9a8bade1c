"""The site on real web servers, which serve it by the instructions that the build wrote."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, Page, Response, expect

from clausetree.publish.hosting.instructions import NAMES
from clausetree.render.hosting.headers import headers_for
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import media_type
from servers.hosts import BROTLI, apache, nginx

from .conftest import Witness
from .conversation import Conversation
from .sound import FAULTS

SERVERS = {"nginx": nginx, "apache": apache}
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.blockedURI));
"""


@dataclass(frozen=True, slots=True)
class Host:
    """A server: the folder it serves, at which address, and whether it was told to send Brotli."""

    site: Path
    url: str
    sends_brotli: bool

    @property
    def layout(self) -> Layout:
        """What of the site is sent in a way of its own, read from the folders that were built."""
        workers = (self.site / "assets").glob("*/worker.js")
        (worker,) = (path.relative_to(self.site).as_posix() for path in workers)
        runtimes = [
            path for name in ("pyodide", "for-authors") for path in (self.site / "assets" / name).iterdir()
        ]
        folders = [f"{path.relative_to(self.site).as_posix()}/" for path in runtimes]
        return Layout("/", worker, (worker.removesuffix("worker.js"), *folders))

    def ask(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Return the status, the headers and the body of a file."""
        address = urlsplit(self.url + path)
        connection = http.client.HTTPConnection(address.netloc, timeout=20)
        connection.request("GET", address.path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), body


@pytest.fixture(scope="module", params=SERVERS)
def host(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    """A server of each kind."""
    with SERVERS[request.param](site, "/", tmp_path_factory.mktemp("work")) as url:
        yield Host(site, url, request.param == "apache" or BROTLI.exists())


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[tuple[Page, Witness]]:
    """A page in a fresh browser, and what it did that a reader does not see."""
    witness = Witness(host.url)
    context = browser.new_context(base_url=host.url, permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(WATCH)
    witness.watch(context)
    yield context.new_page(), witness
    context.close()


def test_every_file_comes_with_its_headers_and_its_type(host: Host) -> None:
    for path in _published(host.site):
        status, headers, body = host.ask(path)
        assert status == 200, path
        assert body == (host.site / path).read_bytes(), path
        assert headers.items() >= headers_for(path, host.layout).items(), path
        assert headers["Content-Type"] == media_type(path), path


def test_every_file_that_was_packed_is_sent_packed(host: Host) -> None:
    for path in _published(host.site):
        _, headers, body = host.ask(path, Accept_Encoding="gzip")
        if (host.site / f"{path}.gz").exists():
            assert headers["Content-Encoding"] == "gzip", path
            assert "Accept-Encoding" in headers["Vary"]
            assert gzip.decompress(body) == (host.site / path).read_bytes(), path
        else:
            assert "Content-Encoding" not in headers, path
        assert headers.items() >= headers_for(path, host.layout).items(), path
        assert headers["Content-Type"] == media_type(path), path


def test_the_best_packing_is_sent_that_both_sides_know(host: Host) -> None:
    # Not every nginx has the module for Brotli; Apache needs none.
    best, unpack = ("br", brotli.decompress) if host.sends_brotli else ("gzip", gzip.decompress)
    for path in ("index.html", next(iter(host.layout.kept[1:])) + "pyodide.asm.wasm", host.layout.worker):
        _, headers, body = host.ask(path, Accept_Encoding="gzip, deflate, br")
        assert headers["Content-Encoding"] == best, path
        assert unpack(body) == (host.site / path).read_bytes()
        assert headers["Content-Type"] == media_type(path)
        assert headers.items() >= headers_for(path, host.layout).items()


def test_a_page_that_is_still_the_same_is_not_sent_again(host: Host) -> None:
    _, headers, _ = host.ask("policy/social-media/", Accept_Encoding="gzip")
    status, _, body = host.ask("policy/social-media/", Accept_Encoding="gzip", If_None_Match=headers["ETag"])
    assert (status, body) == (304, b"")


def test_a_folder_without_its_slash_leads_to_its_page(host: Host) -> None:
    status, headers, _ = host.ask("policy/social-media")
    assert status == 301
    assert urlsplit(headers["Location"]).path == "/policy/social-media/"


def test_a_lost_reader_gets_our_page_and_its_headers(host: Host) -> None:
    status, headers, body = host.ask("policy/social-medea/")
    assert status == 404
    assert b"Page not found" in body
    assert headers.items() >= headers_for("404.html", host.layout).items()


def test_a_folder_without_a_page_of_its_own_gives_our_page_too(host: Host) -> None:
    status, headers, body = host.ask("trees/")
    assert status in (403, 404)
    assert b"Page not found" in body
    assert headers.items() >= headers_for("404.html", host.layout).items()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_for_servers_is_not_for_readers(host: Host, name: str) -> None:
    status, _, body = host.ask(name)
    assert status in (403, 404)
    assert b"Content-Security-Policy:" not in body


def test_a_reader_does_everything_and_no_policy_is_violated(host: Host, reader: tuple[Page, Witness]) -> None:
    page, witness = reader
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("")
    page.get_by_role("link", name="Read the social media policy").click()
    expect(page.locator("#c2-4")).to_be_visible()
    page.locator('[data-anchor="c2-4"]').click()
    expect(page.get_by_role("status").filter(has_text="Link to clause 2.4 copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == f"{host.url}policy/social-media/#c2-4"
    page.get_by_label("Dark", exact=True).check()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.evaluate("window.violations") == []
    page.goto("search/?q=2.4")
    page.get_by_role("link", name="Clause 2.4", exact=True).click()
    expect(page).to_have_url(f"{host.url}policy/social-media/#c2-4")
    assert page.evaluate("window.violations") == []
    _talk_to_the_end(page)
    assert page.evaluate("window.violations") == []
    witness.assert_clean()
    _assert_packed(host, answers)


def _talk_to_the_end(page: Page) -> None:
    """Take the first answer each time: every tree ends."""
    talk = Conversation.begun(page, "employee-comments")
    while talk.live.locator(".ct-outcome-panel, .ct-outcome").count() == 0:
        before = talk.live.get_attribute("data-node")
        controls = talk.live.locator(".ct-option input")
        if controls.count():
            controls.first.check()
        talk.press("Continue")
        expect(talk.live).not_to_have_attribute("data-node", str(before), timeout=30_000)


def _assert_packed(host: Host, answers: list[Response]) -> None:
    """The engine started, and all that was sent was packed if it was worth it."""
    wasm = [answer for answer in answers if answer.url.endswith(".wasm")]
    assert len(wasm) == 1
    expected = "br" if host.sends_brotli else "gzip"
    for answer in answers:
        path = urlsplit(answer.url).path.lstrip("/")
        file = host.site / (path if path and not path.endswith("/") else f"{path}index.html")
        packed = file.with_name(f"{file.name}.br").exists()
        assert answer.headers.get("content-encoding") == (expected if packed else None), answer.url


# What a page is sent with is the same from every server, as the tests above prove: a browser asks one of them.
@pytest.mark.parametrize("host", ["nginx"], indirect=True)
def test_every_page_is_sound_keeps_within_its_policy_and_asks_nobody_else_for_anything(
    host: Host, reader: tuple[Page, Witness]
) -> None:
    page, witness = reader
    pages = [path for path in _published(host.site) if path.endswith(".html")]
    assert len(pages) > 15
    seen = {}
    for path in pages:
        page.goto(path.removesuffix("index.html"))
        seen[path] = page.evaluate("window.violations") + page.evaluate(FAULTS)
    assert {path: faults for path, faults in seen.items() if faults} == {}
    witness.assert_clean()


def _published(site: Path) -> list[str]:
    """Return every file that readers and their browsers ask for."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix not in (".br", ".gz"))
    return [path.relative_to(site).as_posix() for path in files if path.name not in NAMES]
