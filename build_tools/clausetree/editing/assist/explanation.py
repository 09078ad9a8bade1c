"""What is told of clauses, links and terms to who points at them, in a policy or a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import line_at
from clausetree.editing.assist.places import policy_of_page
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.sentence import begun
from clausetree.report.span import Span

_PLACE = re.compile(r"\]\((?P<page>[^()#\s]*)#(?P<anchor>[\w-]+)\)")
_LABEL = re.compile(r"\]\[(?P<label>[^\[\]\n]+)\]")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the words in `span` are: a `title`, and `words` about it, each a paragraph of plain text.

    `address` is where there is more to read; "" where there is not.
    """

    span: Span
    title: str
    words: tuple[str, ...] = ()
    address: str = ""

    def to_json(self) -> dict[str, object]:
        """Return `{"from": 4, "to": 8, "title": …, "words": […], "address": …}`."""
        found = {"from": self.span.start, "to": self.span.end, "title": self.title}
        return {**found, "words": list(self.words), "address": self.address}


def clause_named(span: Span, policy: str, reference: str, beside: str, known: Known) -> Explanation | None:
    """Return what stands in a clause that is cited in a policy, and what became of it."""
    registry = known.registry
    found, clause = registry.policy(policy), registry.find(policy, reference)
    if found and clause:
        return _clause(span, found, clause, beside, known)
    former = registry.former(policy, reference)
    if former is None:
        return None
    now = f" Now: {', '.join(former.now)}." if former.now else ""
    if former.withdrawn:
        return Explanation(span, reference, (f"This clause was withdrawn in version {former.withdrawn}.{now}",))
    return Explanation(span, reference, (f"This clause has another number.{now}",))


def _clause(span: Span, policy: Policy, clause: Clause, beside: str, known: Known) -> Explanation:
    last = known.registry.history(policy.id).last_words().get(clause.anchor)
    version = known.registry.versions(policy.id)[-1:]
    if last is None:
        state = "Not published yet."
    elif last.digest != clause.digest:
        state = f"Published, and reworded since version {version[0]}."
    elif last.number != clause.number:
        state = f"Published; in version {version[0]} it was {last.number or 'without a number'}."
    else:
        state = f"Published, as in version {version[0]}."
    title = begun(policy.called(clause, beside))
    return Explanation(span, title, tuple(filter(None, (clause.text, state))), policy.url(clause))


def link_explained(span: Span, label: str, known: Known) -> Explanation | None:
    """Return where a label of the registry of links leads."""
    link = known.links.get(label)
    if link is None:
        return None
    state = link.url or "It has no address yet: its words are shown as text."
    return Explanation(span, label, (link.what, state), link.url)


def term_explained(text: str, offset: int, known: Known, policy: str) -> Explanation | None:
    """Return the meaning of the term in which an offset stands, the longest that there is."""
    best: Explanation | None = None
    start, end = max(0, offset - 80), offset + 80
    around = text[start:end].casefold()
    for one in sorted(known.registry, key=lambda one: one.id != policy):
        for term in one.terms:
            for match in re.finditer(rf"(?<!\w){re.escape(term.words.casefold())}(?!\w)", around):
                longer = best is None or len(term.words) > best.span.end - best.span.start
                if longer and match.start() + start <= offset <= match.end() + start:
                    span = Span(match.start() + start, match.end() + start)
                    best = Explanation(span, term.words, (term.meaning.text,), one.url(term.meaning))
    return best


def explain_in_policy(text: str, offset: int, known: Known) -> Explanation | None:
    """Return what stands at an offset of a policy's Markdown."""
    line = line_at(text, offset)
    for match in _PLACE.finditer(line.text):
        if match.start() <= offset - line.start <= match.end():
            span = Span(line.start + match.start("page"), line.start + match.end("anchor"))
            page = policy_of_page(known, match["page"])
            return clause_named(span, page, match["anchor"], known.policy, known)
    for match in _LABEL.finditer(line.text):
        if match.start() <= offset - line.start <= match.end():
            span = Span(line.start + match.start("label"), line.start + match.end("label"))
            return link_explained(span, match["label"], known)
    return term_explained(text, offset, known, known.policy)
