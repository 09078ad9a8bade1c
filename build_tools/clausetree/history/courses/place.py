"""The page and the place on it that an address leads to, and what is wrong with how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from clausetree.history.courses.addresses import in_one_cell, with_two_slashes

_FRONT_PAGE = re.compile(r"/(?:index|default)\.(?:html?|aspx?|php)$", re.IGNORECASE)
_ENDING = re.compile(r"\.html?$", re.IGNORECASE)
_USUAL_PORT = re.compile(r":(?:80|443)$|\.$")
_HASH = re.compile(r"%(?:25)*23", re.IGNORECASE)
_OPENED_AT = re.compile(r"(?:^|&)nameddest=", re.IGNORECASE)
_PAGE_OF_PDF = re.compile(r"(?:page|view|zoom)=.*", re.IGNORECASE)
_ONE_SLASH = re.compile(r"(https?):/(?!/)", re.IGNORECASE)
_PRINTED = ".pdf"

HASH_CODED = "`#` is written as %23: a server looks for a page of that name and finds none."
ONE_SLASH = "one slash stands behind `{}:`, where two belong: on some sites, browsers look for it there."
OTHER_CASE = "its capital letters are others than those of the page, {}: most servers find nothing there."


@dataclass(frozen=True, slots=True)
class Place:
    """`host` is empty where an address has none; `fault` is what to say of how it is written, or ""."""

    host: str
    path: str
    anchor: str
    fault: str = ""


def place_of(address: str, pages: Iterable[str]) -> Place | None:
    """Return where an address leads; None if it is none.

    `pages` are the paths of pages that are known, by which a path in other capital letters is told.
    """
    one = _ONE_SLASH.match(address)
    try:
        parts = urlsplit(with_two_slashes(address))
        host = _USUAL_PORT.sub("", parts.netloc.rpartition("@")[2].lower())
    except ValueError:
        return None
    path, hashed, behind = _split_at_hash(parts.path)
    path = _ENDING.sub("", _FRONT_PAGE.sub("/", unquote(in_one_cell(path)).replace("//", "/")))
    anchor = _anchor(behind if hashed and not parts.fragment else parts.fragment)
    right = _in_its_letters(path, pages)
    named = right.strip("/")
    named += "" if named.endswith(_PRINTED) else "/"
    other = OTHER_CASE.format(f"`{named}`") if right != path else ""
    fault = HASH_CODED if hashed else ONE_SLASH.format(one[1]) if one else other
    return Place(host, right, anchor, fault)


def _split_at_hash(path: str) -> tuple[str, bool, str]:
    found = _HASH.search(path)
    return (path[: found.start()], True, path[found.end() :]) if found else (path, False, "")


def _anchor(fragment: str) -> str:
    anchor = unquote(fragment).partition(":~:")[0]
    return _PAGE_OF_PDF.sub("", _OPENED_AT.sub("", anchor))


def _in_its_letters(path: str, pages: Iterable[str]) -> str:
    whole = f"/{path.strip('/')}/"
    for page in pages:
        named = f"/{page.strip('/')}/"
        at = whole.lower().rfind(named.lower())
        if len(named) > len("//") and at >= 0 and named not in whole:
            return whole[:at] + named + whole[at + len(named) :]
    return path
