"""Finding in a text the clauses that it names: "see section 4.2", "clauses 2.3(a) and 2.5"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from string import punctuation

from clausetree.policy.citing.citing_words import AND, ITEMS, LEADS, NOUNS, NounForms, language_of
from clausetree.policy.citing.mention import Mention
from clausetree.policy.citing.other_documents import outside_of
from clausetree.policy.numbers.counting import figures
from clausetree.policy.numbers.nouns import ALL, DIVISIONS
from clausetree.policy.numbers.nouns import NOUNS as PRINTED

_ITEM = r"\((?:[a-z]{1,4}|[A-Z]{1,3}|\d{1,2}[a-z]?)\)"
_DECIMAL = rf"\d+(?:\.\d+)+[A-Za-z]?(?!\w|\.\d)(?:\s?{_ITEM})*"
_VALUE = (
    rf"(?:\d{{1,4}}(?:\.\d{{1,3}})*[A-Za-z]?|[IVXLC]+|[A-Z](?:\.?\d{{1,3}})*)(?!\w|-(?!\d)|\.\d)(?:\s?{_ITEM})*"
)
_SIGNED = rf"(?:§\s?)?\d{{1,4}}(?:\.\d{{1,3}})*[a-z]?(?!\w)(?:\s?{_ITEM}|\s+(?:Abs\.|Absatz)\s*\d{{1,2}}\b)*"
_BARE = rf"(?:{_DECIMAL}|[A-Z](?:\.\d{{1,3}})+(?!\w)|[A-Z][A-Z0-9]*[A-Z]-\d{{1,4}}(?:\.\d+)*(?!\w))"
_ITEM_ALONE = (_ITEM, rf"(?:{_ITEM}|(?<!\w)[a-z]\)?(?!\w))")
"""In German no bracket need stand before it: "Buchstabe a"."""
_VALUE_AHEAD = re.compile(r"\s(?:\d|[A-Z](?![a-z]))")
_ITEM_AHEAD = re.compile(r"\([A-Za-z0-9]{1,4}\)")
_BARE_AHEAD = re.compile(r"[\dA-Z][.-]\d")
_LONGEST_NOUN = 24
_APART = str.maketrans(dict.fromkeys(f"{punctuation}–—“”„‘’«»…", " "))
"""Signs that a word ends with or begins after, as in "Art. 4", "l’article 4" and "(section 4)"."""
_TOO_SHORT = ("A", "I")
"""Words of their own: "the part I play"."""
_OF_DIVISION = re.compile(rf"\s+(?:of|to|des|der|de\s+l['’]|yn)\s+(?P<division>(?i:{DIVISIONS})\s+{_VALUE})")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How a language names clauses: each pattern finds a list of `values`, and `one` each of them."""

    divided: re.Pattern[str]
    named: re.Pattern[str]
    signed: re.Pattern[str]
    items: re.Pattern[str]
    led: re.Pattern[str]
    nouns: NounForms
    last_words: frozenset[str]


def mentions_in(text: str, language: str = "en") -> list[Mention]:
    """Return every place of a text that names a clause, in reading order.

    `language` is that of the policy, as its front matter has it. A word and a first number are one reference,
    and each further number is one: of "sections 4.2 and 4.3" they are "sections 4.2" and "4.3".
    """
    grammar = _grammar(language_of(language))
    found: list[Mention] = []
    for find in _worth_trying(text, grammar):
        found += [one for one in find(text, grammar) if not any(_overlap(one, other) for other in found)]
    return sorted(found, key=lambda mention: mention.start)


def _worth_trying(text: str, grammar: _Grammar) -> Iterator[Callable[[str, _Grammar], Iterator[Mention]]]:
    """Yield how to look for references, where a look at single signs and words does not rule it out."""
    # Looking for whole references takes far longer than for a word for clauses before a value.
    if any(_word_before(text, value) in grammar.last_words for value in _VALUE_AHEAD.finditer(text)):
        yield from (_divided, _named)
    if "§" in text:
        yield _signed
    if _ITEM_AHEAD.search(text) or grammar is _grammar("de"):
        yield _items
    if _BARE_AHEAD.search(text):
        yield _led


