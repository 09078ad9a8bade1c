"""The front matter of a policy's file, between two fences of `---`: found even where a fence is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.policy.front_matter.positions import Key, KeyPositions
from clausetree.policy.problems.front_matter import Fence
from clausetree.report.span import Span

_WHOLE = re.compile(
    r"\A---[ \t]*\r?\n(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE = re.compile(r"[^\r\n]*(?:\r?\n|\r|\Z)")
_POLICY = re.compile(r"""^["']?policy["']?[ \t]*:""", re.MULTILINE)
_DASHES = re.compile(r"[ \t]*[-–—]+[ \t]*")
_BODY = re.compile(r"#{1,6} .*\{:|\{:")
"""What stands in no front matter: a heading with its anchor, or an anchor."""
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_]+)(?:[ \t]*[:=][ \t]*|[ \t]+)(?P<value>[^\r\n]*)", re.MULTILINE)
_NOWHERE = Span(0, 0)
QUOTES = "\"'“”‘’"
"""Quotation marks: YAML's own, and those of word processors, which YAML takes for letters."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`text` is what the file begins with, up to the words of the policy.

    `inside` is where the lines between the fences stand. `lost` is the first fence that is not there, or is
    not just three hyphens, and `expected_at` where it should be.
    """

    text: str
    inside: Span
    lost: Fence | None = None
    expected_at: Span = _NOWHERE

    def values_as_written(self) -> dict[str, str]:
        """Return the value of each line at the margin: all that is left where YAML cannot be read."""
        found: dict[str, str] = {}
        for match in self._entries():
            found.setdefault(match["key"], unquoted(match["value"]))
        return found

    def positions_as_written(self) -> KeyPositions:
        """Return where each of these lines stands."""
        keys = (Key(match["key"], Span(*match.span()), unquoted(match["value"])) for match in self._entries())
        return KeyPositions(tuple(keys))

    def _entries(self) -> Iterator[re.Match[str]]:
        return _ENTRY.finditer(self.text, self.inside.start, self.inside.end)


NO_FRONT_MATTER = FrontMatter("", _NOWHERE)


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a file, which is empty where it has none.

    Only front matter that names a `policy` is looked for behind a lost fence.
    """
    match = _WHOLE.match(text)
    if match and "{:" not in match[0]:
        return FrontMatter(match[0], Span(*match.span("inside")))
    return _with_lost_fence(text) or (
        FrontMatter(match[0], Span(*match.span("inside"))) if match else NO_FRONT_MATTER
    )


def unquoted(written: str) -> str:
    """Return a value without its quotation marks, and without the note behind it."""
    return re.sub(r"(?:^|[ \t]+)#.*", "", written).strip().strip(QUOTES).strip()


def _with_lost_fence(text: str) -> FrontMatter | None:
    lines = list(_front_matter_lines(text))
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    opens, closes = _is_fence(first), len(lines) > 1 and _is_fence(last)
    inside = Span(first.end() if opens else first.start(), last.start() if closes else last.end())
    if not _POLICY.search(text, inside.start, inside.end):
        return None
    blank = _LINE.match(text, last.end())
    end = blank.end() if blank and not closes and not blank.group().strip() else last.end()
    if first.start() > 0 or first.group().rstrip() != "---":
        return FrontMatter(text[:end], inside, Fence.OPENING, _words_span(first))
    return FrontMatter(text[:end], inside, Fence.CLOSING, _words_span(last))


def _front_matter_lines(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines from the first with words on it to a fence, or to where the policy begins."""
    begun = False
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if begun and (not words or _BODY.match(words)):
            return
        if words:
            yield line
            if begun and _is_fence(line):
                return
            begun = True


def _is_fence(line: re.Match[str]) -> bool:
    return _DASHES.fullmatch(line.group().rstrip("\r\n")) is not None


def _words_span(line: re.Match[str]) -> Span:
    return Span(line.start(), line.start() + len(line.group().rstrip()))
