"""The text of a new tree, for its author to go on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausetree.render.tree.as_written import plain, quoted
from clausetree.report.names import in_plain_letters, unused, words_of_name
from clausetree.tree.language.phrases import RESERVED

_SHORT = 4
"""Words in a name that is made of longer wording."""
_LONGEST = 60
"""Letters in such a name: it becomes the name of a file."""

_LEAD = """\
# Each answer leads to an outcome. Say there what is to be done, and which clause says so:
#     should you "Inform your line manager" (2.4)
# Then look what is wrong: clausetree check trees/{id}.tree
"""


@dataclass(frozen=True, slots=True)
class NewTree:
    """What a tree begins with. The wordings are plain words."""

    id: str
    title: str
    policy: str
    question: str
    answers: tuple[str, ...]


def name_from(words: str) -> str:
    """Return a name made of the first few words, or "" where nothing in them can be in a name."""
    name = "-".join(words_of_name(in_plain_letters(words))[:_SHORT])[:_LONGEST].rstrip("-")
    return f"{name}-it" if name in RESERVED else name


def new_tree(new: NewTree) -> str:
    """Return a tree that has no fault: one question, and an outcome and a scenario for each answer."""
    first = _distinct_names([new.question], {"you"})[0]
    options = _distinct_names(new.answers, set())
    outcomes = _distinct_names([f"then {answer}" for answer in new.answers], {first})
    parts = [_LEAD.format(id=new.id) + _first_lines(new, first), _question_block(new, first, options, outcomes)]
    for answer, outcome in zip(new.answers, outcomes, strict=True):
        parts.append(f"outcome {outcome} {_in_quotes(f'What to do when the answer is: {answer}')}\n")
    for answer, option, outcome in zip(new.answers, options, outcomes, strict=True):
        given = f"    {first} is {option}\n    ends {outcome}\n"
        parts.append(f"scenario {_in_quotes(f'Somebody answers: {answer}')}\n{given}")
    return "\n".join(parts)


def _first_lines(new: NewTree, first: str) -> str:
    lines = (f"policy {new.policy}", "basis clauses", f"start {first}")
    return f"tree {new.id} {_in_quotes(new.title)}\n" + "".join(f"    {line}\n" for line in lines)


def _question_block(new: NewTree, first: str, options: Sequence[str], outcomes: Sequence[str]) -> str:
    lines = [f"question {first} {_in_quotes(new.question)}"]
    for option, answer, outcome in zip(options, new.answers, outcomes, strict=True):
        lines.append(f"    option {option} {_in_quotes(answer)} -> {outcome}")
    return "\n".join(lines) + "\n"


def _distinct_names(wordings: Sequence[str], taken: set[str]) -> list[str]:
    """Return a name for each wording, all different and none of them `taken`."""
    names: list[str] = []
    for number, wording in enumerate(wordings, 1):
        names.append(unused(name_from(wording) or f"answer-{number}", {*names, *taken}))
    return names


def _in_quotes(words: str) -> str:
    return quoted(plain(words))
