"""A reader who listens to Firefox with Orca, and has nothing but the keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from .profile import write_profile
from .reader import PATIENCE
from .screen import Screen

_CUSTOM = Path(__file__).with_name("orca-customizations.py")
_ACCESSIBLE = {
    "GNOME_ACCESSIBILITY": "1",
    "GTK_MODULES": "gail:atk-bridge",
    "NO_AT_BRIDGE": "0",
    "LANG": "C.UTF-8",
}
_LATE = 30.0
"""The seconds in which it begins to say something, as it does after every key that is pressed."""

_LOADED = "Page has"
"""How the last begins that Orca says of a page by itself, when that is there."""


class Listener:
    """Firefox in the whole of a screen, and Orca, whose words are `heard`: what was said after each key.

    After `silence`, in seconds, Orca has said what it has to say.
    """

    def __init__(self, firefox: str, address: str, silence: float) -> None:
        self._silence = silence
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        home = Path(self._home.name)
        for folder in (".local/share/orca", "profile", "run"):
            (home / folder).mkdir(parents=True, mode=0o700)
        shutil.copy(_CUSTOM, home / ".local" / "share" / "orca")
        write_profile(home / "profile")
        self._said = home / "said.txt"
        self._said.touch()
        self._screen = Screen(1280, 900)
        own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), "DISPLAY": self._screen.name}
        self._surroundings = os.environ | _ACCESSIBLE | own | {"ORCA_SAYS": str(self._said), "PYTHONPATH": ""}
        browser = f"'{firefox}' --no-remote --profile '{home}/profile' --kiosk '{address}'"
        bus = "/usr/libexec/at-spi-bus-launcher --launch-immediately"
        order = f"{bus} & sleep 1; orca --replace & sleep 3; {browser}"
        with (home / "log.txt").open("w") as log:
            self._process = subprocess.Popen(
                # Where that is allowed, before others: whoever is kept waiting misses what goes by.
                ["nice", "-n", "-10", "dbus-run-session", "--", "sh", "-c", order],
                env=self._surroundings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._read = 0
        self._wait_for(_LOADED)
        self._heard()

    def press(self, key: str) -> list[str]:
        """Press a key, as xdotool calls it, and return what is said until there is silence."""
        subprocess.run(["xdotool", "key", key], env=self._surroundings, check=True)
        heard = self._heard()
        if any("Loading" in words for words in heard):
            self._wait_for(_LOADED, len(self._lines()) - len(heard))
            heard += self._heard()
        return heard

    def close(self) -> None:
        """End all of it."""
        os.killpg(self._process.pid, 15)
        self._process.wait()
        self._screen.close()
        self._home.cleanup()

    def _lines(self) -> list[str]:
        return self._said.read_text(encoding="utf-8").splitlines()

    def _wait_for(self, words: str, since: int = 0) -> None:
        late = time.monotonic() + PATIENCE
        while not any(words in line for line in self._lines()[since:]):
            assert time.monotonic() < late, f"Orca did not say “{words}”: {self._lines()}"
            time.sleep(0.1)

    def _heard(self) -> list[str]:
        count, since, begun = len(self._lines()), time.monotonic(), time.monotonic()
        while time.monotonic() - since < self._silence or (
            count == self._read and time.monotonic() - begun < _LATE
        ):
            if len(self._lines()) != count:
                count, since = len(self._lines()), time.monotonic()
            time.sleep(0.05)
        heard, self._read = self._lines()[self._read : count], count
        return heard

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
