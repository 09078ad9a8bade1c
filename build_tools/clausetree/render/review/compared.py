"""What differs between two versions of a tree, in the sentences that a policy owner signs off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausetree.render.review.compared_duties import Sayer, duty_said
from clausetree.render.tree.phrasing import kind_of
from clausetree.tree.compare import changes as c
from clausetree.tree.model import Contact, Link, ManyOf, Measure, Node, OneOf, Tree
from clausetree.tree.scalar import scalar_phrase

HEADINGS = ("Where answers lead", "Duties", "Questions, answers and outcomes", "Words")

_SECTIONS: Mapping[type[c.Change], str] = {
    **dict.fromkeys((c.LeadsElsewhere, c.RouteChanged, c.StartChanged), HEADINGS[0]),
    **dict.fromkeys((c.EndsElsewhere, c.NextTreeChanged), HEADINGS[0]),
    **dict.fromkeys((c.DutyAdded, c.DutyDropped, c.DutyChanged, c.DutyReaches), HEADINGS[1]),
    **dict.fromkeys((c.NodeAdded, c.NodeRemoved, c.KindChanged), HEADINGS[2]),
    **dict.fromkeys((c.OptionAdded, c.OptionRemoved, c.CitesChanged), HEADINGS[2]),
    **dict.fromkeys((c.RolesChanged, c.PointersChanged), HEADINGS[2]),
    c.Reworded: HEADINGS[3],
}


def to_comparison(before: Tree, after: Tree, changes: Iterable[c.Change]) -> str:
    """Return the changes as plain text: a list of sentences under each heading that has any."""
    sayer = Sayer(before, after)
    found: dict[str, list[str]] = {heading: [] for heading in HEADINGS}
    for change in changes:
        found[_SECTIONS[type(change)]].append(_sentence(change, sayer))
    if not any(found.values()):
        return f"{after.title.text}\n\nNothing changed in what this procedure says.\n"
    parts = [
        f"{heading}\n" + "".join(f"- {said}\n" for said in found[heading])
        for heading in found
        if found[heading]
    ]
    return f"{after.title.text}\n\n" + "\n".join(parts)


def _sentence(change: c.Change, say: Sayer) -> str:
    for section in (_leads, duty_said, _nodes, _words):
        said = section(change, say)
        if said:
            return said[0].upper() + said[1:]
    raise AssertionError(f"{type(change).__name__} has no words")


def _leads(change: c.Change, say: Sayer) -> str | None:
    match change:
        case c.LeadsElsewhere(node, None, before, after):
            return f"{say.node(node)} led on to {say.old(before)}, and leads on to {say.new(after)} now."
        case c.LeadsElsewhere(node, answer, before, after) if answer:
            told = f"At {say.node(node)}, the answer “{answer.wording.text}”"
            return f"{told} led to {say.old(before)}, and leads to {say.new(after)} now."
        case c.RouteChanged(before, after):
            was, now = say.route(before, say.before), say.route(after, say.after)
            return f"A route decides otherwise. Before: {was}. Now: {now}."
        case c.StartChanged(before, after):
            return f"The procedure began with {say.old(before)}, and begins with {say.new(after)} now."
        case c.EndsElsewhere(before, after, answers, paths):
            verb = "end at" if say.is_outcome(after) else "come to"
            return f"{say.readers(answers, paths)} ended at {say.old(before)}, and {verb} {say.new(after)} now."
        case c.NextTreeChanged(node, before, after):
            was = f"led on to the procedure “{before}”" if before else "led on to no other procedure"
            now = f"leads on to the procedure “{after}”" if after else "leads on to none"
            return f"{say.node(node)} {was}, and {now} now."
        case _:
            return None


def _nodes(change: c.Change, say: Sayer) -> str | None:
    match change:
        case c.NodeAdded(node):
            return f"New: {say.node(node, say.after)}."
        case c.NodeRemoved(node):
            return f"Taken out: {say.node(node, say.before)}."
        case c.KindChanged(before, after):
            return f"{say.node(before)} was {_kind(before)}, and is {_kind(after)} now."
        case c.OptionAdded(node, option):
            return f"{say.node(node)} offers a new answer: “{option.wording.text}”."
        case c.OptionRemoved(node, option):
            return f"{say.node(node)} does not offer the answer “{option.wording.text}” any more."
        case c.CitesChanged(node, added, dropped):
            told = _plus_minus([cite.label for cite in added], [cite.label for cite in dropped])
            return f"{say.node(node)} rests on {told}."
        case c.RolesChanged(added, dropped):
            told = _plus_minus([f"“{r.name.text}”" for r in added], [f"“{r.name.text}”" for r in dropped])
            return f"Who has a part in it: {told}."
        case c.PointersChanged(node, added, dropped):
            return f"{say.node(node)} points to {_plus_minus(map(_pointer, added), map(_pointer, dropped))}."
        case _:
            return None


def _words(change: c.Change, say: Sayer) -> str | None:
    match change:
        case c.Reworded(what, node, before, after):
            of = f" of {say.node(node)}" if node and what != "wording" else ""
            kind = (
                f"{_a(kind_of(node).lower())} was reworded" if node and what == "wording" else f"The {what}{of}"
            )
            if not before or not after:
                return f"{kind} was {'added' if after else 'taken out'}: “{after or before}”"
            return f"{kind}. Before: “{before}” Now: “{after}”"
        case _:
            return None


def _plus_minus(added: Iterable[str], dropped: Iterable[str]) -> str:
    more, less = ", ".join(added), ", ".join(dropped)
    return "; ".join([f"now also {more}"] * bool(more) + [f"no longer {less}"] * bool(less))


def _kind(node: Node) -> str:
    match node:
        case Measure():
            bounds = f"{scalar_phrase(node.scale, node.least)} to {scalar_phrase(node.scale, node.most)}"
            return f"a question for a {node.scale.value} from {bounds}"
        case OneOf():
            return "a question with one answer"
        case ManyOf():
            return "a question with several answers"
        case _:
            return _a(kind_of(node).lower())


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _pointer(pointer: Contact | Link) -> str:
    words, place = (
        (pointer.who, pointer.how.text) if isinstance(pointer, Contact) else (pointer.words, pointer.address)
    )
    return f"“{words.text}” ({place or 'no address yet'})"
