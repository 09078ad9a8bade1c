"""A procedure in the frame of a course on another origin, as embedding.md tells authors to put it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from typing import cast

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from servers.folder import serve
from servers.hosts import nginx

from ..building import PROJECT, build, organisation

GUIDE = PROJECT / "docs" / "authoring" / "embedding.md"
THERE = "https://policy.example.org/"
TREE = "employee-comments"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the site is, and a course: on an origin that the site names, and on one that it does not."""

    site: str
    named: str
    unnamed: str


class Course(SimpleHTTPRequestHandler):
    """Serves the pages of a course."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the tests look at what the browser saw."""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """A site that may be framed by a course, and that course, which a browser can reach under two names."""
    work = tmp_path_factory.mktemp("framed")
    with serve(work, Course) as address:
        named = address.removesuffix("/")
        folder = organisation(work / "organisation")
        settings = folder / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        frames = f"  - clausetree:\n      framed_by:\n        - {named}\n"
        settings.write_text(text.replace("  - clausetree:\n", frames), encoding="utf-8")
        done = build(folder)
        assert done.returncode == 0, done.stdout
        with nginx(folder / "site", "/safety/", work) as site:
            (work / "course.html").write_text(course(site, "trees/visit/embed/"), encoding="utf-8")
            (work / "whole.html").write_text(course(site, "trees/visit/"), encoding="utf-8")
            yield Places(site, named, named.replace("127.0.0.1", "localhost"))


