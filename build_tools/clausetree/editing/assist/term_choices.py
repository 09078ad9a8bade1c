"""Words that policies give a meaning, as choices while a sentence is written."""

from __future__ import annotations

import re

from clausetree.editing.assist.choices import Choice, Completions, first_words
from clausetree.history.registry import Registry
from clausetree.report.span import Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*\Z")
_SHORTEST = 2


def terms(text: str, offset: int, registry: Registry, policy: str) -> Completions:
    """Return the terms that begin as the word does which ends at an offset: those of a policy first."""
    match = _WORD.search(text, max(0, offset - 60), offset)
    if match is None or len(match[0]) < _SHORTEST:
        return Completions(Span(offset, offset), ())
    typed = match[0].casefold()
    ordered = sorted(registry, key=lambda one: one.id != policy)
    choices = [
        Choice(term.words, _as_typed(term.words, match[0]), first_words(term.meaning.text))
        for one in ordered
        for term in one.terms
        if term.words.casefold().startswith(typed)
    ]
    return Completions(Span(match.start(), offset), tuple(dict.fromkeys(choices)))


def _as_typed(words: str, typed: str) -> str:
    """Return a term with a small first letter, where one was typed."""
    return typed[0] + words[1:] if words[:1].casefold() == typed[0].casefold() else words
