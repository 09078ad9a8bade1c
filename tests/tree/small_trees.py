"""Small trees made at random: their text, as an author would write it, without regard to sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st


@dataclass(frozen=True)
class Place:
    """The node `n0`, `n1`, … of a tree, and what it offers, if it is a question (of amounts: its limits).

    Now and then its answers add `points`: so many for each that it offers (of amounts: for those from it on).
    Now and then who does not know counts as what she `supposes`.
    """

    at: int
    kind: str
    offered: tuple[str, ...] = ()
    points: tuple[int, ...] = ()
    supposes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"n{self.at}"


MEASURES = {
    "number": ("-2", "-1", "0", "1", "2"),
    "money": ("£0.99", "£1", "£1.01", "£1.02"),
    # Over the end of February in a leap year.
    "date": ("2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"),
    "date and time": ("2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"),
}
"""Every amount that such a question takes; of a time, its day."""

EVERY_ANSWER = {
    **MEASURES,
    "money": ("0.99", "1", "1.01", "1.02"),
    "date and time": tuple(f"{day}T{time}" for day in MEASURES["date"] for time in ("12:00", "23:59")),
}
"""Every answer to such a question; of the times of a day, what stands for it and its last."""

KINDS = ["option", "option", "many", "many none", *MEASURES, "step", "wait", "route", "route", "table"]

AMOUNTS = ["number", "number", "date", "date", "date and time", "money", "option", "route", "route", "table"]
"""Kinds of which two are often alike, so that their answers can be compared."""


@st.composite
def places(draw: st.DrawFn, at: int, kinds: Sequence[str] = KINDS) -> Place:
    kind = draw(st.sampled_from(kinds))
    if kind in MEASURES:
        points = draw(_points(len(MEASURES[kind])))
        return Place(at, kind, MEASURES[kind], points, draw(_one_of(EVERY_ANSWER[kind])))
    # Every question leaves a choice.
    asks = kind not in ("step", "wait", "route", "table")
    offers = "abc"[: draw(st.integers(1 if kind == "many none" else 2, 3))] if asks else ""
    offered = tuple(f"n{at}{letter}" for letter in offers)
    several = st.lists(st.sampled_from(offered), min_size=1, unique=True).map(tuple) if offered else st.just(())
    supposes = st.just(()) | several if kind.startswith("many") else _one_of(offered)
    return Place(at, kind, offered, draw(_points(len(offers) + (kind == "many none"))), draw(supposes))


def _one_of(offered: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.just(()) | (st.sampled_from(offered).map(lambda one: (one,)) if offered else st.just(()))


def _points(count: int) -> st.SearchStrategy[tuple[int, ...]]:
    some = st.lists(st.integers(-1, 2), min_size=count, max_size=count).map(tuple)
    return st.just(()) | st.just(()) | some


@st.composite
def small_tree(draw: st.DrawFn) -> str:
    """Return a tree that has no loop and whose names exist. Its conditions may well be nonsense."""
    compares = draw(st.integers(0, 3)) == 0
    size = draw(st.integers(3, 4) if compares else st.integers(1, 5))
    nodes = [draw(places(at, AMOUNTS if compares else KINDS)) for at in range(size)]
    blocks = []
    for node in nodes:
        further = [*(other.name for other in nodes if other.at > node.at), "end-x", "end-y"]
        blocks.append(_node(draw, node, nodes[: node.at], further))
    return _whole(draw, blocks, nodes)


@st.composite
def wild_tree(draw: st.DrawFn) -> str:
    """Return a tree whose names exist. It leads up and down, and its conditions speak of anything."""
    nodes = [draw(places(at)) for at in range(draw(st.integers(2, 5)))]
    blocks = []
    for node in nodes:
        others = [other for other in nodes if other is not node]
        anywhere = draw(st.permutations([*(other.name for other in others), "end-x"]))
        blocks.append(_node(draw, node, others, anywhere))
    return _whole(draw, blocks, [])


@st.composite
def round_tree(draw: st.DrawFn) -> str:
    """Return a tree that leads through its nodes in several orders, mostly: it has loops that readers may walk.

    The first question divides the readers, and each kind has an order of its own. Behind each node `n0`, `n1`,
    … stands a route, `r0`, `r1`, …, that leads on by the order.
    """
    dividing = places(0, ["option", *MEASURES, "many none"])
    first = draw(dividing.filter(lambda place: len(_kinds(place)) > 1))
    kinds = _kinds(first)
    nodes = [draw(places(at)) for at in range(1, draw(st.integers(3, 4)))]
    orders = [nodes, nodes[::-1], draw(st.permutations(nodes))][: len(kinds)]
    if draw(st.booleans()):
        orders[-1] = orders[-1][:-1]
    blocks = []
    for node in (first, *nodes):
        others = [other for other in (first, *nodes) if other is not node]
        # Now and then a way leads astray.
        anywhere = st.sampled_from([*(place.name for place in others), "end-x", "end-y"])
        blocks.append(_node(draw, node, others, [f"r{node.at}" if draw(st.integers(0, 9)) else draw(anywhere)]))
        lines: list[str] = []
        for kind, order in zip(kinds, orders, strict=True):
            if node in (first, *order):
                later = [place.name for place in order[order.index(node) + 1 if node in order else 0 :]]
                lines += _next(draw, kind, later, _facts(nodes), anywhere)
        blocks.append("\n    ".join([f"route r{node.at}", *lines]) + "\n")
    return _whole(draw, blocks, [first, *nodes])


def _kinds(first: Place) -> list[str]:
    """Return conditions on the first question of which each reader meets one."""
    if first.kind == "option":
        return [f"n0 is {one}" for one in first.offered]
    fact = f"n0 includes {first.offered[0]}" if first.kind == "many none" else f"n0 < {first.offered[2]}"
    return [fact, f"not ({fact})"]


def _next(
    draw: st.DrawFn, kind: str, later: list[str], facts: list[str], anywhere: st.SearchStrategy[str]
) -> list[str]:
    """Return where a route leads a kind of reader: to the next of those that come `later`, or to another."""
    target = later[0] if later else "end-x"
    if not facts or draw(st.booleans()):
        return [f"when {kind} -> {target}"]
    condition = draw(_condition(facts))
    other = draw(st.sampled_from([*later, "end-y"]) if draw(st.integers(0, 3)) else anywhere)
    return [f"when {kind} and {condition} -> {target}", f"when {kind} and not ({condition}) -> {other}"]


def _whole(draw: st.DrawFn, blocks: list[str], nodes: list[Place]) -> str:
    head = 'tree small "Small"\n    policy verbs\n    basis clauses\n    start n0\n'
    if "sum" in "".join(blocks) or any(place.points for place in nodes):
        head += '    total sum "the sum"\n'
    ends = [one for one in ("end-x", "end-y") if f"-> {one}" in "".join(blocks)]
    return "\n".join([head, *blocks, *(f'outcome {one} "End"\n{_duty(draw, nodes)}' for one in ends)])


def _node(draw: st.DrawFn, node: Place, known: list[Place], further: list[str]) -> str:
    # One way leads to the next node, mostly, so that most nodes are reached.
    leads = iter([further[0] if draw(st.integers(0, 9)) else further[-1]])
    ways = (f"-> {next(leads, None) or draw(st.sampled_from(further))}" for _ in node.offered or range(9))
    match node.kind:
        case "step" | "wait":
            return f'{node.kind} {node.name} "Do"\n{_duty(draw, known)}    then {next(ways)}\n'
        case "table" if (table := draw(tables(known))) is not None:
            lines = [*table.head, *(f"{row} {next(ways)}" for row in table.rows)]
            lines += [f"otherwise {next(ways)}"] if draw(st.booleans()) else []
            return "\n    ".join([f"table {node.name}", *lines]) + "\n"
        case "route" | "table":
            lines = _branches(draw, known, ways)
            return "\n    ".join([f"route {node.name}", *lines]) + "\n"
        case "option":
            offered = zip(node.offered, _adding(node), ways, strict=True)
            lines = [f'option {one} "{one}"{adds} {way}' for one, adds, way in offered]
        case kind if kind in MEASURES:
            lines = [f"{node.kind} {node.offered[0]} to {node.offered[-1]}", f"then {next(ways)}"]
            added = zip(node.offered, _adding(node), strict=True)
            lines += [f"{adds[1:]}{_from(node, one)}" for one, adds in added if adds]
        case _:
            every = _adding(node)[: len(node.offered)]
            lines = [f'many {one} "{one}"{adds}' for one, adds in zip(node.offered, every, strict=True)]
            lines += [f'none {node.name}none "None"{_adding(node)[-1]}'] if node.kind == "many none" else []
            lines.append(f"then {next(ways)}")
    lines += [f'unsure {node.name}unsure "?" counts as {", ".join(node.supposes)}'] if node.supposes else []
    return "\n    ".join([f'question {node.name} "Which?"', *lines]) + "\n"


def _adding(node: Place) -> list[str]:
    return [f" adds {points} to sum" for points in node.points] or [""] * len(node.offered)


def _from(node: Place, limit: str) -> str:
    """Return what keeps an answer below the limit from adding points; the lowest is below none."""
    return f" when {node.name} >= {limit}" if limit != node.offered[0] else ""


def _branches(draw: st.DrawFn, before: list[Place], ways: Iterator[str]) -> list[str]:
    facts = _facts(before)
    if not facts:
        return [f"otherwise {next(ways)}"]
    first = draw(_condition(facts))
    # Some routes are whole: a condition, and what it leaves over.
    match draw(st.sampled_from(["whole", "otherwise", "any"])):
        case "whole":
            return [f"when {first} {next(ways)}", f"when not ({first}) {next(ways)}"]
        case "otherwise":
            return [f"when {first} {next(ways)}", f"otherwise {next(ways)}"]
        case _:
            more = draw(st.lists(_condition(facts), max_size=2))
            return [f"when {condition} {next(ways)}" for condition in (first, *more)]


def _duty(draw: st.DrawFn, before: list[Place]) -> str:
    facts = _facts(before)
    when = st.just("") | _condition(facts).map(lambda said: f" when {said}") if facts else st.just("")
    things = draw(st.sampled_from([["door"], ["door", "gate"]]))
    cites = st.sampled_from(["1.1", "verbs 1.1", "1.1, time-limits 1.3", 'time-limits "1.2"'])
    duties = [f'    must you "Lock the {thing}" ({draw(cites)}){draw(when)}\n' for thing in things]
    asides = draw(st.lists(st.sampled_from(ASIDES), max_size=2, unique=True))
    return "".join([*duties, *(aside.format(draw(when)) for aside in asides)])


ASIDES = (
    '    contact "The desk" "Ring 0800 1111" hours "On weekdays"{}\n',
    '    link "The list" "https://example.org/list"{}\n',
    "    note{}\n        It is late.\n",
)
_SIGNS = ("is", "<", "<=", ">", ">=")
_VERBS = {"option": ("is",), "visit": ("is",), **dict.fromkeys(MEASURES, _SIGNS)}


def _facts(before: list[Place]) -> list[str]:
    facts = [
        f"{node.name} {verb} {one}"
        for node in before
        for one in node.offered
        for verb in _VERBS.get(node.kind, ("includes",))
    ]
    facts += [
        f"{node.name} {sign} {other.name}"
        for node in before
        for other in before
        if node is not other and set(node.offered) & set(other.offered) and node.kind in MEASURES
        for sign in _SIGNS
    ]
    facts += [f"{node.name} is done" for node in before if node.kind in ("step", "wait")]
    if any(node.points for node in before):
        facts += ["sum < 0", "sum is 0", "sum >= 1", "sum > 2"]
    return facts + [f"{node.name} is {node.name}none" for node in before if node.kind == "many none"]


def _condition(facts: list[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        st.sampled_from(facts),
        lambda inner: st.one_of(
            inner.map(lambda part: f"not ({part})"),
            st.tuples(inner, inner).map(lambda parts: f"({parts[0]} and {parts[1]})"),
            st.tuples(inner, inner).map(lambda parts: f"({parts[0]} or {parts[1]})"),
        ),
        max_leaves=3,
    )


@dataclass(frozen=True)
class Cell:
    """A cell of a table as it is written, the condition that says as much ("" for any), and when it holds."""

    text: str
    said: str
    holds: Callable[[frozenset[str]], bool]


@dataclass(frozen=True)
class Table:
    """The columns of a table, and the cells of its rows."""

    columns: tuple[Place, ...]
    cells: tuple[tuple[Cell, ...], ...]
    first: bool

    @property
    def head(self) -> list[str]:
        return [" ".join(["columns", *(column.name for column in self.columns)]), *["first"] * self.first]

    @property
    def rows(self) -> list[str]:
        return [" ".join(["row", *(cell.text for cell in row)]) for row in self.cells]


@st.composite
def tables(draw: st.DrawFn, before: list[Place], most_rows: int = 3) -> Table | None:
    """Return a table without faults of its own that goes by some of these nodes, or None."""
    asked = [place for place in before if place.offered or place.kind == "step"]
    if not asked:
        return None
    columns = draw(st.lists(st.sampled_from(asked), min_size=1, max_size=3, unique=True))
    drawn = draw(st.lists(st.tuples(*map(_cell, columns)), min_size=1, max_size=most_rows))
    different = {tuple(frozenset(cell.text.split(" or ")) for cell in row): row for row in drawn}
    rows = [row for row in different.values() if any(cell.said for cell in row)]
    used = [at for at, _ in enumerate(columns) if any(row[at].said for row in rows)]
    if not rows:
        return None
    cells = tuple(tuple(row[at] for at in used) for row in rows)
    return Table(tuple(columns[at] for at in used), cells, draw(st.booleans()))


def _cell(place: Place) -> st.SearchStrategy[Cell]:
    one = st.sampled_from(_plain_cells(place))
    denied = one.map(
        lambda cell: Cell(f"not {cell.text}", f"not ({cell.said})", lambda said: not cell.holds(said))
    )
    different = st.tuples(one | denied, one).filter(lambda two: two[0].text != two[1].text)
    either = different.map(
        lambda two: Cell(
            f"{two[0].text} or {two[1].text}",
            f"({two[0].said} or {two[1].said})",
            lambda said: two[0].holds(said) or two[1].holds(said),
        )
    )
    cells = st.just(Cell("any", "", lambda _: True)) | one | denied
    # Of a step a cell says one thing alone.
    return cells if place.kind == "step" else cells | either


def _plain_cells(place: Place) -> list[Cell]:
    if place.kind == "step":
        return [Cell("done", f"{place.name} is done", bool)]
    if place.kind in MEASURES:
        return _cells_of_amounts(place)
    verb = "is" if place.kind in ("option", "visit") else "includes"
    cells = [_named(place, one, verb) for one in place.offered]
    return [*cells, _named(place, f"{place.name}none", "is")] if place.kind == "many none" else cells


def _named(place: Place, answer: str, verb: str) -> Cell:
    return Cell(answer, f"{place.name} {verb} {answer}", lambda said: answer in said)


def _cells_of_amounts(place: Place) -> list[Cell]:
    """Return cells of one amount, and of ranges. How amounts compare is told by their places in the list."""
    name, found = place.name, list[Cell]()
    for at, amount in enumerate(place.offered):
        found.append(_placed(place, amount, f"{name} is {amount}", {at}))
        found.append(_placed(place, f"< {amount}", f"{name} < {amount}", set(range(at))))
        found.append(_placed(place, f">= {amount}", f"{name} >= {amount}", set(range(at, 9))))
        for most in range(at, len(place.offered)):
            last = place.offered[most]
            said = f"({name} >= {amount} and {name} <= {last})"
            found.append(_placed(place, f"{amount} to {last}", said, set(range(at, most + 1))))
    return found


def _placed(place: Place, text: str, said: str, where: set[int]) -> Cell:
    each = len(EVERY_ANSWER[place.kind]) // len(place.offered)
    return Cell(
        text, said, lambda said: any(EVERY_ANSWER[place.kind].index(one) // each in where for one in said)
    )


@st.composite
def again_tree(draw: st.DrawFn) -> str:
    """Return a tree of which some lines lead back to a node above, so many times at most, and then on.

    It takes no amounts, so that every reader can be followed. Not every line that leads back comes from there.
    """
    kinds = ["option", "option", "option", "many none", "step", "wait", "route"]
    drawn = [draw(places(at, kinds)) for at in range(draw(st.integers(2, 5)))]
    nodes = [replace(place, supposes=()) for place in drawn]
    blocks = []
    for node in nodes:
        further = [*(other.name for other in nodes if other.at > node.at), "end-x", "end-y"]
        block = _node(draw, node, nodes[: node.at], further)
        if draw(st.integers(0, 2)) == 0:
            times, above = draw(st.integers(2, 3)), draw(st.sampled_from(nodes[: node.at + 1])).name
            before, arrow, target = block.rpartition("-> ")
            block = f"{before}{arrow}{above} up to {times} times, then -> {target}"
        blocks.append(block)
    return _whole(draw, blocks, nodes)


@dataclass(frozen=True)
class Visiting:
    """A tree, and the tree that it visits, of whose end it speaks mostly."""

    visitor: str
    visited: str
    visit: str


@st.composite
def visiting_tree(draw: st.DrawFn) -> Visiting:
    """Return a tree that makes a visit. Its conditions may well be nonsense."""
    size = draw(st.integers(2, 5))
    at = draw(st.integers(0, size - 2))
    ends = ("end-a", "end-b", "end-c")[: draw(st.integers(1, 3))]
    points = st.lists(st.integers(-1, 2), min_size=len(ends), max_size=len(ends)).map(tuple)
    visit = Place(at, "visit", ends, draw(st.just(()) | points))
    drawn = [draw(places(other)) for other in range(size)]
    nodes = [visit if place.at == at else place for place in drawn]
    blocks = []
    for node in nodes:
        further = [*(other.name for other in nodes if other.at > node.at), "end-x", "end-y"]
        known = nodes[: node.at]
        blocks.append(
            _visit(draw, node, known, further) if node is visit else _node(draw, node, known, further)
        )
    return Visiting(_whole(draw, blocks, nodes), _visited(visit.name, ends), visit.name)


def _visit(draw: st.DrawFn, visit: Place, known: list[Place], further: list[str]) -> str:
    lines = [f"visit {visit.name} then -> {draw(st.sampled_from(further[:1] * 3 + further))}"]
    facts = [fact for fact in _facts([*known, visit]) if not fact.startswith("sum")]
    for end, points in zip(visit.offered, visit.points, strict=False):
        also = f" and {draw(_condition(facts))}" if draw(st.booleans()) else ""
        lines.append(f"adds {points} to sum when {visit.name} is {end}{also}")
    return "\n    ".join(lines) + "\n"


def _visited(name: str, ends: Sequence[str]) -> str:
    """Return a tree without faults that can end so."""
    questions = [f"q{number}" for number, _ in enumerate(ends[1:])]
    ways = zip(questions, ends, [*questions[1:], ends[-1]], strict=False)
    blocks = [
        f'question {one} "Well?"\n    option yes "Yes" adds 1 to own -> {end}\n    option no "No" -> {after}\n'
        for one, end, after in ways
    ]
    head = f'tree {name} "Other"\n    policy verbs\n    basis clauses\n    start {[*questions, *ends][0]}\n'
    head += '    total own "its own sum"\n' if questions else ""
    outcomes = [f'outcome {end} "{end}"\n    must you "Shut it" (1.1)\n' for end in ends]
    return "\n".join([head, *blocks, *outcomes])
