"""What stands at a place, explained to who points at it."""

from __future__ import annotations

from clausetree.editing.assist.explanation import (
    Explanation,
    clause_named,
    explain_in_policy,
    link_explained,
    term_explained,
)
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import line_at
from clausetree.editing.assist.names import NameKind, Names, Use, names_in
from clausetree.editing.assist.places import name_at
from clausetree.editing.assist.tree_names import about
from clausetree.report.sentence import begun
from clausetree.report.span import Span
from clausetree.tree.model import YOU


def explain_at(text: str, offset: int, known: Known) -> Explanation | None:
    """Return what stands at an offset; None where nothing is to be said of it."""
    return _in_tree(text, offset, known) if known.is_tree else explain_in_policy(text, offset, known)


def _in_tree(text: str, offset: int, known: Known) -> Explanation | None:
    names = names_in(text)
    use = name_at(text, offset)
    if use:
        return _of_name(use, text, names, known)
    line = line_at(text, offset)
    at = offset - line.start
    if line.prose:
        return term_explained(text, offset, known, names.policy)
    for token in line.tokens:
        if token.span.start <= at <= token.span.end:
            meaning = meaning_of(token.text, line.block if token is line.tokens[0] else "")
            meaning = meaning_of(YOU) if token.text == YOU else meaning
            if meaning:
                start = line.start + token.span.start
                return Explanation(Span(start, start + len(token.text)), token.text, (meaning,))
    return term_explained(text, offset, known, names.policy)


def _of_name(use: Use, text: str, names: Names, known: Known) -> Explanation | None:
    match use.kind:
        case NameKind.CLAUSE:
            return clause_named(use.span, use.of or names.policy, use.text, names.policy, known)
        case NameKind.POLICY:
            policy = known.registry.policy(use.text)
            words = (f"Version {policy.version}, owned by {policy.owner}.",) if policy else ()
            return Explanation(use.span, policy.title, words, policy.page) if policy else None
        case NameKind.LINK:
            return link_explained(use.span, use.text, known)
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
