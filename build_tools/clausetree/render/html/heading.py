"""A heading in the Markdown of a page that the build writes."""

from __future__ import annotations

import re
from html import escape

_MEANS_SOMETHING = re.compile(r"[\\`*_{}\[\]#]")


def heading(text: str) -> str:
    """Return a heading that shows `text` as it is: what an author wrote is neither HTML nor Markdown here."""
    return f"# {_MEANS_SOMETHING.sub(r'\\\g<0>', escape(text, quote=False))}"
