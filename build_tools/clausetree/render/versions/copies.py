"""A released version read again from its Markdown, to be shown with all that a policy's page has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
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
    holders,
    own_words,
)
from clausetree.policy.links import labels_in
from clausetree.policy.plain_words import collapse, html_of
from clausetree.policy.policy import Policy
from clausetree.render.policy.page import to_frozen

type ReadMarkdown = Callable[[Mapping[str, str]], Policy | None]
"""Reads the Markdown of a version again, given where the labels of its links lead; None if it is no policy."""


def read_copy(copy: Policy, markdown: str, frozen: str, read: ReadMarkdown) -> Policy | None:
    """Return a released version with the document that it was made of; None where that is not certain any more.

    What counts is what was released: `frozen` is its HTML, and `copy` its clauses. Where today's reader makes
    anything else of the `markdown`, the copy is shown as it was released and in no other way.
    """
    bare = read(dict.fromkeys(labels_in(markdown), ""))
    if bare is None:
        return None
    again = read(_addresses_then(bare, frozen))
    if again is None or to_frozen(again) != frozen or again.clauses != copy.clauses:
        return None
    return replace(again, page=copy.page)


def _addresses_then(bare: Policy, frozen: str) -> dict[str, str]:
    """Return where each label led when the version was released."""
    found: dict[str, str] = {}
    for holder in holders(bare.document.blocks):
        for content in own_words(holder):
            for link in _links(content):
                words = re.escape(collapse(html_of(link.content)))
                match = re.search(rf'<a href="([^"]*)">{words}</a>', frozen)
                found.setdefault(link.label, match[1].replace("&amp;", "&") if match else "")
    return found


def _links(content: Content) -> Iterator[Link]:
    for inline in content:
        yield from _links_in(inline)


def _links_in(inline: Inline) -> Iterator[Link]:
    match inline:
        case Link(label=label) if label:
            yield inline
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            yield from _links(content)
        case Text() | Code() | Break() | Picture() | NoteMark() | Reference() | Number():
            pass
        case _:
            assert_never(inline)
