"""A procedure as data is read back as it was, whatever its author called things."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from clausetree.tree import wire
from clausetree.tree.model import Basis, duties
from clausetree.tree.procedures import Procedures
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.strength import Strength
from clausetree.tree.walk import limits
from clausetree.tree.wire import Procedure, Quote, from_wire, to_wire

TAKEN = ("is", "pairs", "value", "format", "procedure", "Tree", "Strength", "constructor", "__proto__")
"""What the data or a browser's JSON call something of their own."""


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    """Any sound one."""
    return examples.all[0]


def test_members_of_enums_come_back_as_what_they_were(examples: Procedures) -> None:
    trees = [from_wire(to_wire(each).text).tree for each in examples.all]
    assert {type(tree.basis) for tree in trees} == {Basis}
    assert {type(limit.sign) for tree in trees for limit in limits(tree)} == {Sign}
    assert {type(limit.scale) for tree in trees for limit in limits(tree)} == {DateScale, NumberScale}
    laid_down = [duty for tree in trees for node in tree.nodes for duty in duties(node)]
    assert {type(duty.strength) for duty in laid_down} == {Strength}


def test_members_of_enums_are_written_with_their_type(examples: Procedures) -> None:
    written = "".join(to_wire(each).text for each in examples.all)
    assert '"basis":{"is":"Basis","value":"clauses"}' in written
    assert '"sign":{"is":"Sign","value":"<"}' in written
    assert '"scale":{"currency":"","is":"NumberScale","places":0}' in written
    assert '"scale":{"is":"DateScale","value":"date"}' in written
    assert '"strength":{"is":"Strength","value":"must not"}' in written


@pytest.mark.parametrize("name", TAKEN)
def test_a_clause_or_a_term_may_be_called_anything(name: str, procedure: Procedure) -> None:
    quote = Quote(f"clause “{name}”", "Tell your buddy.", f"rules/#{name}")
    quotes = {**procedure.quotes, name: {name: quote}}
    named = replace(procedure, quotes=quotes, terms={name: f"rules/#{name}"})
    assert from_wire(to_wire(named).text) == named


def test_a_mapping_is_written_in_pairs_by_the_order_of_its_keys(procedure: Procedure) -> None:
    named = replace(procedure, terms={"value": "rules/#v", "is": "rules/#i"})
    written = json.loads(to_wire(named).text)["procedure"]["terms"]
    assert written == {"is": "pairs", "pairs": [["is", "rules/#i"], ["value", "rules/#v"]]}


def test_what_is_none_may_be_left_out_and_nothing_else(procedure: Procedure) -> None:
    made = json.loads(to_wire(procedure).text)
    made["procedure"]["tree"].pop("about", None)
    assert from_wire(json.dumps(made)).tree.about is None
    for holder, field in ((made["procedure"], "terms"), (made["procedure"]["tree"], "start")):
        kept = holder.pop(field)
        with pytest.raises(ValueError, match="not a procedure"):
            from_wire(json.dumps(made))
        holder[field] = kept


NO_PROCEDURES = [
    {"is": "Procedure"},
    {"is": "Prose", "text": "Words", "html": "Words"},
    {"is": "Nothing that is known"},
    {"is": ["Tree"]},
    {"is": "Strength", "value": "ought to"},
    {"is": "Sign"},
    {"tree": "without a type"},
]


@pytest.mark.parametrize("written", NO_PROCEDURES, ids=json.dumps)
def test_data_that_are_no_procedure_are_refused(written: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind of error is the contract
        from_wire(json.dumps({"format": 2, "procedure": written}))


@pytest.mark.parametrize("node", [5, "place", None, {"is": "Sign", "value": "<"}], ids=repr)
def test_a_node_that_is_none_is_refused(node: object, procedure: Procedure) -> None:
    made = json.loads(to_wire(procedure).text)
    made["procedure"]["tree"]["nodes"][0] = node
    with pytest.raises(ValueError, match="not a procedure"):
        from_wire(json.dumps(made))


def test_the_digest_changes_with_every_word_and_with_nothing_else(procedure: Procedure) -> None:
    before = to_wire(procedure).digest
    assert to_wire(replace(procedure, terms=dict(reversed(list(procedure.terms.items()))))).digest == before
    title = replace(procedure.tree.title, text=f"{procedure.tree.title.text}.")
    assert to_wire(replace(procedure, tree=replace(procedure.tree, title=title))).digest != before


def test_data_that_are_written_in_another_way_have_another_digest(
    procedure: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = to_wire(procedure).digest
    monkeypatch.setattr(wire, "FORMAT", wire.FORMAT + 1)
    assert to_wire(procedure).digest != before


def test_the_data_say_their_digest_and_their_format(procedure: Procedure) -> None:
    made = to_wire(procedure)
    written = json.loads(made.text)
    assert (written["format"], written["digest"]) == (6, made.digest)
    assert len(made.digest) == 16
