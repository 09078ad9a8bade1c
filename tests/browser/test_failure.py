"""When something that the widget needs does not come: the links go on working, and one sentence says so."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from clausetree.render.hosting.headers import PAGE_POLICY, WORKER_POLICY

from .conftest import Witness
from .conversation import Conversation, follow

FAILED = (
    "The questions cannot be asked one at a time here. Go from one to the next by links instead. Start here."
)
# Far less than the 45 seconds that the widget would wait for Python: each failure must be noticed.
LIMIT = 20_000

type Break = Callable[[BrowserContext], object]


def blocked(pattern: str) -> Break:
    """A request that never arrives, as behind a strict proxy."""
    return lambda context: context.route(pattern, lambda route: route.abort())


def missing(pattern: str) -> Break:
    """A file that was not copied to the server."""
    return lambda context: context.route(pattern, lambda route: route.fulfill(status=404, body="Not found"))


def answered(pattern: str, **changes: object) -> Break:
    """A file that the server hands out with another body, type or policy."""

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {str(k): str(v) for k, v in changes.items() if k != "body"}
        body = str(changes["body"]).encode() if "body" in changes else response.body()
        route.fulfill(status=response.status, headers=headers, body=body)

    return lambda context: context.route(pattern, answer)


def no_workers(context: BrowserContext) -> None:
    """A browser that has no workers at all."""
    context.add_init_script("delete window.Worker")


def no_storage(context: BrowserContext) -> None:
    """A browser whose reader allows no storage."""
    forbidden = "get() { throw new DOMException('It is forbidden.', 'SecurityError'); }"
    context.add_init_script(f"Object.defineProperty(window, 'sessionStorage', {{ {forbidden} }})")


NO_WASM = WORKER_POLICY.replace(" 'wasm-unsafe-eval'", "")
NO_WORKER = PAGE_POLICY.replace("worker-src 'self'", "worker-src 'none'")

FATAL = {
    "the worker is blocked": blocked("**/worker.js"),
    "the worker is missing": missing("**/worker.js"),
    "the worker is served as plain text": answered("**/worker.js", **{"content-type": "text/plain"}),
    "the policy allows no worker": answered("**/trees/*/", **{"content-security-policy": NO_WORKER}),
    "the policy allows no WebAssembly": answered("**/worker.js", **{"content-security-policy": NO_WASM}),
    "the browser has no workers": no_workers,
    "Pyodide is missing": missing("**/pyodide.asm.js"),
    "Pyodide is served as plain text": answered("**/pyodide.asm.js", **{"content-type": "text/plain"}),
    "the standard library is blocked": blocked("**/python_stdlib.zip"),
    "the standard library is missing": missing("**/python_stdlib.zip"),
    "the standard library is broken": answered("**/python_stdlib.zip", body="this is no archive"),
    "our Python is blocked": blocked("**/engine.zip"),
    "our Python is missing": missing("**/engine.zip"),
    "our Python is broken": answered("**/engine.zip", body="this is no archive"),
    "WebAssembly is missing": missing("**/pyodide.asm.wasm"),
    "the tree's data is missing": missing("**/messaging.json?*"),
    "the tree's data is of another format": answered("**/messaging.json?*", body='{"format": 0}'),
}
HARMLESS = {
    "the views made ahead are missing": missing("**/ahead.json?*"),
    "the views made ahead are broken": answered("**/ahead.json?*", body="<html>"),
    "WebAssembly is served as plain text": answered("**/pyodide.asm.wasm", **{"content-type": "text/plain"}),
    "storage is forbidden": no_storage,
}


def page_errors(witness: Witness) -> list[str]:
    """Return what our scripts threw; the browser itself says what it could not fetch, and that is right."""
    return [said for said in witness.errors if not said.startswith(("error: ", "warning: "))]


@pytest.mark.parametrize("broken", FATAL.values(), ids=FATAL.keys())
def test_the_links_go_on_working_when(
    context: BrowserContext, page: Page, witness: Witness, site_url: str, broken: Break
) -> None:
    broken(context)
    conversation = Conversation.begun(page, "messaging")
    conversation.live.dispatch_event("pointerover")
    expect(conversation.status).to_have_text(FAILED, timeout=LIMIT)
    expect(conversation.live).to_be_hidden()
    expect(page.get_by_text("Go from one to the next by links instead")).to_have_count(1)
    conversation.status.get_by_role("link", name="Start here").click()
    expect(page.locator("#messaging--platform")).to_be_in_viewport()
    assert follow(page, "WhatsApp")["heading"] == "Keep it on work channels"
    assert [url for url in witness.requests if not url.startswith((site_url, "data:", "blob:"))] == []
    assert page_errors(witness) == []


@pytest.mark.parametrize("broken", HARMLESS.values(), ids=HARMLESS.keys())
def test_the_conversation_goes_on_when(
    context: BrowserContext, page: Page, witness: Witness, broken: Break
) -> None:
    broken(context)
    conversation = Conversation.begun(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.press("Back")
    conversation.expect_at("work-channels")
    expect(conversation.status).to_have_text("")
    assert page_errors(witness) == []


def test_the_conversation_goes_on_when_the_line_goes_dead_half_way(
    context: BrowserContext, page: Page, witness: Witness
) -> None:
    conversation = Conversation.begun(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")
    # Going back is worked out by Python: it has started.
    conversation.press("Back")
    conversation.expect_at("platform")
    context.set_offline(True)
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.answer(["No, or I am not sure"], "too-young")
    witness.assert_clean()


def test_the_reader_need_not_wait_for_python(context: BrowserContext, page: Page) -> None:
    context.route("**/python_stdlib.zip", lambda _: None)
    conversation = Conversation.begun(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.press("Back")
    expect(conversation.status).to_contain_text("Starting the questions…")
    conversation.status.get_by_role("button", name="Use the links instead").click()
    # What she said and was told stays in sight; the question goes, and the link leads on from there.
    expect(conversation.heading).to_be_hidden()
    expect(conversation.live.locator(".ct-answers")).to_be_visible()
    onward = conversation.status.get_by_role("link", name="Go on from “Is the person aged 13 or over?”")
    expect(onward).to_be_focused()
    expect(onward).to_be_in_viewport()
    onward.click()
    expect(page.locator("#messaging--age")).to_be_in_viewport()
    page.goto("about:blank")
    context.unroute_all(behavior="ignoreErrors")


def test_an_outcome_stays_in_sight_when_python_fails_there(context: BrowserContext, page: Page) -> None:
    held: list[Route] = []
    context.route("**/python_stdlib.zip", lambda route: held.append(route))
    conversation = Conversation.begun(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.answer(["No, or I am not sure"], "too-young")
    for route in held:
        route.abort()
    expect(conversation.status).to_contain_text("Go on from", timeout=LIMIT)
    expect(conversation.heading).to_be_visible()
    expect(conversation.live.locator(".ct-checklist")).to_be_visible()
    expect(conversation.live.get_by_role("button", name="Copy the record")).to_be_hidden()


def answered_anew(route: Route) -> None:
    """Answer as a site whose procedure changed after the page was opened: with the data of another version."""
    data = route.fetch().text()
    digest = re.search(r'"digest":"([0-9a-f]{16})"', data)
    assert digest, "the data say their digest"
    route.fulfill(body=data.replace(digest[1], "0" * 16), content_type="application/json")


def test_a_page_is_not_gone_on_with_from_the_data_of_another_version(
    context: BrowserContext, page: Page, witness: Witness
) -> None:
    data = "**/trees/messaging/*.json?*"
    held: list[Route] = []
    context.route(data, lambda route: held.append(route))
    with page.expect_request(data):
        conversation = Conversation.begun(page, "messaging")
    conversation.live.get_by_role("radio").first.focus()
    for route in held:
        answered_anew(route)
    expect(conversation.status).to_have_text(
        "This procedure has changed since you opened the page. Load the page again", timeout=LIMIT
    )
    again = conversation.status.get_by_role("button", name="Load the page again")
    expect(again).to_be_focused()
    expect(conversation.live).to_be_hidden()
    context.unroute_all()
    again.click()
    expect(conversation.status).to_have_text("")
    conversation.answer(["WhatsApp"], "work-channels")
    assert page_errors(witness) == []
