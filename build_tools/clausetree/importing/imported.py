"""A document as the body of a policy, and all that its author is to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from clausetree.importing.blocks import Block, Heading, Table, flattened, spoken
from clausetree.importing.contents import without_contents
from clausetree.importing.counting import counted
from clausetree.importing.head import taken_head, title_of
from clausetree.importing.languages import with_languages
from clausetree.importing.levels import levelled, looked
from clausetree.importing.markdown.write import has_joined_cells, place_of, write_blocks
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.table_heads import with_heads
from clausetree.render.word.bookmarks import READER

_LEFT_OUT = (Kind.HEAD, Kind.CONTENTS, Kind.AGAIN)
_NO_LINKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Imported:
    """`head` is what the document says of itself, and `body` Markdown below it. `links` are new labels.

    `pictures` are files by their names. `words` were in the document, `left` of them are in remarks alone.
    """

    head: Mapping[str, str]
    body: str
    links: Mapping[str, str]
    pictures: Mapping[str, bytes]
    remarks: tuple[Remark, ...]
    words: int
    left: int


def imported(
    blocks: Sequence[Block],
    policy: str,
    properties: Mapping[str, str],
    pictures: Mapping[str, bytes],
    remarks: Sequence[Remark],
    links: Mapping[str, str] = _NO_LINKS,
    printed: Sequence[str] = (),
    written: Mapping[str, str] = _NO_LINKS,
) -> Imported:
    """Make a policy with this id of blocks. `links` has the addresses of the site's labels, and `written` how
    the policy that was exported writes its links, by where they lead.

    `printed` are the words of the document as its own format has them, where that is known: what of them is
    in no block is told, too.
    """
    known, of_languages = with_languages(blocks, properties.get("language", ""))
    seen, of_look = looked(known)
    head, rest, of_head = taken_head(seen, properties)
    rest, of_contents = without_contents(rest)
    rest, of_levels = levelled(rest, head.get("title", ""))
    rest, of_tables = with_heads(rest)
    made = write_blocks(rest, policy, links, written)
    told = [*of_head, *remarks, *of_languages, *of_contents, *of_look, *of_levels, *of_tables]
    told += [Remark(Kind.LOST, words, more=target.removeprefix(READER)) for target, words in made.lost]
    told += [
        Remark(Kind.MERGED, spoken(block)[:80])
        for block in flattened(tuple(rest))
        if isinstance(block, Table) and has_joined_cells(block)
    ]
    before = counted(printed or map(spoken, blocks))
    after = counted([*(spoken(block) for block in rest), head.get("title", "")])
    said = counted(f"{remark.near} {remark.words}" for remark in told if remark.kind in _LEFT_OUT)
    missing: Counter[str] = before - after - said
    if missing:
        told.append(Remark(Kind.MISSING, " ".join(missing.elements())))
    has_title = "title" in head and ("policy" not in properties or title_of(seen, exported=True) is not None)
    title = f"# {head['title']}{_place_of_title(seen)}\n\n" if has_title else ""
    body = f"{title}{made.text}"
    words = sum(before.values())
    return Imported(
        head, body, made.links, pictures, tuple(told), words, words - sum((before & after).values())
    )


def title_in(blocks: Sequence[Block], properties: Mapping[str, str]) -> str:
    """Return the title that a document says of itself, or ""."""
    known, _ = with_languages(blocks, properties.get("language", ""))
    head, _, _ = taken_head(looked(known)[0], properties)
    return head.get("title", "")


def _place_of_title(blocks: Sequence[Block]) -> str:
    titles = (block for block in blocks if isinstance(block, Heading) and not block.level)
    return place_of(next((title.key for title in titles), ""))
