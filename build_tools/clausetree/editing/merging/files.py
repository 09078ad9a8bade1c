"""Two changed folders of one site, put together file by file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.editing.merging.conflict import Choice, Clash, Conflict, Judge, Place
from clausetree.editing.merging.partings import POLICY, TREE, YAML
from clausetree.editing.merging.pieces import Parting
from clausetree.editing.merging.sequence import merged_text
from clausetree.editing.merging.three_way import Alike, merged_lines, scalar
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.report.source import Source
from clausetree.tree.parsing.parser import parse_tree

type Content = str | bytes
"""What a file holds: text, whose lines end in a line feed, or what is no text."""

type Files = Mapping[str, Content]

_PUBLISHED_ONLY = re.compile(r"(^|/)(clauses\.lock|trees\.lock)$|^released/")
"""What records that something was published: nobody but who publishes writes it."""
_BY_KEY = re.compile(r"(^|/)(links|calendar)\.ya?ml$")
_ANCHOR = re.compile(r"\{:[^}\n]*#([\w-]+)")

_RECORDS = "What is recorded as published is taken from the published site: {}."


@dataclass(frozen=True, slots=True)
class Merged:
    """`files` are all files. `told` are sentences about what was taken of one side without asking."""

    files: Mapping[str, Content]
    conflicts: tuple[Conflict, ...]
    told: tuple[str, ...]


def merge(base: Files, mine: Files, published: Files, chosen: Mapping[str, Choice] | None = None) -> Merged:
    """Return what becomes of a folder when both changes of it are put together.

    `chosen` is what to take, by the id of a conflict. Mine is taken while nobody has chosen.
    """
    judge = Judge(chosen or {})
    files: dict[str, Content] = {}
    records: list[str] = []
    for path in sorted({*base, *mine, *published}):
        sides = base.get(path), mine.get(path), published.get(path)
        if _PUBLISHED_ONLY.search(path):
            content = sides[2]
            records += [path] if scalar(*sides) != content else []
        else:
            content = _merged(*sides, judge, Place(path))
        if content is not None:
            files[path] = content
    told = (_RECORDS.format(", ".join(records)),) if records else ()
    return Merged(files, tuple(judge.conflicts), told)


def _merged(
    base: Content | None, mine: Content | None, published: Content | None, judge: Judge, place: Place
) -> Content | None:
    if mine in (base, published):
        return published
    if published == base:
        return mine
    match base, mine, published:
        case str(), str(), str():
            return _merged_text(base, mine, published, judge, place)
        case _, None, _:
            clash = Clash.GONE_HERE
        case _, _, None:
            clash = Clash.GONE_THERE
        case None, _, _:
            clash = Clash.ADDED
        case _:
            clash = Clash.CHANGED
    texts = _shown(base), _shown(mine), _shown(published)
    return mine if judge.decide(place, clash, texts) is Choice.MINE else published


def _shown(content: Content | None) -> str | None:
    return f"{len(content)} bytes" if isinstance(content, bytes) else content


def _merged_text(base: str, mine: str, published: str, judge: Judge, place: Place) -> str:
    """Return a text put together. What is certain in each piece, but cannot be read as a whole, is asked."""
    parting = _parting(place.file, base, mine, published)
    tried = Judge(judge.chosen)
    if parting:
        merged = merged_text(base, mine, published, parting, tried, place)
    else:
        merged = _by_lines(base, mine, published, tried, place)
    if not tried.conflicts and _reads(parting, mine, published) and not _reads(parting, merged):
        asked = judge.decide(place, Clash.UNREADABLE, (base, mine, published))
        return mine if asked is Choice.MINE else published
    judge.conflicts += tried.conflicts
    return merged


def _parting(path: str, *texts: str) -> Parting | None:
    if path.endswith(".tree"):
        return TREE
    if _BY_KEY.search(path):
        return YAML
    if path.endswith(".md") and all("policy" in read_front_matter(text).values_as_written() for text in texts):
        return POLICY
    return None


def _reads(parting: Parting | None, *texts: str) -> bool:
    """Whether each can be read: a tree that has no problem in a line, a policy that has no anchor twice."""
    if parting is TREE:
        return not any(parse_tree(Source("", text))[1] for text in texts)
    if parting is POLICY:
        return not any(map(_anchored_twice, texts))
    return True


def _anchored_twice(text: str) -> bool:
    found = _ANCHOR.findall(text)
    return len(found) != len(set(found))


def _by_lines(base: str, mine: str, published: str, judge: Judge, place: Place) -> str:
    found: list[str] = []
    for one in merged_lines(base, mine, published):
        if isinstance(one, Alike):
            found.append(one.text)
            continue
        texts = one.base, one.mine, one.published
        line = one.base.strip().partition("\n")[0]
        where = place.within(f"“{line}”" if line else "")
        found.append(one.mine if judge.decide(where, Clash.CHANGED, texts) is Choice.MINE else one.published)
    return "".join(found)
