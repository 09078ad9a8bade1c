"""Whatever a policy holds, a PDF can be made of it, with the same words and a place for every anchor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from pypdf import PdfReader

from clausetree.policy.document import Block, Notes
from clausetree.policy.plain_words import text_of
from clausetree.policy.policy import Policy
from clausetree.publish.printing.documents import Edition
from clausetree.render.policy.pictures import contents
from clausetree.render.typst.document import to_typst
from clausetree.render.typst.strings import plain
from tests.read_back import bookmarks, places, reader, squeezed, tags, words
from tests.render.policy.drawn_policies import policies

SIGNS = set("•‣–0123456789.)☐☑")
"""What stands before items, and belongs to the list."""
drawn = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def printed(policy: Policy) -> PdfReader:
    return reader(
        Edition(to_typst(policy, lambda href: href if href.startswith("https:") else "", {}), {}).to_pdf()
    )


@given(policies())
@drawn
def test_every_word_is_printed_once_and_in_its_order(policy: Policy) -> None:
    # What is written from the right is read back in the order of its places.
    pieces = [squeezed(plain(text)) for text in texts(policy.document.blocks)]
    assume("ع" not in "".join(pieces))
    shown = words(printed(replace(policy, language="en"))).removeprefix("Thetitle")
    at = 0
    for piece in filter(None, pieces):
        found = shown.find(piece, at)
        assert found >= 0, f"{piece!r} is not printed behind {shown[:at]!r}"
        assert set(shown[at:found]) <= SIGNS, f"{shown[at:found]!r} was never written"
        at = found + len(piece)
    assert set(shown[at:]) <= SIGNS


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Notes(notes=notes):
                for note in notes:
                    yield note.figure
                    yield from texts(note.blocks)
            case _:
                yield from map(text_of, contents([block]))


@given(policies())
@drawn
def test_every_anchor_is_a_place_and_no_level_is_left_out(policy: Policy) -> None:
    document = printed(policy)
    assert {clause.anchor for clause in policy.clauses} <= set(places(document))
    levels = [int(kind[2:]) for kind, _ in tags(document) if kind[:2] == "/H"]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert len(levels) == len(bookmarks(document))
