"""What stands at a place, explained to who points at it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import line_at
from clausetree.editing.assist.names import NameKind, Names, Use, names_in
from clausetree.editing.assist.places import name_at, policy_of_page
from clausetree.editing.assist.tree_names import about
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.sentence import begun
from clausetree.report.span import Span
from clausetree.tree.model import YOU

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


def explain_at(text: str, offset: int, known: Known) -> Explanation | None:
    """Return what stands at an offset; None where nothing is to be said of it."""
    return _in_tree(text, offset, known) if known.is_tree else _in_policy(text, offset, known)


def _in_tree(text: str, offset: int, known: Known) -> Explanation | None:
    names = names_in(text)
    use = name_at(text, offset)
    if use:
        return _of_name(use, text, names, known)
    line = line_at(text, offset)
    at = offset - line.start
    if line.prose:
        return _term(text, offset, known, names.policy)
    for token in line.tokens:
        if token.span.start <= at <= token.span.end:
            meaning = meaning_of(token.text, line.block if token is line.tokens[0] else "")
            meaning = meaning_of(YOU) if token.text == YOU else meaning
            if meaning:
                start = line.start + token.span.start
                return Explanation(Span(start, start + len(token.text)), token.text, (meaning,))
    return _term(text, offset, known, names.policy)


def _of_name(use: Use, text: str, names: Names, known: Known) -> Explanation | None:
    match use.kind:
        case NameKind.CLAUSE:
            return _clause_named(use.span, use.of or names.policy, use.text, names.policy, known)
        case NameKind.POLICY:
            policy = known.registry.policy(use.text)
            words = (f"Version {policy.version}, owned by {policy.owner}.",) if policy else ()
            return Explanation(use.span, policy.title, words, policy.page) if policy else None
        case NameKind.LINK:
            return _link(use.span, use.text, known)
        case NameKind.TREE:
            return _tree(use, names, known)
        case NameKind.NODE:
            return _node(use, text, names, known)
        case NameKind.ROLE if use.text == YOU:
            return Explanation(use.span, YOU, (meaning_of(YOU),))
        case NameKind.ANSWER if use.of in names.visits:
            other = known.tree(use.of)
            end = other[1].definition(NameKind.NODE, use.text) if other else None
            return Explanation(use.span, use.text, (f"Where {use.of} ends: {end.words}",)) if end else None
        case _:
            found = names.definition(use.kind, use.text, use.of)
            said = f"{use.kind.value} of {use.of}" if use.of else use.kind.value
            return Explanation(use.span, use.text, (f"{begun(said)}: {found.words}",)) if found else None


def _tree(use: Use, names: Names, known: Known) -> Explanation | None:
    if use.text == names.tree:
        own = names.definition(NameKind.TREE, use.text)
        return Explanation(use.span, use.text, (f"This procedure: {own.words}",)) if own else None
    found = known.tree(use.text)
    title = found[1].definition(NameKind.TREE, use.text) if found else None
    return Explanation(use.span, use.text, (f"Another procedure: {title.words}",)) if title else None


def _node(use: Use, text: str, names: Names, known: Known) -> Explanation | None:
    found = names.definition(NameKind.NODE, use.text)
    if found is None:
        return None
    first = about(found)
    if found.keyword == "visit" and (other := known.tree(use.text)):
        title = other[1].definition(NameKind.TREE, use.text)
        first = f"visit: {title.words}" if title else first
    ways = [f"Leads to {way}." for way in _ways(text, found, names)]
    return Explanation(use.span, use.text, (begun(first), *ways))


def _ways(text: str, node: Use, names: Names) -> list[str]:
    """Return where a node leads, each once, in order: the targets behind the arrows of its block."""
    first = names.uses.index(node)
    ways: list[str] = []
    for use in names.uses[first + 1 :]:
        block = use.defines and use.kind in (NameKind.NODE, NameKind.SHARED) and use.keyword != "visit"
        if block or line_at(text, use.span.start).block == "scenario":
            break
        if text[: use.span.start].rstrip().endswith("->"):
            ways.append(use.text)
        elif use.kind is NameKind.TREE:
            ways.append(f"the procedure {use.text}")
    return list(dict.fromkeys(ways))


def _clause_named(span: Span, policy: str, reference: str, beside: str, known: Known) -> Explanation | None:
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


def _link(span: Span, label: str, known: Known) -> Explanation | None:
    link = known.links.get(label)
    if link is None:
        return None
    state = link.url or "It has no address yet: its words are shown as text."
    return Explanation(span, label, (link.what, state), link.url)


def _term(text: str, offset: int, known: Known, policy: str) -> Explanation | None:
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


def _in_policy(text: str, offset: int, known: Known) -> Explanation | None:
    line = line_at(text, offset)
    for match in _PLACE.finditer(line.text):
        if match.start() <= offset - line.start <= match.end():
            span = Span(line.start + match.start("page"), line.start + match.end("anchor"))
            page = policy_of_page(known, match["page"])
            return _clause_named(span, page, match["anchor"], known.policy, known)
    for match in _LABEL.finditer(line.text):
        if match.start() <= offset - line.start <= match.end():
            span = Span(line.start + match.start("label"), line.start + match.end("label"))
            return _link(span, match["label"], known)
    return _term(text, offset, known, known.policy)
