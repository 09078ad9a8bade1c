"""Every page of a server can write into the storage of its others: what stands there is data, never more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from servers.folder import serve

from .conversation import Conversation

pytestmark = pytest.mark.usefixtures("clean")

HOSTILE = (
    '<meta http-equiv="refresh" content="0; url=/accessibility/"><img src="/planted.png"><a href="/x">Go</a>'
)


def carried(**changes: object) -> dict[str, object]:
    """Return what another procedure left to be done, with some of it put otherwise."""
    duty = {"strength": "must", "what": [{"words": "Tell your manager"}], "cites": []}
    groups = [{"who": "You must", "duties": [duty]}]
    return {"title": "Before", "policy": "", "groups": groups, "record": "R", "next": [], **changes}


def opened_with(page: Page, stored: dict[str, object]) -> Conversation:
    """Return the conversation of a reader who is led to it in a tab that has these things in its storage."""
    page.goto("")
    kept = {key: json.dumps(value) for key, value in stored.items()}
    page.evaluate("(kept) => { for (const key in kept) sessionStorage.setItem(key, kept[key]); }", kept)
    return Conversation.begun(page, "messaging")


def test_markup_that_was_planted_is_words(page: Page) -> None:
    runs: list[Any] = [
        {"words": HOSTILE},
        {"words": "elsewhere", "to": "../../../../elsewhere/"},
        {"words": "refused", "to": "//elsewhere.example/"},
        {"words": "clause 2.4", "to": "policy/social-media/#c2-4"},
    ]
    duty = {"strength": "must", "what": runs, "cites": [{"words": "run", "to": "javascript:alert(1)"}]}
    planted = carried(title=HOSTILE, groups=[{"who": HOSTILE, "duties": [duty]}])
    conversation = opened_with(page, {"leading-on": "messaging", "carried:messaging": [planted]})
    section = page.locator(".ct-carried")
    expect(section.locator("h3")).to_have_text(f"Still to do, from “{HOSTILE}”")
    expect(section.locator("h4")).to_have_text(HOSTILE)
    assert section.locator("meta, img").count() == 0
    root = page.evaluate("() => location.origin + '/'")
    links = section.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    assert all(str(link).startswith(root) for link in links)
    expect(section.get_by_role("link", name="clause 2.4")).to_have_attribute(
        "href", f"{root}policy/social-media/#c2-4"
    )
    conversation.answer(["WhatsApp"], "work-channels")
    assert page.url == f"{root}trees/messaging/"


@pytest.mark.parametrize(
    "planted",
    [
        [{"title": "Before", "policy": "", "list": HOSTILE, "record": "R", "next": []}],
        [carried(next=[{"tree": "../../elsewhere", "title": "Next"}])],
        [carried(), carried(groups=HOSTILE)],
        {"title": "Before"},
        3,
    ],
    ids=["HTML of an older page", "an address for a name", "one of two", "no list", "a number"],
)
def test_what_has_another_shape_is_dropped_and_nothing_breaks(page: Page, planted: object) -> None:
    strange = {"do": "go", "node": "age", "answers": {"platform": "whatsapp"}, "done": 1}
    stored = {"leading-on": "messaging", "carried:messaging": planted, "visit:messaging": strange}
    conversation = opened_with(page, stored)
    expect(page.locator(".ct-carried")).to_have_count(0)
    expect(conversation.status).to_have_text("")
    conversation.answer(["WhatsApp"], "work-channels")
    page.reload()
    conversation.expect_at("work-channels")


def test_a_name_of_tabs_that_was_planted_leaves_the_page_whole(browser: Browser, elements_site: Path) -> None:
    with serve(elements_site) as address, browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("")
        for planted in ("3", "{}", "[1, null]"):
            page.evaluate("(planted) => localStorage.setItem('tabs', planted)", planted)
            page.reload()
            expect(page.locator("html[data-started]")).to_have_count(1)
