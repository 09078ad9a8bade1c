"""What IIS would send by the file that the build writes: read rule by rule, as Microsoft says that it is read.

No IIS runs here. A place inherits from every place above it, what it takes back it must have inherited, and
what it adds it must not have: otherwise IIS answers 500.19 to everything.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from clausetree.publish.hosting.instructions import NAMES
from clausetree.render.hosting.headers import headers_for
from clausetree.render.hosting.iis import to_iis
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import COMPRESSIBLE, MEDIA_TYPES, media_type

WORKER = "assets/0123456789abcdef/worker.js"
KEPT = ("assets/0123456789abcdef/", "assets/pyodide/fedcba9876543210/")
LAYOUTS = {
    "nobody frames": Layout("/", WORKER, KEPT),
    "somebody frames": Layout(
        "/a/b/", WORKER, KEPT, ("trees/visit/embed/",), ("https://learning.example.org",)
    ),
}
ADDRESSES = [
    *(
        "",
        "policy/social-media/",
        "trees/visit/",
        "trees/visit/embed/",
        "trees/visit/embed/index.html",
        "404.html",
    ),
    *(
        WORKER,
        f"{KEPT[0]}site.js",
        f"{KEPT[0]}images/favicon.svg",
        f"{KEPT[1]}pyodide.asm.wasm",
        "clauses.json",
    ),
]


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Layout:
    return LAYOUTS[request.param]


@pytest.fixture
def written(layout: Layout) -> ET.Element:
    return ET.fromstring(to_iis(layout).encode())


def test_every_address_gets_its_headers_and_no_other(written: ET.Element, layout: Layout) -> None:
    for address in ADDRESSES:
        sent: dict[str, str] = {"X-Powered-By": "ASP.NET"}
        for place in _places_above(written, address):
            for rule in place.iterfind("system.webServer/httpProtocol/customHeaders/*"):
                _obey(rule, sent)
        assert sent == headers_for(address, layout), address


def _places_above(written: ET.Element, address: str) -> list[ET.Element]:
    """Return what speaks of an address, the site itself first and the nearest place last."""
    places = [place for place in written.iterfind("location") if _within(address, str(place.get("path")))]
    return [written, *sorted(places, key=lambda place: len(str(place.get("path"))))]


def _within(address: str, place: str) -> bool:
    return address == place or address.startswith(f"{place}/")


def _obey(rule: ET.Element, sent: dict[str, str]) -> None:
    name = str(rule.get("name"))
    if rule.tag == "remove":
        del sent[name]
    else:
        assert rule.tag == "add"
        assert name not in sent
        sent[name] = str(rule.get("value"))


def test_every_kind_of_file_has_its_type(written: ET.Element) -> None:
    types = {m.get("fileExtension"): m.get("mimeType") for m in written.iter("mimeMap")}
    removed = [one.get("fileExtension") for one in written.iterfind("system.webServer/staticContent/remove")]
    # IIS knows some of them: to say it again without taking it back is an error.
    assert set(removed) >= set(types)
    assert {ending: types[f".{ending}"] for ending in MEDIA_TYPES} == {
        e: media_type(f"a.{e}") for e in MEDIA_TYPES
    }


@pytest.mark.parametrize("ending", COMPRESSIBLE)
@pytest.mark.parametrize(
    ("takes", "packed", "encoding"), [("gzip, deflate, br", "br", "br"), ("gzip", "gz", "gzip")]
)
def test_what_is_packed_is_sent_packed_and_called_what_it_was(
    written: ET.Element, ending: str, takes: str, packed: str, encoding: str
) -> None:
    address = f"policy/a.{ending}"
    sent_instead = _rewritten(written, address, takes, f"{address}.{packed}")
    assert sent_instead == f"{address}.{packed}"
    headers = _renamed(written, f"/{sent_instead}")
    assert headers == {
        "RESPONSE_Content_Encoding": encoding,
        "RESPONSE_Content_Type": media_type(address),
        "RESPONSE_Vary": "Accept-Encoding",
    }


def test_what_is_not_packed_is_sent_as_it_is(written: ET.Element) -> None:
    assert _rewritten(written, "images/a.png", "gzip, br", "images/a.png.br") is None
    assert _rewritten(written, "policy/a.html", "identity", "policy/a.html.br") is None
    assert _rewritten(written, "policy/a.html", "gzip, br", "") is None
    assert _renamed(written, "/policy/a.html") == {}


def _rewritten(written: ET.Element, address: str, takes: str, on_disk: str) -> str | None:
    """Return the file that the first rule which matches has sent instead."""
    for rule in written.iterfind("system.webServer/rewrite/rules/rule"):
        match = re.fullmatch(str(_attribute(rule, "match", "url")).strip("^$"), address)
        accepted, exists = rule.iterfind("conditions/add")
        file = str(exists.get("input")).replace("{REQUEST_FILENAME}", address)
        if match and re.search(str(accepted.get("pattern")), takes) and file == on_disk:
            assert (accepted.get("input"), exists.get("matchType")) == ("{HTTP_ACCEPT_ENCODING}", "IsFile")
            return str(_attribute(rule, "action", "url")).replace("{R:1}", match[1])
    return None


def _renamed(written: ET.Element, address: str) -> dict[str, str]:
    """Return what the outbound rules have an answer say."""
    rules = written.iterfind("system.webServer/rewrite/outboundRules/rule")
    return {
        str(_attribute(rule, "match", "serverVariable")): str(_attribute(rule, "action", "value"))
        for rule in rules
        if re.search(str(_attribute(rule, "conditions/add", "pattern")), address)
    }


def _attribute(rule: ET.Element, path: str, name: str) -> str | None:
    found = rule.find(path)
    assert found is not None
    return found.get(name)


def test_nobody_reads_what_is_written_for_other_servers(written: ET.Element) -> None:
    hidden = {one.get("segment") for one in written.iter("add")} - {None}
    # IIS itself hands out no web.config.
    assert hidden == set(NAMES) - {"web.config"}


def test_a_lost_reader_gets_our_page(written: ET.Element, layout: Layout) -> None:
    errors = written.findall("system.webServer/httpErrors/error")
    # 403.14 is what IIS says of a folder without a page of its own.
    assert [(e.get("statusCode"), e.get("subStatusCode")) for e in errors] == [("404", None), ("403", "14")]
    assert {error.get("path") for error in errors} == {f"{layout.base}404.html"}
