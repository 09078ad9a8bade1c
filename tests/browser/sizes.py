"""The two screens that pages are looked at on."""

from __future__ import annotations

from playwright.sync_api import ViewportSize

from .axe import Scheme

SIZES: dict[str, ViewportSize] = {
    "a phone": {"width": 320, "height": 640},
    "a desk": {"width": 1280, "height": 800},
}

COLOURS: dict[str, Scheme] = {"a phone": "light", "a desk": "dark"}
"""In which colours there are hundreds of pages and stops to look at. What they share is looked at in both."""
