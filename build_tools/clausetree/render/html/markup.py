"""HTML put together so that words can never become markup."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

_VOID = frozenset({"br", "hr", "input"})
_INLINE = frozenset({"a", "button", "code", "del", "input", "ins", "span", "strong"})
"""Elements that stand within a line. All others are parted by a line feed: a search index drops the tags."""


class Html(str):
    """Text that is HTML already. Any other text is escaped when it is put into an element."""

    __slots__ = ()


def element(tag: str, /, *children: str | None, **attributes: str | bool | None) -> Html:
    """Return an element.

    An attribute's trailing underscore is dropped and the others become hyphens (`class_`,
    `aria_label`). True gives a bare attribute; False and None give none, and no child either.
    """
    # Lists, where a generator would read as well: a large site has a million of these.
    opening = "".join([_attribute(k, v) for k, v in attributes.items() if v is not None and v is not False])
    if tag in _VOID:
        return Html(f"<{tag}{opening}>")
    end = "" if tag in _INLINE else "\n"
    return Html(f"<{tag}{opening}>{joined(*children)}</{tag}>{end}")


def joined(*children: str | None) -> Html:
    """Return the children one after another, those that are not HTML escaped."""
    given = [c if isinstance(c, Html) else escape(c, quote=False) for c in children if c is not None]
    return Html("".join(given))


def parted(links: Iterable[Html], joint: str = ", ") -> list[Html]:
    """Return links with a comma, or another joint, before each but the first."""
    return [joined(joint if at else None, link) for at, link in enumerate(links)]


def in_a_list(words: Iterable[str]) -> str:
    """Return several things parted as in a list."""
    every = list(words)
    return joint_of(every).join(every)


def joint_of(words: Iterable[str]) -> str:
    """Return what parts the things of a list: a comma, or a semicolon where one of them has a comma in it."""
    return "; " if any(", " in each for each in words) else ", "


@lru_cache(maxsize=4096)  # a page has few attributes that differ, and a hundred of each
def _attribute(key: str, value: str | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f' {name}="{escape(value)}"' if isinstance(value, str) else f" {name}"


def with_code(words: str) -> Html:
    """Return words with what stands between backquotes as code."""
    parts = words.split("`")
    # A backquote that is never closed is one that the author wrote.
    pairs = len(parts) // 2 * 2 if len(parts) % 2 else 0
    return joined(*(element("code", part) if at % 2 and at < pairs else part for at, part in enumerate(parts)))
