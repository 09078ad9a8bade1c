"""`clauses.lock`: one line a fact, each line whole in itself, so that git can merge it.

    lock    = { comment | blank | line } .
    line    = policy version ( "released" page digest
                             | "copy" file sha256
                             | happening anchor number sha256 [ successors ] ) .
    happening  = "added" | "amended" | "renumbered" | "withdrawn" .
    number     = as printed, or "-" for words without one .
    successors = anchor { "," anchor } .

Versions stand in the order in which they were accepted. Lines are added, and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausetree.policy.history.event import Event, Release, What
from clausetree.policy.history.lock import History, Lock, lock_of
from clausetree.policy.history.problems import AcceptedTwice, LockLineUnreadable, OutOfTurn
from clausetree.policy.numbers.anchors import is_anchor
from clausetree.policy.problems import Problem
from clausetree.report.source import Source
from clausetree.report.span import Span

HEADER = """\
# Every anchor that was ever published, and the words behind it, version by version.
# `clausetree clauses accept` adds lines. No line is ever changed or taken out: links depend on them.
# policy version what anchor number sha256-of-the-words
"""
_WIDTHS = (0, 0, 10, 26, 9, 64, 0)
_SHA = re.compile(r"[0-9a-f]{64}")
_HAPPENINGS = {what.value: what for what in What}


@dataclass(slots=True)
class _Draft:
    """A version as its lines have told of it so far."""

    page: str = ""
    digest: str = ""
    copies: dict[str, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)


def read_lock(source: Source) -> tuple[Lock, list[Problem]]:
    """Read the lock, and collect every line that cannot be one of its own."""
    drafts: dict[str, dict[str, _Draft]] = {}
    problems: list[Problem] = []
    for span in _lines(source.text):
        problem = _add(drafts, source.text[span.start : span.end].split(), span)
        problems += [problem] if problem else []
    return lock_of(_history(policy, versions) for policy, versions in drafts.items()), problems


def _add(drafts: dict[str, dict[str, _Draft]], words: list[str], span: Span) -> Problem | None:
    if len(words) < 5:
        return LockLineUnreadable(span)
    policy, version, kind, *rest = words
    draft = drafts.setdefault(policy, {}).setdefault(version, _Draft())
    match kind, rest:
        case "released", [page, digest] if _SHA.fullmatch(digest):
            if draft.digest:
                return AcceptedTwice(span, policy, version)
            draft.page, draft.digest = page.removeprefix("./"), digest
        case "copy", [name, digest] if _SHA.fullmatch(digest):
            draft.copies[name] = digest
        case _, [anchor, number, digest, *more] if _is_event(kind, anchor, digest, more):
            event = _event(kind, anchor, number, digest, more)
            if not _in_turn(drafts[policy], draft, event):
                return OutOfTurn(span, policy, anchor)
            draft.events.append(event)
        case _:
            return LockLineUnreadable(span)
    return None


def _is_event(kind: str, anchor: str, digest: str, more: list[str]) -> bool:
    shaped = kind in _HAPPENINGS and is_anchor(anchor) and _SHA.fullmatch(digest) is not None
    return shaped and (not more or (kind == "withdrawn" and len(more) == 1))


def _event(kind: str, anchor: str, number: str, digest: str, more: list[str]) -> Event:
    successors = tuple(more[0].split(",")) if more else ()
    return Event(_HAPPENINGS[kind], anchor, None if number == "-" else number, digest, successors)


def _in_turn(versions: dict[str, _Draft], now: _Draft, event: Event) -> bool:
    """An anchor is added once, withdrawn once, and touched only in between, by each version once."""
    earlier = [e for draft in versions.values() for e in draft.events if e.anchor == event.anchor]
    if event.what is What.ADDED:
        return not earlier
    if not earlier or earlier[-1].what is What.WITHDRAWN or any(e.anchor == event.anchor for e in now.events):
        return False
    if event.what is What.WITHDRAWN and event.number != earlier[-1].number:
        return False
    # New words are an amendment, and nothing else is.
    return (event.what is What.AMENDED) == (event.digest != earlier[-1].digest)


def _history(policy: str, versions: dict[str, _Draft]) -> History:
    releases = (
        Release(version, draft.page, draft.digest, tuple(draft.events), draft.copies)
        for version, draft in versions.items()
    )
    return History(policy, tuple(releases))


def write_lock(lock: Lock) -> str:
    """Return the text of the lock: policies by id, versions in the order of their acceptance."""
    parts = [HEADER]
    for policy in sorted(lock.histories):
        for release in lock.histories[policy].releases:
            lines = (_line(policy, release.version, *columns) for columns in _columns(release))
            parts.append("".join(lines))
    return "\n".join(parts)


def _columns(release: Release) -> Iterator[tuple[str, ...]]:
    yield "released", release.page or "./", release.digest
    for name, digest in sorted(release.copies.items()):
        yield "copy", name, digest
    for event in release.events:
        successors = (",".join(event.successors),) if event.successors else ()
        yield event.what.value, event.anchor, event.number or "-", event.digest, *successors


def _line(*columns: str) -> str:
    padded = (word.ljust(width) for word, width in zip(columns, _WIDTHS, strict=False))
    return " ".join(padded).rstrip() + "\n"


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\r\n]+", text):
        words = match[0].strip()
        if words and not words.startswith("#"):
            start = match.start() + match[0].index(words)
            yield Span(start, start + len(words))
