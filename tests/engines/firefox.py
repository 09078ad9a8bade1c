"""A reader in front of Firefox, which speaks WebDriver BiDi by itself: no driver stands between."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from .profile import write_profile
from .reader import IN_SIGHT, PATIENCE, EvaluationError, Reader

KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "ArrowDown": "\ue015", "Control": "\ue009"}


def firefox() -> str | None:
    """Return the path of Firefox, if there is one."""
    return next((found for name in ("firefox-esr", "firefox") if (found := shutil.which(name))), None)


class Firefox(Reader):
    """A reader in front of a headless Firefox."""

    name = "Firefox"

    def __init__(self, program: str) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.saved = Path(self._profile.name) / "saved"
        self.saved.mkdir()
        write_profile(Path(self._profile.name))
        self._log = Path(self._profile.name) / "said.txt"
        order = [
            program,
            "--headless",
            "--no-remote",
            "--profile",
            self._profile.name,
            "--remote-debugging-port=0",
        ]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(order, stdout=log, stderr=log)
        self._line: WebSocketConnection | None = None
        self.until(self._address, "for Firefox to start")
        self._line = WebSocketConnection(f"{self._address()}/session", PATIENCE, 0.002)
        self._send("session.new", capabilities={})
        saving = {"type": "allowed", "destinationFolder": str(self.saved)}
        self._send(
            "browser.setDownloadBehavior",
            downloadBehavior=saving,
        )
        # The page that Firefox begins with has not got the focus, and no key presses a button there.
        self._page = self._frame = self._send("browsingContext.create", type="tab")["context"]

    def open(self, address: str) -> None:
        self._frame = self._page
        self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def evaluate(self, function: str, *given: object) -> Any:
        # As text, for what BiDi gives by itself has the type of each value beside it.
        return json.loads(self._call(_AS_TEXT.format(function), json.dumps(given))["value"])

    def click_on(self, function: str, *given: object) -> bool:
        found = self._call(_GIVEN.format(IN_SIGHT.format(function)), json.dumps(given))
        if found["type"] != "node":
            return False
        origin = {"type": "element", "element": {"sharedId": found["sharedId"]}}
        steps = [{"type": "pointerMove", "x": 0, "y": 0, "origin": origin}]
        steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act(type="pointer", id="mouse", actions=steps)
        return True

    def press(self, *keys: str) -> None:
        steps = []
        for key in keys:
            held = [KEYS.get(name, name) for name in (key.split("+") if len(key) > 1 else [key])]
            steps += [{"type": "keyDown", "value": one} for one in held]
            steps += [{"type": "keyUp", "value": one} for one in reversed(held)]
        self._act(type="key", id="keyboard", actions=steps)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._send("browsingContext.setViewport", context=self._page, viewport=size)

    def enter_frame(self) -> None:
        self.until(lambda: self._frames(), "for a frame")
        self._frame = self._frames()[0]["context"]

    def leave_frame(self) -> None:
        self._frame = self._page

    def on_paper(self) -> str:
        paper = {"width": 21.0, "height": 29.7}
        printed = self._send("browsingContext.print", context=self._page, page=paper)["data"]
        sheets = PdfReader(BytesIO(b64decode(printed))).pages
        return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())

    def close(self) -> None:
        if self._line is not None:
            self._send("browser.close")
            self._line.close()
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._profile.cleanup()

    def _address(self) -> str:
        found = re.search(r"WebDriver BiDi listening on (ws://\S+)", self._log.read_text())
        return found[1] if found else ""

    def _frames(self) -> list[dict[str, Any]]:
        return list(self._send("browsingContext.getTree", root=self._page)["contexts"][0]["children"])

    def _act(self, **source: object) -> None:
        self._send("input.performActions", context=self._frame, actions=[source])

    def _call(self, function: str, given: str) -> dict[str, Any]:
        answer = self._send(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": given}],
            awaitPromise=True,
            userActivation=False,
            target={"context": self._frame},
        )
        if answer["type"] == "exception":
            raise EvaluationError(answer["exceptionDetails"]["text"])
        return dict(answer["result"])

    def _send(self, method: str, **given: object) -> dict[str, Any]:
        assert self._line is not None
        answer = self._line.send_cmd(method, given)
        if "result" not in answer:
            raise EvaluationError(f"{method}: {answer['error']}: {answer['message']}")
        return dict(answer["result"])


_GIVEN = "(given) => ({})(...JSON.parse(given))"
_AS_TEXT = "async (given) => JSON.stringify((await ({})(...JSON.parse(given))) ?? null)"
