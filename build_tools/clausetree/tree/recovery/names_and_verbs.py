"""Names and verbs as the questions of a tree want them, as far as its text shows their kind."""

from __future__ import annotations

import re
from functools import lru_cache

from clausetree.report.lazy import lazy
from clausetree.report.names import NAME
from clausetree.report.source import Source
from clausetree.tree.numbers import plain_number
from clausetree.tree.scalar import scalar_of
from clausetree.tree.scale import DateScale

_FACT = lazy(rf"(?P<name>[a-z0-9-]+) (?:(?P<denied>is not)|is|includes) (?P<value>(?!not\b){NAME})")
_ANY_FACT = lazy(r"(?P<name>[a-z0-9-]+) (?:is not|is|includes|[<>]=?) (?P<value>(?!not\b)[a-z0-9-]+)")
_WORDING = lazy(
    r"(?P<name>[a-z0-9-]+)(?P<verb>\s*(?:\bis\s+not|\bis|\bincludes|=+)\s*)[\"“](?P<words>[^\"”]*)[\"”]"
)

_AMOUNTS = {"number", "money", "date"}
"""Keywords of questions of which two can be compared."""


def with_fitting_verbs(source: Source, condition: str) -> str:
    """Return a condition, or an answer of a scenario, with the verb that fits each question of `source`.

    This is asked before the questions are read: their lines are looked for, and a question that is not
    found is left as it is.
    """
    return _FACT.sub(lambda match: _fact_with_verb(source, match), condition)


def comparison_of_questions(source: Source, condition: str) -> str | None:
    """Return what of a condition compares a question with another, or None."""
    pairs = (match for match in _ANY_FACT.finditer(condition) if question_lines(source, match["name"]))
    return next((match[0] for match in pairs if question_lines(source, match["value"])), None)


def can_be_so(source: Source, condition: str) -> bool:
    """Return whether each question can have what a condition says of it, as far as its lines show that."""
    return all(_can_be(source, match) for match in _ANY_FACT.finditer(condition))


def with_answer_names(source: Source, condition: str) -> str:
    """Return a condition with the name of each answer in place of its words in quotation marks."""
    return _WORDING.sub(lambda match: _by_name(source, match), condition)


def takes_time(source: Source, question: str) -> bool:
    """Return whether a question asks for a date and a time."""
    return re.search(r"^[ \t]+date[ \t]+and\b", question_lines(source, question), re.MULTILINE) is not None


def _can_be(source: Source, match: re.Match[str]) -> bool:
    answers = _answers_in_text(source, match["name"])
    keywords = {keyword for keyword, _ in answers}
    others = {keyword for keyword, _ in _answers_in_text(source, match["value"])}
    if keywords & others & _AMOUNTS:
        return match["name"] != match["value"]
    if keywords & {"number", "money"}:
        return plain_number(match["value"]) is not None
    if "date" in keywords:
        return scalar_of(DateScale.DATE, match["value"]) is not None
    return not answers or match["value"] in [name for _, name in answers]


def _answers_in_text(source: Source, question: str) -> list[tuple[str, str]]:
    """Return the keyword of each answer that a question offers, and its name."""
    return re.findall(
        r"^[ \t]+(many|none|option|number|money|date)\b[ \t]*([\w-]*)",
        question_lines(source, question),
        re.MULTILINE,
    )


def _fact_with_verb(source: Source, match: re.Match[str]) -> str:
    question, value = match["name"], match["value"]
    answers = _answers_in_text(source, question)
    several = any(keyword == "many" for keyword, _ in answers) and ("none", value) not in answers
    if match["denied"]:
        return f"not {question} includes {value}" if several else match[0]
    if not answers:
        return match[0]
    return f"{question} {'includes' if several else 'is'} {value}"


def _by_name(source: Source, match: re.Match[str]) -> str:
    words = re.escape(match["words"])
    block = question_lines(source, match["name"])
    answer = re.search(
        rf'^[ \t]+(?:many|none|option)[ \t]+([\w-]+)[ \t]+"{words}"', block, re.MULTILINE | re.IGNORECASE
    )
    return f"{match['name']}{match['verb']}{answer[1]}" if answer else match[0]


def question_lines(source: Source, question: str) -> str:
    """Return the lines of a question, "" where there is none of that name."""
    return _questions(source.text).get(question, "")


@lru_cache(maxsize=8)
def _questions(text: str) -> dict[str, str]:
    """Return the lines of each question, ended by line feeds."""
    lines = re.sub(r"\r\n?", "\n", text)
    blocks = re.finditer(r"^[ \t]*question[ \t]+(?P<name>[\w-]+).*(?:\n(?:[ \t].*)?)*", lines, re.MULTILINE)
    return {match["name"]: match[0] for match in reversed(list(blocks))}
