"""Everything that is made of a policy, held against what the oracle reads in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

import yaml

from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.publish.printing.documents import RefusedDocumentError
from clausetree.render.policy.page import to_frozen, to_page, to_plain
from clausetree.render.versions.data import clauses_json
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source

from .anchored import NO_ANCHOR, with_anchors, without_anchors
from .document_pieces import pieces_of_document
from .drawn_words import LABELS
from .html_pieces import Added, pieces_of_html
from .oracle import oracle
from .piece import ANOTHER_CELL, PARTED, Piece, collapsed, readable
from .printed import are_alike, words_in_print, words_to_print
from .token_pieces import pieces_of_tokens

_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ADDED = Added(frozenset(("clause-tools", "clause-uses", "note-ways")))
PRINTED = "PDF"
ANCHORED = "anchored"
_NOTHING = Piece("", "")
_HEADING = re.compile(r"h\d$")


@dataclass(frozen=True, slots=True)
class Difference:
    """What was made (`where`) says `found`, and the oracle `expected`."""

    where: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a policy: the codes of the errors for which it was refused, and what differs."""

    refused: frozenset[str] = frozenset()
    differences: tuple[Difference, ...] = ()


def tried(text: str, *, printed: bool = False, anchored: bool = False) -> Tried:
    """Read a policy's file, make everything of it, and compare; what is `printed` too, which is slow.

    Where nothing but anchors is missing, they are written if it is to be `anchored`, and it is tried with them.
    """
    policy, refused = read(text)
    if policy is None or refused - NO_ANCHOR or (refused and not anchored):
        return Tried(refused)
    if refused:
        return Tried(refused, tuple(_when_anchored(text)))
    return Tried(differences=tuple(_everywhere(text, policy, printed)))


def _everywhere(text: str, policy: Policy, printed: bool) -> Iterator[Difference]:
    signed = pieces_of_tokens(text, LABELS)
    yield from _first("document", signed, pieces_of_document(policy.document))
    yield from differences(policy, oracle(text, LABELS))
    yield from _in_print(policy, signed) if printed else ()


def _when_anchored(text: str) -> Iterator[Difference]:
    """Yield what differs when the anchors are written that are missing."""
    written = with_anchors(text)
    if written is None:
        return
    yield from _first(ANCHORED, without_anchors(text), without_anchors(written))
    policy, refused = read(written)
    if refused or policy is None:
        yield Difference(ANCHORED, "no errors", ", ".join(refused))
    else:
        yield from _everywhere(written, policy, printed=False)


def read(text: str) -> tuple[Policy | None, frozenset[str]]:
    """Return the policy in a file, and the codes of the errors in it."""
    policy, told = parsed(text)
    return policy, frozenset(one.code for one in told if one.severity is Severity.ERROR)


def parsed(text: str, name: str = "docs/policy/lone.md") -> tuple[Policy | None, list[Diagnostic]]:
    """Return the policy in the file of this name, and everything that is said about it."""
    inside = read_front_matter(text).inside
    meta = yaml.load(text[inside.start : inside.end], _YAML)
    return parse_policy(Source(name, text), meta, LABELS)


def differences(policy: Policy, expected: list[Piece]) -> Iterator[Difference]:
    """Yield the first difference in each thing that is made of the policy's document."""
    shown = [replace(piece, kind=_HEADING.sub("h", piece.kind)) for piece in expected]
    for where, make in MADE.items():
        yield from _first(where, shown, make(policy))
    yield from list(_in_clauses(policy, expected))[:1]


def _html(html: str) -> list[Piece]:
    return [replace(piece, kind=_HEADING.sub("h", piece.kind)) for piece in pieces_of_html(html, _ADDED)]


def _as_it_is(address: str) -> str:
    return address


def _page(policy: Policy) -> list[Piece]:
    """What the page says; where the text has no title, the page begins with that of the head."""
    pieces = _html(to_page(policy, {}, _as_it_is))
    return pieces[1:] if pieces and pieces[0] == Piece("h", collapsed(policy.title)) else pieces


MADE: Mapping[str, Callable[[Policy], list[Piece]]] = {
    "page": _page,
    "search": lambda policy: _html(to_plain(policy, _as_it_is)),
    "released copy": lambda policy: _html(to_frozen(policy)),
}
"""What is made of a policy in HTML, flattened."""


def _in_print(policy: Policy, expected: list[Piece]) -> Iterator[Difference]:
    wanted = words_to_print(expected)
    try:
        found = words_in_print(policy)
    except RefusedDocumentError as error:
        yield Difference(PRINTED, "a document", f"refused: {error}")
        return
    if not are_alike(wanted, found):
        same = next((at for at, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other), 0)
        around = slice(max(same - 20, 0), same + 40)
        yield Difference(PRINTED, f"words: {wanted[around]}", f"words: {found[around]}")


def _first(where: str, expected: list[Piece], found: list[Piece]) -> Iterator[Difference]:
    for one, other in zip_longest(expected, found, fillvalue=_NOTHING):
        if one != other:
            yield Difference(where, _line(one), _line(other))
            return


def _line(piece: Piece) -> str:
    return f"{piece.kind} {piece.number or '-'} #{piece.anchor} {readable(piece.words)!r}"


def _in_clauses(policy: Policy, expected: list[Piece]) -> Iterator[Difference]:
    """Yield each clause of the data whose words are not those under its anchor, and each that is not there."""
    words = words_by_anchor(expected)
    rows = {row["anchor"]: row for row in json.loads("".join(clauses_json([policy], "")))["clauses"]}
    printed = {clause.anchor: clause.printed for clause in policy.clauses}
    for anchor, said in words.items():
        if anchor not in rows:
            yield Difference("clauses.json", f"#{anchor} {said!r}", "")
            continue
        rest = said.removeprefix(printed[anchor]).lstrip()
        if rows[anchor]["text"] != rest:
            yield Difference("clauses.json", f"#{anchor} {rest!r}", repr(rows[anchor]["text"]))
    if list(words) != list(rows):
        yield Difference("clauses.json", f"in this order: {list(words)}", f"in this order: {list(rows)}")


def words_by_anchor(pieces: list[Piece]) -> dict[str, str]:
    """Return the own words of everything that has an anchor."""
    found: dict[str, list[str]] = {}
    open_: dict[str, str] = {}
    for piece in pieces:
        path, _, last = piece.kind.rpartition("/")
        if piece.number or last not in ("li", "note", "dd"):
            open_[piece.kind] = piece.anchor
            found.setdefault(piece.anchor, []).append(piece.number if last == "note" else "")
        holder = open_.get(f"{path}/dt".lstrip("/") if last == "dd" else piece.kind, "")
        found.setdefault(holder, []).append(piece.words)
    found.pop("", None)
    return {anchor: collapsed(_plain(" ".join(words))) for anchor, words in found.items()}


def _plain(words: str) -> str:
    return words.replace(PARTED.strip(), " ").replace(ANOTHER_CELL.strip(), " ")
