"""Addresses that stand within others: services that look at mail write each link anew."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from clausetree.history.courses.addresses import decoded, with_two_slashes

_WITHIN = re.compile(r"(?<![a-z])https?(?::|%(?:25)*3A)(?:/|%(?:25)*2F){1,2}[^&]+", re.IGNORECASE)
_CHECK_POINT = re.compile(r"___\..*", re.DOTALL)
"""What Check Point writes behind an address."""
_PROOFPOINT_2 = re.compile(r"//urldefense(?:\.proofpoint)?\.com/v2/", re.IGNORECASE)
_PROOFPOINT_3 = re.compile(
    r"//urldefense(?:\.proofpoint)?\.(?:com|us)/v3/__(?P<url>.+?)__;(?P<signs>[^!]*)!", re.IGNORECASE
)
_HOLE = re.compile(r"\*(\*.)?")
_RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The letter behind `**` says for how many signs it stands: two or more."""
_KEEPERS = {
    "mimecast.com": "Mimecast",
    "mimecastprotect.com": "Mimecast",
    "emailprotection.link": "Intermedia",
    "linklock.titanhq.com": "TitanHQ",
    "urlsand.com": "Libraesva",
    "bit.ly": "bit.ly",
    "tinyurl.com": "TinyURL",
    "aka.ms": "aka.ms",
    "goo.gl": "goo.gl",
    "ow.ly": "ow.ly",
    "t.co": "t.co",
    "is.gd": "is.gd",
    "tiny.cc": "tiny.cc",
    "rb.gy": "rb.gy",
    "rebrand.ly": "Rebrandly",
    "lnkd.in": "LinkedIn",
}
"""Services that keep to themselves where an address of theirs leads, by their hosts."""
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Hidden:
    """An address of a service that alone knows where it leads. `domain` is the host that it names, or ""."""

    service: str
    domain: str


def unwrapped(address: str) -> str | Hidden:
    """Return the address that a service was given, or the same address where there is no service."""
    for _ in range(_DEEPEST):
        within = _within(address)
        if within == address:
            break
        address = within
    return _hidden(address) or address


def _within(address: str) -> str:
    third = _PROOFPOINT_3.search(address)
    if third:
        return _third(third["url"], third["signs"])
    if _PROOFPOINT_2.search(address):
        written = parse_qs(address.partition("?")[2].partition("#")[0]).get("u", [""])[0]
        return unquote(written.replace("-", "%").replace("_", "/")) or address
    inner = _WITHIN.search(address, 1)
    return decoded(_CHECK_POINT.sub("", inner[0])) if inner else address


def _third(url: str, signs: str) -> str:
    """Proofpoint's third way: signs are taken out, and stand behind in base64."""
    try:
        left = iter(urlsafe_b64decode(signs.rstrip("=") + "=" * (-len(signs.rstrip("=")) % 4)).decode())
    except ValueError:
        return url
    filled = _HOLE.sub(
        lambda hole: "".join(next(left, "") for _ in range(_RUNS.find(hole[1][1]) + 2 if hole[1] else 1)), url
    )
    return with_two_slashes(filled)


def _hidden(address: str) -> Hidden | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    keeper = next((name for end, name in _KEEPERS.items() if host == end or host.endswith(f".{end}")), None)
    if keeper is None or not parts.path.strip("/"):
        return None
    return Hidden(keeper, parse_qs(parts.query).get("domain", [""])[0].lower())
