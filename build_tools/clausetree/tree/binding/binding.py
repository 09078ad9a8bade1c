"""How strongly the words of a clause bind: what they say must, should, will or may be done, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausetree.tree.binding.forms import (
    BE,
    DISCRETION,
    DOES,
    DOES_NOT,
    HOW,
    IS,
    IS_TO,
    MAY,
    MUST,
    MUST_NOT,
    NEVER,
    OPERATOR,
    OPERATORS,
    SHOULD_NOT,
    Form,
)
from clausetree.tree.binding.orders import Statement, forbids, is_order, statement
from clausetree.tree.binding.side_clauses import begins_aside, is_aside, is_no_verb, is_possibility, segments_of
from clausetree.tree.strength import Strength

_QUANTITY = r"(?!\s+(?:later|fewer|less|earlier|longer|doubt|matter|other\s+than)\b)"
_NOBODY = (
    rf"(?:no(?:\s+one|-one)?\b{_QUANTITY}|nobody|none|nothing|nowhere|neither|nor|never|not\s+(?:all|every)"
    r"|(?:under|in)\s+no\s+(?:circumstances?|cases?|event|way)|on\s+no\s+account|at\s+no\s+time|by\s+no\s+means)"
)
_SHORT = re.compile(r"not\b|['’]", re.IGNORECASE)
"""Without one of these, words are in full."""
_NOT_SHORTENED = re.compile(r"\b(can|won|must|should|shan|need|do|does|is|are)n?(?:['’]t|not)\b", re.IGNORECASE)
_NOT_IN_FULL = {"won": "will not", "shan": "shall not"}
_SHORTENED = re.compile(
    r"(?<=\w)['’](ll|re|ve)\b"
    r"|(?:(?<=\b(?:it|he))|(?<=\b(?:she|who))|(?<=\b(?:that|what))|(?<=\bthere)|(?=['’]s\s+not\b))['’](s)\b",
    re.IGNORECASE,
)
_IN_FULL = {"ll": " will", "re": " are", "ve": " have", "s": " is"}
_AND_MORE = re.compile(
    r",?\s*\(?\b(?:but|and)\s+(?:(?:is|are|shall|should|will|may)\s+)?not\s+(?:(?:be|necessarily)\s+)*"
    r"(?:limited|restricted|confined)\s+to\b\)?,?",
    re.IGNORECASE,
)
"""What says of a list that it is not whole, and limits nothing: "including but not limited to"."""
_DENIED_BEHIND = re.compile(
    rf"(?:,?\s*(?:and|always|therefore|however|also)\b,?)?{HOW},?\s+{NEVER}(?!\w)", re.IGNORECASE
)
_NOTHING_BEHIND = re.compile(
    rf"\s+(?!ensure\b|make\s+sure\b)(?:[\w’'-]+\s+){{0,2}}?(?:no(?:\s+one)?\b{_QUANTITY}(?!\s+more\b)|nobody|no-one|nothing|none)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:\A|\b(?:that|and|but|or|so|nor)\s)\W*{_NOBODY}\b[^,;:]*\Z"
    r"|\b(?:nobody|no\s+one|no-one|nothing)\s+\Z"
    r"|\A\W*(?:in|on|at|during|after|before|within|outside|inside|under|for|from|between|while)\s+(?!no\b)"
    r"(?:(?!(?:who|which|that|if|when|where|there|is|are|with|has|have)\b)[\w’'-]+\s+){1,6}?no\b[^,;:]*\Z",
    re.IGNORECASE,
)
"""Who does it is nobody. "Staff with no badge" are somebody, and so is who acts "if no reply is received"."""
_ABSOLUTE = re.compile(
    r"\A\W*(?:(?:under|in)\s+no\s+(?:circumstances?|cases?|event|way)|on\s+no\s+account|at\s+no\s+(?:time|point|stage)|never|nowhere)\b",
    re.IGNORECASE,
)
"""So begun, even "should" leaves no choice: a duty may say either."""
_NOT_RIGHT_BEFORE = re.compile(rf"\b(?:not|never)\s*\Z|{BE}\s+not{HOW}\s*\Z", re.IGNORECASE)
_WITHHELD = re.compile(
    r"\W*(?:not\s+|never\s+)?(?:be\s+)?(?:refused?|den(?:y|ied)|prevent(?:ed)?|stop(?:ped)?|hinder(?:ed)?)\b",
    re.IGNORECASE,
)
"""Whoever cannot be refused something may have it."""
_NEGLECTED = re.compile(r"\W*(?:not\s+|never\s+)?(?:forget|hesitate|fail|neglect|omit|delay)\b", re.IGNORECASE)
"""Whoever must not forget something must do it: a duty may say either."""
_ONLY = re.compile(
    r"(?<!where )(?<!when )(?<!if )\bonly\b(?!\s+one\b)"
    r"|\b(?:restricted|limited|confined|reserved)\s+(?:to|for)\b",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"\b(?:except|other\s+than|unless|without|save)\b|\b(?:nobody|no\s+one|no-one|none)\s+but\b", re.IGNORECASE
)
_LIMITED = re.compile(rf"\b{IS}\s+(?:restricted|limited|confined|reserved)\s+(?:to|for)\b", re.IGNORECASE)
_THAN = re.compile(r"\b(?:than|as)\s*\Z", re.IGNORECASE)
_PURPOSE = re.compile(r"\b(?:purpose|aim|object|objective|intention|goal|role|idea)s?\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\A\W*(?:no\s+(?!(?:later|fewer|less|doubt|matter)\b)[\w’'-]+|nobody|none)\b[^;:]*\Z", re.IGNORECASE
)
_CONSTRUED = re.compile(
    r"\A\W*nothing\s+in\s+(?:this|these|the)\b.*\b(?:construed|interpreted|read\s+as|taken\s+(?:to|as)|affects?|limits?"
    r"|restricts?|confers?)\b",
    re.IGNORECASE,
)
"""How the text is to be read, which binds nobody."""
_DO_NOT = re.compile(
    r"(?:\b(?:do|does)\s+not|(?:\A|[,:;)])\W{0,4}(?:and\s+)?(?:\([\w]+\)\s*)?(?:\w+\s+)?never(?:,[^,]*,)?)\s+"
    r"(?=\w)(?!have\s+to\b|(?:the|an?|any|need|be|prohibit|prevent|stop|forbid|require|mean|apply|affect|include|cover|extend"
    r"|constitute|form|hold|exist|count|matter)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf"(?:\s+(?:{NEVER}|normally|usually|also|\w+ly))*\s*", re.IGNORECASE)
"""What may stand between a verb and its helper: "will not normally agree to"."""
_ORDERS_NOTHING = re.compile(
    r"\A\W*(?:\w+ly\s+|please\s+)?\w+\s+(?:no\s+(?!more\b|later\b)\w+|nobody|no-one|nothing|none)\b",
    re.IGNORECASE,
)
"""An order such as "Tell no one"."""
_INVERTED = re.compile(rf"{_ABSOLUTE.pattern}.*?\b(?:is|are)\b\s+(?:[\w’'-]+\s+){{1,4}}?to\s+\w", re.IGNORECASE)
_SEGMENT_ENDS = re.compile(r"[,;:()]|\s[–—-]\s|\b(?:but|and)\b(?=\s+(?:may|must|should|will|can|shall)\b)")
_FAR = 300
"""Characters: further back than this, nothing belongs to the words that bind."""
_DENIES = re.compile(rf"\b(?:{NEVER}|no)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=;)\s+|(?<=[.!?])\s+(?=[^a-z\s])|(?<=:)\s+(?=[A-Z])")
AVOIDS = re.compile(
    r"\b(?:(?:avoid|refrain|abstain|desist)\w*|(?:must|shall|should|will|politely)\s+(?:decline|refuse)"
    r"|\A\W*(?:decline|refuse)|(?:keep|stay|steer)s?\s+(?:\w+\s+){0,3}?(?:off|out\s+of|away\s+from|clear\s+of))\b"
    r"(?:\s+from\b)?",
    re.IGNORECASE,
)
"""Whoever must avoid something must not do it: a duty may say either."""
_LETS_NOT = re.compile(r"\b(?:ensure|sure|essential)\b.*\b(?:not|never|no)\b", re.IGNORECASE)
_OPPOSITE = {
    Strength.MUST: Strength.MUST_NOT,
    Strength.SHOULD: Strength.SHOULD_NOT,
    Strength.WILL: Strength.WILL_NOT,
}


@dataclass(frozen=True, slots=True)
class Binding:
    """The strengths of words: `stated` by words that bind or by an order, `supposed` by a plain statement.

    Where they are `restricted`, as by "may only", something may be done under a condition, and else must not.
    `turned` is how they bind to the deed itself where they say that it must be avoided. What may not be
    `withheld` may be had.
    """

    stated: frozenset[Strength] = frozenset()
    supposed: frozenset[Strength] = frozenset()
    restricted: bool = False
    turned: frozenset[Strength] = frozenset()
    withheld: bool = False

    def __or__(self, other: Binding) -> Binding:
        restricted = self.restricted or other.restricted
        withheld = self.withheld or other.withheld
        return Binding(
            self.stated | other.stated,
            self.supposed | other.supposed,
            restricted,
            self.turned | other.turned,
            withheld,
        )

    @property
    def strengths(self) -> frozenset[Strength]:
        """All of them. Where words bind in no known way, there are none."""
        return self.stated | self.supposed | self.turned


def sentences(text: str) -> list[str]:
    """Return the sentences of a clause."""
    return _SENTENCE.split(text)


@lru_cache(maxsize=8192)
def binding(text: str) -> Binding:
    """Return how the words of a clause bind."""
    found = Binding()
    for sentence in sentences(_in_full(text)):
        for segment in segments_of(sentence):
            found |= _binding_of_segment(segment)
    return found


def _in_full(text: str) -> str:
    """Return words with verbs in full ("you’re not" is "you are not"), and lists that are not said to go on."""
    if not _SHORT.search(text):
        return text
    text = _NOT_SHORTENED.sub(lambda verb: _NOT_IN_FULL.get(verb[1].lower(), f"{verb[1]} not"), text)
    text = _SHORTENED.sub(lambda verb: _IN_FULL[str(verb[verb.lastindex or 0]).lower()], text)
    return _AND_MORE.sub("", text)


def _binding_of_segment(segment: str) -> Binding:
    if _CONSTRUED.match(segment):
        return Binding()
    found_in_words = list(_operator_bindings(segment))
    found = Binding(MUST_NOT) if _INVERTED.match(segment) else Binding()
    for strength_of, aside in found_in_words:
        found |= Binding() if aside else strength_of
    if not found.strengths and found_in_words and begins_aside(segment):
        found = found_in_words[-1][0]
    if not found.strengths:
        found = _unspoken(segment)
    if not found.strengths:
        for strength_of, _ in found_in_words:
            found |= strength_of
    if AVOIDS.search(segment) or _LETS_NOT.search(segment):
        found |= Binding(turned=frozenset(_OPPOSITE[each] for each in found.strengths if each in _OPPOSITE))
    return found


def _unspoken(segment: str) -> Binding:
    """Return how words bind that have none of those which bind: as an order, or a plain statement."""
    if forbids(segment):
        return Binding(MUST_NOT)
    if _LIMITED.search(segment):
        return Binding(MUST_NOT, restricted=True)
    if is_order(segment):
        return Binding(MUST_NOT if _ORDERS_NOTHING.match(segment) else MUST)
    match statement(segment):
        case Statement.DOES:
            return Binding(supposed=DOES)
        case Statement.DOES_NOT:
            return Binding(supposed=DOES_NOT, restricted=bool(_UNLESS.search(segment)))
        case Statement.DOES_ONLY:
            return Binding(supposed=DOES_NOT, restricted=True)
        case Statement.NONE:
            return Binding()


def _operator_bindings(segment: str) -> Iterator[tuple[Binding, bool]]:
    """Yield what each of the words that bind means, and whether it stands aside: in a condition, say."""
    main = 0
    limits = _ONLY.search(segment) is not None, _UNLESS.search(segment) is not None
    for match in OPERATOR.finditer(segment):
        form = OPERATORS[(match.lastindex or 1) - 1]
        before, behind = _words_before(segment, match.start()), segment[match.end() :]
        if _THAN.search(before) or (form is IS_TO and _PURPOSE.search(before)):
            continue
        nobody = not main and _NO_SUBJECT.match(segment[: match.start()])
        possible = form.plain == MAY and not nobody and is_possibility(segment, match.end())
        goes_on = main and _GOES_ON.fullmatch(segment, main, match.start()) and not match[0].startswith("be")
        if possible or goes_on or is_no_verb(segment, *match.span()):
            continue
        aside = is_aside(segment, main, match.start())
        if nobody and not aside:
            before = segment[: match.start()].split(",")[0]
        main = main if aside else match.end()
        yield _operator_binding(form, match[0], before, behind, segment, limits), aside
    for match in _DO_NOT.finditer(segment):
        rest = segment[match.end() :]
        also = MUST if _NEGLECTED.match(rest) else frozenset()
        yield Binding(DOES_NOT | also), is_aside(segment, 0, match.start())


def _operator_binding(
    form: Form, words: str, before: str, behind: str, segment: str, limits: tuple[bool, bool]
) -> Binding:
    only, unless = limits
    behind_it = _DENIED_BEHIND.match(behind)
    denied = _SUBJECT.search(before) or _NOT_RIGHT_BEFORE.search(before) or _DENIES.search(words)
    if behind_it or denied or _NOTHING_BEHIND.match(behind):
        strengths = form.behind if behind_it and form.behind is not None else form.denied
        if strengths == SHOULD_NOT and _ABSOLUTE.match(segment):
            strengths |= MUST_NOT
        rest = behind[behind_it.end() :] if behind_it else behind
        if strengths <= DOES_NOT | SHOULD_NOT and _WITHHELD.match(rest):
            return Binding(MAY, withheld=True)
        also = form.plain if _NEGLECTED.match(rest) else frozenset()
        return Binding(strengths | also, restricted=unless)
    if form.plain == MAY and form is not DISCRETION and only:
        return Binding(MUST_NOT, restricted=True)
    return Binding(form.plain)


def _words_before(segment: str, at: int) -> str:
    """Return the words before a place, back to the last sign that parts clauses."""
    return _SEGMENT_ENDS.split(segment[max(0, at - _FAR) : at])[-1]
