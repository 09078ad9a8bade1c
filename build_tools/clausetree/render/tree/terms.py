"""The policy's terms within an author's words: each leads to the clause that says what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from clausetree.render.html.markup import Html, element
from clausetree.tree.model import Prose
from clausetree.tree.wire import Procedure


def explained(procedure: Procedure, prose: Prose, root: str) -> Html:
    """Return a text block in which the first mention of each of the policy's terms is a link.

    No word changes. Terms that mean the same are linked once between them: a reader needs it once.
    """
    if not procedure.terms:
        return Html(prose.html)
    meanings = {_lookup_key(_in_html(words)): href for words, href in procedure.terms.items()}
    linked: set[str] = set()

    def link(match: re.Match[str]) -> str:
        href = meanings[_lookup_key(match["term"])] if match["term"] else ""
        if not href or href in linked:
            return match[0]
        linked.add(href)
        return element("a", Html(match["term"]), href=root + href, class_="term")

    return Html(_pattern(meanings).sub(link, prose.html))


def _pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Match each term as whole words, the longest first; and first of all what must be left as it is.

    That is a link or code with all its words, any other tag, and an entity, whose letters are no word.
    """
    longest_first = sorted(terms, key=lambda words: (-len(words), words))
    either = "|".join(r"\s+".join(map(re.escape, words.split())) for words in longest_first)
    left = r"<(?P<kept>a|code)\b.*?</(?P=kept)>|<[^>]*>"
    return re.compile(rf"{left}|(?<![\w-])(?P<term>{either})(?![\w-])|&[^;\s]*;", re.DOTALL | re.IGNORECASE)


def _lookup_key(words: str) -> str:
    """Return words as they are looked up: in small letters, parted by single spaces."""
    return " ".join(words.casefold().split())


def _in_html(words: str) -> str:
    return escape(words, quote=False).replace('"', "&quot;")
