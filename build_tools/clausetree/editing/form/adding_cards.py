"""A card that is added, with as much in it as it needs to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausetree.editing.form.adding import next_node
from clausetree.editing.form.change import AddCard, Done, Outcome, Refused, sentence
from clausetree.editing.form.checked import Changed
from clausetree.editing.form.ids import id_from, names_of_nodes
from clausetree.editing.form.lines import WrittenCard
from clausetree.editing.form.offers import NODES
from clausetree.editing.form.pieces import line_of, meant, quoted
from clausetree.editing.form.shape import Reads
from clausetree.editing.form.shapes import HEADS
from clausetree.editing.form.text_lines import indentation_of, line_end_of
from clausetree.editing.replacement import Replacement
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind

_ASKED = {
    "number": "number 0 to 100",
    "money": "money £0 to £500",
    "date": "date 2020-01-01 to 2030-12-31",
    "date and time": "date and time 2020-01-01 to 2030-12-31",
}
_ANSWERS = {"one": ("Yes", "No"), "several": ("This", "That")}


def add_card(source: Source, cards: Sequence[WrittenCard], change: AddCard) -> Outcome:
    """Return what adds a card to a text."""
    if change.kind not in set(BlockKind) or change.kind == BlockKind.TREE or not cards:
        return Refused("Such a card cannot be added here.", change.after, "Begin a new procedure for it.")
    kind = BlockKind(change.kind)
    at = _behind(cards, kind, change.after)
    if at is None:
        return Refused("What it was to stand behind is not there any more.", "", "Choose another place.")
    lines = _lines(cards, kind, change, next_node(cards, at))
    if isinstance(lines, Refused):
        return lines
    end, margin = line_end_of(source), indentation_of(source)
    text = end.join([lines[0], *(margin + line for line in lines[1:])])
    place = cards[at - 1].unit.end
    made = Replacement(Span(place, place), f"{end}{end}{text}")
    fault = Changed(source, cards, cards[at - 1], [made]).fault(change.after)
    return fault or Done((made,), "")


def _behind(cards: Sequence[WrittenCard], kind: BlockKind, after: str) -> int | None:
    """Return behind how many cards a new one stands; None where the one before it is not there."""
    if after:
        return next((at for at, card in enumerate(cards, 1) if card.path == after), None)
    like = {
        BlockKind.OUTCOME: NODES,
        BlockKind.SHARED: (*NODES, BlockKind.SHARED),
        BlockKind.SCENARIO: tuple(BlockKind),
    }.get(kind, tuple(each for each in NODES if each is not BlockKind.OUTCOME))
    places = [at for at, card in enumerate(cards, 1) if card.kind in (*like, BlockKind.TREE)]
    return places[-1] if places else len(cards)


def _lines(cards: Sequence[WrittenCard], kind: BlockKind, change: AddCard, further: str) -> list[str] | Refused:
    head = HEADS[kind]
    titled = any(piece.reads is Reads.WORDS for piece in head.pieces)
    words = meant(head.pieces[-1], change.words) if titled else change.words.strip()
    if not words and titled:
        return Refused(
            f"“{head.pieces[-1].label}” is still empty.", change.after, sentence(head.pieces[-1].hint)
        )
    name = id_from(words, kind, [*names_of_nodes(cards)])
    if kind is BlockKind.VISIT:
        if not words or words in names_of_nodes(cards):
            return Refused("A visit needs the short name of another procedure.", change.after, "Choose one.")
        name = words
    leads = f"-> {further}"
    needs_more = kind not in (BlockKind.OUTCOME, BlockKind.SHARED, BlockKind.SCENARIO)
    if needs_more and not further:
        return Refused("There is nothing yet that this could lead to.", change.after, "Add an end first.")
    first = line_of(head, {"id": name, "title": words, "then": further})
    match kind:
        case BlockKind.QUESTION:
            return [first, *_asked(change), f"then {leads}"]
        case BlockKind.STEP | BlockKind.WAIT:
            return [first, f"then {leads}"]
        case BlockKind.ROUTE:
            return [first, f"otherwise {leads}"]
        case BlockKind.TABLE:
            asked = next((card.head.id for card in cards if card.kind is BlockKind.QUESTION), "")
            if not asked:
                return Refused("A table speaks of questions.", change.after, "Add a question first.")
            return [first, f"columns  {asked}", f"otherwise {leads}"]
        case BlockKind.SCENARIO:
            end = next((card.head.id for card in cards if card.kind is BlockKind.OUTCOME), "")
            if not end:
                return Refused(
                    "There is no end yet that this could lead to.", change.after, "Add an end first."
                )
            return [first, f"ends {end}"]
        case _:
            return [first]


def _asked(change: AddCard) -> Iterator[str]:
    if change.asks in _ASKED:
        yield _ASKED[change.asks]
        return
    several = change.asks == "several"
    taken: list[str] = []
    for words in change.answers or _ANSWERS["several" if several else "one"]:
        taken.append(id_from(words, "answer", taken))
        yield f"{'many' if several else 'option'} {taken[-1]} {quoted(' '.join(words.split()))}"
    if several:
        yield f'none {id_from("neither", "none", taken)} "None of these"'
