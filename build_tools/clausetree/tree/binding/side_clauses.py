"""Which of the words that bind stand aside: in a condition, a reason or a description."""

from __future__ import annotations

import re

_CONDITION = re.compile(
    r"\A\W*(?:(?:if|when|whenever|where|wherever|whether|unless|once|after|before|until|while|although|though"
    r"|because|since|as\s+soon\s+as|as\s+long\s+as|in\s+case|provided|subject\s+to|notwithstanding|by|in\s+order\s+to)\b"
    r"|(?:should|had|were)\s+(?:you|he|she|they|it|we|there|the|an?|any\w*|somebody|someone)\b)[^,:]*,"
    r"(?!\s*(?:unless|if|when|where|except|save|and|or|but|so)\b)\s*",
    re.IGNORECASE,
)
"""A condition at the beginning, up to the first comma. "Should you be late" is one."""
_APART = re.compile(
    r",\s+(?=(?:do\s+not|never)\s+(?!the\b|an?\b))"
    r"|(?:[,;]\s+so|[,;]?(?<!\bhe)(?<!\bhis)(?<!\bhim)\s+(?:but|and|or|nor))\s+"
    r"(?=(?:please\s+)?(?:do\s+not|never|always|they|he|she|it|we|you)\b)"
    r"|,\s+(?:but|and)\s+(?=(?:must|should|may|will|can|cannot|shall|ought)\b)"
    r"|,\s+and\s+(?=(?:go|gather|call|tell|report|leave|wait|ring|ask|keep|take|return|write|send)\b)"
    r"|,\s+(?=who\b)|,\s+(?:and\s+)?then\s+|,\s+(?:and|but)\s+(?=(?:the|an?|no|nobody|no\s+one)\s)",
    re.IGNORECASE,
)
"""Where one statement ends and another begins."""
_CONDITION_OPEN = re.compile(
    r"\A\W*(?:if|when|where|unless|once|before|after|until|while|because|as)\b", re.IGNORECASE
)
_PARENTHESIS = re.compile(
    r",\s+(?:whatever|however|whether|regardless|irrespective|who|which|whose)\b[^,;:]*,\s*", re.IGNORECASE
)
_TAIL = re.compile(
    r"(?<=\w)\s+(?:should\s+(?:it|they|he|she|we|you|there|any\w*|some\w+|this|the|an?)\s"
    r"|so\s+(?:it|they|he|she|we|you|others|people|every\w+)\s+(?:can|could|may|might)\b)[^,;:]*",
    re.IGNORECASE,
)
"""A condition or a purpose behind a statement: "should it be lost", "so they can plan"."""
_TURNS = re.compile(
    r"\b(?:no|nor|neither|never|not|only|how|what|which|why|whom?)\b|\b(?:when|where)\s*\Z", re.IGNORECASE
)
"""Behind these words, "should they" is no condition: "nor should they", "how often should they"."""
_FINITE = (
    r"(?:is|are|was|were|has|have|had|do|does|did|\w+ed|(?:appl|rel)ies|requires|believes|comes|makes|gives|needs|wants"
    r"|wishes|falls|arises|occurs|relates|holds|takes|suspects|receives|finds|becomes|begins|ends|knows|thinks|feels"
    r"|rains|goes|works|lives|wants)"
)
"""A verb that a side clause may have: what comes behind it belongs to the main clause."""
_WORD = rf"(?:(?!{_FINITE}\b)[\w’'-]+,?\s+)"
_ASIDE = re.compile(
    r"\b(?:if|when|whenever|where|wherever|whether|unless|because(?!\s+of\b)|although|though|in\s+case|so\s+that"
    r"|(?:so|as)\s+(?:soon|long)\s+as|provided(?:\s+that)?|until|while|since|how|what|whatever|why|whoever"
    r"|(?:at|in|by|on|for|to|with|from|of)\s+(?:which|whom))"
    rf"\s+{_WORD}{{0,9}}\Z"
    r"|\bwho\s+\Z"
    r"|\bthan\s+(?:you|they|we|he|she|it)\s+(?:\w+ly\s+)?\Z"
    rf"|\b(?:which|whom)\s+{_WORD}{{0,3}}\Z"
    rf"|(?<!means )(?<!ensure )(?<!agree )(?<!so )(?<=\w )that\s+{_WORD}{{0,3}}\Z",
    re.IGNORECASE,
)
_OPENS_ASIDE = re.compile(
    r"\b(?:who|whom|which|whose|because|if|when|whenever|where|unless|until|whether|although|how|what|while|that"
    r"|whatever|however|after|before|once)\b",
    re.IGNORECASE,
)
_MAIN_AGAIN = re.compile(
    r"[;:][^,;:]*\Z|,\s+(?:and|but|nor)\s+(?:[\w’'-]+\s+){0,3}\Z|\s(?:and|but)\s+\Z", re.IGNORECASE
)
_MIGHT = re.compile(
    r"\s+(?:(?:well|also|still|often|sometimes|not\s+always|even|later|usually)\s+)*"
    r"(?:be\s+(?!(?:\w+ed|made|sent|kept|given|taken|held|paid|put|read|seen|shown|done|begun|bought|brought|built"
    r"|chosen|cut|drawn|driven|found|left|lent|let|met|set|sold|told|thrown|worn|written|spoken|used|absent|present|away"
    r"|accompanied)\b)\w+|have\s+(?:been|had|caused)|lead|result|cause|appear|seem|occur|arise|happen|vary"
    r"|mean|include|suggest|indicate|differ|exist|turn\s+out|suit|look|feel|affect|fail|become|remain|need|want|wish|find"
    r"|prove|involve|fall\s+to\s+be|reach|take\s+(?:many|several|some|a\s+while|you)|show)\b",
    re.IGNORECASE,
)
"""What is only possible: "the tablets may cause drowsiness"."""
_NOUN = re.compile(r"\b(?:his|her|their|its|your|my|our|a|an|the|of|good|free|ill|at|last)\s+\Z", re.IGNORECASE)


