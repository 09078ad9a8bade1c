"""A table of cases leads every reader where its rows say, and where the route leads her that says the same."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from clausetree.tree.model import Route
from clausetree.tree.walk import route_target
from tests.tree.readers import arrivals, read
from tests.tree.small_trees import Cell, Place, Table, places, tables

ASKING = ["option", "option", "many", "many none", "number", "money", "date", "date and time", "step"]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Place], Table, bool]:
    """Return questions and steps, a table that goes by some of them, and whether one of them is passed by."""
    asked = [draw(places(at, ASKING)) for at in range(draw(st.integers(1, 3)))]
    table = draw(tables(asked, most_rows=5))
    assume(table is not None)
    assert table
    return asked, table, draw(st.booleans())


def written(asked: list[Place], fork: list[str], passes: bool) -> str:
    """Return a tree that asks all of them, or all but the last of some readers, and comes to the fork."""
    blocks = ['tree small "Small"\n    policy verbs\n    basis clauses\n    start who\n']
    last = "fork" if passes else asked[0].name
    blocks.append(f'question who "Who?"\n    option x "X" -> {asked[0].name}\n    option y "Y" -> {last}\n')
    for place, onward in zip(asked, [*(place.name for place in asked[1:]), "fork"], strict=True):
        blocks.append(_asking(place, onward))
    blocks.append("\n    ".join(fork) + "\n")
    blocks += [f'outcome end-{at} "End"\n' for at in range(6)]
    return "\n".join(blocks)


def _asking(place: Place, onward: str) -> str:
    if place.kind == "step":
        return f'step {place.name} "Do"\n    then -> {onward}\n'
    if not place.kind.startswith(("option", "many")):
        lines = [f"{place.kind} {place.offered[0]} to {place.offered[-1]}"]
    else:
        lines = [f'{place.kind.split()[0]} {one} "{one}"' for one in place.offered]
        lines += [f'none {place.name}none "None"'] if place.kind == "many none" else []
    return "\n    ".join([f'question {place.name} "Which?"', *lines, f"then -> {onward}"]) + "\n"


def said_by(columns: tuple[Place, ...], cells: tuple[Cell, ...]) -> str:
    return " and ".join(cell.said for _, cell in zip(columns, cells, strict=True) if cell.said)


@given(cases())
def test_a_table_leads_every_reader_to_the_first_row_that_fits_her(
    case: tuple[list[Place], Table, bool],
) -> None:
    asked, table, passes = case
    rows = [f"{row} -> end-{at}" for at, row in enumerate(table.rows)]
    _, tree = read(written(asked, ["table fork", *table.head, *rows, "otherwise -> end-5"], passes))
    fork = tree.node("fork")
    assert isinstance(fork, Route)
    for answers in arrivals(tree)["fork"]:
        given_by = dict(answers)
        fits = [
            all(
                cell.holds(given_by.get(column.name, frozenset()))
                for column, cell in zip(table.columns, cells, strict=True)
            )
            for cells in table.cells
        ]
        expected = fits.index(True) if True in fits else 5
        assert route_target(fork, given_by) == f"end-{expected}"


@given(cases())
def test_a_table_says_what_the_route_says_that_is_written_out(case: tuple[list[Place], Table, bool]) -> None:
    asked, table, passes = case
    said = [said_by(table.columns, cells) for cells in table.cells]
    lines = [f"when {words} -> end-{at}" for at, words in enumerate(said)]
    rows = [f"{row} -> end-{at}" for at, row in enumerate(table.rows)]
    _, one = read(written(asked, ["table fork", *table.head, *rows, "otherwise -> end-5"], passes))
    _, other = read(written(asked, ["route fork", *lines, "otherwise -> end-5"], passes))
    # Where the first row counts, each line of the route shuts out those above it.
    shut = [
        " and ".join([f"({words})", *(f"not ({above})" for above in said[:at])])
        for at, words in enumerate(said)
    ]
    exact = [f"when {words} -> end-{at}" for at, words in enumerate(shut)]
    _, longer = read(written(asked, ["route fork", *exact, "otherwise -> end-5"], passes))
    forks = [tree.node("fork") for tree in (one, other, longer)]
    for answers in arrivals(one)["fork"]:
        led = {route_target(fork, dict(answers)) for fork in forks if isinstance(fork, Route)}
        assert len(led) == 1


def test_a_row_says_no_more_than_the_route_would() -> None:
    questions = """\
tree small "Small"
    policy verbs
    basis clauses
    start who
    fact late "It is late" when hour > 20

question who "Who?"
    option a "A" -> hour
    option b "B" -> hour
    option c "C" -> hour

question hour "When?"
    number 0 to 23
    then -> bring

question bring "What?"
    many dog "A dog"
    many lunch "Lunch"
    none nothing "Nothing"
    then -> fork

"""
    ends = "".join(f'\noutcome {end} "End"\n' for end in ("one", "two", "three", "four"))
    table = """\
table fork
    columns who hour bring late
    row a any any any -> one
    row b or c 9 to 17 dog any -> two
    row b or c not 9 to 17 nothing no -> three
    otherwise -> four
"""
    route = """\
route fork
    when who is a -> one
    when (who is b or who is c) and hour >= 9 and hour <= 17 and bring includes dog -> two
    when (who is b or who is c) and not (hour >= 9 and hour <= 17) and bring is nothing and not late -> three
    otherwise -> four
"""
    assert read(questions + table + ends)[1].nodes == read(questions + route + ends)[1].nodes
