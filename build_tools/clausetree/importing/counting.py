"""The words of a document counted, in and out: none is lost without a line that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+(?:[.’'\u2011-]\w+)*", re.UNICODE)


def counted(texts: Iterable[str]) -> Counter[str]:
    """Count each word of texts, letters and figures as they are written."""
    return Counter(word for text in texts for word in _WORD.findall(text.replace("\u00ad", "")))
