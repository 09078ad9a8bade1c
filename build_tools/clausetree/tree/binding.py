"""How strongly the words of a clause bind: what they say must, should, will or may be done, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausetree.tree.binding_forms import (
    BE,
    DOES,
    DOES_NOT,
    FORMS,
    HOW,
    IS,
    IS_TO,
    MAY,
    MUST,
    MUST_NOT,
    NEVER,
    OPERATOR,
    SHOULD_NOT,
    Form,
)
from clausetree.tree.orders import forbids, is_order, is_statement
from clausetree.tree.strength import Strength

_QUANTITY = r"(?!\s+(?:later|more|fewer|less|earlier|longer|doubt|matter|other)\b)"
_NOBODY = (
    rf"(?:no(?:\s+one|-one)?\b{_QUANTITY}|nobody|none|nothing|neither|nor|never|not\s+(?:all|every)"
    r"|(?:under|in)\s+no\s+(?:circumstances?|cases?|event|way)|on\s+no\s+account|at\s+no\s+time|by\s+no\s+means)"
)
_SHORTENED = re.compile(r"\b(can|won|must|should|shan|need|do|does|is|are)n?(?:['’]t|not)\b", re.IGNORECASE)
_FULL = {"won": "will not", "shan": "shall not"}
_DENIED_BEHIND = re.compile(
    rf"(?:,?\s*(?:and|always|therefore|however|also)\b,?)?{HOW},?\s+{NEVER}(?!\w)", re.IGNORECASE
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
_NOT_RIGHT_BEFORE = re.compile(rf"\b(?:not|never)\s*\Z|{BE}\s+not{HOW}\s*\Z", re.IGNORECASE)
_WITHHELD = re.compile(
    r"\W*(?:not\s+|never\s+)?(?:be\s+)?(?:refused?|den(?:y|ied)|prevent(?:ed)?|stop(?:ped)?|hinder(?:ed)?)\b",
    re.IGNORECASE,
)
"""Whoever cannot be refused something may have it."""
_NEGLECTED = re.compile(r"\W*(?:not\s+|never\s+)?(?:forget|hesitate|fail|neglect|omit|delay)\b", re.IGNORECASE)
"""Whoever must not forget something must do it: a duty may say either."""
_ONLY = re.compile(r"\bonly\b|\b(?:restricted|limited|confined|reserved)\s+(?:to|for)\b", re.IGNORECASE)
_UNLESS = re.compile(
    r"\b(?:except|other\s+than|unless|without)\b|\b(?:nobody|no\s+one|no-one|none)\s+but\b", re.IGNORECASE
)
_LIMITED = re.compile(rf"\b{IS}\s+(?:restricted|limited|confined|reserved)\s+(?:to|for)\b", re.IGNORECASE)
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
_DENIES = re.compile(rf"\b(?:{NEVER}|no)\b", re.IGNORECASE)
_FAR = 300
"""Characters: further back than this, nothing belongs to the words that bind."""
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<=:)\s+(?=[A-Z])")
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
    if forbids(sentence):
        return Binding(MUST_NOT)
    if _LIMITED.search(sentence):
        return Binding(MUST_NOT, restricted=True)
    if is_order(sentence):
        return Binding(MUST)
    return Binding(supposed=DOES if is_statement(sentence) else frozenset())


def _said(sentence: str) -> Iterator[tuple[Binding, bool]]:
    """Yield what each of the words that bind means, and whether it stands in a condition."""
    for match in OPERATOR.finditer(sentence):
        form = FORMS[(match.lastindex or 1) - 1]
        before, behind = _segment(sentence, match.start()), sentence[match.end() :]
        if _THAN.search(before) or (form is IS_TO and _PURPOSE.search(before)):
            continue
        yield _meant(form, match[0], before, behind, sentence), _IF.search(before) is not None
    for match in _DO_NOT.finditer(sentence):
        before = _segment(sentence, match.start())
        also = MUST if _NEGLECTED.match(sentence[match.end() :]) else frozenset()
        yield Binding(DOES_NOT | also), _IF.search(f"{before.rstrip()} ") is not None


def _meant(form: Form, words: str, before: str, behind: str, sentence: str) -> Binding:
    behind_it = _DENIED_BEHIND.match(behind)
    denied = _SUBJECT.search(before) or _NOT_RIGHT_BEFORE.search(before) or _DENIES.search(words)
    if behind_it or denied or _NOTHING_BEHIND.match(behind):
        strengths = form.behind if behind_it and form.behind is not None else form.denied
        rest = behind[behind_it.end() :] if behind_it else behind
        if strengths <= DOES_NOT | SHOULD_NOT and _WITHHELD.match(rest):
            return Binding(MAY)
        also = form.plain if _NEGLECTED.match(rest) else frozenset()
        return Binding(strengths | also, restricted=_UNLESS.search(sentence) is not None)
    if form.plain == MAY and _ONLY.search(sentence):
        return Binding(MUST_NOT, restricted=True)
    return Binding(form.plain)


def _segment(sentence: str, at: int) -> str:
    """Return the words before a place, back to the last sign that parts clauses."""
    return re.split(
        r"[,;:()]|\s[–—-]\s|\b(?:but|and)\b(?=\s+(?:may|must|should|will|can|shall)\b)",
        sentence[max(0, at - _FAR) : at],
    )[-1]
