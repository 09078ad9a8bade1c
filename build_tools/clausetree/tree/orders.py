"""Sentences that bind by none of the words that bind: orders, and plain statements of what somebody does."""

from __future__ import annotations

import re

_NAMED = (
    r"(?:it|them|him|her|us|me|you|the|an?|any|all|your|our|their|its|his|this|that|these|those|each|every"
    r"|both)"
)
_NO_VERB = (
    r"(?:the|an?|this|that|these|those|any|all|each|every|no|some|both|such|you|we|they|it|he|she|i|there|who|what"
    r"|which|where|when|if|unless|while|in|on|at|for|with|by|of|from|to|under|after|before|during|as|our|your|their"
    r"|its|his|her|and|or|but|nor|not|only|also|please|staff|people|is|are|was|were|has|have|see|note|how|why|because)"
)
_TELLS = (
    r"(?:is|was|has|does|apply|applies|covers?|means?|includes?|sets?|describes?|explains?|contains?|refers?"
    r"|concerns?|extends?|relates?|deals?|forms?|aims?|seeks?|helps?|supports?|outlines?|provides?|gives?|shows?)"
)
"""Verbs of sentences that say what something is, and tell nobody what to do."""
_FIRST = r"(?:please|kindly|always|then|only|\d\S*)\s+"
_AFTER_CONDITION = r"(?:(?:if|when|where|before|after|once|unless|until|during|in|on|for|as)\b[^.;:,]*,\s+)?"
_ORDER = re.compile(
    rf"\A\W*(?:{_FIRST}){{0,3}}{_AFTER_CONDITION}(?:{_FIRST}){{0,3}}"
    rf"(?!{_NO_VERB}\b|\w+(?:ing|[^s]s)\b)[a-z]+(?:\s+(?:up|out|off|in|on|back|down|only))?\s+{_NAMED}\b"
    rf"|\bplease\s+(?:always\s+)?(?!{_NO_VERB}\b)[a-z]",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    rf"\A\W*(?:(?:the|an?|each|every|our|this)\s+(?:[\w’'-]+\s+){{1,4}}?(?!{_TELLS}\b)[a-z]+s"
    rf"|(?:we|all\s+\w+|staff|\w+s)\s+(?!{_TELLS}\b)[a-z]+)\s+(?:{_NAMED}|within|to)\b",
    re.IGNORECASE,
)
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
_NO_ALONE = re.compile(
    r"\A\W*no\s+\w+(?!.*\b(?:is|are|was|were|has|have|had)\b)(?:\s+\w+){0,9}\W*\Z", re.IGNORECASE
)


def forbids(sentence: str) -> bool:
    """Tell whether a sentence is no more than "No dogs in the hall"."""
    return _NO_ALONE.match(sentence) is not None


def is_order(sentence: str) -> bool:
    """Tell whether a sentence is an order: "Report it to the office", "If you are late, telephone"."""
    return _ORDER.match(sentence) is not None or _ORDER_OF_THESE.match(sentence) is not None


def is_statement(sentence: str) -> bool:
    """Tell whether a sentence says what somebody does: "The clerk keeps a list"."""
    return _STATEMENT.match(sentence) is not None
