"""The labels of all units of one policy: which of them begin with a number or letter, and with which."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from clausetree.policy.labels.divisions import divisions_around, is_division, within_divisions, within_letters
from clausetree.policy.labels.examples import form_of, is_example
from clausetree.policy.labels.forms import Candidate, read_form
from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.labels.nesting import with_items
from clausetree.policy.labels.runs import counted
from clausetree.policy.labels.singles import clauses_in_lists
from clausetree.policy.labels.subsections import with_subsections


def labels_of(beginnings: Sequence[Beginning], also: Sequence[str] = ()) -> list[Label | None]:
    """Return the label of each unit, in reading order, or None where it has none.

    `also` are further examples of labels that the policy uses, as its front matter has them: "Minute 12/1".
    Words that begin with what is nearly a number (`malformed_number`) are read as they stand, without one.
    """
    examples = [form_of(example) for example in also if is_example(example)]
    candidates = [read_form(unit, examples) for unit in beginnings]
    labels = _certain(beginnings, candidates)
    around = divisions_around(beginnings, labels)
    for at, number in list(clauses_in_lists(beginnings, labels, around)):
        labels[at] = Label("", number, Form.SINGLE)
    labels = with_subsections(beginnings, within_letters(beginnings, labels), around)
    return within_divisions(with_items(beginnings, labels), around)


def _certain(units: Sequence[Beginning], candidates: Sequence[Candidate | None]) -> list[Label | None]:
    """Return the labels that count. One that an item has as well as another unit is only named there."""
    places = set(counted((at, candidate) for at, candidate in enumerate(candidates) if candidate))
    places |= {at for at in range(len(units) - 1) if _heads_decimals(candidates[at], candidates[at + 1])}
    places |= {at for at, candidate in enumerate(candidates) if _is_of_its_division(candidate, candidates, at)}
    labels = [
        candidate.label if candidate and at in places else None for at, candidate in enumerate(candidates)
    ]
    pairs = list(zip(units, labels, strict=True))
    taken = {label.number for unit, label in pairs if label and unit.place not in (Place.ITEM, Place.ROW)}
    return [label if label and not _is_told_again(unit, label, taken) else None for unit, label in pairs]


def _heads_decimals(candidate: Candidate | None, below: Candidate | None) -> bool:
    """Tell whether "1 Conduct" stands right above 1.1."""
    if candidate is None or below is None or candidate.label.form is not Form.SINGLE:
        return False
    return below.label.form is Form.DECIMAL and below.label.number.startswith(f"{candidate.label.number}.")


def _is_of_its_division(candidate: Candidate | None, among: Sequence[Candidate | None], at: int) -> bool:
    """Tell whether B.1 stands behind "Appendix B"."""
    if candidate is None or candidate.label.form is not Form.LETTER_DOT:
        return False
    division = f" {candidate.label.number.partition('.')[0]}"
    return any(
        other.label.number.endswith(division) for other in among[:at] if other and is_division(other.label)
    )


def _is_told_again(unit: Beginning, label: Label, taken: Collection[str]) -> bool:
    """Tell whether another unit has the number: a list may name it, and a table of versions has its own 1.1."""
    named = unit.place is Place.ROW or (unit.place is Place.ITEM and label.form is not Form.DECIMAL)
    return named and label.number in taken
