"""The words of a policy that bind by what its head says of them, put as the program knows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from clausetree.policy.policy import Policy
from clausetree.tree.strength import Strength

_PLAIN = {strength.value: strength.value for strength in Strength} | {"encouraged": "is encouraged to"}
_VERB = r"(?:\b(?:is|are|be)\s+)?"
_TO = r"(?:\s+to\b)?"


def is_readable(policy: Policy) -> bool:
    """Return whether anything is known of how the words of a policy bind."""
    return bool(policy.binds) or is_english(policy)


def in_plain_words(policy: Policy) -> Callable[[str], str]:
    """Return what puts the words of a clause so that they can be read.

    An own word counts with the verb before it and the "to" behind it: who binds by "expected" may have written
    "is expected to". Of a policy that is not in English, the own words are all that is left.
    """
    return _putting(policy.binds, english=is_english(policy))


def is_english(policy: Policy) -> bool:
    """Return whether a policy is written in English."""
    return policy.language.lower().split("-")[0] == "en"


@lru_cache(maxsize=64)
def _putting(binds: tuple[tuple[str, str], ...], *, english: bool) -> Callable[[str], str]:
    if not binds:
        return lambda text: text if english else ""
    meanings = {_same(words): _PLAIN[strength] for words, strength in binds}
    longest = sorted(meanings, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest).replace("'", "['’]")
    own = re.compile(rf"{_VERB}(?<!\w)({words})(?!\w){_TO}", re.IGNORECASE)

    def put(text: str) -> str:
        if english:
            return own.sub(lambda match: _meaning(match, meanings), text)
        return ". ".join(f"They {_meaning(match, meanings)} do so" for match in own.finditer(text))

    return put


def _meaning(match: re.Match[str], meanings: dict[str, str]) -> str:
    return meanings[_same(match[1])]


def _same(words: str) -> str:
    return " ".join(words.split()).casefold().replace("’", "'")
