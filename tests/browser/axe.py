"""axe-core, asked about what a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, cast

from playwright.sync_api import Page

from ..building import PROJECT

type Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_SOURCE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What follows a part on its page is taken out while axe looks at it: axe reads the whole page each time.
_RUN = """
async ({ within, tags }) => {
  const part = document.querySelector(within);
  const rest = document.createDocumentFragment();
  while (part.nextSibling) rest.append(part.nextSibling);
  const found = await axe.run(part, { runOnly: tags, resultTypes: ["violations"] });
  part.after(rest);
  return found.violations.map((one) =>
    ({ id: one.id, help: one.help, nodes: one.nodes.map((node) => [node.html, node.failureSummary]) }));
}
"""


def violations(page: Page, within: str = "html", schemes: Iterable[Scheme] = SCHEMES) -> list[Any]:
    """Return what axe finds wrong within a part of the page, in light and in dark colours."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_SOURCE.read_text(encoding="utf-8"))
    found: list[Any] = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        wrong = cast(list[Any], page.evaluate(_RUN, {"within": within, "tags": _TAGS}))
        found += [(scheme, one) for one in wrong]
    return found
