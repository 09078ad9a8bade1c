"""What a route depends on, one thing at a time, each with a question's words and short answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from clausetree.render.tree.phrasing import condition_phrase, limit_phrase, title_of, with_unit
from clausetree.report.sentence import begun
from clausetree.tree.answers import Answer, Answers, offered, representatives
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or
from clausetree.tree.intervals import boundaries
from clausetree.tree.model import Compared, Fact, ManyOf, Measure, OneOf, Ordered, Route, Tree
from clausetree.tree.scalar import Sign, amount_of, scalar_phrase
from clausetree.tree.truth import is_true
from clausetree.tree.walk import facts_by_question

type Key = Answer | int | None
"""What a reader's answer is for a route: itself, or the stretch that it lies in; None if nobody asked her."""


@dataclass(frozen=True, slots=True)
class Asked(ABC):
    """One thing that a route depends on. `question` is the id of what was answered, "" where it is several."""

    question: str
    words: str

    @abstractmethod
    def key(self, answers: Answers) -> Key:
        """Return what these answers are for it."""

    @abstractmethod
    def said(self, keys: Collection[Key]) -> list[str]:
        """Return the answers of readers with one of these keys, in words."""


@dataclass(frozen=True, slots=True)
class _WhichOption(Asked):
    """Which option of a question was picked."""

    node: OneOf
    stands_for: Mapping[str, str] = field(compare=False)

    def key(self, answers: Answers) -> Key:
        return answers.get(self.question)

    def said(self, keys: Collection[Key]) -> list[str]:
        picked = {option for key in keys if isinstance(key, frozenset) for option in key}
        words = [one.wording.text for one in offered(self.node) if self.stands_for[one.id] in picked]
        return [*words, *(["This was not asked"] if None in keys else [])]


@dataclass(frozen=True, slots=True)
class _Whether(Asked):
    """Whether something is so."""

    when: Condition[Fact]

    def key(self, answers: Answers) -> Key:
        return int(is_true(self.when, answers))

    def said(self, keys: Collection[Key]) -> list[str]:
        return [words for key, words in ((1, "Yes"), (0, "No")) if key in keys]


@dataclass(frozen=True, slots=True)
class _HowMuch(Asked):
    """In which stretch between limits an amount lies. `ends` are the first amounts of all but the first."""

    limits: tuple[Compared, ...]
    ends: tuple[int, ...]
    measure: Measure | None

    def key(self, answers: Answers) -> Key:
        answer = answers.get(self.question)
        if not answer:
            return None
        amount = amount_of(self.limits[0].scale, next(iter(answer)))
        return None if amount is None else bisect(self.ends, amount)

    def said(self, keys: Collection[Key]) -> list[str]:
        stretches = sorted(key for key in keys if isinstance(key, int))
        runs: list[list[int]] = []
        for at in stretches:
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        words = [self._run(run[0], run[-1]) for run in runs]
        return [*words, *(["This was not asked"] if None in keys else [])]

    def _run(self, first: int, last: int) -> str:
        below, above = self._limit(first, upper=False), self._limit(last + 1, upper=True)
        if below and above:
            low, high = self.ends[first - 1], self.ends[last] - 1
            words = self._amount(low) if low == high else f"{self._amount(low)} to {self._amount(high)}"
            return self._counted(words)
        return self._counted(below or above) if below or above else "Any answer"

    def _amount(self, amount: int) -> str:
        by_days = next((limit for limit in self.limits if limit.days is not None), None)
        if by_days is not None and by_days.days is not None:
            exactly = replace(by_days, sign=Sign.IS, amount=amount, days=by_days.days + by_days.amount - amount)
            return limit_phrase(exactly).removeprefix("exactly ")
        return scalar_phrase(self.limits[0].scale, amount)

    def _limit(self, at: int, *, upper: bool) -> str:
        """Return the words for all from the beginning of a stretch on, or (`upper`) for all below it."""
        if not 0 < at <= len(self.ends):
            return ""
        end = self.ends[at - 1]
        limit = next(limit for limit in self.limits if end in boundaries(limit))
        whole = end == limit.amount
        sign = (Sign.LESS if whole else Sign.AT_MOST) if upper else (Sign.AT_LEAST if whole else Sign.MORE)
        return limit_phrase(replace(limit, sign=sign))

    def _counted(self, words: str) -> str:
        counted = with_unit(self.measure, words).text if self.measure else words
        return begun(counted)


def asked_before(tree: Tree, route: Route) -> list[Asked]:
    """Return all that a route depends on, in the order in which its conditions speak of it.

    Where a condition has a name, that is one thing: its author said it in short.
    """
    found: dict[Asked, None] = {}
    parts = [part for branch in route.branches for part in _parts(branch.when)]
    facts = [part.fact for part in parts if isinstance(part, Is)]
    for part in parts:
        match part:
            case Named(_, words):
                found[_Whether("", words, part)] = None
            case Is(fact):
                found.update(dict.fromkeys(_of_fact(tree, fact, facts)))
    return list(found)


def _parts(condition: Condition[Fact]) -> Iterator[Is[Fact] | Named[Fact]]:
    match condition:
        case Is() | Named():
            yield condition
        case Not(part):
            yield from _parts(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _parts(part)


def _of_fact(tree: Tree, fact: Fact, facts: Iterable[Fact]) -> Iterator[Asked]:
    if isinstance(fact, Ordered):
        yield _Whether("", begun(condition_phrase(tree, Is(fact))), Is(fact))
        return
    total = tree.total(fact.question)
    if isinstance(fact, Compared):
        limits = tuple(
            dict.fromkeys(f for f in facts if isinstance(f, Compared) and f.question == fact.question)
        )
        ends = sorted({end for limit in limits for end in boundaries(limit)})
        node = None if total else tree.node(fact.question)
        words = total.words.text if total else title_of(tree.node(fact.question))
        measure = node if isinstance(node, Measure) else None
        yield _HowMuch(fact.question, words, limits, tuple(ends), measure)
        return
    node = tree.node(fact.question)
    match node:
        case OneOf():
            about = facts_by_question(tree)[node.id]
            yield _WhichOption(node.id, title_of(node), node, representatives(node, about))
        case ManyOf():
            wording = next(one.wording.text for one in offered(node) if one.id == fact.option)
            yield _Whether(node.id, wording, Is(fact))
        case _:
            yield _Whether(node.id, begun(condition_phrase(tree, Is(fact))), Is(fact))
