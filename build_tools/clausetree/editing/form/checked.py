"""Whether a card can still be read when it is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausetree.editing.form.change import Refused
from clausetree.editing.form.form import fields_of
from clausetree.editing.form.lines import WrittenCard, read_cards
from clausetree.editing.form.plain import plain
from clausetree.editing.form.reading import card_of
from clausetree.editing.replacement import Replacement, replaced
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.lines import BadAddress, LineProblem
from clausetree.tree.problems.names import UnknownFact
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import ForeignMarkdown, RecoveryProblem
from clausetree.tree.wording import wording_of


class Changed:
    """A card before and after replacements in it, each beneath the head of its tree."""

    def __init__(
        self, source: Source, cards: Sequence[WrittenCard], card: WrittenCard, made: Sequence[Replacement]
    ) -> None:
        head = next((each for each in cards if each.kind is BlockKind.TREE and each is not card), None)
        above = f"{source.text[head.unit.start : head.unit.end]}\n\n" if head else ""
        text = source.text[card.unit.start : card.unit.end]
        local = [_moved(each, -card.unit.start) for each in made]
        self.before = Source(source.name, above + text)
        self.after = Source(source.name, above + replaced(text, local))

    def fault(self, path: str) -> Refused | None:
        """Return what could be read before and cannot be now."""
        known = Counter(map(wording_of, _unreadable(self.before)))
        for problem in _unreadable(self.after):
            code, what, remedy = wording_of(problem)
            known[code, what, remedy] -= 1
            if known[code, what, remedy] < 0:
                # What may stand in a field, its hint says; the remedy is for who writes text.
                return Refused(plain(what), path)
        return None

    def values(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        """Return what the fields of the card say, before and after, each with the last part of its path."""
        return _values(self.before), _values(self.after)


def _moved(change: Replacement, by: int) -> Replacement:
    return Replacement(Span(change.span.start + by, change.span.end + by), change.text)


def _unreadable(source: Source) -> Iterator[TreeProblem]:
    # What is wrong with the Markdown of words is shown at them, and keeps nobody from filling in more.
    for problem in parse_tree(source)[1]:
        if isinstance(problem, LineProblem | RecoveryProblem | UnknownFact) and not isinstance(
            problem, ForeignMarkdown | BadAddress
        ):
            yield problem


def _values(source: Source) -> Counter[tuple[str, str]]:
    cards = read_cards(source)
    fields = fields_of(card_of(cards[-1])) if cards else ()
    return Counter((each.path.rpartition("/")[2], each.value) for each in fields if each.value)
