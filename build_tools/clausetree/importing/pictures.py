"""What kind of picture a file is, by how it begins."""

from __future__ import annotations

_SIGNATURES = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
    (b"<svg", "svg"),
    (b"<?xml", "svg"),
)


def kind_of(data: bytes) -> str:
    """Return the ending of a picture that browsers show; "" for anything else."""
    return next((kind for sign, kind in _SIGNATURES if data.lstrip()[:5].startswith(sign)), "")