_FAR = 300
"""Characters: no side clause that matters to a word begins further back."""


def segments_of(sentence: str) -> list[str]:
    """Return the statements of a sentence one by one, each without the condition that it begins with."""
    sentence = _without_condition(sentence)
    tail = _TAIL.search(sentence)
    if tail and not _TURNS.search(sentence[: tail.start()]):
        sentence = sentence[: tail.start()] + sentence[tail.end() :]
    # What is put in between ends a condition at the beginning, and parts no subject from its verb.
    bare = _PARENTHESIS.sub(", " if begins_aside(sentence) else " ", sentence)
    return [_without_condition(segment) for segment in _APART.split(bare)]


def _without_condition(segment: str) -> str:
    """Return a statement without the conditions that it begins with."""
    for _ in range(3):
        match = _CONDITION.match(segment)
        if match is None or not segment[match.end() :].strip():
            break
        segment = segment[match.end() :]
    return segment


def is_aside(segment: str, main: int, at: int) -> bool:
    """Return whether the words at a place stand aside; `main` is where the last ended that do not."""
    before = segment[max(0, at - _FAR) : at]
    if _MAIN_AGAIN.search(before):
        return False
    return _ASIDE.search(before) is not None or (main > 0 and _OPENS_ASIDE.search(segment[main:at]) is not None)


def begins_aside(segment: str) -> bool:
    """Return whether a statement begins with a condition that no comma ends."""
    return _CONDITION_OPEN.match(segment) is not None


def is_possibility(segment: str, end: int) -> bool:
    """Return whether the "may" or "can" that ends here says what is only possible."""
    return _MIGHT.match(segment[end:]) is not None


def is_no_verb(segment: str, start: int, end: int) -> bool:
    """Return whether words are no verb here: the month of May, or "his or her will"."""
    word, before = segment[start:end], segment[:start]
    return (word == "May" and bool(before.strip())) or (word == "will" and _NOUN.search(before) is not None)
