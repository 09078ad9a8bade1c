"""What a table says of many answers at once is what each condition says of each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.answers import Answer
from clausetree.tree.condition import And, Condition, Is, Not, Or, facts, holds
from clausetree.tree.model import Compared, Fact, Picked
from clausetree.tree.paths.truth_table import TruthTable
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import WHOLE
from clausetree.tree.truth import is_fact, is_true

AGES = ("0", "17", "18", "19")
FACTS: tuple[Fact, ...] = (
    Picked("colour", "red"),
    Picked("colour", "blue"),
    Compared("age", Sign.LESS, WHOLE, 18),
    Compared("age", Sign.IS, WHOLE, 18),
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "colour": st.frozensets(st.sampled_from(["red", "blue"]), min_size=1),
            "age": st.sampled_from(AGES).map(lambda age: frozenset({age})),
        },
    ),
    max_size=9,
)
CONDITIONS: st.SearchStrategy[Condition[Fact]] = st.recursive(
    st.sampled_from(FACTS).map(Is),
    lambda part: st.one_of(
        part.map(Not),
        st.lists(part, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(part, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=6,
)


@given(CONDITIONS, ROWS)
def test_a_condition_is_true_in_the_rows_in_which_it_is_true_by_itself(
    condition: Condition[Fact], rows: list[dict[str, Answer]]
) -> None:
    where = TruthTable(rows).where(condition)
    assert [bool(where >> at & 1) for at in range(len(rows))] == [is_true(condition, row) for row in rows]
    assert where < 1 << len(rows)


@given(CONDITIONS, ROWS)
def test_a_fact_turns_a_condition_in_the_rows_in_which_its_opposite_makes_it_otherwise(
    condition: Condition[Fact], rows: list[dict[str, Answer]]
) -> None:
    table = TruthTable(rows)
    for fact in facts(condition):
        turned = table.where_turned_by(condition, fact)
        for at, row in enumerate(rows):
            truths = {one: is_fact(one, row.get(one.question, frozenset())) for one in FACTS}
            opposite = {**truths, fact: not truths[fact]}
            otherwise = holds(condition, truths.__getitem__) is not holds(condition, opposite.__getitem__)
            assert bool(turned >> at & 1) is otherwise


def test_a_number_is_found_in_the_rows_that_state_it() -> None:
    rows: list[dict[str, Answer]] = [{"age": frozenset({age})} for age in AGES]
    table = TruthTable([*rows, {}, rows[2]])
    fact = Compared("age", Sign.LESS, WHOLE, 18)
    assert table.where_scalar(fact, 18) == 0b100100
    assert table.where_scalar(fact, 20) == 0
    assert table.where(Is(fact)) == 0b000011
