"""Messages as somebody reads them who does not see the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_NAMED = re.compile(r"`([^`]*)`")


def plain(message: str, words: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a message in which names stand in quotation marks, or the words by which a form shows them.

    One that quotes words with such signs in them stays as it is.
    """
    if "``" in message:
        return message
    return _NAMED.sub(lambda found: f"“{words.get(found[1], found[1])}”", message)
