"""A condition as other languages and plain speech have it, put as a tree has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from clausetree.report.lazy import lazy
from clausetree.report.names import LETTER_FIRST
from clausetree.tree.recovery.scalars import recovered_number, with_plain_dates
from clausetree.tree.scalar import Sign

_NO_NAME = r"(?!(?:and|or|nor|not|is|includes|neither|either|does|do)\b)"
_NAME = rf"(?<![\w-]){_NO_NAME}{LETTER_FIRST}(?![\w-])"
_SCALAR = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[-\u2212]?[£€$¥]?\s?[0-9](?:[0-9,.]*[0-9])?\s?%?)(?![\w-])"
_MORE = "more|over|above|older|later|higher|greater|longer|after"
_LESS = "less|fewer|under|below|younger|earlier|lower|shorter|before"
_WORDS = (
    (r"=<|≤|⩽", " <= "),
    (r"=>|≥|⩾", " >= "),
    (r"!==?|≠|<>", " is not "),
    (r"(?<![<>])={1,3}", " is "),
    (r"\s*(?<![<>=!])([<>]=?)(?![<>=])\s*", r" \1 "),
    (r"&&?", " and "),
    (r"\|\|?", " or "),
    (r"!", " not "),
    (r"\b(and|or|not|is|includes)\b", lambda match: match[0].lower()),
    (r"(?<=[a-z])\s*/\s*(?=[a-z])", " or "),
    (r"(?<=[a-z])\s*\+\s*(?=[a-z])", " and "),
    (r"\bis\s+(?=[<>]=?)", ""),
    (rf"\bis\s+(?P<scalar>{_SCALAR})\s*\+", r">= \g<scalar>"),
    (rf"(?P<name>{_NAME})\s+not\s+(?!includes\b)", r"\g<name> is not "),
    (
        rf"(?P<name>{_NAME})\s+is\s+not\s+between\s+(?P<a>{_SCALAR})\s+and\s+(?P<b>{_SCALAR})",
        r"not (\g<name> >= \g<a> and \g<name> <= \g<b>)",
    ),
    (r"(?<!is)\s+in\s+(?=[0-9])", " is "),
    (r"\b(?:isn['’]?t|aren['’]?t|wasn['’]?t)\b", "is not"),
    (rf"\bis\s+(?P<scalar>{_SCALAR})\s+(?:or|and)\s+(?:{_MORE})\b", r">= \g<scalar>"),
    (rf"\bis\s+(?P<scalar>{_SCALAR})\s+(?:or|and)\s+(?:{_LESS})\b", r"<= \g<scalar>"),
    (rf"\b(?:is\s+)?(?:at least|(?:no|not) (?:{_LESS})(?: than)?|(?:{_MORE}) than or equal to)\b", ">="),
    (rf"\b(?:is\s+)?(?:at most|up to|(?:no|not) (?:{_MORE})(?: than)?|(?:{_LESS}) than or equal to)\b", "<="),
    (rf"\b(?:is\s+)?(?:(?:{_MORE})(?:\s+than)?|exceeds)\b", ">"),
    (rf"\b(?:is\s+)?(?:{_LESS})(?:\s+than)?\b", "<"),
    (r"\b(?:is\s+)?(?:equals?(?:\s+to)?|exactly|the same as)\b", "is"),
    (r"\b(?:are|was|were)\b", "is"),
    (
        rf"(?P<name>{_NAME})\s+(?:does\s+not|doesn['’]t|do\s+not)\s+(?:includes?|contains?|have)\b",
        r"not \g<name> includes",
    ),
    (rf"(?P<name>{_NAME})\s+(?:excludes|not\s+includes|includes\s+not)\b", r"not \g<name> includes"),
    (r"\b(?:contains?|include|has|have)\b", "includes"),
    (rf"(?P<name>{_NAME})\s+in\s*(?=\()", r"\g<name> is in "),
)
"""What other words and signs stand for, in the order in which they are looked for."""

_BETWEEN = lazy(
    rf"(?P<name>{_NAME})\s+(?:is\s+)?(?:between\s+(?P<a>{_SCALAR})\s+(?:and|to)"
    rf"|(?:is|from)\s+(?:from\s+)?(?P<b>{_SCALAR}|[0-9]+)\s*(?:to|-|–|—|…|\.\.+))\s*(?P<most>{_SCALAR})"
)
_FROM_THE_LEFT = lazy(
    rf"(?<![\w-])(?P<least>{_SCALAR})\s*(?P<sign>[<>]=?)\s*(?P<name>{_NAME})(?:\s*(?P<other>[<>]=?)\s*(?P<most>{_SCALAR}))?"
)
_ITEM = rf"(?:{_SCALAR}|{_NAME})"
_NEXT = rf"\s*(?:,\s*(?:or|and|nor)\b|,|or\b|and\b|nor\b)\s*{_ITEM}(?!\s*(?:is\b|includes\b|[<>]))"
_LIST = lazy(
    rf"(?P<name>{_NAME})\s+(?P<verb>is\s+not|is|includes)\s+"
    rf"(?P<how>(?:not\s+)?(?:one\s+of|any\s+of|all\s+of|either|neither|both|in)\s+)?"
    rf"(?:\(\s*(?P<inner>{_ITEM}(?:{_NEXT})*)\s*\)|(?P<items>{_ITEM}(?:{_NEXT})*))"
)
_VERB = r"(?:is\s+not\b|is\b|includes\b|[<>]=?)"
_SUBJECT_LEFT_OUT = lazy(
    rf"(?P<name>{_NAME})(?P<facts>\s*{_VERB}\s*{_ITEM}(?:\s+(?:and|or)\s+{_VERB}\s*{_ITEM})+)"
)
LIMIT = lazy(
    r"(?P<verb>\bis(?:\s+not)?|[<>]=?)\s*"
    r"(?P<found>(?:minus\s+|[-\u2212–—]\s?)?[£€$¥]?\s?[-\u2212]?"
    r"[.]?[0-9][^\s()<>]*(?:[ \u00a0][0-9]{3}\b)*(?:\s?%)?(?:\s+(?!(?:and|or)\b)[a-z]+)*)"
)
"""A number and what it counts, behind what is said of it."""


def reworded(condition: str) -> Iterator[str]:
    """Yield what the condition may mean, written as a tree has it; it may still be none.

    There is more than one where a list can mean any of its answers, or all of them.
    """
    text = with_plain_dates(condition)
    for pattern, put in _WORDS:
        text = re.sub(pattern, put, text, flags=re.IGNORECASE)
    text = _BETWEEN.sub(_between, text)
    text = _FROM_THE_LEFT.sub(_with_name_first, text)
    text = _SUBJECT_LEFT_OUT.sub(_with_subject, text)
    for joint in ("or", "and"):
        yield " ".join(with_plain_numbers(_LIST.sub(partial(_listed, joint), text)).split())


def with_plain_numbers(condition: str) -> str:
    """Return the condition with each number alone, without what it counts."""
    return LIMIT.sub(
        lambda match: f"{match['verb']} {recovered_number(match['found']) or match['found']}", condition
    )


def _between(match: re.Match[str]) -> str:
    name, least = match["name"], match["a"] or match["b"]
    return _kept_together(match, f"{name} >= {least} and {name} <= {match['most']}")


def _with_name_first(match: re.Match[str]) -> str:
    first = f"{match['name']} {Sign(match['sign']).turned} {match['least']}"
    if not match["other"]:
        return first
    return _kept_together(match, f"{first} and {match['name']} {match['other']} {match['most']}")


def _with_subject(match: re.Match[str]) -> str:
    facts = re.sub(rf"\b(and|or)\s+(?={_VERB})", rf"\1 {match['name']} ", match["facts"])
    return _kept_together(match, f"{match['name']}{facts}")


def _kept_together(match: re.Match[str], put: str) -> str:
    """Return what stands for one fact in brackets, so that a `not` or `and` beside it speaks of all of it."""
    before, behind = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    alone = not (before or behind) or (before.endswith("(") and behind.startswith(")"))
    return put if alone else f"({put})"


def _listed(joint: str, match: re.Match[str]) -> str:
    """Say of each thing in a list what was said of all; `joint` is meant where only commas join them."""
    items = re.findall(rf"(?<![\w-]){_ITEM}", match["inner"] or match["items"])
    how = " ".join((match["how"] or "").split())
    verb = " ".join(match["verb"].split())
    denied = verb == "is not" or how == "neither" or how.startswith("not ")
    joined = re.search(r"\b(and|or)\b", match["inner"] or match["items"])
    if len(items) == 1 and not how:
        return match[0]
    if denied:
        verb, joint = "is not", "and"
    elif how in ("all of", "both") or (joined and joined[1] == "and"):
        verb, joint = ("includes", "and") if verb == "includes" or joint == "and" else ("is", "or")
    elif how or joined or verb == "is":
        joint = "or"
    facts = f" {joint} ".join(f"{match['name']} {verb} {item.strip()}" for item in items)
    return _kept_together(match, facts) if len(items) > 1 else facts
