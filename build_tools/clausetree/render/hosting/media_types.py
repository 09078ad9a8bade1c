"""What kind of file each ending stands for. Servers know most of these, and not one knows them all."""

from __future__ import annotations

from posixpath import splitext

MEDIA_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
    "txt": "text/plain",
    "dot": "text/plain",
    "csv": "text/csv",
    "md": "text/markdown",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "wasm": "application/wasm",
    "h5p": "application/zip",
    "zip": "application/zip",
    "gz": "application/gzip",
}
"""By ending. A module script of another type than JavaScript's is refused, and so is WebAssembly."""

OTHER = "application/octet-stream"
TEXTS = tuple(ending for ending, kind in MEDIA_TYPES.items() if kind.startswith("text/"))
"""The endings whose type says UTF-8 with it; JSON and XML are UTF-8 without being told."""
COMPRESSIBLE = (*TEXTS, "json", "xml", "svg", "ico", "wasm", "zip")
"""The endings that are worth packing: the others are packed already. (The zip of Python modules is not.)"""


def media_type(path: str) -> str:
    """Return the `Content-Type` of a file by its name."""
    ending = splitext(path)[1].removeprefix(".").lower()
    kind = MEDIA_TYPES.get(ending, OTHER)
    return f"{kind}; charset=utf-8" if ending in TEXTS else kind


def is_compressible(kind: str) -> bool:
    """Say whether a file with this `Content-Type` is worth packing."""
    return kind.split(";")[0] in {MEDIA_TYPES[ending] for ending in COMPRESSIBLE}
