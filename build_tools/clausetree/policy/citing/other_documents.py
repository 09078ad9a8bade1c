"""Whether a clause that is named is one of another document: "Article 8 of the Convention"."""

from __future__ import annotations

import re

_OURS = re.compile(
    r"\s*(?:(?:of|to|in|under)\s+(?:this|these|our)\b|of\s+the\s+(?:policy|rules|document|present)\b"
    r"|(?:dieser|dieses|der\s+vorliegenden)\b|(?:du\s+présent|de\s+la\s+présente|des\s+présent|de\s+ce)\b"
    r"|o'?r?\s+(?:polisi|rheolau|ddogfen)\s+(?:hwn|hyn|hon)\b|من\s+(?:هذا|هذه)\b)"
)
_OF_ANOTHER = re.compile(
    r"\s*(?:,\s*)?(?P<outside>of\s+(?:the\s+|that\s+|its\s+|an?\s+)?(?:[\w’'-]+\s*){1,6}"
    r"|(?:to|in|under|from)\s+(?:the|that)\s+[A-Z](?:[\w’'-]+\s*){1,6}"
    r"|(?:des|der|vom|zum|zur|im)\s+(?:[\w’'-]+\s*){1,4}|(?:de\s+l[a’']|du|des)\s*(?:[\w’'-]+\s*){1,4}"
    r"|o['’]?r?\s+D(?:d)?eddf(?:\s+[\w’'-]+){0,4}|(?:y|yr)\s+Ddeddf|من\s+(?:\w+\s*){1,4}"
    r"|\(?(?:[A-Z]{2,}[A-Za-z]*|[A-Z][a-zäöü]*[A-Z]\w*)\b(?:\s+\d{4})?|[A-Z]\w*(?:gesetz|ordnung|buch|Act)\w*)"
)
_BEHIND_ANOTHER = re.compile(
    r"(?P<outside>(?:[A-Z][\w’'-]*\s+)*(?:Act|Regulations?|Order|Convention|Code|Directive|Handbook|Guidance|Measure"
    r"|Deddf|Loi|[A-Z]\w*gesetz\w*|BGB|DSGVO|GDPR)(?:\s+\(?[12]\d{3}\)?)?)[\s,:(]*\Z"
)
_LOOKED_BACK = 80


def outside_of(text: str, start: int, end: int) -> str:
    """Return what names another document beside a reference; "" where nothing does."""
    if _OURS.match(text, end):
        return ""
    behind = _OF_ANOTHER.match(text, end)
    before = _BEHIND_ANOTHER.search(text[max(0, start - _LOOKED_BACK) : start])
    found = behind or before
    return found["outside"].strip() if found else ""
