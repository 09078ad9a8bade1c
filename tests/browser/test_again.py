"""Readers who go through the same questions again, live, by a link and without scripts, on a made-up site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation

DOG, BITES, ANOTHER = "Is the dog on a lead?", "Does it look as if it bites?", "Is there another dog?"
DOGS = f"""\
tree dogs "Dogs in a home"
    policy lone-working
    basis clauses
    start dog
    total biting "Dogs that look as if they bite"

question dog "{DOG}"
    option yes "Yes" -> another
    option no "No" -> bites

question bites "{BITES}"
    option yes "Yes" adds 1 to biting -> another
    option no "No" -> another

question another "{ANOTHER}"
    option yes "Yes" -> dog up to 3 times, then -> leave
    option no "No" -> weigh

route weigh
    when biting > 1 -> leave
    otherwise -> stay

outcome leave "Leave"

outcome stay "Stay"

scenario "One dog, on a lead"
    dog is yes
    another is no
    ends stay

scenario "Two of three look as if they bite"
    dog is no, then no, then no
    bites is yes, then no, then yes
    another is yes, then yes, then no
    ends leave
    expects biting is 2

scenario "One of three looks as if it bites"
    dog is yes, then no, then yes
    bites is yes
    another is yes, then yes, then no
    ends stay
    expects biting is 1

scenario "More dogs than three"
    dog is yes, then yes, then yes
    another is yes, then yes, then yes
    ends leave
"""

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that asks about each dog."""
    folder = organisation(tmp_path_factory.mktemp("dogs") / "organisation")
    add_tree(folder, "dogs", DOGS)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
def test_a_reader_is_told_which_time_it_is_and_may_change_each(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    conversation = Conversation.begun(page, "dogs")
    conversation.answer(["No"], "bites")
    conversation.answer(["Yes"], "another")
    conversation.answer(["Yes"], "dog---2")
    heading = page.get_by_role("heading", name=f"{DOG} (the second time)")
    expect(heading).to_be_focused()
    here = page.locator(".ct-diagram [aria-current=step]")
    expect(here).to_have_attribute("href", "#dogs--dog")
    assert violations(page, ".ct-tree") == []
    conversation.answer(["No"], "bites---2")
    conversation.answer(["Yes"], "another---2")
    conversation.answer(["No"], "leave")
    assert conversation.read()["answers"] == [
        *([DOG, "No"], [BITES, "Yes"], [ANOTHER, "Yes"]),
        *([f"{DOG} (the second time)", "No"], [f"{BITES} (the second time)", "Yes"]),
        [f"{ANOTHER} (the second time)", "No"],
    ]
    page.reload()
    conversation.expect_at("leave")
    conversation.press(f"Change your answer to: {BITES} (the second time)")
    conversation.expect_at("bites---2")
    conversation.answer(["No"], "stay")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_a_link_leads_to_the_time_at_which_it_was_made(page: Page) -> None:
    page.goto("trees/dogs/#dogs?dog=yes&another=yes&dog---2=yes&another---2=yes&dog---3=no")
    conversation = Conversation(page, "dogs")
    conversation.expect_at("bites---3")
    expect(page.get_by_role("heading", name=f"{BITES} (the third time)")).to_be_visible()
    conversation.answer(["Yes"], "another---3")
    conversation.answer(["Yes"], "leave")
    conversation.press("Back")
    conversation.expect_at("another---3")


def test_without_scripts_a_reader_is_told_to_count(browser: Browser, site_url: str) -> None:
    viewport: ViewportSize = {"width": 320, "height": 640}
    context = browser.new_context(base_url=site_url, java_script_enabled=False, viewport=viewport)
    page = context.new_page()
    page.goto("trees/dogs/")
    section = page.locator("#dogs--another")
    expect(section).to_contain_text(f"You can come to “{DOG}” 3 times in all. Count them.")
    section.get_by_role("link", name="Yes (up to 3 times)").click()
    assert page.evaluate("() => location.hash") == "#dogs--dog"
    section.get_by_role("link", name="Yes (the third time)").click()
    assert page.evaluate("() => location.hash") == "#dogs--leave"
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    context.close()
