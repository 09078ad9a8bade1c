"""How strongly the words of a clause bind: what they say must, should, will or may be done, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from clausetree.tree.strength import Strength

_MUST, _NOT = frozenset({Strength.MUST}), frozenset({Strength.MUST_NOT})
_SHOULD, _SHOULD_NOT = frozenset({Strength.SHOULD}), frozenset({Strength.SHOULD_NOT})
_WILL, _WILL_NOT = frozenset({Strength.WILL}), frozenset({Strength.WILL_NOT})
_MAY, _ENCOURAGED = frozenset({Strength.MAY}), frozenset({Strength.ENCOURAGED})
_DOES, _DOES_NOT = _MUST | _WILL, _NOT | _WILL_NOT
"""Of plain statements: "the clerk keeps a list" tells the clerk to, or promises it."""

_BE = r"(?:is|are|be|being|was|were|remains?)"
_HOW = r"(?:\s+(?!only\b)(?:\w+ly|also|always|still|all|both|each|therefore|then|thus|hereby)){0,3}"
_NEVER = (
    r"(?:not(?!\s+only\b)|never|no longer|neither|(?:under|in) no (?:circumstances?|cases?|event|way)"
    r"|on no account|at no time|by no means)"
)
_IS = rf"{_BE}{_HOW}(?:\s+{_NEVER}|\s+only)?{_HOW}"
_QUANTITY = r"(?!\s+(?:later|more|fewer|less|earlier|longer|doubt|matter|other)\b)"
_NOBODY = (
    rf"(?:no(?:\s+one|-one)?\b{_QUANTITY}|nobody|none|nothing|neither|nor|never|not\s+(?:all|every)"
    r"|(?:under|in)\s+no\s+(?:circumstances?|cases?|event|way)|on\s+no\s+account|at\s+no\s+time|by\s+no\s+means)"
)


class _Form(NamedTuple):
    """What words mean, what they mean denied ("not required to"), and denied behind ("required not to")."""

    words: str
    plain: frozenset[Strength]
    denied: frozenset[Strength]
    behind: frozenset[Strength] | None = None


_MODALS = r"required|obliged|prohibited|forbidden|allowed|permitted|authori[sz]ed|entitled|expected|encouraged"
_BY_ANOTHER = rf"(?!\s+be\s+(?:{_MODALS})\b|\s+(?:not|never)\s+be\s+(?:{_MODALS}|necessary)\b)"
"""What follows "shall" and binds more closely: "it shall be forbidden to"."""
_DENIED_BY_ANOTHER = rf"(?!\s+(?:not|never)\s+be\s+(?:{_MODALS}|necessary)\b)"
_FORMS = (
    _Form(rf"{_IS}\s+(?:prohibited|forbidden|banned|barred|unacceptable|disallowed)", _NOT, _MAY),
    _Form(
        rf"{_IS}\s+(?:allowed|permitted|permissible|authori[sz]ed|entitled|free|at\s+liberty|acceptable)",
        _MAY,
        _NOT,
        _MAY,
    ),
    _Form(
        r"(?:has|have|having)\s+(?:(?:the|a|no)\s+)?(?:right|discretion|power|authority)s?\s+to",
        _MAY,
        _NOT,
        _MAY,
    ),
    _Form(rf"{_IS}\s+(?:optional|voluntary)", _MAY, _MUST),
    _Form(
        rf"{_IS}\s+(?:required|obliged|obligated|bound|compelled|under\s+(?:a|an)\s+(?:duty|obligation))",
        _MUST,
        _MAY,
        _NOT,
    ),
    _Form(
        rf"{_IS}\s+(?:essential|mandatory|compulsory|obligatory|imperative|vital|necessary|a\s+requirement)",
        _MUST,
        _MAY,
        _NOT,
    ),
    _Form(rf"{_IS}\s+(?:responsible|accountable)\s+for|{_IS}\s+the\s+responsibility\s+of", _MUST, _MAY),
    _Form(
        r"(?:has|have)\s+(?:a|the|no)\s+(?:duty|obligation|responsibility)(?=\s+(?:not\s+)?(?:to|of)\b)",
        _MUST,
        _MAY,
        _NOT,
    ),
    _Form(r"(?:has|have|had)\s+(?:got\s+)?to(?=\s+\w)", _MUST, _MAY, _NOT),
    _Form(r"needs?\s+to(?=\s+\w)", _MUST, _MAY, _NOT),
    _Form(r"need(?=\s+not\b)", _MUST, _MAY),
    _Form(r"no\s+(?:requirement|obligation|need)\s+(?:to|for|that)", _MAY, _MAY),
    _Form(
        rf"{_IS}\s+(?:expected|advised|recommended|reminded|asked|requested|urged)(?=\s+(?:not\s+)?(?:to|that)\b)",
        _SHOULD,
        _SHOULD_NOT,
    ),
    _Form(rf"{_IS}\s+(?:advisable|good\s+practice|best\s+practice)", _SHOULD, _SHOULD_NOT),
    _Form(rf"{_IS}\s+discouraged|discourages?", _SHOULD_NOT, _MAY),
    _Form(r"expects?(?=\s+(?:[\w’'-]+\s+){1,4}?(?:not\s+)?to\s)", _SHOULD, _SHOULD_NOT),
    _Form(r"requires?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", _MUST, _MAY),
    _Form(r"encourages?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", _ENCOURAGED, _MAY),
    _Form(r"(?:prohibits?|forbids?|bans?)(?=\s+\w)", _NOT, _MAY),
    _Form(r"(?:prevents?|precludes?|stops?)(?=\s+\w)", frozenset(), _MAY),
    _Form(r"encouraged\s+to", _ENCOURAGED, _MAY),
    _Form(r"ought(?=\s+(?:not\s+)?to\b)", _SHOULD, _SHOULD_NOT),
    _Form(r"(?:undertakes?|commits?|promises?)\s+to", _WILL, _WILL_NOT),
    _Form(rf"must{_DENIED_BY_ANOTHER}|shall{_BY_ANOTHER}", _MUST, _NOT),
    _Form(rf"should{_DENIED_BY_ANOTHER}", _SHOULD, _SHOULD_NOT),
    _Form(rf"will{_BY_ANOTHER}", _WILL, _WILL_NOT),
    _Form(rf"(?:may|might|can|could){_DENIED_BY_ANOTHER}", _MAY, _NOT),
    _Form(
        r"(?:is|are)(?=\s+(?:not\s+|never\s+)?to\s+(?!(?:the|an?|this|that|our|your|their|its)\b)\w)",
        _MUST,
        _NOT,
    ),
)
_IS_TO = _FORMS[-1]
_OPERATOR = re.compile(
    r"\b(?:" + "|".join(f"({form.words})" for form in _FORMS) + r")(?![\w’'-])", re.IGNORECASE
)
_SHORTENED = re.compile(r"\b(can|won|must|should|shan|need|do|does|is|are)n?(?:['’]t|not)\b", re.IGNORECASE)
_FULL = {"won": "will not", "shan": "shall not"}
_DENIED_BEHIND = re.compile(
    rf"(?:,?\s*(?:and|always|therefore|however|also)\b,?)?{_HOW},?\s+{_NEVER}(?!\w)", re.IGNORECASE
)
_NOTHING_BEHIND = re.compile(
    rf"\s+(?:[\w’'-]+\s+){{0,2}}?(?:no(?:\s+one)?\b{_QUANTITY}|nobody|no-one|nothing|none)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    rf"(?:\A|\b(?:that|and|but|or|so|nor)\s)\W*{_NOBODY}\b[^,;:]*\Z"
    r"|\b(?:nobody|no\s+one|no-one|nothing)\s+\Z"
    r"|\A\W*(?:in|on|at|during|after|before|within|outside|inside|under|for|from|between|while)\s+(?!no\b)"
    r"(?:(?!(?:who|which|that|if|when|where|there|is|are|with|has|have)\b)[\w’'-]+\s+){1,6}?no\b[^,;:]*\Z",
    re.IGNORECASE,
)
"""Who does it is nobody. "Staff with no badge" are somebody, and so is who acts "if no reply is received"."""
_NOT_RIGHT_BEFORE = re.compile(rf"\b(?:not|never)\s*\Z|{_BE}\s+not{_HOW}\s*\Z", re.IGNORECASE)
_UNDONE = re.compile(
    r"\W*(?:not\s+|never\s+)?(?:be\s+)?(?:refused?|den(?:y|ied)|prevent(?:ed)?|stop(?:ped)?|hinder(?:ed)?)\b",
    re.IGNORECASE,
)
"""Whoever cannot be refused something may have it."""
_NOT_DONE = re.compile(r"\W*(?:not\s+|never\s+)?(?:forget|hesitate|fail|neglect|omit|delay)\b", re.IGNORECASE)
"""Whoever must not forget something must do it: a duty may say either."""
_ONLY = re.compile(r"\bonly\b|\b(?:restricted|limited|confined|reserved)\s+(?:to|for)\b", re.IGNORECASE)
_UNLESS = re.compile(
    r"\b(?:except|other\s+than|unless|without)\b|\b(?:nobody|no\s+one|no-one|none)\s+but\b", re.IGNORECASE
)
_LIMITED = re.compile(rf"\b{_IS}\s+(?:restricted|limited|confined|reserved)\s+(?:to|for)\b", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|when|whenever|where|whether|unless|because|although|in\s+case)\s+(?:[\w’'-]+\s+){0,5}\Z"
    r"|\b(?:who|which|that)\s+\Z",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:than|as)\s*\Z", re.IGNORECASE)
_PURPOSE = re.compile(r"\b(?:purpose|aim|objective|intention|goal|role|idea)s?\b", re.IGNORECASE)
_DO_NOT = re.compile(
    r"(?:\b(?:do|does)\s+not|\A\W*(?:\w+\s+)?never(?:,[^,]*,)?|[,:]\s+never)\s+"
    r"(?=\w)(?!(?:need|have)\s+to\b|(?:prohibit|prevent|stop|forbid|require|mean|apply|affect|include|cover|extend)\b)",
    re.IGNORECASE,
)
_DENIES = re.compile(rf"\b(?:{_NEVER}|no)\b", re.IGNORECASE)
_FAR = 300
"""Characters: further back than this, nothing belongs to the words that bind."""
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<=:)\s+(?=[A-Z])")
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
_AVOIDED = re.compile(
    r"\b(?:avoid|refrain|abstain|desist)\w*\b|\b(?:ensure|sure|essential)\b.*\b(?:not|never|no)\b",
    re.IGNORECASE,
)
"""Whoever must avoid something must not do it: a duty may say either."""
_OPPOSITE = {
    Strength.MUST: Strength.MUST_NOT,
    Strength.SHOULD: Strength.SHOULD_NOT,
    Strength.WILL: Strength.WILL_NOT,
}
_NO_ALONE = re.compile(
    r"\A\W*no\s+\w+(?!.*\b(?:is|are|was|were|has|have|had)\b)(?:\s+\w+){0,9}\W*\Z", re.IGNORECASE
)


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
    found = Binding()
    for meant in [meant for meant, conditional in said if not conditional] or [meant for meant, _ in said]:
        found |= meant
    if not found.strengths:
        found = _unspoken(sentence)
    if _AVOIDED.search(sentence):
        found |= Binding(frozenset(_OPPOSITE[each] for each in found.stated if each in _OPPOSITE))
    return found


def _unspoken(sentence: str) -> Binding:
    """Return how a sentence binds that has none of the words which bind: as an order, or a plain statement."""
    if _NO_ALONE.match(sentence):
        return Binding(_NOT)
    if _LIMITED.search(sentence):
        return Binding(_NOT, restricted=True)
    if _ORDER.match(sentence) or _ORDER_OF_THESE.match(sentence):
        return Binding(_MUST)
    return Binding(supposed=_DOES if _STATEMENT.match(sentence) else frozenset())


def _said(sentence: str) -> Iterator[tuple[Binding, bool]]:
    """Yield what each of the words that bind means, and whether it stands in a condition."""
    for match in _OPERATOR.finditer(sentence):
        form = _FORMS[(match.lastindex or 1) - 1]
        before, behind = _segment(sentence, match.start()), sentence[match.end() :]
        if _THAN.search(before) or (form is _IS_TO and _PURPOSE.search(before)):
            continue
        yield _meant(form, match[0], before, behind, sentence), _IF.search(before) is not None
    for match in _DO_NOT.finditer(sentence):
        before = _segment(sentence, match.start())
        also = _MUST if _NOT_DONE.match(sentence[match.end() :]) else frozenset()
        yield Binding(_DOES_NOT | also), _IF.search(f"{before.rstrip()} ") is not None


def _meant(form: _Form, words: str, before: str, behind: str, sentence: str) -> Binding:
    behind_it = _DENIED_BEHIND.match(behind)
    denied = _SUBJECT.search(before) or _NOT_RIGHT_BEFORE.search(before) or _DENIES.search(words)
    if behind_it or denied or _NOTHING_BEHIND.match(behind):
        strengths = form.behind if behind_it and form.behind is not None else form.denied
        rest = behind[behind_it.end() :] if behind_it else behind
        if strengths <= _DOES_NOT | _SHOULD_NOT and _UNDONE.match(rest):
            return Binding(_MAY)
        also = form.plain if _NOT_DONE.match(rest) else frozenset()
        return Binding(strengths | also, restricted=_UNLESS.search(sentence) is not None)
    if form.plain == _MAY and _ONLY.search(sentence):
        return Binding(_NOT, restricted=True)
    return Binding(form.plain)


def _segment(sentence: str, at: int) -> str:
    """Return the words before a place, back to the last sign that parts clauses."""
    return re.split(
        r"[,;:()]|\s[–—-]\s|\b(?:but|and)\b(?=\s+(?:may|must|should|will|can|shall)\b)",
        sentence[max(0, at - _FAR) : at],
    )[-1]
