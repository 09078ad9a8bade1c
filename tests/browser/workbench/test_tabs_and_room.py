"""Two tabs are told apart, and where nothing can be kept that is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .bench import open_bench, stand_in, text_of


@pytest.mark.usefixtures("clean")
def test_a_second_tab_reads_and_may_take_over(context: BrowserContext, site_url: str) -> None:
    first = context.new_page()
    open_bench(first, site_url)
    before = text_of(first)
    first.keyboard.type("first")
    second = context.new_page()
    open_bench(second, site_url)
    expect(second.get_by_text("This is open in another tab")).to_be_visible()
    assert text_of(second) == f"{before}first"
    second.keyboard.type("no")
    assert text_of(second) == f"{before}first"
    first.bring_to_front()
    first.keyboard.type(", still")
    second.bring_to_front()
    second.get_by_role("button", name="Take over").click()
    expect(second.get_by_text("You write here now")).to_be_visible()
    stand_in(second)
    second.keyboard.type(", second")
    assert text_of(second) == f"{before}first, still, second"
    first.bring_to_front()
    expect(first.get_by_text("Another tab or window has taken over")).to_be_visible()
    stand_in(first)
    first.keyboard.type("lost?")
    first.keyboard.press("Control+z")
    assert text_of(first) == f"{before}first, still"
    first.get_by_role("button", name="Take over").click()
    expect(first.get_by_text("You write here now")).to_be_visible()
    assert text_of(first) == f"{before}first, still, second"


def test_a_tab_that_opens_after_the_first_was_closed_writes(context: BrowserContext, site_url: str) -> None:
    first = context.new_page()
    open_bench(first, site_url)
    first.close()
    second = context.new_page()
    open_bench(second, site_url)
    second.keyboard.type("x")
    assert text_of(second).endswith("x")
    expect(second.get_by_role("button", name="Take over")).to_have_count(0)


# Storage.overrideQuotaForOrigin does not reach the databases of this Chromium. So what it does to a transaction
# for which there is no room is done here: it ends it, and says why.
FILL = """() => {
    const { transaction } = IDBDatabase.prototype;
    window.makeRoom = () => { IDBDatabase.prototype.transaction = transaction; };
    IDBDatabase.prototype.transaction = function (...asked) {
        const begun = transaction.apply(this, asked);
        if (begun.mode === "readonly") return begun;
        Object.defineProperty(begun, "error", { value: new DOMException("full", "QuotaExceededError") });
        Object.defineProperty(begun, "commit", { value: () => begun.abort() });
        queueMicrotask(() => { try { begun.abort(); } catch {} });
        return begun;
    };
}"""


@pytest.mark.usefixtures("clean")
def test_a_full_disk_is_said_and_what_waits_is_kept_when_there_is_room_again(page: Page, site_url: str) -> None:
    open_bench(page, site_url)
    before = text_of(page)
    page.keyboard.type("kept ")
    page.evaluate(FILL)
    page.keyboard.type("and not")
    expect(page.get_by_text("There is no room left")).to_be_visible()
    page.keyboard.type(" kept")
    assert text_of(page) == f"{before}kept and not kept"
    with page.expect_download() as saving:
        page.get_by_role("button", name="Hand over").last.click()
        page.get_by_role("button", name="Save what changed").click()
    assert saving.value.suggested_filename.endswith(".zip")
    page.get_by_role("button", name="Close").click()
    page.evaluate("() => window.makeRoom()")
    stand_in(page)
    page.keyboard.type("!")
    expect(page.get_by_text("There is no room left")).to_have_count(0)
    page.reload()
    stand_in(page)
    assert text_of(page) == f"{before}kept and not kept!"


@pytest.mark.parametrize("refuse", ["throw new DOMException('no', 'SecurityError')", "return undefined"])
def test_a_browser_that_keeps_nothing_is_said_and_editing_goes_on(
    page: Page, site_url: str, refuse: str
) -> None:
    page.add_init_script(f"IDBFactory.prototype.open = () => {{ {refuse} }}")
    open_bench(page, site_url)
    before = text_of(page)
    expect(page.get_by_text("This browser does not keep")).to_be_visible()
    page.keyboard.type("still here")
    assert text_of(page) == f"{before}still here"
