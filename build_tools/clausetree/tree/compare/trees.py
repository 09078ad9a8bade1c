"""Two versions of a tree, node by node: what stands in one and not in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetree.tree.again import folded
from clausetree.tree.answers import everything_offered, offered
from clausetree.tree.compare.changes import (
    BackChanged,
    Change,
    CitesChanged,
    CountsElse,
    KindChanged,
    LeadsElsewhere,
    NextTreeChanged,
    NodeAdded,
    NodeRemoved,
    NotesChanged,
    OptionAdded,
    OptionRemoved,
    PointersChanged,
    PointsChanged,
    Reworded,
    RolesChanged,
    StartChanged,
    Wording,
)
from clausetree.tree.compare.duties import compare_duties
from clausetree.tree.compare.reach import compare_reach
from clausetree.tree.compare.routes import route_changes
from clausetree.tree.condition import Named, names_in, with_facts, with_names
from clausetree.tree.conditional import ConditionChange, with_conditions
from clausetree.tree.model import (
    Choice,
    Contact,
    Fact,
    Link,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Option,
    Ordered,
    OtherTree,
    Outcome,
    Picked,
    Prose,
    Role,
    Route,
    Step,
    Tree,
    Unsure,
    Visit,
    targets,
)
from clausetree.tree.numbers import MOST_PLACES
from clausetree.tree.scale import NumberScale
from clausetree.tree.today import as_of_same_day
from clausetree.tree.totals import lines_adding
from clausetree.tree.walk import all_conditions


def compare(before: Tree, after: Tree) -> list[Change]:
    """Return every difference that a reader could meet. Nodes and options are known by their ids."""
    before, after = as_of_same_day(before, after)
    changes = [*_fact_changes(before, after)]
    readers = compare_reach(_in_full(before), _in_full(after))
    before, after = (folded(_on_one_scale(_in_full(tree))) for tree in (before, after))
    changes += _tree_changes(before, after)
    for node in before.nodes:
        changes += _node_changes(node, after.node(node.id)) if after.has(node.id) else [NodeRemoved(node)]
    changes += [NodeAdded(node) for node in after.nodes if not before.has(node.id)]
    changes += _back_changes(before, after)
    changes += compare_duties(before, after)
    return [*changes, *readers]


def _back_changes(before: Tree, after: Tree) -> Iterator[Change]:
    """Yield how often readers go back, or where they come to then, where both versions lead them back."""
    old = {(one.source, one.target): one for one in before.again}
    for one in after.again:
        was = old.get((one.source, one.target))
        if was and was != one:
            yield BackChanged(after.node(one.source), was, one)


def _fact_changes(before: Tree, after: Tree) -> Iterator[Change]:
    """A fact is known by its name, and one that has another name by what it stands for."""
    old, new = _facts(before), _facts(after)
    by_meaning = {fact.part: fact for fact in new.values()}
    for name, fact in old.items():
        now = new.get(name) or by_meaning.get(fact.part)
        if now:
            yield from _rewording(Wording.FACT, None, _as_prose(fact.words), _as_prose(now.words))


def _facts(tree: Tree) -> dict[str, Named[Fact]]:
    return {fact.name: fact for condition in all_conditions(tree) for fact in names_in(condition)}


def _in_full(tree: Tree) -> Tree:
    """Return a tree with what each named fact stands for in its place: that counts, whatever it is called."""
    return _with_conditions(tree, lambda condition: with_names(condition, lambda named: named.part))


def _on_one_scale(tree: Tree) -> Tree:
    """Return a tree with its limits in the finest steps: more places alone make no other limit of 2.5."""
    return _with_conditions(tree, lambda condition: with_facts(condition, _in_finest_steps) or condition)


def _in_finest_steps(fact: Fact) -> Fact:
    if isinstance(fact, Picked) or not isinstance(fact.scale, NumberScale) or fact.scale.currency:
        return fact
    if isinstance(fact, Ordered):
        return replace(fact, scale=NumberScale(MOST_PLACES))
    steps = fact.amount * 10 ** (MOST_PLACES - fact.scale.places)
    return replace(fact, scale=NumberScale(MOST_PLACES), amount=steps)


def _with_conditions(tree: Tree, change: ConditionChange) -> Tree:
    return replace(tree, nodes=tuple(with_conditions(node, change) for node in tree.nodes))


def _tree_changes(before: Tree, after: Tree) -> Iterator[Change]:
    yield from _rewording(Wording.TITLE, None, before.title, after.title)
    yield from _rewording(Wording.ABOUT, None, before.about, after.about)
    yield from _rewording(Wording.BASIS, None, _as_prose(before.basis), _as_prose(after.basis))
    yield from _rewording(Wording.POLICY, None, _as_prose(before.policy), _as_prose(after.policy))
    if before.start != after.start:
        yield StartChanged(before.start, after.start)
    yield from _role_changes(before, after)
    for total in before.totals:
        now = after.total(total.id)
        if now:
            yield from _rewording(Wording.TOTAL, None, total.words, now.words)


def _role_changes(before: Tree, after: Tree) -> Iterator[Change]:
    old, new = ({role.id: role for role in tree.roles} for tree in (before, after))
    added, dropped = _roles_not_in(new, old), _roles_not_in(old, new)
    if added or dropped:
        yield RolesChanged(added, dropped)
    for role in old:
        if role in new:
            yield from _rewording(Wording.ROLE, None, old[role].name, new[role].name)


def _roles_not_in(roles: dict[str, Role], others: dict[str, Role]) -> tuple[Role, ...]:
    return tuple(role for name, role in roles.items() if name not in others)


def _node_changes(before: Node, after: Node) -> Iterator[Change]:
    if _kind_of_node(before) != _kind_of_node(after):
        yield KindChanged(before, after)
        # A step that is a wait now is otherwise as it was, or is not.
        if not (isinstance(before, Step) and isinstance(after, Step)):
            return
    match before, after:
        case Route(), Route():
            yield from route_changes(before, after)
            return
        case ((Visit() | OneOf(visits=OtherTree())), (Visit() | OneOf(visits=OtherTree()))):
            yield from _visit_changes(before, after)
            return
        case (
            (OneOf() | ManyOf() | Measure() | Step() | Outcome()),
            (OneOf() | ManyOf() | Measure() | Step() | Outcome()),
        ):
            yield from _content_changes(before, after)
    yield from _target_changes(before, after)


def _visit_changes(before: Node, after: Node) -> Iterator[Change]:
    """Its words are compared where the other tree is; where it ends may decide what follows here."""
    if isinstance(before, OneOf) and isinstance(after, OneOf):
        yield from (one for one in _option_changes(before, after) if not isinstance(one, Reworded))
    elif lines_adding(before) != lines_adding(after):
        yield PointsChanged(after, None, lines_adding(before), lines_adding(after))
    (was,), (now,) = targets(before), targets(after)
    if was != now:
        yield LeadsElsewhere(after, None, was, now)


def _content_changes(
    before: OneOf | ManyOf | Measure | Step | Outcome, after: OneOf | ManyOf | Measure | Step | Outcome
) -> Iterator[Change]:
    yield from _rewording(Wording.NODE, after, before.title, after.title)
    yield from _rewording(Wording.TEXT, after, _help_or_notes(before), _help_or_notes(after))
    yield from _rewording(Wording.UNIT, after, _units_of(before), _units_of(after))
    added = tuple(cite for cite in after.cites if cite not in before.cites)
    dropped = tuple(cite for cite in before.cites if cite not in after.cites)
    if added or dropped:
        yield CitesChanged(after, added, dropped)
    yield from _option_changes(before, after)
    if isinstance(before, Step | Outcome) and isinstance(after, Step | Outcome):
        yield from _pointer_changes(before, after)
        yield from _note_changes(before, after)


def _option_changes(before: Node, after: Node) -> Iterator[Change]:
    old, new = ({option.id: option for option in _offered(node)} for node in (before, after))
    yield from (OptionRemoved(after, option) for name, option in old.items() if name not in new)
    yield from (OptionAdded(after, option) for name, option in new.items() if name not in old)
    for name in old:
        if name in new:
            yield from _rewording(Wording.ANSWER, after, old[name].wording, new[name].wording)
    if not (isinstance(before, OneOf | ManyOf | Measure) and isinstance(after, OneOf | ManyOf | Measure)):
        return
    had, has = ({one.id: one for one in offered(node)} for node in (before, after))
    for name in had:
        if name in has and had[name].adds != has[name].adds:
            yield PointsChanged(after, has[name], had[name].adds, has[name].adds)
    if before.adds != after.adds:
        yield PointsChanged(after, None, before.adds, after.adds)
    if before.unsure and after.unsure and set(before.unsure.counts_as) != set(after.unsure.counts_as):
        yield CountsElse(before, after)


def _target_changes(before: Node, after: Node) -> Iterator[Change]:
    match before, after:
        case OneOf(), OneOf():
            old = {option.id: option.goes_to for option in before.options}
            for option in after.options:
                if old.get(option.id, option.goes_to) != option.goes_to:
                    yield LeadsElsewhere(after, option, old[option.id], option.goes_to)
        case Outcome(), Outcome():
            yield from _at_the_end(before, after)
        case ((ManyOf() | Measure() | Step()), (ManyOf() | Measure() | Step())):
            if before.goes_to != after.goes_to:
                yield LeadsElsewhere(after, None, before.goes_to, after.goes_to)


def _at_the_end(before: Outcome, after: Outcome) -> Iterator[Change]:
    old, new = before.next_trees, after.next_trees
    if [tree.id for tree in old] != [tree.id for tree in new]:
        yield NextTreeChanged(after, tuple(tree.title for tree in old), tuple(tree.title for tree in new))


def _pointer_changes(before: Step | Outcome, after: Step | Outcome) -> Iterator[Change]:
    had: tuple[Contact | Link, ...] = (*before.contacts, *before.links)
    has: tuple[Contact | Link, ...] = (*after.contacts, *after.links)
    added = tuple(one for one in has if one not in had)
    dropped = tuple(one for one in had if one not in has)
    if added or dropped:
        yield PointersChanged(after, added, dropped)


def _note_changes(before: Step | Outcome, after: Step | Outcome) -> Iterator[Change]:
    """Notes for everybody are words of the node."""
    had, has = ([note for note in node.notes if note.when] for node in (before, after))
    added = tuple(one for one in has if one not in had)
    dropped = tuple(one for one in had if one not in has)
    if added or dropped:
        yield NotesChanged(after, added, dropped)


def _kind_of_node(node: Node) -> object:
    if isinstance(node, Measure):
        return node.scale, node.least, node.most
    if isinstance(node, OneOf) and node.visits:
        return Visit, False
    return type(node), isinstance(node, Step) and node.waits


def _offered(node: Node) -> tuple[Option | Choice | Unsure, ...]:
    return everything_offered(node) if isinstance(node, OneOf | ManyOf | Measure) else ()


def _units_of(node: Node) -> Prose | None:
    return _as_prose(", ".join(node.units)) if isinstance(node, Measure) and node.units else None


def _help_or_notes(node: OneOf | ManyOf | Measure | Step | Outcome) -> Prose | None:
    if isinstance(node, Step | Outcome):
        return _as_prose(" ".join(note.words.text for note in node.notes if note.when is None))
    return node.help


def _rewording(what: Wording, node: Node | None, before: Prose | None, after: Prose | None) -> Iterator[Change]:
    old, new = (before.text if before else ""), (after.text if after else "")
    if old != new:
        yield Reworded(what, node, old, new)


def _as_prose(text: str) -> Prose:
    return Prose(text, text)
