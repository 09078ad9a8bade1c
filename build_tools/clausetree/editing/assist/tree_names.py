"""What a tree and its site call things, as choices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.editing.assist.choices import Choice, about_clause
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import written_lines
from clausetree.editing.assist.names import NameKind, Names, Use
from clausetree.policy.citing.citations import CITED
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.model import YOU

_MEASURES = ("number", "money", "date")
_ASKED = ("question", "visit", "step", "wait")


def about(use: Use) -> str:
    """Return what something is and what readers see of it: "question: Is there a risk?"."""
    return f"{use.keyword}: {use.words}" if use.words else use.keyword


def names_of_kind(names: Names, kind: NameKind) -> Iterator[Choice]:
    """Yield everything of a kind that the tree has."""
    yield from (Choice(use.text, use.text, about(use)) for use in names.all(kind))


def nodes(names: Names, without: str = "") -> Iterator[Choice]:
    """Yield the nodes that a line may lead to."""
    yield from (choice for choice in names_of_kind(names, NameKind.NODE) if choice.label != without)


def ends(names: Names) -> Iterator[Choice]:
    """Yield where a scenario may end."""
    onward = {use.of for use in names.uses if use.kind is NameKind.TREE}
    kinds = ("outcome", "wait")
    last = (use for use in names.all(NameKind.NODE) if use.keyword in kinds or use.text in onward)
    yield from (Choice(use.text, use.text, about(use)) for use in last)


def subjects(names: Names, dates: str | None = None) -> Iterator[Choice]:
    """Yield what a condition may speak of; with the text of the tree, only questions that ask for dates."""
    asked = dict(_measured(dates)) if dates is not None else {}
    for use in names.all(NameKind.NODE):
        if use.keyword in _ASKED and (dates is None or asked.get(use.text) == "date"):
            yield Choice(use.text, f"{use.text} ", about(use))
    if dates is None:
        for kind in (NameKind.FACT, NameKind.TOTAL):
            yield from (Choice(use.text, f"{use.text} ", about(use)) for use in names.all(kind))
        yield Choice("days since", "days since ", meaning_of("since"))


def verbs(text: str, names: Names, subject: str, *, given: bool = False) -> Iterator[Choice]:
    """Yield what can be said of a subject in a condition, or of a question in a scenario."""
    use = names.definition(NameKind.NODE, subject)
    measured = subject in dict(_measured(text))
    if names.definition(NameKind.FACT, subject) or (
        use is None and names.definition(NameKind.TOTAL, subject) is None
    ):
        return
    several = any(answer.keyword == "many" for answer in names.all(NameKind.ANSWER, subject))
    total = use is None
    if (measured or total) and not given:
        yield from (Choice(sign, f"{sign} ", meaning) for sign, meaning in _SIGNS.items())
    if several:
        yield Choice("includes", "includes ", meaning_of("includes"))
    yield Choice("is", "is ", meaning_of("is"))
    if not (given or measured or total or several):
        yield Choice("is not", "is not ", "The answer is another one, or nobody was asked.")


_SIGNS = {"<": "Less than.", "<=": "At most.", ">": "More than.", ">=": "At least."}


def answers(names: Names, known: Known, subject: str) -> Iterator[Choice]:
    """Yield what a question can be answered with, where a visit can end, or that a step is done."""
    own = names.all(NameKind.ANSWER, subject)
    yield from (Choice(use.text, use.text, use.words) for use in own)
    use = names.definition(NameKind.NODE, subject)
    if use and use.keyword in ("step", "wait"):
        yield Choice("done", "done", meaning_of("done"))
    other = known.tree(subject) if use and use.keyword == "visit" else None
    if other:
        yield from (choice for choice in ends(other[1]) if not choice.about.startswith("wait"))
    if names.definition(NameKind.FACT, subject):
        yield from (Choice("yes", "yes", "It is so."), Choice("no", "no", "It is not so."))


def roles(known: Known, names: Names) -> Iterator[Choice]:
    """Yield who may have a duty: the reader, the tree's own roles, and those of other trees."""
    yield Choice(YOU, f"{YOU} ", meaning_of(YOU))
    own = names.all(NameKind.ROLE)
    yield from (Choice(use.text, f"{use.text} ", use.words) for use in own)
    met = {YOU, *(use.text for use in own)}
    for _, other in known.others():
        for use in other.all(NameKind.ROLE):
            if use.text not in met:
                met.add(use.text)
                hint = f"{use.words} (a role of {other.tree}; introduce it here by: role {use.text} “…”)"
                yield Choice(use.text, f"{use.text} ", hint.replace("“…”", f'"{use.words}"'))


def other_trees(known: Known, names: Names) -> Iterator[Choice]:
    """Yield the other procedures of the site."""
    for _, other in known.others():
        title = other.definition(NameKind.TREE, other.tree)
        if title and other.tree != names.tree:
            yield Choice(other.tree, other.tree, title.words)


def policies(known: Known, without: str = "") -> Iterator[Choice]:
    """Yield the policies of the site."""
    yield from (Choice(one.id, one.id, one.title) for one in known.registry if one.id != without)


def clauses_of(known: Known, policy: str) -> Iterator[Choice]:
    """Yield the clauses of a policy by their numbers, then others by their anchors, with their first words."""
    found = known.registry.policy(policy)
    clauses = found.clauses if found else ()
    for clause in sorted(clauses, key=lambda one: one.number is None):
        number = clause.number or clause.anchor
        plain = re.fullmatch(CITED, number) or not clause.number
        yield Choice(number, number if plain else f'"{number}"', about_clause(clause))


def _measured(text: str) -> Iterator[tuple[str, str]]:
    """Yield the questions that ask for a number, money or a date, and which of them."""
    for line in written_lines(text):
        if line.block == BlockKind.QUESTION and line.keyword in _MEASURES and not line.begins:
            yield line.owner, line.keyword
