"""Another organisation's site: its own pages, whole addresses, stopped by a fault, the same each time."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ..building import ORGANISATION, build, organisation
from .built import Built, Reader

PAGES = {
    "404.html",
    "both/index.html",
    "index.html",
    "policy/lone-working/index.html",
    "policy/lone-working/v/4.0/index.html",
    "search/index.html",
    "trees/no-answer/embed/index.html",
    "trees/no-answer/index.html",
    "trees/visit/embed/index.html",
    "trees/visit/index.html",
}


def test_another_organisation_gets_its_own_pages_and_none_of_ours(other: Built) -> None:
    assert {str(path.relative_to(other.site)) for path in other.site.rglob("*.html")} == PAGES
    pages = [path.read_text(encoding="utf-8") for path in other.site.rglob("*.html")]
    assert not [page for page in pages if "cafcass" in page.lower()]
    assert not [page for page in pages if "social media" in page.lower()]


def test_every_page_names_the_organisation_and_its_policy(other: Built) -> None:
    for path in sorted(PAGES):
        page = (other.site / path).read_text(encoding="utf-8")
        assert "Larkfield Befrienders" in page
        assert "/embed/" in path or "version 4.0. Next review: March 2034" in page


def test_the_page_of_a_tree_shows_it_in_every_form(other: Built) -> None:
    page = (other.site / "trees/visit/index.html").read_text(encoding="utf-8")
    reader = Reader.of(page)
    for node in ("risk", "sort", "tell", "home", "pairs", "done", "late"):
        assert f"visit--{node}" in reader.ids
    assert 'data-tree="visit"' in page
    assert '<figcaption id="visit--picture-name">Flowchart: Before I visit somebody</figcaption>' in page
    assert "../../trees/no-answer/" in reader.links
    assert "../../policy/lone-working/#c1-1-a" in reader.links
    for suffix in ("json", "dot", "svg", "txt"):
        assert (other.site / f"trees/visit/visit.{suffix}").stat().st_size > 0


def test_a_page_of_its_own_can_show_two_trees(other: Built) -> None:
    page = (other.site / "both/index.html").read_text(encoding="utf-8")
    assert page.count('class="ct-tree"') == 2
    reader = Reader.of(page)
    assert {"live--visit--heading", "live--no-answer--heading"} <= set(reader.ids)
    assert "<!--" not in page


def test_a_clause_names_the_trees_that_cite_it(other: Built) -> None:
    page = (other.site / "policy/lone-working/index.html").read_text(encoding="utf-8")
    uses = re.search(r'id="c2-1".*?<p class="clause-uses">(.*?)</p>', page, re.DOTALL)
    assert uses
    assert re.findall(r'href="(.*?)">(.*?)</a>', uses[1]) == [
        ("../../trees/no-answer/", "I have not heard from a volunteer"),
        ("../../trees/visit/", "Before I visit somebody"),
    ]


def test_the_lists_for_other_programs_have_whole_addresses(other: Built) -> None:
    assert [row["anchor"] for row in other.clauses][:4] == ["lone-working-policy", "opening", "c1-0", "c1-1"]
    by_anchor = {row["anchor"]: row["url"] for row in other.clauses}
    assert by_anchor["c1-1-a"] == "https://larkfield.example/safety/policy/lone-working/#c1-1-a"
    record = json.loads((other.site / "policy/lone-working/policy.json").read_text(encoding="utf-8"))
    assert (record["version"], record["owner"]) == ("4.0", "Trustee for volunteering")


def test_the_way_to_confirm_is_the_organisations_own(other: Built) -> None:
    links = Reader.of((other.site / "index.html").read_text(encoding="utf-8")).links
    assert "https://larkfield.example/confirm?policy=lone-working&version=4.0" in links


def test_a_broken_tree_stops_the_build_and_nothing_is_published(other: Built, tmp_path: Path) -> None:
    folder = organisation(tmp_path / "organisation")
    shutil.copy(ORGANISATION / "broken" / "visit.tree", folder / "trees")
    shutil.copytree(other.site, folder / "site")
    published = contents(folder / "site")
    done = build(folder)
    assert done.returncode != 0
    assert "trees/visit.tree:7:11" in done.stdout
    assert '    option yes "Yes" -> pears\n' in done.stdout
    assert "Did you mean `pairs`?" in done.stdout
    assert "Traceback" not in done.stdout
    assert contents(folder / "site") == published


def test_the_list_for_search_engines_holds_every_page_that_is_neither_framed_nor_a_copy(other: Built) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (other.site / "sitemap.xml").read_text(encoding="utf-8"))
    address = "https://larkfield.example/safety/"
    pages = {address + page.removesuffix("index.html") for page in PAGES if "/embed/" not in page}
    copy = f"{address}policy/lone-working/v/4.0/"
    assert set(listed) == pages - {f"{address}404.html", copy}
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("page", ["policy/lone-working/", "policy/lone-working/v/4.0/"])
def test_the_present_version_is_listed_by_search_engines_once(other: Built, page: str) -> None:
    words = (other.site / page / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<link rel="canonical" href="(.*?)">', words) == [
        "https://larkfield.example/safety/policy/lone-working/"
    ]
    assert 'name="robots"' not in words


def test_two_builds_of_another_organisation_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = organisation(tmp_path / "first"), organisation(tmp_path / "a-much-longer-name")
    one = build(first, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    two = build(second, PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C.UTF-8")
    assert (one.returncode, two.returncode) == (0, 0), one.stdout + two.stdout
    assert contents(first / "site") == contents(second / "site")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
