"""`clauses.lock`: one line a fact, each line whole in itself, so that git can merge it.

    lock    = { comment | blank | line } .
    line    = policy version ( "released" page digest
                             | "copy" file sha256
                             | kind anchor number sha256 [ successors ] ) .
    kind       = "added" | "amended" | "renumbered" | "withdrawn" .
    number     = as printed, which may be several words, or "-" for words without one .
    successors = anchor { "," anchor } .

Versions stand in the order in which they were accepted. Lines are added, and never changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.lock import History, Lock, lock_of
from clausetree.history.problems import AcceptedTwice, HistoryProblem, LockLineUnreadable, OutOfTurn
from clausetree.policy.clauses.anchors import is_anchor
from clausetree.report.source import Source
from clausetree.report.span import Span

HEADER = """\
# Every anchor that was ever published, and the words behind it, version by version.
# `clausetree clauses accept` adds lines. No line is ever changed or taken out: links depend on them.
# policy version what anchor number sha256-of-the-words
"""
_WIDTHS = (0, 0, 10, 26, 9, 64, 0)
_SPACE = re.compile(r"[ \t]+")
"""What stands between two words; a number may have a space of another kind in it."""
_SHA = re.compile(r"[0-9a-f]{64}")
_KINDS = {kind.value: kind for kind in ChangeKind}


@dataclass(slots=True)
class _Draft:
    """A version as its lines have told of it so far: `events` by the anchor that each touched."""

    page: str = ""
    digest: str = ""
    copies: dict[str, str] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)


type _Drafts = defaultdict[str, defaultdict[str, _Draft]]
"""By policy and version."""


def read_lock(source: Source) -> tuple[Lock, list[HistoryProblem]]:
    """Read the lock, and collect every line that cannot be one of its own."""
    drafts: _Drafts = defaultdict(lambda: defaultdict(_Draft))
    problems: list[HistoryProblem] = []
    for span in _line_spans(source.text):
        problem = _add_line(drafts, _SPACE.split(source.text[span.start : span.end]), span)
        problems += [problem] if problem else []
    return lock_of(_history_of(policy, versions) for policy, versions in drafts.items()), problems


def _add_line(drafts: _Drafts, words: list[str], span: Span) -> HistoryProblem | None:
    if len(words) < 5:
        return LockLineUnreadable(span)
    policy, version, kind, *rest = words
    draft = drafts[policy][version]
    match kind, rest:
        case "released", [page, digest] if _SHA.fullmatch(digest):
            if draft.digest:
                return AcceptedTwice(span, policy, version)
            draft.page, draft.digest = page.removeprefix("./"), digest
        case "copy", [name, digest] if _SHA.fullmatch(digest):
            draft.copies[name] = digest
        case _ if event := _read_event(kind, rest):
            if not _in_turn(drafts[policy], draft, event):
                return OutOfTurn(span, policy, event.anchor)
            draft.events[event.anchor] = event
        case _:
            return LockLineUnreadable(span)
    return None


def _read_event(word: str, words: Sequence[str]) -> Event | None:
    """Return what a line tells; None where it is no such line. The number may be several words."""
    kind = _KINDS.get(word)
    at = next((at for at, word in enumerate(words) if at > 1 and _SHA.fullmatch(word)), 0)
    more = words[at + 1 :]
    if kind is None or not at or not is_anchor(words[0]):
        return None
    if more and (kind is not ChangeKind.WITHDRAWN or len(more) > 1):
        return None
    number = " ".join(words[1:at])
    successors = tuple(more[0].split(",")) if more else ()
    return Event(kind, words[0], None if number == "-" else number, words[at], successors)


def _in_turn(versions: Mapping[str, _Draft], now: _Draft, event: Event) -> bool:
    """An anchor is added once, withdrawn once, and touched only in between, by each version once."""
    earlier = [draft.events[event.anchor] for draft in versions.values() if event.anchor in draft.events]
    if event.kind is ChangeKind.ADDED:
        return not earlier
    if not earlier or earlier[-1].kind is ChangeKind.WITHDRAWN or event.anchor in now.events:
        return False
    if event.kind is ChangeKind.WITHDRAWN and event.number != earlier[-1].number:
        return False
    # New words are an amendment, and nothing else is.
    return (event.kind is ChangeKind.AMENDED) == (event.digest != earlier[-1].digest)


def _history_of(policy: str, versions: Mapping[str, _Draft]) -> History:
    releases = (
        Release(version, draft.page, draft.digest, tuple(draft.events.values()), draft.copies)
        for version, draft in versions.items()
    )
    return History(policy, tuple(releases))


def write_lock(lock: Lock) -> str:
    """Return the text of the lock: policies by id, versions in the order of their acceptance."""
    blocks = [HEADER]
    for policy in sorted(lock.histories):
        for release in lock.histories[policy].releases:
            lines = (_padded_line(policy, release.version, *columns) for columns in _columns(release))
            blocks.append("".join(lines))
    return "\n".join(blocks)


def _columns(release: Release) -> Iterator[tuple[str, ...]]:
    yield "released", release.page or "./", release.digest
    for name, digest in sorted(release.copies.items()):
        yield "copy", name, digest
    for event in release.events:
        successors = (",".join(event.successors),) if event.successors else ()
        yield event.kind.value, event.anchor, event.number or "-", event.digest, *successors


def _padded_line(*columns: str) -> str:
    padded = (word.ljust(width) for word, width in zip(columns, _WIDTHS, strict=False))
    return " ".join(padded).rstrip() + "\n"


def _line_spans(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\r\n]+", text):
        words = match[0].strip()
        if words and not words.startswith("#"):
            start = match.start() + match[0].index(words)
            yield Span(start, start + len(words))
