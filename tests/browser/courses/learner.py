"""What a learner does in a course, and the way in and out of it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Page

# Answers what is asked with its first option, or goes on from a step, as often as it is told or until an
# outcome is reached; and returns where that leads.
_GO_ON = """
async (most) => {
  const live = document.querySelector(".ct-live");
  const changed = () => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The course did not answer.")), 20000);
    const observer = new MutationObserver(() => { clearTimeout(late); observer.disconnect(); resolve(); });
    observer.observe(live, { childList: true });
  });
  for (let step = 0; step < most && !live.querySelector(".ct-outcome"); step += 1) {
    const first = live.querySelector(".ct-fieldset input");
    if (first && !first.checked) first.click();
    const next = changed();
    live.querySelector("button[type=submit]").click();
    await next;
  }
  return live.dataset.node;
}
"""


def launch(page: Page, courses: str, standard: str, tree: str) -> Frame:
    """Open a course in the SCORM runtime, and return the frame that it runs in."""
    page.goto(f"{courses}{standard}.html?course={tree}/{standard}/index.html")
    return shown(page.frames[-1])


def shown[Place: (Page, Frame)](place: Place) -> Place:
    """Wait until a course shows something, and return it."""
    place.locator(".ct-live .ct-node").wait_for()
    return place


def leave(page: Page) -> dict[str, Any]:
    """Leave the course, and return what the learning system knows."""
    told: dict[str, Any] = page.evaluate("leave()")
    return told


def step(place: Page | Frame) -> None:
    """Answer what is asked with its first option, or go on from a step."""
    place.evaluate(_GO_ON, 1)


def node(place: Page | Frame) -> str:
    """Return the id of what a course shows."""
    return place.locator(".ct-live").get_attribute("data-node") or ""


def is_over(place: Page | Frame) -> bool:
    """Return whether a course shows an outcome."""
    return place.locator(".ct-live .ct-outcome").count() > 0


def play(place: Page | Frame) -> str:
    """Go on until an outcome is reached, and return its id."""
    outcome = str(place.evaluate(_GO_ON, 40))
    assert is_over(place)
    return outcome
