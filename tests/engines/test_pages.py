"""Every page, in each engine, on a phone and on a desk: it fits, and nothing in it fails."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from ..browser.sizes import SIZES
from ..browser.sound import FAULTS
from ..browser.spacing import SPACED
from .host import Host
from .reader import Reader

ALIKE = "authoring/errors/"
"""The folder of pages that differ only in their words; one of them is looked at."""

SETTLED = 10.0
"""The seconds in which a page comes to rest, on a busy machine."""

_LAID_OUT = f"""
() => {{
  const wide = [false, true].map({SPACED});
  ({SPACED})(false);
  return {{ width: innerWidth, wide: Math.max(...wide) > 0 && wide, faults: ({FAULTS})() }};
}}
"""


def addresses(site: Path) -> list[str]:
    """Return the address of every page, but of one alone of those that are alike."""
    found = [
        path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("*.html"))
    ]
    alike = [path for path in found if path.startswith(ALIKE) and path != ALIKE]
    return [path for path in found if path not in alike[1:]]


@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_and_nothing_in_it_fails(reader: Reader, host: Host, site: Path, size: str) -> None:
    reader.resize(SIZES[size]["width"], SIZES[size]["height"])
    seen: dict[str, Any] = {}
    sound = {"width": SIZES[size]["width"], "wide": False, "faults": []}
    for path in [*addresses(site), "search/?q=2.4"]:
        reader.open(host.address + path)
        reader.see("() => document.querySelector('h1')?.checkVisibility()")
        seen[path] = reader.evaluate(_LAID_OUT)
        # Where a conversation takes the place of what stood there, neither may be there for a moment.
        late = time.monotonic() + SETTLED
        while seen[path] != sound and time.monotonic() < late:
            time.sleep(0.2)
            seen[path] = reader.evaluate(_LAID_OUT)
    assert len(seen) > 40
    assert {path: found for path, found in seen.items() if found != sound} == {}
