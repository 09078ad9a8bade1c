"""A reader's side of a conversation with a live widget, and of following links."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, cast

from playwright.sync_api import Locator, Page, expect

from .engine import Line

READ = Path(__file__).with_name("read_stop.js").read_text(encoding="utf-8")

# Picks each of these answers and presses a button, as often as there are answers, and waits each time until the
# widget shows something else; returns what that is.
CLICK = f"""
async (root, {{ answers, button }}) => {{
  const pick = (words) => {{
    for (const input of root.querySelectorAll(".ct-option input")) {{
      const label = root.querySelector(`label[for="${{input.id}}"]`);
      if (words.includes(label.textContent.trim()) !== input.checked) label.click();
    }}
  }};
  const press = () => new Promise((shown, failed) => {{
    const late = setTimeout(() => failed(new Error("The widget did not answer.")), 20000);
    const observer = new MutationObserver(() => {{ clearTimeout(late); observer.disconnect(); shown(); }});
    observer.observe(root, {{ childList: true }});
    const named = (candidate) => candidate.firstChild.textContent.trim() === button;
    [...root.querySelectorAll("button")].find(named).click();
  }});
  const shown = [];
  for (const words of answers) {{
    pick(words);
    await press();
    shown.push(({READ})(root));
  }}
  return shown;
}}
"""

# Follows the link with these words in the section that the address names.
_FOLLOW = f"""
(words) => {{
  const from = words === "Start here" ? document : document.querySelector(":target");
  const named = (link) => link.textContent.replace(/\\s+/g, " ").trim() === words;
  const links = [...from.querySelectorAll("a.ct-go, a.ct-start")].filter(named);
  if (links.length !== 1) throw new Error(`${{links.length}} links are called “${{words}}”`);
  links[0].click();
  const section = document.querySelector(":target");
  return ({READ})(section);
}}
"""


class Stop(TypedDict):
    """What a reader sees at once: see read_stop.js."""

    id: str
    kind: str
    heading: str
    options: list[str]
    checked: int
    links: list[str]
    groups: list[str]
    due: list[Line]
    conditions: list[str]
    so_far: list[str]
    answers: list[list[str]]
    dropped: list[str]
    next: list[str]


class Conversation:
    """The live widget of one tree on a page."""

    def __init__(self, page: Page, tree: str) -> None:
        self.page = page
        self.tree = tree
        self.widget = page.locator(f'.ct-tree[data-tree="{tree}"]')
        self.live = self.widget.locator(".ct-live")
        self.heading = self.live.locator(".ct-heading")
        self.status = self.widget.locator(".ct-status")

    @classmethod
    def begun(cls, page: Page, tree: str) -> Conversation:
        """Open the page of a tree."""
        page.goto(f"trees/{tree}/")
        return cls(page, tree)

    @classmethod
    def answered(cls, page: Page, tree: str, *answers: Sequence[str]) -> Conversation:
        """Open the page of a tree and give answers, by their words; an empty one goes on from a step."""
        conversation = cls.begun(page, tree)
        for words in answers:
            conversation.click("Continue", words)
        return conversation

    def read(self) -> Stop:
        """Return what the widget shows."""
        return cast(Stop, self.live.evaluate(READ))

    def click(self, button: str, words: Sequence[str] = ()) -> Stop:
        """Pick the answers with these words and no others, press a button, and return what then shows."""
        return self._click(button, [words])[0]

    def go_on(self, answers: Sequence[Sequence[str]]) -> list[Stop]:
        """Give answers one after the other, each by its words, and return what is shown after each."""
        return self._click("Continue", answers)

    def _click(self, button: str, answers: Sequence[Sequence[str]]) -> list[Stop]:
        return cast(list[Stop], self.live.evaluate(CLICK, {"answers": answers, "button": button}))

    def pick(self, *words: str) -> None:
        """Click on answers with the mouse."""
        for word in words:
            self.live.locator(".ct-option label").get_by_text(word, exact=True).click()

    def press(self, button: str) -> None:
        """Click on a button with the mouse."""
        self.live.get_by_role("button", name=button, exact=True).click()

    def answer(self, words: Sequence[str], onward: str) -> None:
        """Answer with the mouse, and wait for the node that comes next."""
        self.pick(*words)
        self.press("Continue")
        self.expect_at(onward)

    def expect_at(self, node: str) -> None:
        """Wait until the widget shows a node; Python may have to start first."""
        expect(self.live).to_have_attribute("data-node", node, timeout=30_000)

    def control(self, words: str) -> Locator:
        """Return the control whose label has these words."""
        return self.live.get_by_label(words, exact=True)


def follow(page: Page, words: str) -> Stop:
    """Follow the link with these words, in the section that the reader has come to, and read where it leads."""
    return cast(Stop, page.evaluate(_FOLLOW, words))


def assert_due(shown: Stop, expected: list[Line]) -> None:
    """Fail unless the duties shown are these, in this order, each group under one heading."""
    assert shown["due"] == expected
    assert shown["groups"] == list(dict.fromkeys(line["who"] for line in expected))
