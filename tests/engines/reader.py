"""What a reader does in a browser, whichever it is."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60.0
"""The seconds that a reader waits for what she expects: Python may have to start, on a loaded machine."""

# Gives the first element that can be seen, matches and has these words, or none.
_NAMED = """
(selector, words) => [...document.querySelectorAll(selector)].find((one) => {
  const named = one.getAttribute("aria-label") ?? one.textContent;
  return one.checkVisibility() && (words === "" || named.replace(/\\s+/g, " ").trim() === words);
}) ?? null
"""

# Gives the element that a function gives, once it is in sight and stands still.
IN_SIGHT = """
async (...given) => {{
  const one = ({})(...given);
  one?.scrollIntoView({{ block: "center", behavior: "instant" }});
  for (let place, last = NaN; one && last !== place; ) {{
    last = place;
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    place = one.getBoundingClientRect().top;
  }}
  return one;
}}
"""


class Reader(ABC):
    """Someone in front of a browser; closes it when left."""

    saved: Path
    """The folder that files are saved in."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address, and wait until all that it names is there."""

    @abstractmethod
    def evaluate(self, function: str, *given: object) -> Any:
        """Return what a function in JavaScript gives, in the page or in the frame that was entered."""

    @abstractmethod
    def click_on(self, function: str, *given: object) -> bool:
        """Click with the mouse on the element that a function gives; return whether it gave one."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one by one, each a sign or a name of `KEYS`, or two that are held: "Control+v"."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make what the page has to itself so many pixels wide and high."""

    @abstractmethod
    def enter_frame(self) -> None:
        """Go on in the only frame of the page."""

    @abstractmethod
    def leave_frame(self) -> None:
        """Go on in the page again."""

    @abstractmethod
    def on_paper(self) -> str:
        """Return the words of the page as it would be printed, in its order, each after one space."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def click(self, selector: str, words: str = "") -> None:
        """Click on what matches and is called by these words, once it is there."""
        self.until(lambda: self.click_on(_NAMED, selector, words), f"to click: {selector} “{words}”")

    def type_in(self, text: str) -> None:
        """Press the keys of a text."""
        self.press(*text)

    def see(self, function: str, *given: object) -> None:
        """Wait until a function gives something that is true; what goes wrong in a page that is left is not."""
        self.until(lambda: self.evaluate(function, *given), f"to see: {function} {given}")

    def see_words(self, selector: str, words: str) -> None:
        """Wait until what matches has these words somewhere in it."""
        has = "(selector, words) => document.querySelector(selector)?.innerText.includes(words)"
        self.see(has, selector, words)

    def until(self, done: Callable[[], object], what: str) -> None:
        """Wait until something is true; `what` says what is waited for."""
        late, trouble = time.monotonic() + PATIENCE, ""
        while time.monotonic() < late:
            try:
                if done():
                    return
            except EvaluationError as error:
                trouble = str(error)
            time.sleep(0.02)
        raise AssertionError(f"A reader waited in vain {what} {trouble}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class EvaluationError(Exception):
    """A function failed in the page, or the page was left meanwhile."""
