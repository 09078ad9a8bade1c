"""How strongly the words of a clause bind: what they say must, should, will or may be done, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausetree.tree.strength import Strength

_MUST, _NOT = frozenset({Strength.MUST}), frozenset({Strength.MUST_NOT})
_SHOULD, _SHOULD_NOT = frozenset({Strength.SHOULD}), frozenset({Strength.SHOULD_NOT})
_WILL, _WILL_NOT = frozenset({Strength.WILL}), frozenset({Strength.WILL_NOT})
_MAY, _ENCOURAGED = frozenset({Strength.MAY}), frozenset({Strength.ENCOURAGED})
_DOES, _DOES_NOT = _MUST | _WILL, _NOT | _WILL_NOT
"""Plain statements: "the clerk keeps a list" tells the clerk to, or promises it."""

_BE = r"(?:is|are|be|being|was|were|remains?)"
_HOW = r"(?:\s+(?!only\b)(?:\w+ly|also|always|still|all|both|each|therefore|normally|then|thus|hereby))*"
_NEVER = (
    r"(?:not|never|no longer|neither|(?:under|in) no (?:circumstances?|cases?|event)|on no account|at no time"
    r"|by no means|in no way)"
)
_IS = rf"{_BE}{_HOW}(?:\s+{_NEVER}|\s+only)?{_HOW}"
_NOBODY = (
    r"(?:no(?!\s+(?:later|more|fewer|less|earlier|longer|doubt|matter)\b)|nobody|none|nothing|no-one|neither|nor"
    r"|never|(?:under|in)\s+no\s+\w+|on\s+no\s+account|at\s+no\s+time|by\s+no\s+means|in\s+no\s+way|not\s+(?:all|every))"
)
_BY_ANOTHER = (
    "required|obliged|prohibited|forbidden|allowed|permitted|authori[sz]ed|entitled|expected|encouraged"
)
"""What binds more closely than "shall" or "will" before it: "it shall be forbidden to"."""
_FORMS: tuple[tuple[str, frozenset[Strength], frozenset[Strength]], ...] = (
    # how it is said, what it means, and what it means denied
    (rf"{_IS}\s+(?:prohibited|forbidden|banned|barred|unacceptable|disallowed)", _NOT, _MAY),
    (rf"{_IS}\s+(?:allowed|permitted|authori[sz]ed|entitled|free|at\s+liberty|acceptable)", _MAY, _NOT),
    (r"(?:has|have|having)\s+(?:(?:the|a|no)\s+)?(?:right|discretion|power)s?\s+to", _MAY, _NOT),
    (
        rf"{_IS}\s+(?:required|obliged|obligated|bound|compelled|under\s+(?:a|an)\s+(?:duty|obligation))",
        _MUST,
        _MAY,
    ),
    (
        rf"{_IS}\s+(?:essential|mandatory|compulsory|obligatory|imperative|vital|necessary|a\s+requirement)",
        _MUST,
        _MAY,
    ),
    (rf"{_IS}\s+(?:responsible|accountable)\s+for", _MUST, _MAY),
    (r"(?:has|have)\s+(?:a|the)\s+(?:duty|obligation|responsibility)\s+(?:to|of)", _MUST, _MAY),
    (r"(?:has|have|had)\s+(?:got\s+)?to(?=\s+\w)", _MUST, _MAY),
    (r"needs?\s+to(?=\s+\w)|need(?=\s+not\b)", _MUST, _MAY),
    (
        rf"{_IS}\s+(?:expected|advised|recommended|reminded|asked|requested|urged)(?=\s+(?:not\s+)?(?:to|that)\b)",
        _SHOULD,
        _SHOULD_NOT,
    ),
    (rf"{_IS}\s+(?:advisable|good\s+practice|best\s+practice)", _SHOULD, _SHOULD_NOT),
    (rf"{_IS}\s+discouraged|discourages?", _SHOULD_NOT, _MAY),
    (r"expects?(?=\s+(?:[\w’'-]+\s+){1,4}?(?:not\s+)?to\s)", _SHOULD, _SHOULD_NOT),
    (r"requires?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", _MUST, _MAY),
    (r"encourages?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", _ENCOURAGED, _MAY),
    (r"(?:prohibits?|forbids?|bans?)(?=\s+\w)", _NOT, _MAY),
    (r"encouraged\s+to", _ENCOURAGED, _MAY),
    (r"ought(?=\s+(?:not\s+)?to\b)", _SHOULD, _SHOULD_NOT),
    (r"(?:undertakes?|commits?|promises?)\s+to", _WILL, _WILL_NOT),
    (rf"(?:must|shall(?!\s+be\s+(?:{_BY_ANOTHER})))", _MUST, _NOT),
    (r"should", _SHOULD, _SHOULD_NOT),
    (rf"will(?!\s+be\s+(?:{_BY_ANOTHER}))", _WILL, _WILL_NOT),
    (r"may|might|can|could", _MAY, _NOT),
    (
        r"(?:is|are)(?=\s+(?:not\s+|never\s+)?to\s+(?!the\b|a\b|an\b|this\b|that\b|our\b|your\b|their\b|its\b)\w)",
        _MUST,
        _NOT,
    ),
)
_OPERATOR = re.compile(
    r"\b(?=[abcdefhimnopruswv])(?:"
    + "|".join(f"(?P<f{at}>{form})" for at, (form, _, _) in enumerate(_FORMS))
    + r")(?![\w’'-])",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"\b(can|won|must|should|shan|need|do|does|is|are)n?(?:['’]t|not)\b", re.IGNORECASE)
_FULL = {"can": "can not", "won": "will not", "shan": "shall not"}
_DENIED_BEHIND = re.compile(
    rf"(?:,?\s*(?:and|always|therefore|however|also)\b,?)?{_HOW},?\s+{_NEVER}\b", re.IGNORECASE
)
_DENIED_BEFORE = re.compile(rf"\b{_NOBODY}\b[^,;:]*\Z", re.IGNORECASE)
_NOT_RIGHT_BEFORE = re.compile(
    rf"\b(?:not|never)\s*\Z|{_BE}\s+not{_HOW}\s*\Z|\bdo(?:es)?\s+not\s*\Z", re.IGNORECASE
)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|when|whenever|where|whether|unless|because|although|in\s+case)\s+(?:[\w’'-]+\s+){0,5}\Z"
    r"|\b(?:who|which|that)\s+\Z",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\b(?:purpose|aim|objective|intention|goal|role|idea)s?\b", re.IGNORECASE)
_DO_NOT = re.compile(r"(?:\b(?:do|does)\s+not|\A\W*(?:\w+\s+)?never|[,:]\s+never)\s+(?=\w)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<=:)\s+(?=[A-Z])|\n+")
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
_AFTER_CONDITION = r"(?:(?:if|when|where|before|after|once|unless|until|during|in|on|for|as)\b[^.;:,]*,\s+)?"
_ORDER = re.compile(
    rf"\A\W*(?:please\s+|always\s+|then\s+|\d\S*\s+)*{_AFTER_CONDITION}(?:please\s+|always\s+|then\s+)*"
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
    rf"\A\W*(?:always\s+)?{_AFTER_CONDITION}(?:{_COMMON_ORDERS})\s+\w(?!.*\b(?:is|are|was|were)\b)",
    re.IGNORECASE | re.DOTALL,
)
_AVOIDED = re.compile(r"\b(?:avoid|refrain|abstain|desist)\w*\b", re.IGNORECASE)
"""Whoever must avoid something must not do it: a duty may say either."""
_OPPOSITE = {
    Strength.MUST: Strength.MUST_NOT,
    Strength.SHOULD: Strength.SHOULD_NOT,
    Strength.WILL: Strength.WILL_NOT,
}
_NO_ALONE = re.compile(r"\A\W*no\s+\w+(?:\s+\w+){0,4}\W*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Binding:
    """The strengths of words: `stated` by words that bind or by an order, `supposed` by a plain statement.

    Where they are `restricted`, as by "may only", something may be done under a condition, and else must not.
    """

    stated: frozenset[Strength] = frozenset()
    supposed: frozenset[Strength] = frozenset()
    restricted: bool = False

    def __or__(self, other: Binding) -> Binding:
        restricted = self.restricted or other.restricted
        return Binding(self.stated | other.stated, self.supposed | other.supposed, restricted)

    @property
    def strengths(self) -> frozenset[Strength]:
        """All of them. Where words bind in no known way, there are none."""
        return self.stated | self.supposed


@lru_cache(maxsize=8192)
def binding(text: str) -> Binding:
    """Return how the words of a clause bind."""
    found = Binding()
    for sentence in _SENTENCE.split(_SHORTENED.sub(_in_full, text)):
        found |= _of_sentence(sentence)
    return found


def _in_full(match: re.Match[str]) -> str:
    verb = match[1]
    return _FULL.get(verb.lower(), f"{verb} not")


def _of_sentence(sentence: str) -> Binding:
    said = list(_said(sentence))
    plain = [meant for meant, conditional in said if not conditional] or [meant for meant, _ in said]
    found = Binding()
    for meant in plain or [_unspoken(sentence)]:
        found |= meant
    if _AVOIDED.search(sentence):
        found |= Binding(frozenset(_OPPOSITE[each] for each in found.stated if each in _OPPOSITE))
    return found


def _unspoken(sentence: str) -> Binding:
    """Return how a sentence binds that has none of the words which bind: as an order, or a plain statement."""
    if _NO_ALONE.match(sentence):
        return Binding(_NOT)
    if _ORDER.match(sentence) or _ORDER_OF_THESE.match(sentence):
        return Binding(_MUST)
    return Binding(supposed=_DOES if _STATEMENT.match(sentence) else frozenset())


def _said(sentence: str) -> Iterator[tuple[Binding, bool]]:
    """Yield what each of the words that bind means, and whether it stands in a condition."""
    for match in _OPERATOR.finditer(sentence):
        form = int((match.lastgroup or "f0")[1:])
        _, plain, denied = _FORMS[form]
        before, behind = _segment(sentence, match.start()), sentence[match.end() :]
        if form == len(_FORMS) - 1 and _PURPOSE.search(before):
            continue
        is_denied = (
            _DENIED_BEHIND.match(behind) or _DENIED_BEFORE.search(before) or _NOT_RIGHT_BEFORE.search(before)
        )
        if is_denied or _has_not(match[0]):
            yield Binding(denied), _IF.search(before) is not None
        elif plain == _MAY and _ONLY.search(sentence):
            yield Binding(_NOT, restricted=True), _IF.search(before) is not None
        else:
            yield Binding(plain), _IF.search(before) is not None
    for match in _DO_NOT.finditer(sentence):
        if not re.match(r"(?:need|have)\s+to\b", sentence[match.end() :], re.IGNORECASE):
            before = _segment(sentence, match.start())
            yield (
                Binding(_DOES_NOT if before.strip() else _NOT | _WILL_NOT),
                _IF.search(f"{before.rstrip()} ") is not None,
            )


def _segment(sentence: str, at: int) -> str:
    """Return the words before a place, back to the last sign that parts clauses."""
    return re.split(
        r"[,;:()]|\s[–—-]\s|\b(?:but|and)\b(?=\s+(?:may|must|should|will|can|shall)\b)", sentence[:at]
    )[-1]


def _has_not(words: str) -> bool:
    return re.search(rf"\b{_NEVER}\b", words, re.IGNORECASE) is not None
