"""What stands behind a clause on its page: the button that copies a link to it, and what cites it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy
from clausetree.render.html.markup import Html, element, joined
from clausetree.report.sentence import begun


@dataclass(frozen=True, slots=True)
class Use:
    """Something that cites a clause: its title, and its address relative to the policy's page."""

    title: str
    href: str


def notes_of_use(uses: Mapping[str, Sequence[Use]]) -> dict[str, Html]:
    """Return by anchor what is said below each clause that something cites."""
    return {anchor: _used_in(cited) for anchor, cited in uses.items() if cited}


def to_tools(policy: Policy, clause: Clause, language: str = "") -> str:
    """Return the button that copies a link to a clause; `language` are attributes that name that of its words.

    This is put together by hand: a large policy has a thousand of them.
    """
    anchor, citation = escape(clause.anchor), escape(policy.citation(clause))
    button = f'class="clause-copy" data-anchor="{anchor}" data-cite="{citation}"'
    name = f'Copy link<span class="visually-hidden"> to {escape(clause.label, quote=False)}</span>'
    return f'<span class="clause-tools"{language}><button type="button" {button}>{name}</button></span>'


def name_of_mark(target: Clause) -> str:
    """Return what a link is called whose only words are a raised figure: where it leads."""
    label = target.label
    return begun(label) if target.kind is ClauseKind.UNNUMBERED else f"Back to {label}"


def _used_in(uses: Sequence[Use]) -> Html:
    links: list[Html] = []
    for use in uses:
        links += [Html(", ")] if links else []
        links.append(element("a", use.title, href=use.href))
    return Html(element("p", "Used in: ", joined(*links), class_="clause-uses").removesuffix("\n"))
