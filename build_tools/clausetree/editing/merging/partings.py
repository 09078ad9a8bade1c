"""How each kind of file is parted: trees by node and line, policies by clause, YAML by key."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from clausetree.editing.merging.pieces import Parted, Parting, Piece, margin_starts, parted, width
from clausetree.editing.merging.three_way import lines
from clausetree.policy.document import holders, unit_of
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.reading import read_document
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import FILE, MarkdownRule, StatementRule

_HEAD = re.compile(r"(\w+)\s+(\"[^\"\n]*\"|[^\s\"]+)?")
_ANSWERS = ("option", "many", "none", "unsure")
_NAMED = ("role", "fact", "total")
_ONE = (BlockKind.SHARED, BlockKind.SCENARIO)
"""The blocks whose names are not those of nodes."""
_YAML_KEY = re.compile(r"\s*([^\s#:-][^:\n]*):")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
_SHOWN = 40


def _several(rule: StatementRule | MarkdownRule) -> bool:
    return rule.takes_condition if isinstance(rule, MarkdownRule) else rule.several


_RULES = tuple(chain.from_iterable(rules.items() for rules in FILE.values()))
_ONCE = {word for word, rule in _RULES if not _several(rule)} - {
    word for word, rule in _RULES if _several(rule)
}


def part_tree(text: str) -> Parted:
    """Return the blocks of a tree, each with its comments."""
    return parted(text, margin_starts(text, 0), _block)


def part_policy(text: str) -> Parted:
    """Return the clauses of a policy, with its front matter before them."""
    begins = len(read_front_matter(text).text)
    found: dict[int, str] = {}
    for holder in holders(read_document(text, {}).document.blocks):
        unit = unit_of(holder)
        start = text.rfind("\n", 0, unit.span.start) + 1
        found[start] = found.get(start) or unit.attributes.anchor or ""

    def clause(words: str, at: int) -> Piece:
        return Piece(found.get(begins + at, ""), f"“{_shown(_ATTRIBUTES.sub('', words).lstrip('# '))}”", words)

    front = parted(text[:begins], [], _front_matter)
    body = parted(text[begins:], [start - begins for start in found if start >= begins], clause)
    if not front.pieces or not body.pieces:
        return Parted((*front.pieces, *body.pieces), front.tail + body.tail)
    first, *others = body.pieces
    first = replace(first, above=front.tail + first.above)
    return Parted((*front.pieces, first, *others), body.tail)


def part_yaml(text: str) -> Parted:
    """Return what stands under each key at the margin."""
    return parted(text, margin_starts(text, 0), lambda words, _: _entry(words, inside=True))


def _part_block(text: str) -> Parted:
    rows = lines(text)
    head = next((n for n, row in enumerate(rows) if row.strip() and not row.lstrip().startswith("#")), 0)
    within = [width(row) for row in rows[head + 1 :] if row.strip() and not row.lstrip().startswith("#")]
    margin = min(within, default=0)
    begins = len("".join(rows[: head + 1]))
    starts = [begins + start for start in margin_starts(text[begins:], margin)]
    spoken = [start for start in starts if text[start:].split(maxsplit=1)[:1] != ["acknowledge"]]
    return parted(text, [begins, *spoken], _statement)


def _part_entry(text: str) -> Parted:
    rows = [row for row in lines(text) if row.strip() and not row.lstrip().startswith("#")]
    begins = len(text) - len("".join(lines(text)[lines(text).index(rows[0]) + 1 :])) if rows else 0
    margin = min([width(row) for row in rows[1:]], default=0)
    starts = [begins + start for start in margin_starts(text[begins:], margin)]
    return parted(text, [begins, *starts], lambda words, _: _entry(words, inside=False))


_BLOCK = Parting(_part_block, any_order=True)
_ENTRY = Parting(_part_entry, any_order=True)
TREE = Parting(part_tree, any_order=True, between="\n")
POLICY = Parting(part_policy, between="\n")
YAML = Parting(part_yaml, any_order=True)


def _block(text: str, _: int) -> Piece:
    keyword, name = _first_words(text)
    match keyword:
        case "":
            return Piece("", "a comment", text)
        case BlockKind.TREE:
            return Piece("tree", "the first lines", text, inside=_BLOCK)
        case _ if keyword not in FILE or not name:
            return Piece("", f"“{_shown(text)}”", text)
        case _:
            key = f"{keyword} {name}" if keyword in _ONE else f"node {name}"
            return Piece(key, f"{keyword} {name}", text, inside=_BLOCK)


def _statement(text: str, _: int) -> Piece:
    keyword, name = _first_words(text)
    if keyword in FILE and text[:1].strip():
        return Piece("head", "its first line", text)
    if keyword in _ANSWERS and name:
        return Piece(f"answer {name}", f"{keyword} {name}", text)
    if keyword in _NAMED and name:
        return Piece(f"{keyword} {name}", f"{keyword} {name}", text)
    return Piece(keyword if keyword in _ONCE else "", f"“{_shown(text)}”", text)


def _front_matter(text: str, _: int) -> Piece:
    return Piece("front matter", "the lines before the text", text, inside=YAML)


def _entry(text: str, *, inside: bool) -> Piece:
    first = next((row for row in lines(text) if not row.lstrip().startswith("#")), "")
    if not (match := _YAML_KEY.match(first)):
        return Piece("", f"“{_shown(text)}”", text, by_words=False)
    key = match[1].strip("\"' ")
    return Piece(key, key, text, inside=_ENTRY if inside else None, by_words=False)


def _first_words(text: str) -> tuple[str, str]:
    first = next((row for row in lines(text) if not row.lstrip().startswith("#")), "")
    match = _HEAD.match(first.strip() + " ")
    return (match[1], match[2] or "") if match else ("", "")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
