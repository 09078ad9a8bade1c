"""Every page, on a phone in light and on a desk in dark colours: what axe finds, and whether it fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .axe import SCHEMES, violations
from .conftest import Witness
from .sizes import COLOURS, SIZES
from .spacing import SPACED

MESSAGES = "authoring/errors/"
"""The folder of pages that are alike: only what stands between the header and the footer differs."""

MAIN = (
    "",
    "404.html",
    "policy/social-media/",
    "trees/evidence/",
    "search/?q=2.4",
    "elearning/",
    "attestation/",
)
"""What together holds nearly everything that pages hold, and is looked at in both colours on either screen."""

# Puts what another page shows under the header and over the footer, which all pages share, in this one's place.
_LAY = """
async (address) => {
  const answer = await fetch(new URL(address, document.baseURI));
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("body > .frame").replaceWith(other.querySelector("body > .frame"));
  document.title = other.title;
}
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found on the pages: by page and size, what axe says, and how many pixels stick out."""

    wrong: dict[tuple[str, str], list[Any]] = field(default_factory=dict)
    wide: dict[tuple[str, str], int] = field(default_factory=dict)


@pytest.fixture(scope="module")
def seen(browser: Browser, site: Path, site_url: str) -> Iterator[Seen]:
    """Look at every page once. None may complain, or ask for anything elsewhere."""
    witness = Witness(site_url)
    context = browser.new_context(base_url=site_url, reduced_motion="reduce")
    witness.watch(context)
    page, found = context.new_page(), Seen()
    first, *others = alike(site)
    for path in [*addresses(site), "search/?q=2.4", first]:
        if path not in others:
            page.goto(path)
            _look(page, found, path, "html")
    for path in others:
        page.evaluate(_LAY, site_url + path)
        _look(page, found, path, "body > .frame")
    context.close()
    yield found
    witness.assert_clean()


def addresses(site: Path) -> list[str]:
    """Return the address of every page."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(found) > 100
    return [path.removesuffix("index.html") for path in found]


def alike(site: Path) -> list[str]:
    """Return the addresses of the pages that are alike."""
    return [path for path in addresses(site) if path.startswith(MESSAGES) and path != MESSAGES]


def _look(page: Page, found: Seen, path: str, within: str) -> None:
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        found.wrong[path, size] = violations(page, within, SCHEMES if path in MAIN else [COLOURS[size]])
        found.wide[path, size] = max(page.evaluate(SPACED, False), page.evaluate(SPACED, True))
        page.evaluate(SPACED, False)


def test_axe_finds_nothing_on_any_page(seen: Seen) -> None:
    assert set(MAIN) <= {path for path, _ in seen.wrong}
    assert {place: wrong for place, wrong in seen.wrong.items() if wrong} == {}


def test_nothing_is_wider_than_the_page_whatever_spacing_the_reader_sets(seen: Seen) -> None:
    assert {place: by for place, by in seen.wide.items() if by > 0} == {}


def test_the_pages_that_are_laid_into_one_another_are_alike(site: Path) -> None:
    assert len(alike(site)) > 80
    assert len({_around_the_frame(site / path / "index.html") for path in alike(site)}) == 1


def _around_the_frame(file: Path) -> str:
    body = file.read_text(encoding="utf-8").partition("<body>")[2]
    header, _, rest = body.partition("</header>")
    assert rest.lstrip().startswith('<div class="frame">')
    return header + rest.partition("<footer")[2]
