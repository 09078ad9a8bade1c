"""Addresses that no reader can be sent to."""

from __future__ import annotations

import re

from clausetree.report.lazy import lazy
from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import quoted

_TELEPHONE = lazy(r"(?:tel:|sms:|callto:)?\s*(?P<number>\+?[0-9(][0-9()\s./-]{4,})", re.IGNORECASE)
_MAIL = lazy(r"(?:mailto:)?\s*(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*", re.IGNORECASE)
_DRIVE = lazy(r"\\\\|file:|[a-z]:[\\/]|[a-z]:$", re.IGNORECASE)
_HOST = lazy(r"(?://)?(?P<rest>(?:[\w-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?)", re.IGNORECASE)
_FILE = lazy(r"[\w-]+\.(?:md|html?|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg)(?:#.*)?", re.IGNORECASE)
_WHOLE = "Write the whole address as the browser shows it, beginning with https://"
_FORMS = "An address begins with https:// or, for electronic mail, with mailto: or, for a telephone, with tel:"


def of_address(found: str) -> Wording:
    """Return the words of an address that is none."""
    return (
        "T118",
        f"{quoted(found)} is not an address that a reader can be sent to.",
        _instead_of_address(found),
    )


def meant_address(found: str) -> str | None:
    """Return the address that `found` plainly means, or None."""
    if number := _TELEPHONE.fullmatch(found.strip()):
        digits = re.sub(r"[^0-9+]", "", re.sub(r"\(0\)", "", number["number"]))
        return f"tel:{digits}"
    if mail := _MAIL.fullmatch(found.strip()):
        return f"mailto:{mail['address']}"
    if _DRIVE.match(found):
        return None
    if _spaced(found):
        return found.strip().replace(" ", "%20")
    if _FILE.fullmatch(found) is None and (host := _HOST.fullmatch(found)):
        return f"https://{host['rest']}"
    return None


def _instead_of_address(found: str) -> str:
    if meant := meant_address(found):
        return f"{'An address has no spaces. ' if _spaced(found) else ''}Write: {meant}"
    if _DRIVE.match(found):
        return f"A browser opens no file of a drive. Put it where the intranet shows it as a page. {_WHOLE}"
    if found.startswith("http://"):
        return f"See whether the page opens as https://{found.removeprefix('http://')} and write that."
    if re.match(r"[a-z][a-z0-9+.-]*:", found, re.IGNORECASE):
        return _FORMS + "."
    return f"{_WHOLE}, or a label of links.yml in a line `link`."


def _spaced(found: str) -> bool:
    return " " in found.strip() and re.match(r"\s*https://", found) is not None
