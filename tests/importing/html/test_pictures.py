"""The pictures of a page."""

from __future__ import annotations

import base64

import pytest

from clausetree.importing.documents import read_file
from clausetree.importing.imported import Imported, imported
from clausetree.importing.remarks import Kind

PNG = b"\x89PNG\r\n\x1a\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
BESIDE = {"rota_files/gate 1.png": PNG, "./rota_files/plan.emf": b"\x01\x00\x00\x00"}


def made(html: str) -> Imported:
    """A page as a policy."""
    taken = read_file("rota.html", html.encode(), beside=BESIDE.get)
    return imported(taken.blocks, "p", taken.properties, taken.pictures, taken.remarks)


@pytest.mark.parametrize(
    ("source", "name", "content"),
    [
        ("rota_files/gate%201.png?v=2#x", "picture-1.png", PNG),
        (f"data:image/png;base64,{base64.b64encode(PNG).decode()}", "picture-1.png", PNG),
        ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E", "picture-1.svg", SVG.encode()),
    ],
)
def test_what_lies_beside_a_page_or_in_it_is_taken(source: str, name: str, content: bytes) -> None:
    policy = made(f'<table><tr><td>See <a href="#g"><img src="{source}" alt="The gate"></a></table>')
    assert f"![The gate]({name})" in policy.body
    assert policy.pictures == {name: content.replace(b'"', b"'") if name.endswith("svg") else content}


@pytest.mark.parametrize(
    ("source", "kind", "more"),
    [
        ("https://maps.example/gate.png", Kind.ELSEWHERE, "https://maps.example/gate.png"),
        ("//maps.example/gate.png", Kind.ELSEWHERE, "//maps.example/gate.png"),
        ("file:///C:/gate.png", Kind.ELSEWHERE, "file:///C:/gate.png"),
        ("gate.png", Kind.NOT_THERE, "gate.png"),
        ("data:image/png;base64,A", Kind.NOT_THERE, "within the page"),
        ("./rota_files/plan.emf", Kind.NOT_SHOWN, "./rota_files/plan.emf"),
    ],
)
def test_what_is_not_there_is_told_and_its_words_stay(source: str, kind: Kind, more: str) -> None:
    policy = made(f"<p>See <b><img src='{source}'></b> <img src='{source}' alt='The gate'>.</p>")
    assert policy.body == "See The gate.\n"
    assert [(r.kind, r.more) for r in policy.remarks if r.kind is not Kind.NOT_SAID] == [(kind, more)]
    assert not policy.pictures


def test_one_picture_that_is_shown_twice_is_one_file() -> None:
    policy = made("<p><img src='rota_files/gate 1.png'> and <img src='rota_files/gate 1.png' alt='The gate'>")
    assert policy.body == "![](picture-1.png) and ![The gate](picture-1.png)\n"
    assert list(policy.pictures) == ["picture-1.png"]
    assert [r.words for r in policy.remarks if r.kind is Kind.NO_WORDS] == ["picture-1.png"]
