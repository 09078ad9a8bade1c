"""Two versions of a policy as one row of pieces, each as it was, as it is, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from clausetree.render.word.lines import Line, Piece, Row, Run, Runs, words_of

_TOKEN = re.compile(r"\S+\s*|\s+")
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece as it `was` and as it `now` is; one of them is None where it was added or taken out."""

    was: Piece | None
    now: Piece | None


def unchanged(pieces: Sequence[Piece]) -> list[Pair]:
    """Return pieces that nothing is held against."""
    return [Pair(piece, piece) for piece in pieces]


def merged(before: Sequence[Piece], after: Sequence[Piece]) -> list[Pair]:
    """Return the pieces of both in reading order; what was taken out stands before what was added."""
    both = {piece.anchor for piece in before} & {piece.anchor for piece in after} - {""}
    old, new = ([_key(piece, both) for piece in pieces] for pieces in (before, after))
    pairs: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [
                pair for one, other in zip(before[a:b], after[c:d], strict=True) for pair in _pair(one, other)
            ]
        else:
            pairs += _replaced(before[a:b], after[c:d], both)
    return pairs


def _key(piece: Piece, both: set[str]) -> tuple[str, ...]:
    """Clauses are the same by their anchor, and all else by its words."""
    if piece.anchor in both:
        return (piece.anchor,)
    return ("", type(piece).__name__, words_of(piece))


def _pair(was: Piece, now: Piece) -> Iterator[Pair]:
    fits = (isinstance(was, Line) and isinstance(now, Line)) or (
        isinstance(was, Row) and isinstance(now, Row) and len(was.cells) == len(now.cells)
    )
    yield from [Pair(was, now)] if fits else [Pair(was, None), Pair(None, now)]


def _replaced(before: Sequence[Piece], after: Sequence[Piece], both: set[str]) -> Iterator[Pair]:
    """Words without an anchor that stand in the place of some like them are those, changed."""
    if len(before) == len(after):
        for was, now in zip(before, after, strict=True):
            if {was.anchor, now.anchor} & both or not _are_alike(was, now):
                yield from (Pair(was, None), Pair(None, now))
            else:
                yield from _pair(was, now)
        return
    yield from (Pair(was, None) for was in before)
    yield from (Pair(None, now) for now in after)


def _are_alike(was: Piece, now: Piece) -> bool:
    texts = (words_of(was).split(), words_of(now).split())
    return SequenceMatcher(None, *texts, autojunk=False).ratio() >= _ALIKE


@dataclass(frozen=True, slots=True)
class Edited:
    """A run that was there (`was`), is there (`now`), or both."""

    run: Run
    was: bool
    now: bool


def edited(was: Runs | None, now: Runs | None) -> list[Edited]:
    """Return the runs of both in reading order, word by word where they differ."""
    if was == now:
        return [Edited(run, was=True, now=True) for run in now or ()]
    old, new = (list(_tokens(runs or ())) for runs in (was, now))
    before, after = ([(run.text.rstrip(" "), run.note, run.picture) for run in runs] for runs in (old, new))
    found: list[Edited] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Edited(run, was=True, now=True) for run in new[c:d]]
        else:
            found += [Edited(run, was=True, now=False) for run in old[a:b]]
            found += [Edited(run, was=False, now=True) for run in new[c:d]]
    return list(_joined(found))


def _tokens(runs: Runs) -> Iterator[Run]:
    for run in runs:
        if run.note or run.picture or "\n" in run.text:
            yield run
        else:
            yield from (replace(run, text=text) for text in _TOKEN.findall(run.text))


def _joined(runs: Sequence[Edited]) -> Iterator[Edited]:
    waiting: Edited | None = None
    for one in runs:
        if waiting and _go_together(waiting, one):
            waiting = replace(waiting, run=replace(one.run, text=waiting.run.text + one.run.text))
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _go_together(one: Edited, other: Edited) -> bool:
    alone = any(each.run.note or each.run.picture for each in (one, other))
    same = (one.was, one.now) == (other.was, other.now)
    return same and not alone and replace(other.run, text=one.run.text) == one.run
