"""Texts as they read: scripts, data and pages write the signs of an address in many ways."""

from __future__ import annotations

import re
from html import unescape

_ROUNDS = 6
"""Data in a string in a page in a script: each layer writes the signs of the one within it anew."""
_SIGN = re.compile(
    r"(?<!\\)\\+(?:u(?P<four>[0-9a-fA-F]{4})|u\{(?P<any>[0-9a-fA-F]{1,6})\}|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<plain>[/\"':#?&=%.-]))"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)")
_ESCAPE = re.compile(r"%u(00[2-7][0-9a-fA-F])")
_BETWEEN = re.compile(r"""(["'`])(?:\s*[+&]\s*|\.concat\(\s*|\)\.concat\(\s*)(["'`])""")
"""Strings that a script or a sheet adds: `"a" + "b"`, `"a".concat("b")`, `"a" & "b"`."""
_LINE = re.compile(r"\\\r?\n")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""What breaks a long address where it is shown, and comes along where it is copied."""


def spelled_out(text: str) -> str:
    """Return a text with the escapes of scripts, data and pages read, and strings that are added joined."""
    text = text.replace("\0", "\n")
    for _ in range(_ROUNDS):
        read = _ENTITY.sub(lambda match: unescape(match[0]), _SIGN.sub(_sign, text))
        if read == text:
            break
        text = read
    joined = _BETWEEN.sub(lambda match: "" if match[1] == match[2] else match[0], _LINE.sub("", text))
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), _UNSEEN.sub("", joined))


def _sign(match: re.Match[str]) -> str:
    if match["plain"]:
        return match["plain"]
    number = int(match["four"] or match["any"] or match["two"], 16)
    # Halves of a pair have no meaning by themselves, and no address needs what is beyond.
    return chr(number) if number < 0xD800 else match[0]
