"""What is sent with each file, and that every kind of server is told the same."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from clausetree.publish.hosting.instructions import NAMES, write_instructions
from clausetree.render.hosting.apache import to_apache
from clausetree.render.hosting.headers import (
    frame_headers,
    headers_for,
    is_origin,
    kept_headers,
    page_headers,
    worker_headers,
)
from clausetree.render.hosting.iis import to_iis
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import MEDIA_TYPES, media_type
from clausetree.render.hosting.nginx import to_nginx
from clausetree.render.hosting.static_host import to_static_host

WORKER = "assets/0123456789abcdef/worker.js"
KEPT = ("assets/0123456789abcdef/", "assets/pyodide/fedcba9876543210/")
PLAIN = Layout("/", WORKER, KEPT)
FRAMED = Layout("/a/b/", WORKER, KEPT, ("trees/visit/embed/",), ("https://learning.example.org",))
ENTRIES = ["404.html", "assets/", "index.html", "policy/", "trees/"]
EVERY = {
    "nginx": lambda layout: to_nginx(layout),
    "apache": lambda layout: to_apache(layout),
    "iis": lambda layout: to_iis(layout),
    "static host": lambda layout: to_static_host(layout, ENTRIES),
}


def test_a_page_may_use_what_comes_from_the_site_and_nothing_else() -> None:
    policy = page_headers()["Content-Security-Policy"]
    sources = {source for part in policy.split("; ") for source in part.split()[1:]}
    assert sources == {"'none'", "'self'", "data:"}
    assert policy.startswith("default-src 'none'; ")


EVERY_PAGE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def test_every_header_of_a_page_is_written_down_here() -> None:
    assert dict(headers_for("policy/", PLAIN)) == EVERY_PAGE


@pytest.mark.parametrize("path", ["clauses.json", WORKER, f"{KEPT[1]}pyodide.asm.wasm", "trees/visit/embed/"])
def test_what_is_no_page_gets_the_common_headers_too(path: str) -> None:
    common = {
        name: EVERY_PAGE[name] for name in EVERY_PAGE if name.startswith(("X-Content", "R", "P", "Cross"))
    }
    assert common.items() <= headers_for(path, FRAMED).items()
    assert len(common) == 5


def test_only_the_worker_may_run_webassembly() -> None:
    allowing = [
        path
        for path in ("", "policy/", WORKER, f"{KEPT[0]}a.js", f"{KEPT[1]}pyodide.mjs")
        if "unsafe" in headers_for(path, PLAIN)["Content-Security-Policy"]
    ]
    assert allowing == [WORKER]
    assert "'unsafe" not in worker_headers()["Content-Security-Policy"]


def test_what_has_a_hash_in_its_address_is_kept_and_all_else_is_asked_for_again() -> None:
    assert headers_for(f"{KEPT[1]}pyodide.asm.wasm", PLAIN)["Cache-Control"].endswith("immutable")
    assert headers_for(WORKER, PLAIN)["Cache-Control"].endswith("immutable")
    assert headers_for("clauses.json", PLAIN)["Cache-Control"] == "no-cache"


def test_nobody_frames_a_page_unless_the_settings_say_who() -> None:
    assert "frame-ancestors 'none'" in headers_for("trees/visit/embed/", PLAIN)["Content-Security-Policy"]
    assert headers_for("trees/visit/embed/", PLAIN)["X-Frame-Options"] == "DENY"


def test_only_the_page_that_is_made_to_be_framed_can_be() -> None:
    framed = headers_for("trees/visit/embed/", FRAMED)
    assert framed["Content-Security-Policy"].endswith("; frame-ancestors https://learning.example.org")
    assert "X-Frame-Options" not in framed
    assert headers_for("trees/visit/", FRAMED) == page_headers()


@pytest.mark.parametrize("origin", ["https://learning.example.org", "https://*.example.org:8443", "'self'"])
def test_an_origin_is_taken(origin: str) -> None:
    assert is_origin(origin)


@pytest.mark.parametrize(
    "wrong",
    [
        *("*", "https://*", "http://*:80", "https://*.org", "https://a*.example.org", "https://*example.org"),
        *("learning.example.org", "https://a.example/x", "https://a; script-src *", ""),
    ],
)
def test_what_is_no_origin_is_refused(wrong: str) -> None:
    assert not is_origin(wrong)


@pytest.mark.parametrize("server", EVERY)
def test_every_server_is_told_every_header(server: str) -> None:
    told = EVERY[server](FRAMED).replace("&apos;", "'").replace("&quot;", '"')
    sets = (page_headers(), worker_headers(), kept_headers(), frame_headers(FRAMED.framed_by))
    values = {value for headers in sets for name, value in headers.items() if value != "no-cache"}
    assert [value for value in values if value not in told] == []


@pytest.mark.parametrize("server", ["nginx", "apache", "iis"])
def test_every_server_is_told_every_type(server: str) -> None:
    told = EVERY[server](PLAIN)
    assert [kind for kind in MEDIA_TYPES.values() if kind not in told and kind != "application/gzip"] == []


@pytest.mark.parametrize("server", ["nginx", "apache", "iis"])
def test_every_server_is_told_where_the_page_for_lost_readers_is(server: str) -> None:
    assert "/a/b/404.html" in EVERY[server](FRAMED)


def test_what_iis_reads_is_sound_xml_that_names_each_header_once_a_place() -> None:
    root = ET.fromstring(to_iis(FRAMED).encode())
    for place in root.iter("customHeaders"):
        names = [one.get("name") for one in place.iter("add")]
        assert len(names) == len(set(names))
    paths = [place.get("path") for place in root.iter("location")]
    assert paths == [*(folder.rstrip("/") for folder in KEPT), "trees/visit/embed", WORKER]


def test_no_address_gets_two_security_policies_from_a_static_host() -> None:
    rules = re.findall(r"^(/\S*)\n((?:  .*\n)+)", to_static_host(FRAMED, ENTRIES), re.MULTILINE)
    policies = [_pattern(path) for path, headers in rules if "Content-Security-Policy" in headers]
    for path in ("", "404.html", "policy/", "policy/a/v/2.2/", "trees/visit/", "trees/visit/embed/", WORKER):
        assert sum(bool(pattern.fullmatch(f"/a/b/{path}")) for pattern in policies) == 1, path


def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile(re.escape(glob).replace(r"\*", ".*").replace(":page", "[^/]+"))


def test_a_file_for_each_kind_of_server_is_written(tmp_path: Path) -> None:
    (tmp_path / "policy").mkdir()
    write_instructions(tmp_path, PLAIN)
    before = {name: (tmp_path / name).read_bytes() for name in NAMES}
    write_instructions(tmp_path, PLAIN)
    assert {name: (tmp_path / name).read_bytes() for name in NAMES} == before
    assert b"/policy/*" in before["_headers"]


def test_text_says_that_it_is_utf_8() -> None:
    assert media_type("a/b.mjs") == "text/javascript; charset=utf-8"
    assert media_type("a/b.wasm") == "application/wasm"
    assert media_type("LICENCE") == "application/octet-stream"
