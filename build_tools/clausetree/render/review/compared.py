"""What differs between two versions of a tree, in the sentences that a policy owner signs off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum
from typing import assert_never

from clausetree.render.html.markup import in_a_list
from clausetree.render.review.compared_duties import VersionPhrases, duty_sentence
from clausetree.render.review.compared_rows import row_sentences
from clausetree.render.tree.phrasing import condition_phrase, kind_of, unsure_words
from clausetree.render.tree.totals import ADDED, points_phrase
from clausetree.render.tree.what_to_do import bounds_phrase, kind_asked_for
from clausetree.report.sentence import begun
from clausetree.tree.compare import changes as c
from clausetree.tree.model import (
    Aside,
    Contact,
    Link,
    ManyOf,
    Measure,
    Node,
    Note,
    OneOf,
    OtherTree,
    Outcome,
    Question,
    Route,
    Step,
    Tree,
    Unsure,
    Visit,
)
from clausetree.tree.scale import NumberScale, Scale


class Section(Enum):
    """What a change is about. Its value is the heading that it stands under, in this order."""

    LEADING = "Where answers lead"
    DUTIES = "Duties"
    NODES = "Questions, answers and outcomes"
    WORDING = "Words"


def to_comparison(before: Tree, after: Tree, changes: Iterable[c.Change]) -> str:
    """Return the changes as plain text: a list of sentences under each heading that has any."""
    say = VersionPhrases(before, after)
    found: dict[Section, list[str]] = {section: [] for section in Section}
    for change in changes:
        section, sentence = _placed_sentence(change, say)
        found[section].append(begun(sentence))
    if not any(found.values()):
        return f"{after.title.text}\n\nNothing changed in what this procedure says.\n"
    lists = [
        f"{section.value}\n" + "".join(f"- {sentence}\n" for sentence in sentences)
        for section, sentences in found.items()
        if sentences
    ]
    return f"{after.title.text}\n\n" + "\n".join(lists)


def _placed_sentence(change: c.Change, say: VersionPhrases) -> tuple[Section, str]:
    if isinstance(change, c.LeadingChange):
        return Section.LEADING, _leading_sentence(change, say)
    if isinstance(change, c.DutyChange):
        return Section.DUTIES, duty_sentence(change, say)
    if isinstance(change, c.NodeChange):
        return Section.NODES, _node_sentence(change, say)
    if isinstance(change, c.Reworded):
        return Section.WORDING, _wording_sentence(change, say)
    assert_never(change)


def _leading_sentence(change: c.LeadingChange, say: VersionPhrases) -> str:
    match change:
        case c.LeadsElsewhere(node, answer, before, after):
            subject = f"At {say.node(node)}, the answer “{answer.wording.text}”" if answer else say.node(node)
            on = "" if answer else " on"
            return f"{subject} led{on} to {say.old(before)}, and leads{on} to {say.new(after)} now."
        case c.RouteChanged(before, after):
            was, now = say.route(before, say.before), say.route(after, say.after)
            return f"A route decides otherwise. Before: {was}. Now: {now}."
        case c.RowsChanged():
            return f"A table decides otherwise. {' '.join(row_sentences(change, say))}"
        case c.StartChanged(before, after):
            return f"The procedure began with {say.old(before)}, and begins with {say.new(after)} now."
        case c.EndsElsewhere(before, after, answers, paths):
            verb = "end at" if say.is_outcome(after) else "come to"
            return f"{say.readers(answers, paths)} ended at {say.old(before)}, and {verb} {say.new(after)} now."
        case c.BackChanged(node, before, after):
            was, now = (f"up to {one.times} times" for one in (before, after))
            then = f", then to {say.old(before.then)}", f", then to {say.new(after.then)}"
            return f"{say.node(node)} led back {was}{then[0]}, and leads back {now}{then[1]} now."
        case c.NextTreeChanged(node, before, after):
            was = f"led on to {_procedures(before)}" if before else "led on to no other procedure"
            now = f"leads on to {_procedures(after)}" if after else "leads on to none"
            return f"{say.node(node)} {was}, and {now} now."
        case _:
            assert_never(change)


def _node_sentence(change: c.NodeChange, say: VersionPhrases) -> str:
    match change:
        case c.NodeAdded(node):
            return f"New: {say.node(node, say.after)}."
        case c.NodeRemoved(node):
            return f"Taken out: {say.node(node, say.before)}."
        case c.KindChanged(before, after):
            return f"{say.node(before)} was {_kind_phrase(before)}, and is {_kind_phrase(after)} now."
        case c.OptionAdded(OneOf(visits=OtherTree()) as node, option):
            return f"{say.node(node)} can end with “{option.wording.text}” now."
        case c.OptionRemoved(OneOf(visits=OtherTree()) as node, option):
            return f"{say.node(node)} cannot end with “{option.wording.text}” any more."
        case c.OptionAdded(node, option):
            words = option.wording
            if isinstance(option, Unsure) and isinstance(node, OneOf | ManyOf | Measure):
                words = unsure_words(node, option)
            return f"{say.node(node)} offers a new answer: “{words.text}”."
        case c.OptionRemoved(node, option):
            return f"{say.node(node)} does not offer the answer “{option.wording.text}” any more."
        case c.PointsChanged(node, answer, before, after):
            subject = f"At {say.node(node)}, the answer “{answer.wording.text}”" if answer else say.node(node)
            was = points_phrase(say.before, before, ADDED) or "added nothing"
            now = points_phrase(say.after, after) or "adds nothing"
            return f"{subject} {was}, and {now} now."
        case c.CountsElse(before, after):
            was, now = (_counted_phrase(node) for node in (before, after))
            return f"{say.node(after)} has another answer for who does not know. Before: {was}. Now: {now}."
        case c.CitesChanged(node, added, dropped):
            difference = _plus_minus([cite.label for cite in added], [cite.label for cite in dropped])
            return f"{say.node(node)} rests on {difference}."
        case c.RolesChanged(added, dropped):
            difference = _plus_minus([f"“{r.name.text}”" for r in added], [f"“{r.name.text}”" for r in dropped])
            return f"Who has a part in it: {difference}."
        case c.PointersChanged(node, added, dropped):
            difference = _aside_difference(added, dropped, say)
            return f"{say.node(node)} points to {difference}."
        case c.NotesChanged(node, added, dropped):
            return f"{say.node(node)} tells {_aside_difference(added, dropped, say)}."
        case c.AsideReaches(aside, now, answers, paths):
            verb = "meet this now" if now else "do not meet this any more"
            met = _aside_phrase(say.after, replace(aside, when=None))
            return f"{say.readers(answers, paths)} {verb}: {met}."
        case _:
            assert_never(change)


def _counted_phrase(node: Question) -> str:
    return unsure_words(node, node.unsure).text if node.unsure else "none"


def _wording_sentence(change: c.Reworded, say: VersionPhrases) -> str:
    what, node, before, after = change.what, change.node, change.before, change.after
    if node and what is c.Wording.NODE:
        subject = f"{_a(kind_of(node).lower())} was reworded"
    else:
        subject = f"The {what} of {say.node(node)}" if node else f"The {what}"
    if not before or not after:
        return f"{subject} was {'added' if after else 'taken out'}: “{after or before}”"
    return f"{subject}. Before: “{before}” Now: “{after}”"


def _procedures(titles: Sequence[str]) -> str:
    named = [f"“{title}”" for title in titles]
    return f"the procedure {named[0]}" if len(named) == 1 else f"the procedures {', then '.join(named)}"


def _plus_minus(added: Iterable[str], dropped: Iterable[str]) -> str:
    more, less = in_a_list(added), in_a_list(dropped)
    return "; ".join([f"now also {more}"] * bool(more) + [f"no longer {less}"] * bool(less))


def _kind_phrase(node: Node) -> str:
    match node:
        case Measure():
            return f"a question for {_asked_for(node.scale)} {bounds_phrase(node)}"
        case OneOf(visits=OtherTree()) | Step() | Route() | Visit() | Outcome():
            return _a(kind_of(node).lower())
        case OneOf():
            return "a question with one answer"
        case ManyOf():
            return "a question with several answers"
        case _:
            assert_never(node)


def _asked_for(scale: Scale) -> str:
    if not isinstance(scale, NumberScale) or scale.currency or not scale.places:
        return kind_asked_for(scale)
    return f"a number with {scale.places} decimal place{'s' * (scale.places > 1)}"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _aside_difference(added: Iterable[Aside], dropped: Iterable[Aside], say: VersionPhrases) -> str:
    more = (_aside_phrase(say.after, one) for one in added)
    return _plus_minus(more, (_aside_phrase(say.before, one) for one in dropped))


def _aside_phrase(tree: Tree, aside: Aside) -> str:
    when = f" if {condition_phrase(tree, aside.when)}" if aside.when else ""
    match aside:
        case Note(words):
            return f"“{words.text}”{when}"
        case Contact(who, how, hours):
            place = f"{how.text}; {hours.text}" if hours else how.text
            return f"“{who.text}” ({place}){when}"
        case Link(words, address):
            return f"“{words.text}” ({address or 'no address yet'}){when}"
        case _:
            assert_never(aside)
