"""Sentences that bind by none of the words that bind: orders, and plain statements of what somebody does."""

from __future__ import annotations

import re
from enum import Enum

_SHORTEST = 3
"""Words: what has fewer is no statement."""


class Statement(Enum):
    """What a plain statement says that somebody does."""

    DOES = "does"
    DOES_NOT = "does not"
    DOES_ONLY = "does only"
    NONE = "none"


_NAMED = (
    r"(?:it|them|him|her|us|me|you|the|an?|any|all|your|our|their|its|his|this|that|these|those|each|every"
    r"|both)"
)
_NO_VERB = (
    r"(?:then|the|an?|this|that|these|those|any|all|each|every|no|some|both|such|you|we|they|it|he|she|i|there|who|what"
    r"|which|where|when|if|unless|while|in|on|at|for|with|by|of|from|to|under|after|before|during|as|our|your|their"
    r"|despite|within|without|upon|through|throughout|between|among|about|against|since|per|via|regardless|following"
    r"|outside|inside|beyond|behind|above|below|beside|besides|across|along|around|towards?|unlike|over|into|than"
    r"|its|his|her|and|or|but|nor|not|only|also|please|staff|people|is|are|was|were|has|have|see|note|how|why|because)"
)
_FIRST = r"(?:please|kindly|always|then|only|\d\S*)\s+"
_AFTER_CONDITION = r"(?:(?:if|when|where|before|after|once|unless|until|during|in|on|for|as)\b[^.;:,]*,\s+)?"
_ORDER = re.compile(
    rf"\A\W*(?:{_FIRST}){{0,3}}{_AFTER_CONDITION}(?:{_FIRST}){{0,3}}"
    rf"(?!{_NO_VERB}\b|\w+(?:ing|[^s]s)\b)[a-z]+(?:\s+(?:up|out|off|in|on|back|down|only))?\s+{_NAMED}\b"
    r"(?!\s+(?:has|have|is|are|was|were|shall|must|may|will)\b)"
    rf"|\bplease\s+(?:always\s+)?(?!{_NO_VERB}\b)[a-z]",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|applies|apply|means?|includes?|sets?\s+out|describes?|explains?|contains?"
    r"|refers?\s+to|relates?\s+to|extends?\s+to|deals?\s+with|concerns|forms?\s+(?:no\s+)?part|consists?|depends?"
    r"|exists?|constitutes?)\b",
    re.IGNORECASE,
)
"""Verbs of sentences that say what something is, and tell nobody what to do."""
_HEAD = re.compile(
    r"\A(?:\S+\s+){3,}?(?=(?:about\s+|of\s+|for\s+|to\s+|in\s+|at\s+|by\s+)?(?:who|whom|which|whose|that|if|when|where|because"
    r"|before|after|once|unless|until|while|how|what|why|whether|as)\b)",
    re.IGNORECASE,
)
"""What stands before the first side clause, where that is more than a subject."""
_PASSIVE = re.compile(
    r"\b(?:is|are|be|being|gets?)\s+(?:(?:\w+ly|then|also|always|never|not|only|normally|first|at\s+once)\s+)*"
    r"(?:\w+[^s\W]ed|made|sent|kept|given|taken|held|paid|put|read|shown|done|begun|brought|built|chosen|cut|drawn"
    r"|driven|found|left|lent|met|set|sold|told|thrown|worn|written|spoken|seen|borne|sought|with(?:drawn|held)|undertaken|overseen|overtaken)\b"
    r"|\bnever\s+(?:is|are)\W*\Z|\bthere\s+(?:is|are)\s+no\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\A(?:\S+\s+){0,5}no\s+longer\b|\b(?:never|not(?!\s+(?:later|less|more|fewer|earlier|least|only)\b)|neither|nor)\b",
    re.IGNORECASE,
)
_SEE = re.compile(r"\A\W*(?:see|cf|note)\b", re.IGNORECASE)
_THERE_IS_NO = re.compile(r"\bthere\s+(?:is|are)\s+no\b", re.IGNORECASE)
_NOBODY_DOES = re.compile(
    r"(?:\A|,\s)\W*(?:nobody|no\s+one|no-one|none|nothing"
    r"|no\s+(?!(?:later|more|less|fewer|earlier)\b)\w+(?:\s+of\s+\w+)?)\b",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\b(?:offence|misconduct|(?:in|be)\s+breach|wrong|refus\w+|reject\w*|invalid|void|cease\w*|penalt\w+|disciplin\w+|dismiss\w+"
    r"|without|cannot|zero|impossible|intoler\w+|hardly|scarcely|little|out\s+of)\b",
    re.IGNORECASE,
)
"""Words that may mean a prohibition, so that nothing is supposed."""
_COMMON_ORDERS = (
    r"add|agree|allow|apply|arrange|ask|attend|avoid|bring|call|carry|change|check|choose|clean|close"
    r"|collect|complete|confirm|consider|contact|count|delete|destroy|discuss|dispose|draw|email|ensure"
    r"|escalate|explain|file|fill|find|follow|get|give|hand|help|hold|identify|include|inform|keep|label"
    r"|leave|limit|listen|lock|look|maintain|make|monitor|move|note|notify|obtain|offer|open|pay|phone|plan"
    r"|post|prepare|prevent|protect|provide|put|raise|read|record|refer|refrain|register|remember|remove"
    r"|replace|report|respect|respond|return|review|ring|save|seek|send|set|share|show|sign|speak|start"
    r"|stay|stop|store|submit|supervise|support|switch|take|talk|telephone|tell|test|treat|turn|update"
    r"|upload|use|verify|visit|wait|walk|warn|wash|watch|wear|write"
)
_ORDER_OF_THESE = re.compile(
    rf"\A\W*(?:{_FIRST}){{0,3}}{_AFTER_CONDITION}(?:{_FIRST}){{0,3}}(?:{_COMMON_ORDERS})\s+\w"
    r"(?!.*\b(?:is|are|was|were)\b)",
    re.IGNORECASE,
)
_CLEAR_ORDER = re.compile(
    rf"\A\W*(?:{_FIRST}){{0,3}}(?:assign|confirm|determine|ensure|establish|identify|inform|maintain|notify|obtain"
    r"|prevent|protect|provide|reduce|remember|remove|retain|submit|tell|verify)\s+(?!is\b|are\b)\w",
    re.IGNORECASE,
)
"""Verbs that are nothing else, so that they may be followed by a whole sentence: "Ensure the gate is shut"."""
_BESIDE = re.compile(
    r"\([^()]*\)|\b(?:who|that|which)\s+(?:do|does|did|is|are|has|have|had|was|were|can|could)\s+not\b|\bnot\s+in\s+use\b"
    r"|\s(?:if|when|whenever|where|unless|until|while|because|so\s+that|to\s+ensure|to\s+make\s+sure)\b[^,;:]*",
    re.IGNORECASE,
)
"""What denies something else than what the sentence says: a condition behind it, or who "does not pay"."""
_NO_ALONE = re.compile(
    r"\A\W*no\s+\w+(?!.*\b(?:is|are|was|were|has|have|had)\b)(?:\s+\w+){0,9}\W*\Z", re.IGNORECASE
)


def forbids(sentence: str) -> bool:
    """Tell whether a sentence is no more than "No dogs in the hall"."""
    return _NO_ALONE.match(sentence) is not None


def is_order(sentence: str) -> bool:
    """Tell whether a sentence is an order: "Report it to the office", "If you are late, telephone"."""
    return any(pattern.match(sentence) for pattern in (_ORDER, _ORDER_OF_THESE, _CLEAR_ORDER))


def statement(sentence: str) -> Statement:
    """Tell what a plain statement says that somebody does: "The clerk keeps a list", "Claims are made by post".

    It says so of nobody where it only tells what something is, or has words that may forbid.
    """
    head = _HEAD.match(sentence)
    said = head[0] if head else sentence
    passive, described = _PASSIVE.search(said), _DESCRIBES.search(said)
    if (
        len(sentence.split()) < _SHORTEST
        or _SEE.match(sentence)
        or (described and not passive)
        or _ILL.search(sentence)
    ):
        return Statement.NONE
    if (
        _DENIED.search(_BESIDE.sub(" ", sentence))
        or _THERE_IS_NO.search(sentence)
        or _NOBODY_DOES.search(sentence)
    ):
        return Statement.DOES_NOT
    return Statement.DOES_ONLY if re.search(r"(?<!-)\bonly\b", sentence, re.IGNORECASE) else Statement.DOES
