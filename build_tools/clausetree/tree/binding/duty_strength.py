"""Does a duty say what the clauses say that it cites?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.tree.binding.binding import AVOIDS, Binding, binding, sentences
from clausetree.tree.binding.cited_words import cited_policies, cited_words
from clausetree.tree.binding.own_words import is_readable
from clausetree.tree.binding.side_clauses import segments_of
from clausetree.tree.model import Citation, Duty, Tree
from clausetree.tree.problems.clauses import BindsInAnotherLanguage, BindsInNoKnownWay, StrengthDiffers
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.strength import FORBIDDING, Strength
from clausetree.tree.syntax import DutySyntax, TreeSyntax
from clausetree.tree.written_lines import written_duties

_CONDITION = re.compile(r"\b(?:only|if|when|where|once|after|with|subject\s+to)\b", re.IGNORECASE)
"""What a duty says its condition with."""
_UNLESS = re.compile(r"\b(?:unless|save|except|without)\b", re.IGNORECASE)
"""What a duty says with when something must not be done. It is no condition under which it may."""
_WITHHOLDS = re.compile(r"\b(?:refus|den[yi]|prevent|stop|hinder|withh[eo]ld)\w*\b", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w{3})(?:ed|es|ing|s|e)\Z")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "about after also been before each from have into must other shall should such than that their them"
        " then there these they this those under until upon very were what when where which while will"
        " with within without would your",
    )
)
"""Words that every text has: that two share them says nothing of what they are about."""


class _Read(NamedTuple):
    """A segment of a clause: its stems, whether it says to avoid something and what, and how it binds."""

    stems: frozenset[str]
    avoids: bool
    avoided: frozenset[str]
    bound: Binding


class _Segment(NamedTuple):
    """How a segment of a clause binds to a duty, and how many words it shares with it."""

    strengths: frozenset[Strength]
    stated: bool
    restricted: bool
    shared: int


def check_strengths(tree: Tree, syntax: TreeSyntax, registry: Registry) -> Iterator[TreeProblem]:
    """Yield the duties that say otherwise than their clauses.

    Where clauses bind in no known way, that is told once, and so it is of a policy whose words cannot be read.
    Raises AssertionError where the registry has not a policy that is cited.
    """
    told: set[Citation] = set()
    unread: set[str] = set()
    for _, written, duty in written_duties(tree, syntax):
        if not duty.cites:
            continue
        if foreign := [policy for policy in cited_policies(registry, duty.cites) if not is_readable(policy)]:
            for policy in foreign:
                if policy.id not in unread:
                    yield _in_another_language(policy, syntax, written)
                unread.add(policy.id)
            continue
        labels = tuple(citation.label for citation in duty.cites)
        texts = [text for cited in duty.cites for text in cited_words(registry, cited)]
        segments = list(_segments(duty, texts))
        if not _strengths(segments):
            if not told.issuperset(duty.cites):
                yield BindsInNoKnownWay(written.span, duty.strength, labels)
            told.update(duty.cites)
        elif differing := _differing(duty, segments):
            found = tuple(strength for strength in Strength if strength in _strengths(differing))
            restricted = any(segment.restricted for segment in differing)
            yield StrengthDiffers(written.span, duty.strength, labels, found, restricted)


def _in_another_language(policy: Policy, syntax: TreeSyntax, written: DutySyntax) -> TreeProblem:
    if syntax.policy and syntax.policy.text == policy.id:
        return BindsInAnotherLanguage(syntax.policy.span, policy.language, "")
    return BindsInAnotherLanguage(written.span, policy.language, policy.id)


def _segments(duty: Duty, texts: list[str]) -> Iterator[_Segment]:
    wanted = _stems(duty.what.text)
    for text in texts:
        for read in _read(text):
            strengths = _to_duty(read, duty.what.text, wanted)
            stated, restricted = bool(read.bound.stated), read.bound.restricted
            yield _Segment(strengths, stated, restricted, len(wanted & read.stems))


@lru_cache(maxsize=8192)
def _read(text: str) -> list[_Read]:
    segments = [segment for sentence in sentences(text) for segment in segments_of(sentence)]
    return [
        _Read(_stems(segment), AVOIDS.search(segment) is not None, _stems(_avoided(segment)), binding(segment))
        for segment in segments
    ]


def _avoided(segment: str) -> str:
    """Return what is to be avoided: the words behind the verb, as far as they belong to it."""
    verb = AVOIDS.search(segment)
    return re.split(r"[,;.]|\s(?:and|but)\s", segment[verb.end() :])[0] if verb else ""


def _to_duty(read: _Read, says: str, wanted: frozenset[str]) -> frozenset[Strength]:
    """Return how words bind to a duty, which may speak of avoiding or withholding as they do, or not."""
    bound = read.bound
    if bound.turned and read.avoids:
        deed = (wanted & read.avoided or not read.avoided) and not AVOIDS.search(says)
        return bound.turned if deed else bound.stated | bound.supposed
    if bound.withheld and _WITHHOLDS.search(says):
        return FORBIDDING
    return bound.strengths


def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words: "reported" and "report" have the same."""
    words = re.findall(r"[^\W\d_]{4,}", text.lower())
    return frozenset(_ENDING.sub("", word)[:5] for word in words if word not in _SMALL)


def _strengths(segments: Iterable[_Segment]) -> frozenset[Strength]:
    return frozenset(strength for segment in segments for strength in segment.strengths)


def _differing(duty: Duty, segments: list[_Segment]) -> list[_Segment]:
    """Return the segments of its clauses that a duty differs from; none where it says what they say.

    Another segment may say what a duty says, unless it is plain that the duty is drawn from one that says the
    opposite. What a plain statement is supposed to mean counts for those duties alone that are drawn from it.
    """
    nearest = _nearest(segments)
    if _holds(duty, nearest):
        return []
    if not _strengths(nearest):
        return [] if _holds(duty, segments) else segments
    opposite = (
        _strengths(nearest) <= FORBIDDING
        if duty.strength not in FORBIDDING
        else not _strengths(nearest) & FORBIDDING
    )
    if opposite:
        return nearest
    return [] if _holds(duty, [segment for segment in segments if segment.stated]) else segments


def _nearest(segments: list[_Segment]) -> list[_Segment]:
    """Return the segments that a duty is most likely drawn from: those that share most words with it."""
    most = max(segment.shared for segment in segments)
    return [segment for segment in segments if segment.shared * 3 > most * 2 or not most]


def _holds(duty: Duty, segments: Iterable[_Segment]) -> bool:
    """Return whether a clause says what a duty does. "May only" allows what the duty has a condition for."""
    says = duty.what.text
    conditional = duty.when is not None or (_CONDITION.search(says) is not None and not _UNLESS.search(says))
    allowed = conditional and duty.strength is Strength.MAY
    return any(duty.strength in segment.strengths or (allowed and segment.restricted) for segment in segments)
