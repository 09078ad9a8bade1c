"""The two screens that pages are looked at on."""

from __future__ import annotations

from playwright.sync_api import ViewportSize

SIZES: dict[str, ViewportSize] = {
    "a phone": {"width": 320, "height": 640},
    "a desk": {"width": 1280, "height": 800},
}
