"""A screen that nobody sees, for browsers that need one."""

from __future__ import annotations

import os
import shutil
import subprocess


class NoScreenError(Exception):
    """There is no Xvfb on this machine."""


class Screen:
    """A screen of Xvfb; `name` is what DISPLAY has to be."""

    def __init__(self, width: int, height: int) -> None:
        program = shutil.which("Xvfb")
        if program is None:
            raise NoScreenError("No Xvfb was found: run `make webkit`.")
        reading, writing = os.pipe()
        size = f"{width}x{height}x24"
        order = [program, "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
        self._process = subprocess.Popen(order, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
