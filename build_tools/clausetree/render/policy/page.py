"""A policy as HTML: for its page, for the search index, and for good in the copy of a released version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from clausetree.policy.policy import Policy
from clausetree.render.html.direction import direction_of
from clausetree.render.html.markup import Html
from clausetree.render.policy.bare import Bare
from clausetree.render.policy.finished import Finished
from clausetree.render.policy.headings import Entry, begins_with_title, headings_listed, shown_headings
from clausetree.render.policy.ids import ids_of, notes_of
from clausetree.render.policy.pictures import kept_pictures
from clausetree.render.policy.words_linked import Linked
from clausetree.render.policy.words_written import Address, Written

_LASTS = re.compile(r"(?:https?:|mailto:|tel:|#)", re.IGNORECASE)
_OURS = "en"
"""The language of what the site says itself."""


def to_page(policy: Policy, notes: Mapping[str, Html], address: Address, language: str = _OURS) -> str:
    """Return the content of a policy's page, which begins with its title.

    `notes` has what stands below a clause, by its anchor. `address` turns the address of a link or a picture,
    as it is written, into the one for the page. `language` is that of the page around the policy.
    """
    ids = ids_of(policy)
    words = Linked(address, notes_of(policy, ids), {clause.anchor: clause for clause in policy.clauses})
    ours = f" {_said_in(_OURS)}" if policy.language != language else ""
    page = Finished(policy, words, ids, shown_headings(policy.document, ids), notes, ours)
    content = page.html(policy.document.blocks)
    if not begins_with_title(policy.document):
        content = f"<h1>{escape(policy.title, quote=False)}</h1>\n{content}"
    return _in_language(content, policy, language)


def to_plain(policy: Policy, address: Address) -> str:
    """Return the words of a policy's page and its anchors, which is what a search index reads."""
    return _bare(policy, address, address)


def to_frozen(policy: Policy) -> str:
    """Return the HTML of a released version: its words and its anchors, and nothing that a theme decides.

    Links to other pages of the site are left out, and their words stay: those pages go on changing, and words
    of an old version must not lead to a procedure drawn from a later one.
    """
    names = kept_pictures(policy.document)
    content = _bare(policy, lasting, lambda source: names.get(source, source))
    return _in_language(content, policy, _OURS).strip() + "\n"


def to_toc(policy: Policy) -> tuple[Entry, ...]:
    """Return the list of headings that stands beside the page."""
    return headings_listed(shown_headings(policy.document, ids_of(policy)).values())


def _bare(policy: Policy, links: Address, pictures: Address) -> str:
    ids = ids_of(policy)
    words = Written(links, pictures, notes_of(policy, ids))
    return Bare(words, ids, shown_headings(policy.document, ids)).html(policy.document.blocks)


def lasting(href: str) -> str:
    """Return an address that will last, and "" for that of another page of the site, which goes on changing."""
    return href if _LASTS.match(href) else ""


def _in_language(content: str, policy: Policy, around: str) -> str:
    return content if policy.language == around else f"<div {_said_in(policy.language)}>\n{content}\n</div>"


def _said_in(language: str) -> str:
    return f'lang="{escape(language)}" dir="{direction_of(language)}"'
