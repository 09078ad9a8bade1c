"""No sequence of edits and accepts lets an anchor disappear, or change its meaning, unreported."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from clausetree.history.alignment.similarity import SAME, similarity
from clausetree.history.checking.accept import Answers, release_of
from clausetree.history.checking.check import check_published
from clausetree.history.event import ChangeKind, Event
from clausetree.history.lock import Lock
from clausetree.history.lock_file import read_lock, write_lock
from clausetree.history.past import Past
from clausetree.history.problems import NotAccepted
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.report.source import Source

META = {"policy": "p", "title": "P", "owner": "O", "approved": "A"}
WORDS = st.sampled_from(["ask", "bring", "carry", "door", "early", "fetch", "give", "hold"])
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ANCHORS = [f"c1-{n}" for n in range(1, 7)]
FEW = st.integers(0, 5)
EDITS = st.one_of(
    st.tuples(st.just("insert"), FEW, TEXTS, st.sampled_from(ANCHORS)),
    st.tuples(st.just("remove"), FEW),
    st.tuples(st.just("reword"), FEW, TEXTS),
    st.tuples(st.just("swap"), FEW, FEW),
    st.tuples(st.just("rename"), FEW, st.sampled_from(ANCHORS)),
    st.tuples(st.just("split"), FEW, st.sampled_from(ANCHORS)),
    st.tuples(st.just("merge"), FEW),
    st.tuples(st.just("move"), st.sampled_from(["policy/p/", "policies/p/"])),
)


@dataclass(frozen=True)
class Said:
    """What an owner says at an acceptance: of everything that is gone, of nothing, or of the first."""

    of_gone: str
    successor: str | None
    same: frozenset[str]


SAID = st.builds(
    Said,
    st.sampled_from(["everything", "nothing", "first"]),
    st.none() | st.sampled_from(ANCHORS),
    st.just(frozenset(ANCHORS)) | st.frozensets(st.sampled_from(ANCHORS)),
)
LIVES = st.lists(st.tuples(st.lists(EDITS, max_size=3), SAID), min_size=1, max_size=6)


@dataclass
class World:
    """A policy as its author has it, and what the readers of each version were given."""

    clauses: list[tuple[str, str]] = field(default_factory=list)
    version: int = 1
    page: str = "policy/p/"
    lock: Lock = field(default_factory=lambda: Lock({}))
    copies: dict[str, Policy] = field(default_factory=dict)
    given: list[dict[str, str]] = field(default_factory=list)

    @property
    def source(self) -> Source:
        rows = (f"1.{n} {text}\n{{: #{anchor} }}\n" for n, (anchor, text) in enumerate(self.clauses, 1))
        return Source("p.md", "\n".join(rows))

    @property
    def policy(self) -> Policy:
        policy, _ = parse_policy(self.source, META | {"version": f"1.{self.version}", "page": self.page}, {})
        assert policy is not None
        return policy

    @property
    def past(self) -> Past:
        return Past(self.lock.history("p"), self.copies)

    def edit(self, what: str, where: Any, *more: object) -> None:
        if what == "move":
            self.page = str(where)
            return
        at = min(where, len(self.clauses) - 1)
        if what == "insert":
            text, anchor = more
            self.clauses.insert(at + 1, (str(anchor), str(text)))
        elif at < 0:
            return
        elif what == "remove":
            del self.clauses[at]
        elif what == "reword":
            self.clauses[at] = (self.clauses[at][0], str(more[0]))
        elif what == "rename":
            self.clauses[at] = (str(more[0]), self.clauses[at][1])
        elif what == "split":
            anchor, words = self.clauses[at][0], self.clauses[at][1].split()
            half = (len(words) + 1) // 2
            parts = (anchor, " ".join(words[:half])), (str(more[0]), " ".join(words[half:]) or "and more")
            self.clauses[at : at + 1] = parts
        elif what == "merge":
            (anchor, words), *behind = self.clauses[at : at + 2]
            self.clauses[at : at + 2] = [(anchor, " ".join([words, *(text for _, text in behind)]))]
        else:
            other = min(int(str(more[0])), len(self.clauses) - 1)
            here, there = self.clauses[at], self.clauses[other]
            self.clauses[at], self.clauses[other] = (here[0], there[1]), (there[0], here[1])

    def accept(self, answers: Answers) -> bool:
        """Accept what is written, if the answers leave nothing open."""
        policy = self.policy
        release, problems = release_of(policy, self.source, self.past, answers)
        if problems:
            return False
        assert not self.given or self.page == self.copies[f"1.{self.version - 1}"].page, "a page moved"
        before = self.lock.history("p").records()
        self.lock = self.lock.with_release("p", release)
        self.copies[policy.version] = policy
        self._assert_nothing_lost(policy, release.events, answers, set(before))
        self.given.append({clause.anchor: clause.text for clause in policy.clauses})
        self.version += 1
        return True

    def _assert_nothing_lost(
        self, policy: Policy, events: tuple[Event, ...], answers: Answers, known: set[str]
    ) -> None:
        """Every change of what a link leads to has its line, and was said by somebody."""
        happened = {event.anchor: event for event in events}
        standing = {clause.anchor: clause.text for clause in policy.clauses}
        records = self.lock.history("p").records()
        assert known <= set(records), "an anchor left the lock"
        for earlier in self.given:
            for anchor in earlier:
                assert (anchor in standing) != bool(records[anchor].withdrawn)
        for anchor, text in (self.given[-1] if self.given else {}).items():
            if anchor not in standing:
                assert happened[anchor].kind is ChangeKind.WITHDRAWN
                assert anchor in answers.withdrawn
            elif standing[anchor] != text:
                assert happened[anchor].kind is ChangeKind.AMENDED
                assert anchor in answers.same or similarity(text, standing[anchor]) >= SAME
                new = [a for a, words in standing.items() if words == text and self.given[-1].get(a) != words]
                assert not new, "words went to another anchor, and their own was used for others"


@settings(max_examples=4 * settings().max_examples)
@given(LIVES)
def test_no_anchor_disappears_or_changes_its_meaning_unreported(life: list[Any]) -> None:
    live(life)


def live(life: list[Any]) -> World:
    """Write a first version of three clauses, then edit and accept; every step is looked at."""
    world = World([(f"c1-{n}", f"{word} {word} the jar") for n, word in enumerate(["ask", "bring", "give"], 1)])
    assert world.accept(Answers())
    for edits, said in life:
        for what, *details in edits:
            world.edit(what, *details)
            _assert_every_difference_is_reported(world)
        event("accepted" if world.accept(_answers(world, said)) else "refused")
        _assert_every_difference_is_reported(world)
    return world


def _answers(world: World, said: Said) -> Answers:
    records = world.past.history.records()
    here = {clause.anchor for clause in world.policy.clauses}
    standing = {anchor for anchor, record in records.items() if not record.withdrawn}
    gone = sorted(standing - here)
    told = {"everything": gone, "nothing": [], "first": gone[:1]}[said.of_gone]
    successors = (said.successor,) if said.successor in here else ()
    return Answers(dict.fromkeys(told, successors), said.same & standing)


def _assert_every_difference_is_reported(world: World) -> None:
    if not world.given:
        return
    last = f"1.{world.version - 1}"
    written = parse_policy(world.source, META | {"version": last, "page": world.page}, {})[0]
    assert written is not None
    reported = check_published(written, world.source, world.past)
    same = {c.anchor: c.text for c in written.clauses} == world.given[-1]
    numbers = [(c.anchor, c.number) for c in written.clauses]
    same = same and world.page == world.copies[last].page
    same = same and numbers == [(c.anchor, c.number) for c in world.copies[last].clauses]
    assert bool(reported) != same
    draft = check_published(world.policy, world.source, world.past)
    assert any(isinstance(problem, NotAccepted) for problem in draft)


@given(LIVES)
def test_every_lock_is_read_back_as_it_was_written(life: list[Any]) -> None:
    world = live(life)
    text = write_lock(world.lock)
    again, problems = read_lock(Source("clauses.lock", text))
    assert problems == []
    assert again == world.lock
    assert write_lock(again) == text


PIECES = ["p ", "1 ", "added ", "released ", "copy ", "withdrawn ", "\n", "a" * 64 + " ", "c1-1 ", "- "]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_a_lock_or_messages(text: str) -> None:
    lock, problems = read_lock(Source("clauses.lock", text))
    assert all(0 <= problem.span.start <= problem.span.end <= len(text) for problem in problems)
    assert write_lock(lock) is not None
