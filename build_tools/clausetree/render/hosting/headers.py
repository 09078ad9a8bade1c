"""The headers with which the site is to be sent, in one place: everything else writes these down again."""

from __future__ import annotations

import re

from clausetree.render.hosting.layout import Layout

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may do: use what comes from the site itself, and nothing that is written into the page."""

WORKER_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
)
"""The worker runs Python, which is WebAssembly. It cannot see the page, and no page gets this right."""

KEEP = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
"""A browser may keep the file, and asks before each use whether it is still the same."""

_COMMON = {
    "X-Content-Type-Options": "nosniff",
    # Whoever an outside link leads to is not told which page, and so which trouble, the reader came from.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ORIGIN = re.compile(r"https?://(\*\.[a-z0-9-]+\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


def page_headers() -> dict[str, str]:
    """Return what every file gets that is named nowhere else: no other site may frame it."""
    return _headers(f"{PAGE_POLICY}; frame-ancestors 'none'", ASK_AGAIN) | {"X-Frame-Options": "DENY"}


def frame_headers(framed_by: tuple[str, ...]) -> dict[str, str]:
    """Return what a page gets that may be framed. `X-Frame-Options` has no words for a list of origins."""
    if not framed_by:
        return page_headers()
    return _headers(f"{PAGE_POLICY}; frame-ancestors {' '.join(framed_by)}", ASK_AGAIN)


def worker_headers() -> dict[str, str]:
    """Return what the worker's script gets."""
    return _headers(WORKER_POLICY, KEEP) | {"X-Frame-Options": "DENY"}


def kept_headers() -> dict[str, str]:
    """Return what a file gets whose address changes with its contents."""
    return page_headers() | {"Cache-Control": KEEP}


def headers_for(path: str, layout: Layout) -> dict[str, str]:
    """Return what the file at `path` gets; "policy/" is a folder's page."""
    if path == layout.worker:
        return worker_headers()
    if path.startswith(layout.kept):
        return kept_headers()
    if path.startswith(layout.frames):
        return frame_headers(layout.framed_by)
    return page_headers()


def is_origin(text: str) -> bool:
    """Say whether `text` can stand in a list of those who may frame a page: "https://learning.example.org"."""
    return text == "'self'" or _ORIGIN.fullmatch(text) is not None


def _headers(policy: str, caching: str) -> dict[str, str]:
    return {"Content-Security-Policy": policy, **_COMMON, "Cache-Control": caching}
