"""Players answer at once, and send on later what they took: a learner reads before she leaves."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page


def once_kept(page: Page, kept: Callable[[], object], expected: object) -> None:
    """Wait until a player has kept what is expected of it, while the page is open; then leave the page."""
    for _ in range(150):
        if kept() == expected:
            break
        page.wait_for_timeout(200)
    page.close()
    assert kept() == expected
