"""A hundred policies in menus within menus: every page is built, and can be reached by links."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from ..building import build

POLICIES = 100
SETTINGS = {
    "site_name": "A large organisation",
    "theme": "clausetree",
    "plugins": ["search", "clausetree"],
    "markdown_extensions": ["attr_list"],
    "not_in_nav": "/trees/*/embed.md\n",
}
POLICY = """\
---
policy: p{at}
title: Policy {at}
version: "0.1"
owner: Director {at}
approved: not yet
---

# Policy {at} {{: #title }}

## 1 Duties {{: #c1 }}

1.1 You must keep door {at} locked.
{{: #c1-1 }}
"""
TREE = """\
tree t{at} "Door {at}"
    policy p{at}
    basis clauses
    start open

question open "Is it open?"
    cites 1.1
    option yes "Yes" -> lock
    option no "No" -> nothing

outcome lock "Lock it"
    must you "Keep door {at} locked" (1.1)

outcome nothing "There is nothing to do"

scenario "Open"
    open is yes
    ends lock
    expects must "Keep door {at} locked"

scenario "Shut"
    open is no
    ends nothing
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten departments of ten policies, half of them in a menu within the menu, and a procedure each."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "docs" / "policy").mkdir(parents=True)
    (folder / "trees").mkdir()
    (folder / "docs" / "index.md").write_text("# Our policies\n\nLook into the menu.\n", encoding="utf-8")
    menu: list[object] = ["index.md"]
    for ten in range(10):
        pages = [f"policy/p{at}.md" for at in range(10 * ten, 10 * ten + 10)]
        inner = {f"More of {ten}": [*pages[5:8], {f"Still more of {ten}": pages[8:]}]}
        menu.append({f"Department {ten}": [f"trees/t{10 * ten}.md", *pages[:5], inner]})
        tree = folder / "trees" / f"t{10 * ten}.tree"
        tree.write_text(TREE.format(at=10 * ten), encoding="utf-8")
    for at in range(POLICIES):
        (folder / "docs" / "policy" / f"p{at}.md").write_text(POLICY.format(at=at), encoding="utf-8")
    settings = yaml.safe_dump(SETTINGS | {"nav": menu}, sort_keys=False)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    return folder / "site"


def test_every_page_can_be_reached_from_the_home_page_by_links(site: Path) -> None:
    met = crawled(site)
    expected = {f"policy/p{at}/" for at in range(POLICIES)} | {f"trees/t{10 * ten}/" for ten in range(10)}
    assert expected - met == set()


def test_no_page_leads_to_one_that_is_not_there(site: Path) -> None:
    missing = {page for page in crawled(site) if not (site / page / "index.html").is_file()}
    assert missing == set()


def crawled(site: Path) -> set[str]:
    """Return the pages that links lead to, from the home page on, by their addresses from the site's root."""
    met, waiting = {""}, [""]
    while waiting:
        page = waiting.pop()
        file = site / page / "index.html"
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', text):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path.endswith(("/", ".")):
                continue
            target = normpath(join(page, unquote(parts.path)))
            address = "" if target == "." else f"{target}/"
            if address not in met:
                met.add(address)
                waiting.append(address)
    return met
