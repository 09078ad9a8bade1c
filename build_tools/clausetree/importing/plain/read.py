"""Plain text, and the pages of a PDF, as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.importing.blocks import Block
from clausetree.importing.package import NotReadError, Reason
from clausetree.importing.plain.page_numbers import with_tabs
from clausetree.importing.plain.paragraphs import are_broken, paragraphs
from clausetree.importing.plain.running import without_running
from clausetree.importing.plain.typed import typed_blocks
from clausetree.importing.remarks import Kind, Remark

_LINE = re.compile(r"\r\n|[\n\r\v\u2028\u2029]")
_STUCK = re.compile(r"\A(\d{1,3}(?:\.\d{1,3})*\.?|\([a-z]{1,4}\))(?=[A-Z][a-z])")
"""Between a number and words, where the tab is lost."""
_NOT_SAID = "tables, pictures and links, which a PDF does not tell from other words"


def read_text(text: str) -> tuple[list[Block], list[Remark]]:
    """Read plain text, its lines whole paragraphs or those of a page. Raises NotReadError."""
    if "\0" in text:
        raise NotReadError(Reason.OTHER_KIND)
    if "\f" in text.strip("\f"):
        return _paged(text.strip("\f").split("\f"))
    lines = _LINE.split(text)
    found, remarks = typed_blocks(
        paragraphs(lines) if are_broken(lines) else [line for line in lines if line.strip()]
    )
    if not found:
        raise NotReadError(Reason.EMPTY)
    return found, remarks


def read_pages(pages: Sequence[str]) -> tuple[list[Block], list[Remark]]:
    """Read the words of a PDF, page by page. Raises NotReadError where no page has any."""
    if not any(page.strip() for page in pages):
        raise NotReadError(Reason.SCANNED)
    found, remarks = _paged(pages)
    empty = [str(at) for at, page in enumerate(pages, 1) if not page.strip()]
    unread = [_NOT_SAID, *(f"page {at}, which has no words but may be a picture of some" for at in empty)]
    return found, [*remarks, *(Remark(Kind.UNREAD, one) for one in unread)]


def _paged(pages: Sequence[str]) -> tuple[list[Block], list[Remark]]:
    kept, running = without_running([_LINE.split(page) for page in pages])
    lines = with_tabs([_STUCK.sub(r"\1 ", line) for page in kept for line in page])
    found, remarks = typed_blocks(paragraphs(lines))
    return found, [*running, *remarks]
