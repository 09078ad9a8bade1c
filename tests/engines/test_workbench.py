"""The page for authors, in each engine: what is written is checked, mended, kept and tried."""

from __future__ import annotations

from contextlib import suppress

from .host import Host
from .reader import Reader

CHECKED = "() => performance.getEntriesByName('check-shown').length > 0"
STAND_IN_IT = """() => {
  const text = document.querySelector(".bench-editor").shadowRoot.querySelector(".cm-content");
  text.focus();
  return document.activeElement.classList.contains("bench-editor");
}"""
LINES = """() => [...document.querySelector(".bench-editor").shadowRoot.querySelectorAll(".cm-line")]
  .map((line) => line.textContent).join("\\n")"""
HAS_LINE = f"(words) => ({LINES})().includes(words)"


def test_what_is_written_is_checked_mended_tried_and_kept(reader: Reader, host: Host) -> None:
    reader.open(f"{host.address}workbench/#trees%2Fevidence.tree")
    see_it_checked(reader)
    reader.see_words(".bench-faults", "Nothing is wrong.")
    reader.click("[role=tab]", "Try it")
    reader.see_words("#bench-try .ct-live", "Could a child, or anyone else, be at risk?")
    reader.click("#bench-try .ct-option label", "No")
    reader.click("#bench-try button", "Continue")
    reader.see_words("#bench-try .ct-live", "Assess whether it is relevant")
    reader.click("button", "As a form")
    reader.see_words(".bench-form", "Question: Could a child, or anyone else, be at risk?")
    reader.click("button", "As text")
    reader.click("[role=tab]", "What is wrong")
    reader.see(STAND_IN_IT)
    reader.type_in("oops ")
    reader.see_words(".bench-faults", "In this file")
    reader.evaluate("() => location.reload()")
    reader.see(HAS_LINE, "oops #")


def see_it_checked(reader: Reader) -> None:
    """What checks it is five megabytes, and much of it is compiled: a reader waits longer than otherwise."""
    for _ in range(3):
        with suppress(AssertionError):
            reader.see(CHECKED)
            return
    reader.see(CHECKED)
