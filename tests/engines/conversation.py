"""A reader's side of a conversation with a live widget, whatever her browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from ..browser.conversation import CLICK, READ, Stop
from .reader import Reader

_IN_LIVE = "(...given) => ({})(document.querySelector('.ct-live'), ...given)"


@dataclass(frozen=True, slots=True)
class Conversation:
    """The live widget on a reader's page."""

    reader: Reader

    @classmethod
    def begun(cls, reader: Reader, address: str) -> Conversation:
        """Open the page of a tree."""
        reader.open(address)
        return cls(reader)

    def read(self) -> Stop:
        """Return what the widget shows."""
        return cast(Stop, self.reader.evaluate(_IN_LIVE.format(READ)))

    def answer(self, words: Sequence[str], onward: str) -> None:
        """Answer with the mouse, and wait for the node that comes next."""
        for word in words:
            self.reader.click(".ct-live .ct-option label", word)
        self.press("Continue")
        self.expect_at(onward)

    def press(self, button: str) -> None:
        """Click on a button with the mouse."""
        self.reader.click(".ct-live button", button)

    def expect_at(self, node: str) -> None:
        """Wait until the widget shows a node."""
        self.reader.see("(id) => document.querySelector('.ct-live').dataset.node === id", node)

    def go_on(self, answers: Sequence[Sequence[str]]) -> list[Stop]:
        """Give answers by script, one after the other, and return what is shown after each."""
        return self._click("Continue", answers)

    def start_again(self) -> Stop:
        """Go back to the first question, and return what is shown."""
        return self._click("Start again", [[]])[0]

    def _click(self, button: str, answers: Sequence[Sequence[str]]) -> list[Stop]:
        given = {"answers": [list(words) for words in answers], "button": button}
        return cast(list[Stop], self.reader.evaluate(_IN_LIVE.format(CLICK), given))