def course(site: str, path: str) -> str:
    """Return a page that frames `path` with the lines that our guide gives to authors."""
    frame, script = re.findall(r"```(?:html|js)\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    frame = frame.replace(f"{THERE}trees/{TREE}/embed/", site + path)
    script = script.replace(THERE.rstrip("/"), "/".join(site.split("/")[:3]))
    assert site in frame
    watch = "window.heights = []; addEventListener('message', ({ data }) => heights.push(data));"
    return f"<!doctype html><title>A course</title><script>{watch}</script>{frame}<script>{script}</script>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of no site in particular."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    yield context.new_page()
    context.close()


def answer(frame: FrameLocator, words: str, onward: str) -> None:
    """Pick an answer in the frame and go on, when there is one to pick."""
    if words:
        frame.locator(".ct-option label").get_by_text(words, exact=True).click()
    frame.get_by_role("button", name="Continue").click()
    expect(frame.locator(".ct-live")).to_have_attribute("data-node", onward, timeout=30_000)


def heights(page: Page) -> list[int]:
    """Return the heights that the frame told the course so far, each message being as the guide says."""
    told = cast(list[dict[str, object]], page.evaluate("() => window.heights"))
    assert all(set(one) == {"type", "height"} and one["type"] == "clausetree-height" for one in told)
    return [cast(int, one["height"]) for one in told]


def assert_fits(page: Page) -> None:
    """Wait until the frame is as high as it last said and holds what it shows: nothing has to be scrolled."""
    page.frames[1].wait_for_function("() => document.documentElement.scrollHeight <= innerHeight")
    page.wait_for_function("() => document.querySelector('iframe').clientHeight === heights.at(-1).height")


def test_a_course_that_the_site_names_frames_a_procedure_and_fits_its_height(
    page: Page, places: Places
) -> None:
    page.goto(f"{places.named}/course.html")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Which of these do you know of?")).to_be_visible()
    page.wait_for_function("() => window.heights.length > 0")
    assert_fits(page)
    first = heights(page)
    answer(frame, "There is a dog", "tell")
    page.wait_for_function("(n) => window.heights.length > n", arg=len(first))
    assert_fits(page)
    answer(frame, "", "home")
    answer(frame, "Yes", "done")
    assert_fits(page)
    assert len(set(heights(page))) > 2
    expect(frame.get_by_role("heading", name="The visit is over")).to_be_focused()


def test_continue_works_in_a_frame_that_forbids_forms(page: Page, places: Places) -> None:
    page.goto(f"{places.named}/course.html")
    page.evaluate("document.querySelector('iframe').sandbox = 'allow-scripts allow-same-origin'")
    page.evaluate("document.querySelector('iframe').src += '?'")
    answer(page.frame_locator("iframe"), "There is a dog", "tell")


def at_the_record(page: Page, places: Places, sandbox: str) -> FrameLocator:
    """Return the frame, with these permissions, of a learner who has come to an outcome."""
    page.goto(f"{places.named}/course.html")
    page.evaluate("(sandbox) => { document.querySelector('iframe').sandbox = sandbox; }", sandbox)
    page.evaluate("document.querySelector('iframe').src += '?'")
    frame = page.frame_locator("iframe")
    answer(frame, "There is a dog", "tell")
    answer(frame, "", "home")
    answer(frame, "Yes", "done")
    return frame


def test_a_frame_never_says_that_a_file_was_saved_which_it_may_be_forbidden_to_save(
    page: Page, places: Places
) -> None:
    frame = at_the_record(page, places, "allow-scripts allow-same-origin")
    frame.get_by_role("button", name="Save it as a file").click()
    said = frame.locator("#announcer")
    expect(said).to_contain_text("this frame cannot save. Copy the record instead.", timeout=30_000)


def test_a_frame_that_cannot_print_says_so(page: Page, places: Places) -> None:
    frame = at_the_record(page, places, "allow-scripts allow-same-origin")
    frame.get_by_role("button", name="Print it").click()
    said = frame.locator("#announcer")
    expect(said).to_have_text("Nothing can be printed here. Copy the record instead.", timeout=30_000)
    assert frame.locator(".record-sheet").count() == 0


def test_what_came_of_it_can_be_read_beside_the_buttons(page: Page, places: Places) -> None:
    frame = at_the_record(page, places, "allow-scripts allow-same-origin")
    said = frame.locator(".ct-record .told")
    frame.get_by_role("button", name="Print it").click()
    expect(said).to_have_text("Nothing can be printed here. Copy the record instead.")
    frame.get_by_role("button", name="Copy the record").click()
    expect(said).to_have_text("Record copied")


@pytest.mark.parametrize("copies", [True, False], ids=["it copies", "it cannot copy"])
def test_a_frame_without_the_right_to_the_clipboard_says_only_what_came_of_it(
    page: Page, places: Places, copies: bool
) -> None:
    page.context.grant_permissions(["clipboard-read"], origin=places.named)
    frame = at_the_record(page, places, "allow-scripts allow-same-origin")
    if not copies:
        page.frames[1].evaluate("() => { document.execCommand = () => false; }")
    frame.get_by_role("button", name="Copy the record").click()
    could_not = "The record could not be copied. Save it as a file instead."
    expect(frame.locator(".ct-record .told")).to_have_text("Record copied" if copies else could_not)


def test_a_link_in_a_frame_that_may_open_nothing_says_its_address(page: Page, places: Places) -> None:
    frame = at_the_record(page, places, "allow-scripts allow-same-origin")
    frame.locator(".ct-live .ct-why summary").click()
    frame.locator(".ct-live .ct-source a").first.click()
    address = f"{places.site}policy/lone-working/#c"
    expect(frame.locator(".told")).to_contain_text(
        f"This frame opens no other page. Copy the address: {address}"
    )


def test_a_frame_that_keeps_nothing_says_so_beside_the_record(page: Page, places: Places) -> None:
    forbidden = "get() { throw new DOMException('It is forbidden.', 'SecurityError'); }"
    page.add_init_script(f"Object.defineProperty(window, 'sessionStorage', {{ {forbidden} }})")
    frame = at_the_record(page, places, "allow-scripts allow-same-origin")
    expect(frame.locator(".ct-record")).to_contain_text(
        "Here your browser keeps nothing: your answers are gone"
    )


@pytest.mark.parametrize("sandbox", ["", "allow-same-origin", "allow-scripts"])
def test_a_frame_that_forbids_scripts_or_styles_leaves_the_words_and_the_links(
    page: Page, places: Places, sandbox: str
) -> None:
    page.goto(f"{places.named}/course.html")
    page.evaluate("(sandbox) => { document.querySelector('iframe').sandbox = sandbox; }", sandbox)
    page.evaluate("document.querySelector('iframe').src += '?'")
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Start here").click()
    expect(frame.locator("#visit--risk")).to_be_in_viewport()
    plain = frame.get_by_text("if it is in a frame, open it in a tab of its own")
    expect(plain).to_be_visible() if sandbox != "allow-same-origin" else expect(plain).to_be_hidden()


def test_answers_survive_a_reload_of_the_course(page: Page, places: Places) -> None:
    page.goto(f"{places.named}/course.html")
    frame = page.frame_locator("iframe")
    answer(frame, "There is a dog", "tell")
    page.reload()
    frame.get_by_role("button", name="Go on where you were").click()
    expect(frame.locator(".ct-live")).to_have_attribute("data-node", "tell", timeout=30_000)


def test_a_link_to_the_policy_opens_beside_the_course(page: Page, places: Places) -> None:
    page.goto(f"{places.named}/course.html")
    frame = page.frame_locator("iframe")
    answer(frame, "There is a dog", "tell")
    frame.locator(".ct-live summary").click()
    with page.expect_popup() as opened:
        frame.locator(".ct-source a").first.click()
    expect(opened.value).to_have_url(re.compile("/safety/policy/lone-working/#c1-1"))
    expect(frame.locator(".ct-live")).to_have_attribute("data-node", "tell")


def test_the_procedure_that_comes_next_opens_in_the_frame_with_what_is_still_to_do(
    page: Page, places: Places
) -> None:
    page.goto(f"{places.named}/course.html")
    frame = page.frame_locator("iframe")
    answer(frame, "There is a dog", "tell")
    answer(frame, "", "home")
    answer(frame, "No", "late")
    frame.locator(".ct-live .ct-next a").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("I have not heard from a volunteer")
    expect(frame.locator(".ct-carried")).to_contain_text("Tell the duty officer the address")
    assert page.frames[1].url == f"{places.site}trees/no-answer/embed/"
    answer(frame, "Yes", "safe")


@pytest.mark.parametrize("path", ["{0.unnamed}/course.html", "{0.named}/whole.html"])
def test_a_frame_that_the_site_does_not_allow_stays_empty(page: Page, places: Places, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.format(places))
    page.wait_for_timeout(500)
    assert page.frames[1].url.startswith("chrome-error:")
    assert page.frame_locator("iframe").locator(".ct-tree").count() == 0
    assert any("frame-ancestors" in words or "X-Frame-Options" in words for words in said)
    assert page.evaluate("() => window.heights") == []
