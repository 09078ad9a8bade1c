"""Words without anchors, as print and reading modes have them, held against a released version in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clausetree.policy.policy import Policy
from clausetree.render.versions.page_words import ITEM, PICTURE, TextRun

_SPACE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_HYPHENS = re.compile("[\u2010\u2011]")
_SOFT = "\u00ad"
_ROMAN = r"(?=[ivx])x{0,4}(?:ix|iv|v?i{0,3})"
_SIGN = rf"[•‣–◦▪*·-]?(?:\(?(?:\d{{1,4}}|[^\W\d_]|{_ROMAN}|{_ROMAN.upper()})[.)])?[☐☑☒]?"
"""What may stand before an item of a list: a bullet, and a figure, one letter or a Roman numeral."""
_BULLETS = "•‣–◦▪"
_RAISED = ("<super>", "<sub>", "<fraction>")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LITERAL = re.compile(f"[^{ITEM}{_SOFT}]+")
_SPOKEN = re.compile(f"{PICTURE}([^{PICTURE}]*){PICTURE}")
_TELLING = 16
"""Fewer letters stand in many places: they are looked for nearby."""
_NEAR = 400
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class WordFaults:
    """Where words differ, which share was found, and what stands before and behind the version, or "".

    They have `only_more` where nothing is missing, and words are there that were not.
    """

    faults: tuple[str, ...]
    share: float
    only_more: bool
    before: str
    behind: str


def faults_in_words(
    words: str, version: Policy, runs: Sequence[TextRun], *, numbered: bool = True
) -> WordFaults:
    """Hold words against a version; `runs` are those of its copy. Its numbers may be left out."""
    numbers = {clause.anchor: clause.printed or clause.number or "" for clause in version.clauses}
    patterns = [_pattern(run, "" if numbered else numbers.get(run.anchor or "", "")) for run in runs]
    reading = _Reading(squeezed(words).replace(_SOFT, ""), version)
    faults = tuple(dict.fromkeys(reading.read(runs, patterns)))
    share = 1 - reading.misses / len(runs) if runs else 0.0
    return WordFaults(faults, share, bool(faults) and not reading.misses, reading.before, reading.behind)


def squeezed(words: str) -> str:
    """Return words in one form, without white space. Raised figures stay: 10² is not 102."""
    joined = unicodedata.normalize("NFC", _SPACE.sub("", words))
    folded = _BEYOND_ASCII.sub(lambda sign: _folded(sign[0]), joined)
    return _HYPHENS.sub("-", _SPACE.sub("", unicodedata.normalize("NFC", folded)))


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    raised = unicodedata.decomposition(sign).startswith(_RAISED)
    return sign if raised else unicodedata.normalize("NFKC", sign)


def not_in_version(words: str) -> str:
    """Return what to say of words that a version has not; of many, the first are shown."""
    return f"words that are not in that version: “{words[:_SHOWN]}”"


def _pattern(run: TextRun, number: str) -> re.Pattern[str]:
    words, optional = squeezed(run.marked), squeezed(number)
    beginning = ""
    if optional and words.lstrip(ITEM).startswith(optional):
        beginning, words = f"(?:{re.escape(optional)})?", words.lstrip(ITEM).removeprefix(optional)
    # Where a line is broken at a soft hyphen, print has one that is seen.
    signs = {ITEM: _SIGN, _SOFT: "-?"}
    written = "".join(signs.get(sign) or re.escape(sign) for sign in words)
    return re.compile(beginning + _SPOKEN.sub(r"(?:\1)?", written))


@dataclass(slots=True)
class _Reading:
    """Goes through `words` from run to run; `at` is behind the last that was found, None before the first."""

    words: str
    version: Policy
    at: int | None = None
    lost: bool = False
    misses: int = 0
    before: str = ""
    behind: str = ""

    def read(self, runs: Sequence[TextRun], patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
        labels = {clause.anchor: clause.label for clause in self.version.clauses}
        self.at = self._start(patterns)
        self.before = self._words(0, self.at or 0)
        for run, pattern in zip(runs, patterns, strict=True):
            label = labels.get(run.anchor or "")
            match = self._next(run, pattern)
            if match is None:
                self.lost = True
                self.misses += 1
                yield _missing(run, label)
                continue
            between = self._words(self.at or 0, match.start())
            if self.at is None and not self.lost:
                self.before = between
            elif between and not self.lost:
                yield not_in_version(between)
            self.at, self.lost = match.end(), False
        self.behind = "" if self.lost or self.at is None else self._words(self.at, len(self.words))

    def _words(self, start: int, end: int) -> str:
        """Return what stands there; "" for a bullet, which an item without words leaves, and for the title."""
        found = self.words[start:end].strip(_BULLETS)
        return found.removesuffix(squeezed(self.version.title))

    def _start(self, patterns: Sequence[re.Pattern[str]]) -> int | None:
        """The title stands in the head of many a page, too: the policy begins where more of it follows."""
        for first in patterns[0].finditer(self.words) if len(patterns) > 1 else ():
            if patterns[1].match(self.words, first.end()):
                return first.start()
        return None

    def _next(self, run: TextRun, pattern: re.Pattern[str]) -> re.Match[str] | None:
        start = self.at or 0
        if self.at is not None and not self.lost:
            behind = start
            while self.words[behind : behind + 1] in _BULLETS and behind < len(self.words):
                behind += 1
            here = pattern.match(self.words, start) or pattern.match(self.words, behind)
            if here is not None:
                return here
        return self._further(run, pattern, start)

    def _further(self, run: TextRun, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """A long row of letters is looked for first: it is found in no time, and a pattern is not."""
        words = _SPOKEN.sub(ITEM, squeezed(run.marked))
        longest = max(_LITERAL.findall(words), key=len, default="")
        end = len(self.words) if len(words) >= _TELLING else start + _NEAR
        if self.words.find(longest[len(longest) // 2 :], start, end) < 0:
            return None
        return pattern.search(self.words, start, end)


def _missing(run: TextRun, label: str | None) -> str:
    if label:
        return f"{label} is missing or has other words"
    return f"words of that version are missing: “{run.words[:_SHOWN]}”"
