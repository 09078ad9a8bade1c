"""The words that bind: how each form is said, and which strength it has, said plainly or denied."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausetree.tree.strength import Strength

MUST, MUST_NOT = frozenset({Strength.MUST}), frozenset({Strength.MUST_NOT})
SHOULD, SHOULD_NOT = frozenset({Strength.SHOULD}), frozenset({Strength.SHOULD_NOT})
WILL, WILL_NOT = frozenset({Strength.WILL}), frozenset({Strength.WILL_NOT})
MAY, ENCOURAGED = frozenset({Strength.MAY}), frozenset({Strength.ENCOURAGED})
DOES, DOES_NOT = MUST | WILL, MUST_NOT | WILL_NOT
"""Of plain statements: "the clerk keeps a list" tells the clerk to, or promises it."""

BE = r"(?:is|are|be|being|was|were|remains?)"
_ADVERB = r"(?:\w+ly|also|always|still|all|both|each|therefore|then|thus|hereby)"
HOW = rf"(?:\s+(?!only\b){_ADVERB}){{0,3}}"
NEVER = (
    r"(?:not(?!\s+(?:only|later|less|more|fewer|earlier|least)\b)|never|no longer|neither"
    r"|(?:under|in) no (?:circumstances?|cases?|event|way)"
    r"|on no account|at no time|by no means)"
)
IS = rf"{BE}(?:\s+(?:{NEVER}|{_ADVERB})){{0,5}}"


class Form(NamedTuple):
    """What words mean, what they mean denied ("not required to"), and denied behind ("required not to")."""

    words: str
    plain: frozenset[Strength]
    denied: frozenset[Strength]
    behind: frozenset[Strength] | None = None


_PARTICIPLES = (
    r"required|obliged|prohibited|forbidden|allowed|permitted|authori[sz]ed|entitled|expected|encouraged|unlawful"
    r"|illegal|an\s+offence|the\s+duty|incumbent|responsible|exempt"
)
_NOT_TO = r"(?=\s+(?:not\s+)?(?:to|that)\b)"
_WORDS = r"(?:[\w’'-]+\s+)"
_WRONG = (
    r"(?:offences?|crimes?|criminal\s+matters?|misconduct|breach(?:es)?|disciplinary\s+(?:matter|offence)s?|theft|fraud|contraventions?"
    r"|violations?)"
)
_PUNISHED = (
    r"(?:dismissal|disciplin\w+|prosecution|expulsion|suspension|removal|exclusion|termination|eviction|sanctions?"
    r"|penalt\w+|a\s+fine|fines|withdrawal)"
)
DISCRETION = Form(r"at\s+(?:[\w’'-]+\s+){0,3}discretion", MAY, MUST)
_BE_PUNISHED = (
    r"[^.;]*?\b(?:will|may|shall|can)\s+be\s+(?:fined|dismissed|disciplined|prosecuted|expelled|suspended|excluded"
    r"|banned|barred|evicted|clamped|towed\s+away|asked\s+to\s+leave|sent\s+home)"
)
_BEHIND_IS = (
    Form(
        r"(?:prohibited|forbidden|banned|barred|unacceptable|disallowed|unlawful|illegal|intolerable"
        r"|out\s+of\s+(?:bounds|the\s+question)|off[\s-]limits)",
        MUST_NOT,
        MAY,
    ),
    Form(
        r"(?:allowed|permitted|permissible|authori[sz]ed|empowered|entitled|free|welcome|at\s+liberty"
        r"|acceptable|tolerated)",
        MAY,
        MUST_NOT,
        MAY,
    ),
    Form(r"(?:payable|claimable|reimbursable|refundable|transferable)", MAY | WILL | MUST, MUST_NOT | WILL_NOT),
    Form(r"(?:optional|voluntary|exempt)", MAY, MUST),
    Form(
        r"(?:required|obliged|obligated|bound|compelled|under\s+(?:a|an|no)\s+(?:duty|obligation))",
        MUST,
        MAY,
        MUST_NOT,
    ),
    Form(
        r"(?:essential|mandatory|compulsory|obligatory|imperative|vital|necessary|needed|crucial"
        r"|a\s+(?:requirement|condition))",
        MUST,
        MAY,
        MUST_NOT,
    ),
    Form(r"(?:(?:responsible|accountable|answerable)\s+for|the\s+responsibility\s+of)", MUST, MAY),
    Form(rf"(?:expected|advised|recommended|reminded|asked|requested){_NOT_TO}", SHOULD, SHOULD_NOT),
    Form(rf"urged{_NOT_TO}", SHOULD | ENCOURAGED, SHOULD_NOT),
    Form(rf"invited{_NOT_TO}", MAY | ENCOURAGED, MUST_NOT),
    Form(r"(?:advisable|good\s+practice|best\s+practice)", SHOULD | ENCOURAGED, SHOULD_NOT),
    Form(rf"(?:wise|prudent|sensible|well\s+advised){_NOT_TO}", SHOULD | ENCOURAGED, SHOULD_NOT),
    Form(r"discouraged", SHOULD_NOT, MAY),
)
"""Forms that stand behind "is", and all that may come between."""

_OTHERS = (
    DISCRETION,
    # What is said of neglecting something binds to do it; what is punished must not be done.
    Form(rf"(?:who|that)\s+(?:do(?:es)?\s+not|fails?\s+to)\b{_BE_PUNISHED}", MUST, MUST),
    Form(rf"(?:who|anyone|anybody|those|found)\b{_BE_PUNISHED}", MUST_NOT, WILL_NOT),
    Form(
        r"(?:failure|failing|neglecting|refusal|refusing|omitting)\s+to\b[^.;]*?\b(?:will|may|shall|can|could|is|are|constitutes)",
        MUST,
        MUST,
    ),
    Form(
        rf"fails?\s+to\b[^.;]*?\b(?:guilty\s+of|commits?|liable\s+to)\s+(?:an?\s+)?{_WORDS}?(?:{_WRONG}|fine)",
        MUST,
        MUST,
    ),
    Form(
        rf"(?:commits?|constitutes?|amounts?\s+to|(?:is|are)\s+guilty\s+of|(?:will|shall|may)\s+be\s+(?:treated|regarded|seen"
        rf"|viewed|dealt\s+with)\s+as|(?:is|are)(?:\s+(?:considered|regarded|treated|seen)(?:\s+as)?)?)\s+(?!in\b)(?:an?\s+)?{_WORDS}{{0,2}}?{_WRONG}",
        MUST_NOT,
        MAY,
    ),
    Form(
        rf"(?:may|will|can|could|shall|might)\s+(?:also\s+)?(?:lead|result)\s+(?:to|in)\s+{_WORDS}{{0,3}}?{_PUNISHED}",
        MUST_NOT,
        frozenset(),
    ),
    Form(r"would\s+(?:normally|usually|ordinarily|generally)", SHOULD | WILL, SHOULD_NOT),
    Form(r"tolerates?(?=\s+\w)", MAY, MUST_NOT),
    Form(
        r"(?:has|have|having|enjoys?|reserves?)\s+(?:(?:the|a|an|no|every|any)\s+)?(?:right|discretion|power|authority|entitlement)s?\s+(?:to|of)",
        MAY,
        MUST_NOT,
        MAY,
    ),
    Form(
        r"(?:shall|will)\s+have\s+(?:(?:the|an?)\s+)?(?:\w+\s+)?(?:right|power|vote|authority|discretion|option)",
        MAY,
        MUST_NOT,
    ),
    Form(
        r"(?:is|are)\s+(?:not\s+)?for\s+(?:loan|sale|resale|hire|publication|circulation|distribution)",
        MAY,
        MUST_NOT,
    ),
    Form(r"feel\s+free\s+to", MAY, MAY),
    Form(
        rf"(?:is|are|be)\s+(?:not\s+)?(?:the\s+(?:duty|task|job)\s+of|incumbent\s+(?:up)?on"
        rf"|{_WORDS}{{1,4}}?(?:duty|responsibility|job|task)(?=\s+to\b))",
        MUST,
        MAY,
    ),
    Form(
        r"responsibility\b[^.;]*?\b(?:lies|rests)\s+with|falls\s+to(?=\s+(?:the|an?|each|every)\b)", MUST, MAY
    ),
    Form(
        rf"(?:is|are)\s+(?:not\s+)?(?:for|up\s+to)\s+(?!(?:example|use)\b){_WORDS}{{1,6}}?to(?=\s+\w)",
        MUST,
        MUST_NOT,
    ),
    Form(
        r"(?:has|have)\s+(?:a|the|no)\s+(?:duty|obligation|responsibility)(?=\s+(?:not\s+)?(?:to|of)\b)",
        MUST,
        MAY,
        MUST_NOT,
    ),
    Form(r"(?:has|have|had)\s+(?:got\s+)?to(?=\s+\w)", MUST, MAY, MUST_NOT),
    Form(r"needs?\s+to(?=\s+\w)", MUST, MAY, MUST_NOT),
    Form(r"needs?\s+no(?=\s+\w)", MAY, MAY),
    Form(r"(?:do|does)\s+not\s+(?:need|require)(?=\s+(?!to\b)\w)", MAY, MAY),
    Form(r"need(?=\s+\w)", MUST, MAY),
    Form(r"no\s+(?:requirement|obligation|need)\s+(?:to|for|that)", MAY, MAY),
    Form(rf"we\s+ask(?=\s+(?:that\b|{_WORDS}{{1,4}}?(?:not\s+)?to\s))", SHOULD, SHOULD_NOT),
    Form(rf"would\s+do\s+well{_NOT_TO}", SHOULD | ENCOURAGED, SHOULD_NOT),
    Form(r"discourages?", SHOULD_NOT, MAY),
    Form(r"(?:aims?|endeavours?|strives?|intends?)\s+to(?=\s+\w)", WILL | SHOULD, WILL_NOT | SHOULD_NOT),
    Form(r"expects?(?=\s+(?:[\w’'-]+\s+){1,4}?(?:not\s+)?to\s)", SHOULD, SHOULD_NOT),
    Form(r"requires?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", MUST, MAY),
    Form(r"encourages?(?=\s+(?:[\w’'-]+\s+){1,12}?to\s)", ENCOURAGED, MAY),
    Form(r"(?:prohibits?|forbids?|bans?)(?=\s+\w)", MUST_NOT, MAY),
    Form(r"(?:prevents?|precludes?|stops?)(?=\s+\w)", frozenset(), MAY),
    Form(r"encouraged\s+to", ENCOURAGED, MAY),
    Form(r"ought(?:\s+(?:also|always|therefore))?(?=\s+(?:not\s+)?to\b)", SHOULD, SHOULD_NOT),
    Form(
        r"(?:undertakes?|commits?|promises?|agrees?)(?=\s+(?:not\s+)?to\s+\w)", WILL | MUST, WILL_NOT | MUST_NOT
    ),
    Form(
        r"(?:is|are)(?=\s+(?:not\s+|never\s+)?to\s+(?!(?:the|an?|this|that|our|your|their|its)\b)\w)",
        MUST,
        MUST_NOT,
    ),
)

_SHALL = (Form("shall", MUST, MUST_NOT), Form("will", WILL, WILL_NOT))
_HELPING = (
    Form("must", MUST, MUST_NOT),
    Form("should", SHOULD, SHOULD_NOT),
    Form("(?:may|might|can|could)", MAY, MUST_NOT),
)
"""Helping verbs. They give way to what binds more closely."""

IS_TO = _OTHERS[-1]


def _operator() -> re.Pattern[str]:
    """Return what finds each form. What many of them share is said once, since it is long."""
    is_ = rf"{IS}\s+(?:{_any(_BEHIND_IS)})"
    # "It shall be forbidden", "must not be necessary": the words behind bind.
    shall = rf"(?:{_any(_SHALL)})(?!\s+be\s+(?:{_PARTICIPLES})\b)"
    helping = rf"(?:{shall}|{_any(_HELPING)})(?!\s+(?:not|never)\s+be\s+(?:{_PARTICIPLES}|necessary)\b)"
    return re.compile(rf"\b(?:{is_}|{_any(_OTHERS)}|{helping})(?![\w’'-])", re.IGNORECASE)


def _any(forms: tuple[Form, ...]) -> str:
    return "|".join(f"({form.words})" for form in forms)


OPERATOR = _operator()
OPERATORS = (*_BEHIND_IS, *_OTHERS, *_SHALL, *_HELPING)
"""Finds words that bind. The group that was found is the place of their form in OPERATORS, from 1."""
