"""What an imported document keeps of the policy that it was exported from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clausetree.policy.attributes import Attributes
from clausetree.policy.document import holders, unit_of
from clausetree.policy.policy import Policy
from clausetree.render.policy.ids import ids_of
from clausetree.render.word.flattened import flattened
from clausetree.render.word.leading import Address
from clausetree.render.word.lines import Line, Piece, Run, Runs
from clausetree.render.word.xml import legal

_SIGN = re.compile(r"[-*+] |#+ |")
_ENDS = re.compile(r"[>\s]*(?:\{:|\Z)")
"""What stands below the last line of some words, where that is not the last of the file."""


def anchors_of(now: Policy | None, published: Iterable[str]) -> list[str]:
    """Return every anchor that a bookmark may stand for: those of the policy as it is, and `published` ones."""
    return list(dict.fromkeys((*(ids_of(now).values() if now else ()), *published)))


def classes_of(now: Policy | None) -> dict[str, str]:
    """Return what is said of words besides their anchor, by that anchor, as an author writes it."""
    given = (unit_of(holder).attributes for holder in holders(now.document.blocks)) if now else ()
    said = {one.anchor: _said(one) for one in given if one.anchor}
    return {anchor: words for anchor, words in said.items() if words}


def with_same_words(text: str, made: Policy, before: str, now: Policy, address: Address) -> str:
    """Return the text of the policy that was `made`, with lines of that `before` that look the same in Word.

    So what Word does not know is kept. Words that their author broke into several lines are left as they are.
    """
    shown, known = _shown(now, address), _shown(made, address)
    was = {clause.anchor: clause.span for clause in now.clauses}
    for clause in reversed(made.clauses):
        if clause.anchor in was and known.get(clause.anchor, "") == shown.get(clause.anchor):
            old = before[was[clause.anchor].start : was[clause.anchor].end].partition("\n")[0]
            new = text[clause.span.start : clause.span.end].partition("\n")[0]
            behind = before[was[clause.anchor].start + len(old) + 1 :].partition("\n")[0]
            alike = _sign(old) == _sign(new) and ("{:" in old) == ("{:" in new)
            if "[^" not in old and alike and _ENDS.match(behind):
                text = text[: clause.span.start] + old + text[clause.span.start + len(new) :]
    return text


def _shown(policy: Policy, address: Address) -> dict[str, Piece]:
    return {piece.anchor: _plain(piece) for piece in flattened(policy, address, ()).pieces if piece.anchor}


def _plain(piece: Piece) -> Piece:
    """Return a piece with its runs joined where they look alike."""
    if isinstance(piece, Line):
        return replace(piece, runs=tuple(_joined(piece.runs)), level=0)
    return replace(piece, cells=tuple(tuple(_joined(cell)) for cell in piece.cells), columns=(), first=False)


def _joined(runs: Runs) -> Iterator[Run]:
    waiting: Run | None = None
    for run in runs:
        text = legal(run.text)
        if waiting and replace(run, text="") == replace(waiting, text=""):
            waiting = replace(run, text=waiting.text + text)
            continue
        if waiting:
            yield waiting
        waiting = replace(run, text=text)
    if waiting:
        yield waiting


def _sign(line: str) -> str:
    found = _SIGN.match(line)
    return found[0] if found else ""


def _said(attributes: Attributes) -> str:
    short = [f'data-toc-label="{attributes.short}"'] if attributes.short else []
    return " ".join([*sorted(f".{standing.value}" for standing in attributes.classes), *short])
