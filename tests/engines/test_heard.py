"""What is heard of the site: Orca, a screen reader, with Firefox, and nobody who sees or has a mouse.

The same is said each time, for three reasons: the next key waits for silence; Firefox remembers no page, so
that no link is “visited”; and Orca does not begin by itself to read a page, which a key would interrupt.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..conftest import CASES
from .firefox import firefox
from .host import Host
from .listener import Listener

# Orca, if slow, says nothing of a heading that gets the focus when what had it goes: it is asked where it is.
ON = "Return, KP_Enter"
GOLDEN = CASES / "heard" / "journey.txt"
SILENCES = 0.8, 1.6, 3.2
"""On a busy machine Orca falls behind: then it is listened to again, with more patience, in seconds."""
# Tab comes between h, by which Orca goes to a heading, and Enter: Orca would ignore where the focus goes.
KEYS = (
    # The whole home page. From its beginning again past what each page has, to the fourth procedure.
    *("KP_Add", "ctrl+Home", "Return", *["Tab"] * 4, "Return"),
    # To the question, and on without an answer; from what is wrong to the first answer; and another one.
    *("h", "h", "Tab", "Tab", "Return", "Tab", "Return", "Down", "space", "Tab", ON),
    # A step, with a word that the policy explains, and what is to be done; one clause is opened and closed.
    *("Tab", "Tab", "Return", "Escape", *["Tab"] * 3, ON),
    # A question that may have more than one answer, and the next one; from there back to change the answer.
    *("Down", "Tab", "space", *["Tab"] * 3, ON, *["Tab"] * 8, ON, *["Tab"] * 3, "space", "Tab", ON),
    # The outcome, and by a duty's clause, which opens in its place, to the policy.
    *("Down", "Tab", "Return", "Tab", "Return", "Down"),
)


def heard_after(listener: Listener, keys: str) -> list[str]:
    """Press keys one after the other, and return what is said after the last, but that a page is on its way."""
    said = [listener.press(key) for key in keys.split(", ")]
    return [words for words in said[-1] if not words.startswith("Loading")]


def test_what_is_heard_is_as_written(host: Host, is_as_written: Callable[[str, Path], None]) -> None:
    program = firefox()
    assert program, "No Firefox was found: run `make firefox`."
    for silence in SILENCES[:-1]:
        if journey(program, host, silence) == GOLDEN.read_text(encoding="utf-8"):
            return
    is_as_written(journey(program, host, SILENCES[-1]), GOLDEN)


def journey(program: str, host: Host, silence: float) -> str:
    """Return all keys, and what is said after each."""
    heard: list[str] = []
    with Listener(program, host.address, silence) as listener:
        for key in KEYS:
            heard += [f"> {key}", *heard_after(listener, key)]
    return "\n".join(heard) + "\n"
