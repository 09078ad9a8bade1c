"""Every link made in any version of a policy lands rightly in every later one, in a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from clausetree.policy.policy import Policy
from servers.folder import serve
from tests.history.desk import VERSIONS, Desk
from tests.history.living_site import build, set_up

from .axe import violations

POLICY = "policy/borrowing/"


@dataclass(frozen=True)
class Stage:
    """The site as it was published with `version`, and the policies of all versions until then."""

    version: str
    address: str
    copies: dict[str, Policy]


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Stage]]:
    desk = Desk(tmp_path_factory.mktemp("life"))
    set_up(desk)
    sites = tmp_path_factory.mktemp("sites")
    copies: dict[str, dict[str, Policy]] = {}
    for version in VERSIONS:
        desk.live_through(version)
        code, said = build(desk, sites / version)
        assert code == 0, said
        copies[version] = dict(desk.archive.past("borrowing").copies)
    with serve(sites) as address:
        yield [Stage(version, f"{address}{version}/", copies[version]) for version in VERSIONS]
    shutil.rmtree(sites)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def landed(page: Page) -> str:
    """The words of what the address leads to, without what the page adds."""
    return str(
        page.evaluate(
            """() => {
              const found = document.querySelector(':target')?.cloneNode(true);
              if (!found) return '';
              found.querySelectorAll('.clause-tools, .clause-uses, .clause-now, ul').forEach(e => e.remove());
              return found.textContent.replace(/\\s+/g, ' ').trim();
            }"""
        )
    )


def test_a_link_made_in_any_version_lands_on_its_clause_or_on_what_became_of_it(
    page: Page, stages: list[Stage]
) -> None:
    seen = 0
    for stage in stages:
        now = {clause.anchor: clause for clause in stage.copies[stage.version].clauses}
        for copy in stage.copies.values():
            for clause in copy.clauses:
                page.goto(f"{stage.address}{POLICY}#{clause.anchor}")
                words = landed(page)
                if clause.anchor in now:
                    assert words.endswith(now[clause.anchor].text)
                else:
                    assert "was withdrawn in version 2.0" in words
                seen += 1
    assert seen >= 80


def test_a_link_to_a_version_shows_the_words_of_that_version_for_ever(page: Page, stages: list[Stage]) -> None:
    for stage in stages:
        for version, copy in stage.copies.items():
            for clause in copy.clauses:
                page.goto(f"{stage.address}{POLICY}v/{version}/#{clause.anchor}")
                assert landed(page).endswith(clause.text)


def test_the_words_of_a_released_version_are_the_same_bytes_in_every_later_site(
    page: Page, stages: list[Stage]
) -> None:
    words = set()
    for stage in stages:
        page.goto(f"{stage.address}{POLICY}v/1.0/")
        page.evaluate(
            "document.querySelectorAll('main :is(.clause-tools, .clause-now, .version-notice)')"
            ".forEach(e => e.remove())"
        )
        words.add(page.locator("main").inner_text().strip())
    assert len(words) == 1


def test_an_older_version_says_so_and_leads_to_the_same_clause_now(page: Page, stages: list[Stage]) -> None:
    last = stages[-1]
    page.goto(f"{last.address}{POLICY}v/1.0/#c1-5")
    notice = page.get_by_role("complementary", name="About this version")
    assert "You are reading an older version" in notice.inner_text()
    assert page.locator("#c1-5 + .clause-now").inner_text() == ("Clause 1.6 now (new words since version 2.0)")
    notice.get_by_role("link", name="Read the current version, 2.0").click()
    page.wait_for_url(f"{last.address}{POLICY}#c1-5")
    assert "cables coiled" in landed(page)


def test_search_engines_are_kept_from_old_versions_and_from_what_changed(
    page: Page, stages: list[Stage]
) -> None:
    address = f"{stages[-1].address}{POLICY}"
    for version in VERSIONS:
        page.goto(f"{address}v/{version}/")
        present = page.locator("link[rel=canonical]").evaluate("(link) => link.href")
        assert present == address
        expect(page.locator("meta[name=robots]")).to_have_count(0)
    for path in ("v/2.0/changes/", "v/1.0/since/"):
        page.goto(address + path)
        expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    page.goto(address)
    expect(page.locator("meta[name=robots]")).to_have_count(0)


def test_without_scripts_each_clause_of_an_older_version_leads_to_itself_now(
    browser: Browser, stages: list[Stage]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stages[-1].address}{POLICY}v/1.0/")
    links = page.locator(".clause-now a").evaluate_all("links => links.map(link => link.href)")
    copy = stages[-1].copies["1.0"]
    anchors = [clause.anchor for clause in copy.clauses if clause.kind.value != "heading"]
    assert sorted(links) == sorted(f"{stages[-1].address}{POLICY}#{anchor}" for anchor in anchors)
    context.close()


def test_a_tombstone_leads_to_the_successor_and_to_the_last_words(page: Page, stages: list[Stage]) -> None:
    page.goto(f"{stages[-1].address}{POLICY}#c1-6")
    stone = page.locator("#c1-6")
    assert stone.inner_text() == (
        "Clause 1.8 of version 1.1 was withdrawn in version 2.0. See instead clause 1.6. "
        "Its last words, in version 1.1."
    )
    stone.get_by_role("link", name="Its last words").click()
    page.wait_for_url(f"**{POLICY}v/1.1/#c1-6")
    assert landed(page) == "1.8 Cables must be coiled before equipment comes back."
    page.goto(f"{stages[-1].address}{POLICY}#c1-4-a")
    assert "Nothing stands in its place." in landed(page)


def test_the_comparison_says_what_changed_without_colour(page: Page, stages: list[Stage]) -> None:
    page.goto(f"{stages[-1].address}{POLICY}v/2.0/changes/")
    section = page.get_by_role("region", name="Clause 1.6, which was 1.7: amended")
    said = section.locator(".change-words").text_content() or ""
    assert " ".join(said.split()) == (
        "Batteries must be [removed: charged] [added: charged, and cables coiled,] before equipment comes back."
    )
    assert "Procedures that cite it, to be reviewed: Equipment is lost" in section.inner_text()
    marks = section.locator("del, ins").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark).textDecorationLine)"
    )
    assert marks == ["line-through", "underline"]
    section.get_by_role("link", name="As it was in version 1.1").click()
    page.wait_for_url(f"**{POLICY}v/1.1/#c1-5")


def test_what_changed_since_an_old_version_takes_in_every_version_between(
    page: Page, stages: list[Stage]
) -> None:
    page.goto(f"{stages[-1].address}{POLICY}v/1.0/since/")
    found = page.get_by_role("heading", level=2).all_inner_texts()
    assert "Clause 1.2: added" in found
    assert "Clause 1.5, which was 1.3: renumbered" in found
    assert "Clause 1.4 of version 1.0: withdrawn" in found


def test_every_link_on_every_page_of_versions_leads_somewhere(page: Page, stages: list[Stage]) -> None:
    last = stages[-1].address
    copies = [f"v/{version}/" for version in VERSIONS]
    others = ["v/1.1/changes/", "v/2.0/changes/", "v/1.0/since/", "v/1.1/since/"]
    for path in ["", *copies, *others]:
        page.goto(f"{last}{POLICY}{path}")
        links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
        for link in sorted(set(links)):
            response = page.request.get(link)
            assert response.ok, f"{path}: {link}"
            fragment = link.partition("#")[2]
            assert not fragment or f'id="{fragment}"' in response.text(), f"{path}: {link}"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_pages_of_versions_are_accessible_and_fit(page: Page, stages: list[Stage], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("", "v/1.0/", "v/2.0/", "v/2.0/changes/", "v/1.0/since/"):
        page.goto(f"{stages[-1].address}{POLICY}{path}")
        assert violations(page) == []  # in light and in dark
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_printed_comparison_keeps_its_marks_and_says_where_it_comes_from(
    page: Page, stages: list[Stage]
) -> None:
    page.goto(f"{stages[-1].address}{POLICY}v/2.0/changes/")
    page.emulate_media(media="print")
    marks = page.locator(".change-words :is(del, ins)").evaluate_all(
        "marks => [...new Set(marks.map(mark => getComputedStyle(mark).textDecorationLine))]"
    )
    assert sorted(marks) == ["line-through", "underline"]
    assert not page.locator("header button, .site-search").first.is_visible()
