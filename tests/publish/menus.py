"""Menus of any shape, drawn at random, and the pages that our frame makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from hypothesis import strategies as st
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from ..building import ORGANISATION

ROOT = "https://example.org/"
NAMES = [
    f"{folder}{name}" for folder in ("", "a/", "a/b/", "c/") for name in ("index.md", "x.md", "y.md", "z.md")
]
TITLES = ["Leave", "Dogs & cats", "Rules"]


@dataclass(frozen=True, slots=True)
class Menu:
    """`nav`, or None where MkDocs lists all pages by itself; `pages` are the words of the pages, by path."""

    nav: list[Any] | None
    pages: dict[str, str]


def _entries(pages: list[str]) -> st.SearchStrategy[list[Any]]:
    page = st.sampled_from(pages)
    titles = st.sampled_from(TITLES)
    link = st.just({"Elsewhere": "https://example.com/"})
    leaf = st.one_of(page, st.builds(lambda title, name: {title: name}, titles, page), link)
    section = st.recursive(
        st.lists(leaf, max_size=4) | st.lists(leaf, min_size=13, max_size=16),
        lambda inner: st.lists(st.one_of(leaf, st.builds(_section, titles, inner)), max_size=4),
        max_leaves=12,
    )
    return st.lists(st.one_of(leaf, st.builds(_section, titles, section)), min_size=1, max_size=11)


def _section(title: str, entries: list[Any]) -> dict[str, Any]:
    return {title: entries}


@st.composite
def menus(draw: st.DrawFn) -> Menu:
    """Draw a menu. Pages may stand in it twice or not at all, and lead to one another in their own words."""
    pages = ["index.md", *draw(st.lists(st.sampled_from(NAMES[1:]), unique=True, max_size=14))]
    words = {
        name: f"# {draw(st.sampled_from(TITLES))}\n\n{_link(draw(st.sampled_from(pages)))}" for name in pages
    }
    return Menu(draw(st.none() | _entries(pages)), words)


def _link(target: str) -> str:
    return f"[Words](/{target})"


def settings(**theme: str) -> MkDocsConfig:
    """Return the settings of a site without plugins, whose theme is ours."""
    return load_config(
        str(ORGANISATION / "site" / "mkdocs.yml"),
        site_url=ROOT,
        plugins=[],
        theme={"name": "clausetree"} | theme,
        validation={"links": {"absolute_links": "relative_to_docs"}},
    )


@cache
def _cached() -> MkDocsConfig:
    return settings()


def rendered(menu: Menu) -> tuple[dict[str, str], set[str]]:
    """Return every page by its address, and the addresses of those in the menu."""
    _template().environment.globals["kept"].clear()  # as a build begins
    config = _cached()
    config.nav = menu.nav
    files = Files([_file(name, words, config.site_dir) for name, words in menu.pages.items()])
    nav, template = get_navigation(files, config), _template()
    every = [file.page for file in files.documentation_pages() if file.page]
    for page in every:
        page.read_source(config)
        page.render(config, files)
    made = {}
    for page in every:
        page.active = True
        made[urljoin(ROOT, page.url)] = template.render(get_context(nav, files, config, page))
        page.active = False
    return made, {urljoin(ROOT, page.url) for page in nav.pages}


def _file(name: str, words: str, site: str) -> File:
    file = File(name, src_dir=None, dest_dir=site, use_directory_urls=True)
    file.content_string = words
    return file


@cache
def _template() -> Any:
    environment = _cached().theme.get_env()
    environment.globals["kept"] = {}
    return environment.get_template("main.html")


def reached(pages: dict[str, str]) -> set[str]:
    """Return the addresses that links lead to from the home page, one after the other."""
    met, waiting = set(), [ROOT]
    while waiting:
        address = waiting.pop()
        if address in pages and address not in met:
            met.add(address)
            waiting += [urljoin(address, link) for link in _links(pages[address])]
    return met


def _links(page: str) -> list[str]:
    reader = _Links()
    reader.feed(page)
    return reader.found


class _Links(HTMLParser):
    """Links to the next page and the one before are left out: by them alone nobody finds a page among many."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("rel") not in ("prev", "next"):
            self.found.append((given["href"] or "").partition("#")[0])