def _word_before(text: str, value: re.Match[str]) -> str:
    before = text[max(0, value.start() - _LONGEST_NOUN) : value.start()].translate(_APART).split()
    return before[-1].casefold() if before else ""


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _divided(text: str, grammar: _Grammar) -> Iterator[Mention]:
    for match in grammar.divided.finditer(text):
        start, past = match.span()
        yield _mention_of(text, start, past, (start, past), match["number"], match["division"])


def _named(text: str, grammar: _Grammar) -> Iterator[Mention]:
    for match in grammar.named.finditer(text):
        noun = " ".join(match["noun"].split())
        noun = grammar.nouns.get(noun.lower(), noun)
        within = _OF_DIVISION.match(text, match.end())
        division = match["division"] or (within["division"] if within else "")
        end = within.end() if within else match.end()
        for start, past, value in _each(_VALUE, match):
            if not (noun.islower() and value in _TOO_SHORT):
                yield _mention_of(text, start, past, (match.start(), end), f"{noun} {value}", division)


def _signed(text: str, grammar: _Grammar) -> Iterator[Mention]:
    for match in grammar.signed.finditer(text):
        for start, past, value in _each(_SIGNED, match):
            yield _mention_of(text, start, past, match.span(), f"§ {value.lstrip('§ ')}")


def _items(text: str, grammar: _Grammar) -> Iterator[Mention]:
    for match in grammar.items.finditer(text):
        for start, past, value in _each(_ITEM_ALONE[1], match):
            yield _mention_of(text, start, past, match.span(), f"({value.strip('()')})")


def _led(text: str, grammar: _Grammar) -> Iterator[Mention]:
    for match in grammar.led.finditer(text):
        for start, past, value in _each(_BARE, match):
            yield _mention_of(text, max(start, match.start("values")), past, match.span(), value)


def _each(one: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each value stands; the first begins where the words before it do."""
    at = match.start("values")
    for value in re.finditer(one, match["values"]):
        start = match.start() if value.start() == 0 else at + value.start()
        yield start, at + value.end(), value[0]


def _mention_of(
    text: str, start: int, past: int, whole: tuple[int, int], number: str, division: str = ""
) -> Mention:
    number = figures(f"{division}, {number}" if division else number)
    return Mention(start, past, number, outside_of(text, *whole))


@cache
def _grammar(language: str) -> _Grammar:
    own = NOUNS[language]
    inflected = "|".join(sorted(map(re.escape, own), key=len, reverse=True)).replace(r"\ ", r"\s+")
    joined = rf"(?:\s*,\s*(?:(?:{AND[language]})\s+)?|\s+(?:{AND[language]})\s+|\s*[–-]\s*)"
    item = _ITEM_ALONE[language == "de"]
    return _Grammar(
        divided=re.compile(rf"(?<!\w)(?P<division>(?i:{DIVISIONS})\s+{_VALUE})\s*,\s*(?P<number>{_DECIMAL})"),
        named=re.compile(
            rf"(?<![\w§])(?:(?P<division>(?i:{DIVISIONS})\s+{_VALUE})\s*,\s*)?(?P<noun>(?i:{inflected}|{PRINTED}))\s+"
            rf"(?P<values>{_VALUE}(?:{joined}{_VALUE})*)"
        ),
        signed=re.compile(rf"(?<!\w)§?(?=§)(?P<values>{_SIGNED}(?:{joined}{_SIGNED})*)"),
        items=re.compile(rf"(?<!\w)(?i:{ITEMS[language]})\s+(?P<values>{item}(?:{joined}{item})*)"),
        led=re.compile(rf"(?<!\w)(?i:{LEADS[language]})\s+(?P<values>{_BARE}(?:{joined}{_BARE})*)"),
        nouns=own,
        last_words=frozenset(noun.casefold().translate(_APART).split()[-1] for noun in (*own, *ALL)),
    )
