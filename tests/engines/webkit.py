"""A reader in front of WebKitGTK, the engine of Safari as Debian has it, on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from selenium.common import WebDriverException
from selenium.webdriver import ActionChains, Keys, WebKitGTK, WebKitGTKOptions
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.service import Service

from .reader import IN_SIGHT, PATIENCE, EvaluationError, Reader
from .screen import Screen

KEYS = {
    "Space": " ",
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "ArrowDown": Keys.ARROW_DOWN,
    "Control": Keys.CONTROL,
}
NARROW = "window * { min-width: 0; padding: 0; margin: 0; border: 0; font-size: 1px; -gtk-icon-source: none; }"
"""The style of the window's own buttons: as wide as they are, no page could be as narrow as on a phone."""
# Nothing moves, and two clicks are never taken for a double click, of which pages heed one.
STILL = "[Settings]\ngtk-enable-animations=0\ngtk-double-click-time=1\n"
_ASK = """
const [given, done] = arguments;
(async () => ({})(...given))().then((it) => done([it ?? null]), (e) => done(String(e)));
"""

# The driver cannot print: the rules for paper are made those for the screen, and what then shows is read.
_ON_PAPER = """
() => {
  dispatchEvent(new Event("beforeprint"));
  const turn = (media) => media.mediaText.replace(/\\bscreen\\b/g, "not all").replace(/\\bprint\\b/g, "all");
  const visit = (rules) => {
    for (const rule of rules) {
      if (rule.media) rule.media.mediaText = turn(rule.media);
      if (rule.cssRules) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) {
    sheet.media.mediaText = turn(sheet.media);
    visit(sheet.cssRules);
  }
  return document.body.innerText.replace(/\\s+/g, " ").trim();
}
"""


def webkit() -> str | None:
    """Return the path of WebKit's driver, if there is one and its browser."""
    return shutil.which("WebKitWebDriver")


class WebKit(Reader):
    """A reader in front of WebKitGTK's MiniBrowser."""

    name = "WebKit"

    def __init__(self, program: str) -> None:
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._screen = Screen(1400, 1000)
        settings = Path(self._home.name) / ".config" / "gtk-3.0"
        settings.mkdir(parents=True)
        (settings / "gtk.css").write_text(NARROW, encoding="utf-8")
        (settings / "settings.ini").write_text(STILL, encoding="utf-8")
        self.saved = Path(self._home.name)
        # What is compiled once more to run faster takes as long as all else together, and tests end before.
        surroundings = (
            os.environ | {"JSC_useOMGJIT": "0"} | {"DISPLAY": self._screen.name, "HOME": self._home.name}
        )
        # The driver knows where its browser is.
        self._driver = WebKitGTK(WebKitGTKOptions(), Service(program, env=surroundings))
        self._driver.set_script_timeout(PATIENCE)

    def open(self, address: str) -> None:
        self._driver.get(address)

    def evaluate(self, function: str, *given: object) -> Any:
        return self._ask(function, given)

    def click_on(self, function: str, *given: object) -> bool:
        found = self._ask(IN_SIGHT.format(function), given)
        if not isinstance(found, WebElement):
            return False
        ActionChains(self._driver, duration=0).move_to_element(found).click().perform()
        return True

    def press(self, *keys: str) -> None:
        steps = ActionChains(self._driver, duration=0)
        for key in keys:
            held = [KEYS.get(name, name) for name in (key.split("+") if len(key) > 1 else [key])]
            for one in held:
                steps.key_down(one)
            for one in reversed(held):
                steps.key_up(one)
        steps.perform()

    def resize(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)
        inside = self._driver.execute_script("return [innerWidth, innerHeight]")
        self._driver.set_window_size(2 * width - inside[0], 2 * height - inside[1])

    def enter_frame(self) -> None:
        self._driver.switch_to.frame(0)

    def leave_frame(self) -> None:
        self._driver.switch_to.default_content()

    def on_paper(self) -> str:
        return str(self.evaluate(_ON_PAPER))

    def close(self) -> None:
        try:
            self._driver.quit()
        finally:
            self._screen.close()
            self._home.cleanup()

    def _ask(self, function: str, given: tuple[object, ...]) -> Any:
        try:
            answer = self._driver.execute_async_script(_ASK.format(function), given)
        except WebDriverException as error:
            raise EvaluationError(str(error.msg)) from None
        if isinstance(answer, str):
            raise EvaluationError(answer)
        return answer[0]
