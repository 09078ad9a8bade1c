"""Beside the pages, in each engine: search, a procedure in the frame of another site, and a course."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler

import pytest

from clausetree.render.courses.downloads import Standard
from servers.folder import serve

from ..browser.courses.learner import GO_ON
from ..browser.courses.scorm_system import write_page
from ..browser.engine import procedure_called
from ..unpacking import unpacked
from .conversation import Conversation
from .host import Host
from .reader import Reader


class LearningSystem(SimpleHTTPRequestHandler):
    """Serves a course, and the page that runs it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture(scope="module")
def learning_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a learning system that has one course."""
    folder = tmp_path_factory.mktemp("courses")
    unpacked(procedure_called("evidence"), Standard.SCORM_12, folder / "evidence")
    write_page("scorm-12", folder)
    with serve(folder, LearningSystem) as address:
        yield address


def test_search_leads_who_mistypes_to_what_to_do(reader: Reader, host: Host) -> None:
    reader.open(f"{host.address}search/")
    reader.click("main input[type=search]")
    reader.type_in("whatapp")
    reader.press("Enter")
    reader.see_words("[data-search-count]", "for “whatsapp”")
    first = "() => document.querySelector('[data-search-results] li a')?.textContent"
    assert reader.evaluate(first) == "Choosing a messaging platform"
    # On a busy machine the list may be written anew between the press and the release of the button.
    for _ in range(3):
        reader.click("[data-search-results] li a", "Choosing a messaging platform")
        time.sleep(3)
        if reader.evaluate("() => location.pathname") != "/search/":
            break
    reader.see("() => location.pathname === '/trees/messaging/' && document.readyState === 'complete'")


def test_a_procedure_is_gone_through_with_the_keyboard_alone(reader: Reader, host: Host) -> None:
    conversation = Conversation.begun(reader, f"{host.address}trees/messaging/")
    focused = "(selector) => document.activeElement.matches(selector)"
    reader.see("() => document.readyState === 'complete'")
    for _ in range(60):
        reader.press("Tab")
        if reader.evaluate(focused, ".ct-live button[type=submit]"):
            break
    reader.press("Enter")
    reader.see(focused, ".ct-errors")
    reader.press("Tab", "Enter")
    reader.see(focused, ".ct-live input")
    reader.press("ArrowDown", "Enter")
    conversation.expect_at("work-channels")
    reader.see(focused, ".ct-live .ct-heading")


def test_a_procedure_in_the_frame_of_another_site_is_gone_through_there(reader: Reader, host: Host) -> None:
    host.frame = (f"{host.address}trees/messaging/embed/", "")
    reader.open(f"{host.elsewhere}course.html")
    reader.enter_frame()
    conversation = Conversation(reader)
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.press("Back")
    conversation.expect_at("work-channels")


def test_a_frame_that_may_not_print_or_save_says_so(reader: Reader, host: Host) -> None:
    host.frame = (f"{host.address}trees/messaging/embed/", ' sandbox="allow-scripts allow-same-origin"')
    reader.open(f"{host.elsewhere}course.html")
    reader.enter_frame()
    conversation = Conversation(reader)
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.answer(["No, or I am not sure"], "too-young")
    conversation.press("Print it")
    reader.see_words("#announcer", "Nothing can be printed here. Copy the record instead.")
    conversation.press("Save it as a file")
    reader.see_words("#announcer", "this frame cannot save. Copy the record instead.")


def test_a_course_is_taken_and_the_learning_system_told(reader: Reader, learning_system: str) -> None:
    reader.open(f"{learning_system}scorm-12.html?course=evidence/scorm-12/index.html")
    reader.enter_frame()
    reader.see("() => document.querySelector('.ct-live .ct-node')")
    reader.evaluate(GO_ON, 40)
    assert reader.evaluate("() => document.querySelectorAll('.ct-live .ct-outcome').length") == 1
    reader.leave_frame()
    told = reader.evaluate("() => leave()")
    assert told["core"]["lesson_status"] == "completed"
    assert reader.evaluate("() => window.refused") == []
