"""The words of a policy's content: as plain text, and as HTML that is safe on any page."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Inline,
    Link,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
)

_WHOLE_ADDRESS = re.compile(r"(?:https?:|mailto:|tel:)", re.IGNORECASE)


def collapse(text: str) -> str:
    """Return `text` in Unicode NFC with every run of white space as one space."""
    collapsed = " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
    return text if collapsed == text else collapsed  # most are: so that nothing is kept twice


def text_of(content: Content) -> str:
    """Return the plain words, spaces as they are. A picture has the words for those who do not see it."""
    return _text_of_inline(content[0]) if len(content) == 1 else "".join(map(_text_of_inline, content))


def has_words(content: Content) -> bool:
    """Tell whether anything is said besides the marks of notes."""
    return any(_is_word(inline) for inline in content)


def html_of(content: Content) -> str:
    """Return the words as HTML that links only to whole addresses, spaces as they are."""
    return "".join(map(_html_of_inline, content))


def _is_word(inline: Inline) -> bool:
    match inline:
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            return has_words(content)
        case NoteMark():
            return False
        case Text() | Code() | Number() | Reference() | Picture() | Break():
            return bool(_text_of_inline(inline).strip())
        case _:
            assert_never(inline)


def _text_of_inline(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Number(text=text) | Reference(text=text):
            return text
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            return text_of(content)
        case Picture(alternative=words):
            return words
        case NoteMark(figure=figure):
            return figure
        case Break():
            return " "
        case _:
            assert_never(inline)


def _html_of_inline(inline: Inline) -> str:
    match inline:
        case Marked(mark=mark, content=content):
            return f"<{mark.value}>{html_of(content)}</{mark.value}>"
        case Foreign(language=language, content=content):
            return f'<span lang="{escape(language)}">{html_of(content)}</span>'
        case Link(href=href, content=content):
            words = html_of(content)
            return f'<a href="{escape(href)}">{words}</a>' if _WHOLE_ADDRESS.match(href) else words
        case Code(text=text):
            return f"<code>{escape(text, quote=False)}</code>"
        case Text() | Number() | Reference() | Picture() | NoteMark() | Break():
            return escape(_text_of_inline(inline), quote=False)
        case _:
            assert_never(inline)
