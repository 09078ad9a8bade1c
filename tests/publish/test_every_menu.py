"""Whatever shape a menu has, its pages are reached from the home page by links that need no script."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given

from .menus import ROOT, Menu, menus, reached, rendered


@given(menus())
def test_every_page_of_a_menu_is_reached_from_the_home_page(menu: Menu) -> None:
    pages, listed = rendered(menu)
    assert listed - reached(pages) == set()


@given(menus())
def test_every_link_of_the_frame_has_words_and_no_heading_stands_over_nothing(menu: Menu) -> None:
    pages, _ = rendered(menu)
    for page in pages.values():
        assert not re.search(r"<a [^>]*>\s*</a>", page)
        assert not re.search(r"<h2 id=\"siblings-title\">[^<]*</h2>\s*</nav>", page)
        assert not re.search(r"<ul>\s*</ul>", page)


def test_every_page_of_our_own_menu_is_reached(site: Path) -> None:
    files = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    pages = {
        urljoin(ROOT, f"{name}/".removeprefix("./")): path.read_text("utf-8") for name, path in files.items()
    }
    met = {address.removeprefix(ROOT) for address in reached(pages)}
    procedures = ("employee-comments", "court-proceedings", "corporate-reputation", "evidence")
    assert {f"trees/{name}/" for name in (*procedures, "court-ordered-access", "messaging")} <= met
    assert {"", "procedures/", "policy/social-media/", "attestation/", "elearning/", "accessibility/"} <= met


def _pages(*names: str, **words: str) -> dict[str, str]:
    return {f"{name}.md": words.get(name, "") for name in ("index", *names)}


def test_a_section_opens_in_the_header() -> None:
    menu = Menu(["index.md", {"Rules": [{"Deep": ["x.md", {"Else": "https://example.com/"}]}]}], _pages("x"))
    header = rendered(menu)[0][ROOT].partition("</header>")[0]
    inside = header.partition('<details name="menu"><summary>Rules</summary>')[2].partition("</details>")[0]
    assert re.findall(r'<span class="menu-section">(.*?)<', inside) == ["Deep"]
    assert re.findall(r'<a href="(.*?)">(.*?)<', inside) == [("x/", "X"), ("https://example.com/", "Else")]


@pytest.mark.parametrize("landing", ["a/index.md", {"Rules": "x.md"}])
def test_a_section_with_a_landing_page_leads_there_and_is_listed_there(landing: str | dict[str, str]) -> None:
    pages = _pages("x", "a/index", "y", "z") | {"x.md": "[Y](y.md)", "a/index.md": "[Y](/y.md)"}
    made, _ = rendered(Menu(["index.md", {"Rules": [landing, "y.md", "z.md"]}], pages))
    address = "a/" if landing == "a/index.md" else "x/"
    assert f'<li><a href="{address}">Rules</a></li>' in made[ROOT]
    assert "<details" not in made[ROOT]
    listed = made[ROOT + address].partition("In “Rules”")[2].partition("</nav>")[0]
    # Its own words lead to the other.
    assert re.findall(r"<a .*?>(.*?)<", listed) == ["Z"]


def test_a_long_section_is_listed_where_it_is_looked_for_and_not_on_every_page() -> None:
    names = [f"page-{number}" for number in range(20)]
    nav = ["index.md", {"Rules": ["rules/index.md", *(f"{name}.md" for name in names)]}]
    made, _ = rendered(Menu(nav, _pages("rules/index", *names)))
    assert made[ROOT + "rules/"].count('<a href="../page-') == 21  # the next page is there twice
    assert made[ROOT + "page-5/"].count('<a href="../page-') == 2


def test_more_pages_than_a_row_holds_are_behind_one_word() -> None:
    names = "abcdefghi"
    header = rendered(Menu(["index.md", *(f"{name}.md" for name in names)], _pages(*names)))[0][ROOT]
    assert header.count("<summary") == 1
    assert "<summary>All pages</summary>" in header


def test_a_page_leads_to_the_one_before_and_the_one_after() -> None:
    pages = _pages("x", "y", "z") | {"z.md": "---\nhide: [footer]\n---\n"}
    made, _ = rendered(Menu(["index.md", "x.md", {"Rules": ["y.md"]}, "z.md"], pages))
    ways = re.compile(r'<a href="([^"]*)" rel="(prev|next)">')
    assert ways.findall(made[ROOT + "y/"]) == [("../x/", "prev"), ("../z/", "next")]
    assert ways.findall(made[ROOT + "x/"]) == [("..", "prev"), ("../y/", "next")]
    assert ways.findall(made[ROOT]) == []
    assert ways.findall(made[ROOT + "z/"]) == []
