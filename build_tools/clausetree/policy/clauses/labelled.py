"""The number that words begin with, told apart from the words."""

from __future__ import annotations

from dataclasses import replace

from clausetree.policy.document import Content, Foreign, Link, Marked, Number, Text


def numbered(content: Content, printed: str) -> Content:
    """Return words with their number as a `Number`, where it stands: the first of "**1.1 Words** more" is bold.

    `printed` is what the words begin with. Where they do not, or it is "", they are returned as they are.
    """
    if not printed or not content:
        return content
    first, *rest = content
    match first:
        case Text(text=text) if text.lstrip().startswith(printed):
            begun = text.lstrip()[len(printed) :]
            return (Number(printed), *([Text(begun)] if begun else []), *rest)
        case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
            made = numbered(inner, printed)
            return content if made is inner else (replace(first, content=made), *rest)
        case _:
            return content


def unnumbered(content: Content, printed: str) -> Content:
    """Return words without their number, and without the white space behind it."""
    made = numbered(content, printed)
    return content if made is content else _stripped(_without_number(made))


def _without_number(content: Content) -> Content:
    first, *rest = content
    match first:
        case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
            kept = _without_number(inner)
            return (replace(first, content=kept), *rest) if kept else tuple(rest)
        case _:
            return tuple(rest)


def _stripped(content: Content) -> Content:
    """Return words without white space before them."""
    if not content:
        return content
    first, *rest = content
    match first:
        case Text(text=text):
            begun = text.lstrip()
            return (Text(begun), *rest) if begun else _stripped(tuple(rest))
        case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
            return (replace(first, content=_stripped(inner)), *rest)
        case _:
            return content
