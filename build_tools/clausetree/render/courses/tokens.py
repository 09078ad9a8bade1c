"""What a learning system keeps of an answer: a few letters, the same in every version of a course."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

LENGTH = 4
"""Of the letters of a token: enough that no two of a tree are the same (sixteen million are there to take)."""


def token(*names: str) -> str:
    """Return the token of what these names say together."""
    return urlsafe_b64encode(sha256("\0".join(names).encode()).digest())[:LENGTH].decode()
