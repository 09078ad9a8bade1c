"""What stands in a text and nobody would see: signs, notes and addresses to which nothing leads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from clausetree.policy.markdown.reader import Reading, compared
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import MarkWithoutNote, NoteWithoutMark, StrangeSign, UnusedDefinition
from clausetree.report.span import Span

_STRANGE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]+)\]:")


def unseen(
    text: str, begins: int, reading: Reading, starts: Sequence[int], used: Collection[str]
) -> Iterator[PolicyProblem]:
    """Yield what is wrong from where the words begin in `text`.

    `starts` says where each line begins that was read; `used` are the labels of links, as they are compared.
    """
    yield from _unread(text, begins, reading, used)
    yield from _repeated(text, reading, starts)
    for match in _STRANGE.finditer(text, begins):
        yield StrangeSign(Span(match.start(), match.end()), _sign_name(match[0]))


def _unread(text: str, start: int, reading: Reading, used: Collection[str]) -> Iterator[PolicyProblem]:
    """Yield the notes and the addresses that nobody would ever see."""
    for label in reading.uncited:
        yield NoteWithoutMark(_definition(text, start, rf"\[\^{re.escape(label)}\]:"), label)
    for name in reading.addresses.keys() - set(used):
        for match in re.finditer(r"^[ ]{0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:", text[start:], re.MULTILINE):
            if compared(match["label"]) == name:
                yield UnusedDefinition(Span(start + match.start(), start + match.end()), match["label"])
                break


def _repeated(text: str, reading: Reading, starts: Sequence[int]) -> Iterator[PolicyProblem]:
    """Yield the notes and the addresses whose label another one has, and the notes that begin within others."""
    for row, first in reading.noted_again.items():
        line = text.count("\n", 0, starts[first]) + 1
        if label := _LABEL.search(text, starts[row]):
            yield NoteWithoutMark(Span(*label.span()), label["label"].removeprefix("^"), line)
    for row in reading.addressed_again:
        if label := _LABEL.search(text, starts[row]):
            yield UnusedDefinition(Span(*label.span()), label["label"], already=True)
    for row in reading.noted_within:
        if label := _LABEL.search(text, starts[row]):
            yield MarkWithoutNote(Span(*label.span()), f"[{label['label']}]")


def _definition(text: str, start: int, pattern: str) -> Span:
    match = re.search(pattern, text[start:])
    return Span(start + match.start(), start + match.end()) if match else Span(start, start)


def _sign_name(sign: str) -> str:
    return unicodedata.name(sign, "").lower() or f"U+{ord(sign):04X}"
