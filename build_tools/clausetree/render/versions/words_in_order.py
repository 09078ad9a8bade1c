"""Words without anchors, as print and reading modes have them, held against a released version in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.policy.policy import Policy
from clausetree.render.versions.text_runs import ITEM, TextRun, item_runs, trimmed

_SPACE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_HYPHENS = re.compile("[\u2010\u2011]")
_SOFT = "\u00ad"
_SIGN = r"(?:[•‣–◦▪☐☑☒*·-]|\(?[^\W_]{1,6}[.)]){0,3}"
"""What may stand before an item of a list: an item that begins with a list has two signs."""
_BULLETS = "•‣–◦▪"
_TELLING = 16
"""Fewer letters stand in many places: they are looked for nearby."""
_NEAR = 400
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class WordFaults:
    """Where words differ, which share was found, and whether `only_more` words are there than were."""

    faults: tuple[str, ...]
    share: float
    only_more: bool


def faults_in_words(words: str, version: Policy, frozen: str, *, numbered: bool = True) -> WordFaults:
    """Hold words against a version; `frozen` is the HTML of its copy. Its numbers may be left out."""
    anchors = {clause.anchor for clause in version.clauses}
    runs = trimmed(item_runs(frozen, anchors))
    numbers = {clause.anchor: clause.printed or clause.number or "" for clause in version.clauses}
    patterns = [_pattern(run, "" if numbered else numbers.get(run.anchor or "", "")) for run in runs]
    reading = _Reading(squeezed(words).replace(_SOFT, ""), version)
    faults = tuple(dict.fromkeys(reading.read(runs, patterns)))
    share = 1 - reading.misses / len(runs) if runs else 0.0
    return WordFaults(faults, share, bool(faults) and not reading.misses)


def squeezed(words: str) -> str:
    """Return words in one form, without white space."""
    return _HYPHENS.sub("-", _SPACE.sub("", unicodedata.normalize("NFKC", words)))


def _pattern(run: TextRun, number: str) -> re.Pattern[str]:
    words, optional = squeezed(run.words), squeezed(number)
    beginning = ""
    if optional and words.lstrip(ITEM).startswith(optional):
        beginning, words = f"(?:{re.escape(optional)})?", words.lstrip(ITEM).removeprefix(optional)
    # Where a line is broken at a soft hyphen, print has one that is seen.
    signs = {ITEM: _SIGN, _SOFT: "-?"}
    return re.compile(beginning + "".join(signs.get(sign) or re.escape(sign) for sign in words))


@dataclass(slots=True)
class _Reading:
    """Goes through `words` from run to run; `at` is behind the last that was found, None before the first."""

    words: str
    version: Policy
    at: int | None = None
    lost: bool = False
    misses: int = 0

    def read(self, runs: list[TextRun], patterns: list[re.Pattern[str]]) -> Iterator[str]:
        labels = {clause.anchor: clause.label for clause in self.version.clauses}
        self.at = self._start(patterns)
        for run, pattern in zip(runs, patterns, strict=True):
            label = labels.get(run.anchor or "")
            match = self._next(run, pattern)
            if match is None:
                self.lost = True
                self.misses += 1
                yield _missing(run, label)
                continue
            between = self.words[self.at or 0 : match.start()]
            # An item without words leaves its bullet.
            if between.strip(_BULLETS) and self.at is not None and not self.lost:
                yield f"words that are not in that version: “{between[:_SHOWN]}”"
            self.at, self.lost = match.end(), False

    def _start(self, patterns: list[re.Pattern[str]]) -> int | None:
        """The title stands in the head of many a page, too: the policy begins where more of it follows."""
        for first in patterns[0].finditer(self.words) if len(patterns) > 1 else ():
            if patterns[1].match(self.words, first.end()):
                return first.start()
        return None

    def _next(self, run: TextRun, pattern: re.Pattern[str]) -> re.Match[str] | None:
        start = self.at or 0
        if self.at is not None and not self.lost:
            bullets = len(self.words[start:]) - len(self.words[start:].lstrip(_BULLETS))
            here = pattern.match(self.words, start) or pattern.match(self.words, start + bullets)
            if here is not None:
                return here
        is_telling = len(squeezed(run.words)) >= _TELLING
        return pattern.search(self.words, start, len(self.words) if is_telling else start + _NEAR)


def _missing(run: TextRun, label: str | None) -> str:
    if label:
        return f"{label} is missing or has other words"
    return f"words of that version are missing: “{run.words.strip(ITEM)[:_SHOWN]}”"
