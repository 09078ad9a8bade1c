"""Links to a term or a clause in each of the places that have them, and the words that they open."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from .conversation import Conversation

MEANING = "In this policy 'social media' is defined as online communities in which users share"


def box(page: Page) -> Locator:
    """The words that are open."""
    return page.locator(".clause-opened")


def about(page: Page) -> Locator:
    """A term above the questions."""
    page.goto("trees/evidence/")
    return page.locator(".ct-about a.term")


def section(page: Page) -> Locator:
    """A term in a linked section."""
    page.goto("trees/evidence/#evidence--assess")
    return page.locator("#evidence--assess a.term")


def at_a_step(page: Page) -> Conversation:
    """Go on to a step, which has a term in its note and clauses at its duties."""
    conversation = Conversation.begun(page, "evidence")
    conversation.answer(["No"], "assess")
    return conversation


def live(page: Page) -> Locator:
    """A term in the note of a step, which Python shows."""
    return at_a_step(page).live.locator("a.term")


def outcome(page: Page) -> Locator:
    """A term in the dark panel of an outcome."""
    page.goto("trees/evidence/#evidence?risk=no&assess=done&relevant=matter&disputed=no")
    Conversation(page, "evidence").expect_at("as-any-allegation")
    return page.locator(".ct-live a.term")


def framed(page: Page) -> Locator:
    """A term on the page that a course shows in a frame."""
    page.goto("trees/evidence/embed/")
    return page.locator(".ct-about a.term")


def duty(page: Page) -> Locator:
    """The clause of a duty that Python shows."""
    return at_a_step(page).live.locator(".ct-cites a").first
