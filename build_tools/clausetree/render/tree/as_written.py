"""Paths, and words, as an author writes them in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.render.tree.phrasing import answered, title_of
from clausetree.tree.answers import Answer, is_unsure
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.due import due_texts
from clausetree.tree.model import Aside, Duty, ManyOf, Measure, Node, Note, OneOf, Step, Tree, asides, duties
from clausetree.tree.scalar import scalar_text
from clausetree.tree.scale import DateScale
from clausetree.tree.scenarios.asides import kind_of, words_of
from clausetree.tree.today import TODAY
from clausetree.tree.walk import Walk, told_on

_TITLE_LENGTH = 100
_NOTE_LENGTH = 60


def quoted(markdown: str) -> str:
    """Return Markdown in the quotation marks of the language."""
    escaped = markdown.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def plain(text: str) -> str:
    """Return Markdown that is read as these very words."""
    return re.sub(
        r"\\(?=[!-/:-@\[-`{-~])|[*`\[]|<(?=[A-Za-z/!?])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)", r"\\\g<0>", text
    )


def scenario_of(tree: Tree, path: Walk, calendar: Calendar | None = None) -> str:
    """Return a path as a scenario that holds: its answers, its end, its totals, and every duty on it.

    A duty stands with the day by which it is due. What has a condition that is not met is ruled out, and of
    notes, contacts and links what has one that is met is expected. Its title strings the answers together: an
    author gives it a better one.
    """
    lines = [
        f"scenario {quoted(plain(_scenario_title(path)))}",
        *(f"    {given}" for given in givens(tree, path)),
    ]
    lines.append(f"    ends {path.at.id}")
    due = [_expected(tree, duty) for duty in path.duties]
    others = (_expected(tree, duty) for node in path.nodes for duty in duties(node) if duty not in path.duties)
    by = [f"{line}{_by(tree, path, duty, calendar)}" for line, duty in zip(due, path.duties, strict=True)]
    lines += [f"    expects {total} is {''.join(amount)}" for total, amount in path.totals.items()]
    lines += [f"    expects {line}" for line in dict.fromkeys(by)]
    lines += [f"    expects not {line}" for line in dict.fromkeys(others) if line not in due]
    lines += [f"    expects {line}" for line in _asides_expected(tree, path)]
    return "\n".join(lines) + "\n"


def _asides_expected(tree: Tree, path: Walk) -> Iterator[str]:
    """Yield what a scenario says of those notes, contacts and links that not everybody is told."""
    told = dict.fromkeys(_named(tree, one) for one in told_on(tree, path.answers) if not isinstance(one, Duty))
    hanging = [one for node in path.nodes for one in asides(node) if one.when]
    for line in dict.fromkeys(_named(tree, one) for one in hanging):
        yield line if line in told else f"not {line}"


def _named(tree: Tree, aside: Aside) -> str:
    """Return an aside by its words; a note by its first ones, if no other begins alike."""
    words = words_of(aside)
    if isinstance(aside, Note) and len(words) > _NOTE_LENGTH:
        first = words[:_NOTE_LENGTH].rsplit(" ", 1)[0]
        notes = {words_of(one) for node in tree.nodes for one in asides(node) if isinstance(one, Note)}
        words = first if [note for note in notes if note.startswith(first)] == [words] else words
    return f"{kind_of(aside)} {quoted(plain(words))}"


def givens(tree: Tree, path: Walk) -> Iterator[str]:
    """Yield the lines of a scenario that give the answers of a path, and the day where they go by that."""
    if tree.today is not None:
        yield f"{TODAY} is {scalar_text(DateScale.DATE, tree.today)}"
    said: dict[str, list[str]] = {}
    for node in path.nodes:
        answer = path.answers.get(node.id)
        if answer and not isinstance(node, Step):
            said.setdefault(tree.original(node.id), []).append(_given(node, answer))
    yield from (f"{question} {_each_time(answers)}" for question, answers in said.items())


def _each_time(answers: list[str]) -> str:
    """Return what is answered each time that a question is asked: "is yes, then no"."""
    first, *others = answers
    verb = first.partition(" ")[0]
    return ", then ".join([first, *(answer.removeprefix(f"{verb} ") for answer in others)])


def _given(node: Node, answer: Answer) -> str:
    if isinstance(node, ManyOf):
        if is_unsure(node, answer) or (node.none and node.none.id in answer):
            return f"is {''.join(answer)}"
        picked = [choice.id for choice in node.choices if choice.id in answer]
        return f"includes {', '.join(picked)}"
    return f"is {''.join(answer)}"


def _scenario_title(path: Walk) -> str:
    answers = [
        ", ".join(piece.text for piece in answered(node, path.answers[node.id]))
        for node in path.nodes
        if isinstance(node, OneOf | ManyOf | Measure)
    ]
    title = "; ".join(answers) or title_of(path.at)
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _by(tree: Tree, path: Walk, duty: Duty, calendar: Calendar | None) -> str:
    days = due_texts(tree, [duty], path.answers, calendar)
    return "".join(f" by {day}" for day in days)


def _expected(tree: Tree, duty: Duty) -> str:
    # Without roles, all duties are the reader's.
    who = f" {duty.who}" if tree.roles else ""
    return f"{duty.strength.value}{who} {quoted(plain(duty.what.text))}"
