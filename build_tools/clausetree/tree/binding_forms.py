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
HOW = r"(?:\s+(?!only\b)(?:\w+ly|also|always|still|all|both|each|therefore|then|thus|hereby)){0,3}"
NEVER = (
    r"(?:not(?!\s+only\b)|never|no longer|neither|(?:under|in) no (?:circumstances?|cases?|event|way)"
    r"|on no account|at no time|by no means)"
)
IS = rf"{BE}{HOW}(?:\s+{NEVER}|\s+only)?{HOW}"


class Form(NamedTuple):
    """What words mean, what they mean denied ("not required to"), and denied behind ("required not to")."""

    words: str
    plain: frozenset[Strength]
    denied: frozenset[Strength]
    behind: frozenset[Strength] | None = None


_PARTICIPLES = (
    r"required|obliged|prohibited|forbidden|allowed|permitted|authori[sz]ed|entitled|expected|encouraged"
)
_BY_ANOTHER = rf"(?!\s+be\s+(?:{_PARTICIPLES})\b|\s+(?:not|never)\s+be\s+(?:{_PARTICIPLES}|necessary)\b)"
"""What follows "shall" and binds more closely: "it shall be forbidden to"."""
_DENIED_BY_ANOTHER = rf"(?!\s+(?:not|never)\s+be\s+(?:{_PARTICIPLES}|necessary)\b)"
FORMS = (
    Form(rf"{IS}\s+(?:prohibited|forbidden|banned|barred|unacceptable|disallowed)", MUST_NOT, MAY),
    Form(
        rf"{IS}\s+(?:allowed|permitted|permissible|authori[sz]ed|entitled|free|at\s+liberty|acceptable)",
        MAY,
        MUST_NOT,
        MAY,
    ),
    Form(
        r"(?:has|have|having)\s+(?:(?:the|a|no)\s+)?(?:right|discretion|power|authority)s?\s+to",
        MAY,
        MUST_NOT,
        MAY,
    ),
    Form(rf"{IS}\s+(?:optional|voluntary)", MAY, MUST),
    Form(
        rf"{IS}\s+(?:required|obliged|obligated|bound|compelled|under\s+(?:a|an)\s+(?:duty|obligation))",
        MUST,
        MAY,
        MUST_NOT,
    ),
    Form(
        rf"{IS}\s+(?:essential|mandatory|compulsory|obligatory|imperative|vital|necessary|a\s+requirement)",
        MUST,
        MAY,
        MUST_NOT,
    ),
    Form(rf"{IS}\s+(?:responsible|accountable)\s+for|{IS}\s+the\s+responsibility\s+of", MUST, MAY),
    Form(
        r"(?:has|have)\s+(?:a|the|no)\s+(?:duty|obligation|responsibility)(?=\s+(?:not\s+)?(?:to|of)\b)",
        MUST,
        MAY,
        MUST_NOT,
    ),
    Form(r"(?:has|have|had)\s+(?:got\s+)?to(?=\s+\w)", MUST, MAY, MUST_NOT),
    Form(r"needs?\s+to(?=\s+\w)", MUST, MAY, MUST_NOT),
    Form(r"need(?=\s+not\b)", MUST, MAY),
    Form(r"no\s+(?:requirement|obligation|need)\s+(?:to|for|that)", MAY, MAY),
    Form(
        rf"{IS}\s+(?:expected|advised|recommended|reminded|asked|requested|urged)(?=\s+(?:not\s+)?(?:to|that)\b)",
        SHOULD,
        SHOULD_NOT,
    ),
    Form(rf"{IS}\s+(?:advisable|good\s+practice|best\s+practice)", SHOULD, SHOULD_NOT),
    Form(rf"{IS}\s+discouraged|discourages?", SHOULD_NOT, MAY),
    Form(r"expects?(?=\s+(?:[\w’'-]+\s+){1,4}?(?:not\s+)?to\s)", SHOULD, SHOULD_NOT),
    Form(r"requires?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", MUST, MAY),
    Form(r"encourages?(?=\s+(?:[\w’'-]+\s+){1,4}?to\s)", ENCOURAGED, MAY),
    Form(r"(?:prohibits?|forbids?|bans?)(?=\s+\w)", MUST_NOT, MAY),
    Form(r"(?:prevents?|precludes?|stops?)(?=\s+\w)", frozenset(), MAY),
    Form(r"encouraged\s+to", ENCOURAGED, MAY),
    Form(r"ought(?=\s+(?:not\s+)?to\b)", SHOULD, SHOULD_NOT),
    Form(r"(?:undertakes?|commits?|promises?)\s+to", WILL, WILL_NOT),
    Form(rf"must{_DENIED_BY_ANOTHER}|shall{_BY_ANOTHER}", MUST, MUST_NOT),
    Form(rf"should{_DENIED_BY_ANOTHER}", SHOULD, SHOULD_NOT),
    Form(rf"will{_BY_ANOTHER}", WILL, WILL_NOT),
    Form(rf"(?:may|might|can|could){_DENIED_BY_ANOTHER}", MAY, MUST_NOT),
    Form(
        r"(?:is|are)(?=\s+(?:not\s+|never\s+)?to\s+(?!(?:the|an?|this|that|our|your|their|its)\b)\w)",
        MUST,
        MUST_NOT,
    ),
)
IS_TO = FORMS[-1]
OPERATOR = re.compile(r"\b(?:" + "|".join(f"({form.words})" for form in FORMS) + r")(?![\w’'-])", re.IGNORECASE)
