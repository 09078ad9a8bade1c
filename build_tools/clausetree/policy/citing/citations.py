"""What readers and trees call a clause, and every name that a clause goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.numbers.counting import figures
from clausetree.policy.numbers.nouns import CLAUSES, DIVISIONS, NOUNS

CITED = r"\d+(?:\.\d+)*(?:(?:\([A-Za-z0-9]+\))+|[A-Za-z])?"
"""What a reference to a numbered clause looks like where it stands among other words, as in a tree."""
_LETTERED = re.compile(r"(?P<number>\d+(?:\.\d+)+[A-Za-z]?)(?P<items>[a-z]\d*)", re.ASCII)
_NUMBERED = re.compile(r"c?\d", re.ASCII)
_CALLED = re.compile(rf"\s*(?:{CLAUSES})s?\s+(?=(?:[A-Z]+\.)?\d)", re.IGNORECASE)
_DIVISION = re.compile(
    rf"(?P<division>(?:{DIVISIONS})\s+[^\s,:]+)\s*[,:]\s*(?P<own>\S.*)", re.IGNORECASE | re.DOTALL
)
_BEGUN = re.compile(rf"(?P<division>(?:{DIVISIONS})\s+[^\W_]+(?:\.\d+)*)(?=[:.)]?(?:\s|\Z))", re.IGNORECASE)
_NOUN = re.compile(rf"\s*(?:{NOUNS})\s", re.IGNORECASE)
_ABSATZ = re.compile(r"\s+(?:Abs\.|Absatz)\s*(?P<own>\w+)")
_RANGE = re.compile(
    r"(?:[-–—/,&]|(?:to|and|bis|und|à|et|i|a|hyd)\b)\s*(?P<last>\d+(?:\.\d+)+[A-Za-z]?)(?=\s|\Z)", re.ASCII
)
_LAST_FIGURE = re.compile(r"(?P<stem>\d+(?:\.\d+)*\.)(?P<own>\d+)", re.ASCII)
_LONGEST_RANGE = 100


def division_and_number(reference: str) -> tuple[str, str]:
    """Split "Appendix A, 1.1" into division and number; the division is "" where none is named."""
    match = _DIVISION.fullmatch(reference.strip())
    return (match["division"], match["own"]) if match else ("", reference.strip())


def division_of_title(clause: Clause) -> str:
    """Return the division that a heading begins: of "Appendix A: forms" it is "Appendix A", else ""."""
    is_heading = clause.kind is ClauseKind.HEADING and clause.number is None
    match = _BEGUN.match(clause.title) if is_heading else None
    return match["division"] if match else ""


@lru_cache(maxsize=8192)
def normalised(reference: str) -> str:
    """Return the one way to write a reference: "2.3 (a)" is 2.3(a), "§ 1 Abs. 2" §1(2), "Article 4" article4.

    Case counts behind figures: 2.2A is another clause than 2.2a.
    """
    division, own = (_small_noun(figures(text)) for text in division_and_number(reference))
    own = _ABSATZ.sub(r"(\g<own>)", own)
    return "".join((f"{division},{own}" if division else own).split())


def readings_of(reference: str) -> Iterator[str]:
    """Yield what a reference may mean, normalised, the likeliest first.

    "2.2a" is what is printed so, and only where nothing is, 2.2(a); "section 2.4" is Section 2.4, or 2.4.
    """
    written = (reference, _CALLED.sub("", reference, count=1))
    exact = list(dict.fromkeys(map(normalised, written)))
    yield from exact
    for reading in exact:
        if match := _LETTERED.fullmatch(reading):
            yield f"{match['number']}({match['items']})"


def is_numbered(reference: str) -> bool:
    """Tell whether a reference is a number like 2.4, or the anchor of one: any number is like any other."""
    return _NUMBERED.match(reference) is not None


def figures_of(reference: str) -> str:
    """Return the figures of a reference: those of 2,4 and of c2-4 are those of 2.4."""
    return re.sub(r"[^0-9]", "", reference)


def names_of(clause: Clause) -> list[str]:
    """Return every name that a numbered clause goes by, in small letters and without white space.

    2.3(a) is also 2.3a, 2-3-a and c2-3-a. A clause that stands for several, as in "4.1 – 4.3 Not used.", has
    the names of each.
    """
    if clause.number is None:
        return []
    printed = "".join(figures(clause.number).lower().split())
    bare = re.sub(r"[(),]", "", printed)
    hyphened = "-".join(re.findall(r"\w+", printed))
    also = (name.lower() for name in also_stands_for(clause))
    return list(dict.fromkeys((printed, bare, hyphened, clause.anchor, *also)))


def also_stands_for(clause: Clause) -> list[str]:
    """Return the other numbers that a clause's words begin with: of "4.1 – 4.3 Not used." 4.2 and 4.3."""
    match = _RANGE.match(clause.text) if clause.number and clause.kind is not ClauseKind.SUB_ITEM else None
    if match is None:
        return []
    first, last = (_LAST_FIGURE.fullmatch(number) for number in (clause.number or "", match["last"]))
    if first is None or last is None or first["stem"] != last["stem"]:
        return [match["last"]]
    between = range(int(first["own"]) + 1, int(last["own"]) + 1)[:_LONGEST_RANGE]
    return [f"{first['stem']}{own}" for own in between]


def by_name(clauses: Iterable[Clause]) -> dict[str, Clause]:
    """Return clauses by their normalised numbers and by their anchors. The first with a number has it."""
    every = list(clauses)
    found: dict[str, Clause] = {}
    for clause in every:
        if clause.number:
            found.setdefault(normalised(clause.number), clause)
    for clause in every:
        if division := division_of_title(clause):
            found.setdefault(normalised(division), clause)
        for number in also_stands_for(clause):
            found.setdefault(number, clause)
    return found | {clause.anchor: clause for clause in every}


def _small_noun(text: str) -> str:
    return _NOUN.sub(lambda match: match[0].casefold(), text, count=1) if _NOUN.match(text) else text
