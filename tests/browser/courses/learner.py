"""What a learner does in a course, and the way in and out of it."""

from __future__ import annotations

from typing import Any, cast

from playwright.sync_api import Frame, Page

# Answers what is asked with its first option or the least that it takes, or goes on from a step, as often as it
# is told or until an outcome is reached; and returns where that leads.
GO_ON = """
async (most) => {
  const type = (live) => {
    const [least] = window.courseViews.asked[live.dataset.node].typed.kinds;
    const [date, time] = least.split("T");
    const parts = live.querySelector("input[name=day]") ? [...date.split("-").reverse(), time] : [least];
    live.querySelectorAll("input[type=text]").forEach((box, at) => { box.value = parts[at]; });
  };
  const live = document.querySelector(".ct-live");
  const changed = () => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The course did not answer.")), 20000);
    const observer = new MutationObserver(() => { clearTimeout(late); observer.disconnect(); resolve(); });
    observer.observe(live, { childList: true });
  });
  for (let step = 0; step < most && !live.querySelector(".ct-outcome"); step += 1) {
    const first = live.querySelector(".ct-fieldset input");
    if (first?.type === "text") type(live);
    else if (first && !first.checked) first.click();
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
    place.evaluate(GO_ON, 1)


def type_in(place: Page | Frame, **parts: str) -> None:
    """Type into the boxes of these names, and go on."""
    for name, text in parts.items():
        place.locator(f".ct-live input[name={name}]").fill(text)
    place.get_by_role("button", name="Continue").click()


def typed(place: Page | Frame) -> list[str]:
    """Return what stands in the boxes."""
    boxes = place.locator(".ct-live input[type=text]")
    return cast(list[str], boxes.evaluate_all("(all) => all.map((box) => box.value)"))


def node(place: Page | Frame) -> str:
    """Return the id of what a course shows."""
    return place.locator(".ct-live").get_attribute("data-node") or ""


def is_over(place: Page | Frame) -> bool:
    """Return whether a course shows an outcome."""
    return place.locator(".ct-live .ct-outcome").count() > 0


def play(place: Page | Frame) -> str:
    """Go on until an outcome is reached, and return its id."""
    outcome = str(place.evaluate(GO_ON, 40))
    assert is_over(place)
    return outcome
