"""Asking an owner at a terminal what became of each published anchor that is gone, or has new words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from clausetree.commands.clauses.answers import OwnerAnswers
from clausetree.commands.clauses.in_full import in_full, place_of
from clausetree.history.past import Past
from clausetree.history.problems import (
    AnchorMissing,
    AnchorReused,
    HistoryProblem,
    NumberOfAnother,
    PageMoved,
    PolicyMissing,
    PublishedLinkProblem,
    WordsElsewhere,
    WordsReplaced,
)
from clausetree.policy.policy import Policy
from clausetree.report.closest import closest, with_suggestion

type Ask = Callable[[str], str]

_BECAME = (
    "r = it was renumbered and has a new anchor by mistake, "
    "m = merged into other clauses, w = withdrawn, Enter = leave it open: "
)


def ask(question: str) -> str:
    """Ask at the terminal. Whoever ends the input leaves this and every further question open."""
    try:
        return input(question)
    except EOFError:
        print()
        return ""


def ask_about(
    problems: Iterable[HistoryProblem],
    past: Past,
    policy: Policy,
    given: OwnerAnswers,
    ask: Ask,
    abroad: frozenset[str] = frozenset(),
) -> None:
    """Ask about every problem of `policy` that an answer can settle, and add the answers to `given`.

    `abroad` are the clauses of other policies that readers may be led to. An answer that cannot be understood
    is asked for again.
    """
    asking = _Asking(past, policy, given, ask, abroad)
    for problem in problems:
        if isinstance(problem, PublishedLinkProblem):
            asking.about(problem)
    # A clause that got its own anchor back leaves the one that it had to nobody.
    stood = {anchor for anchor, record in past.history.records().items() if not record.withdrawn}
    for left in [anchor for anchor in given.anchors if anchor in stood]:
        if left not in given.anchors.values() and left not in given.withdrawn:
            asking.what_became_of(left)


@dataclass(frozen=True, slots=True)
class _Asking:
    past: Past
    policy: Policy
    given: OwnerAnswers
    ask: Ask
    abroad: frozenset[str]

    def about(self, problem: PublishedLinkProblem) -> None:
        match problem:
            case WordsElsewhere():
                self.about_moved(problem)
            case AnchorMissing(anchor=anchor, candidates=perhaps):
                if not self.goes_with_its_clause(anchor):
                    self.what_became_of(anchor, *perhaps)
            case WordsReplaced(anchor=anchor):
                if anchor not in self.given.anchors:
                    self.about_new_words(anchor)
            case AnchorReused() | PageMoved() | PolicyMissing() | NumberOfAnother():
                pass  # No answer settles these: the text has to change.
            case _:
                assert_never(problem)

    def about_moved(self, problem: WordsElsewhere) -> None:
        anchor, now = problem.anchor, problem.now_under
        words = "words" if problem.exact else "words, or most of them,"
        shown = f"\n{self._was(anchor)}\n{self._now(now)}\nIts {words} stand under `{now}` now."
        if self._yes(f"{shown} Put its own anchor back"):
            self.given.anchors[now] = anchor
        elif not problem.stands:
            self.what_became_of(anchor)
        elif not problem.exact and self._yes(
            f"{self._now(anchor)}\nIs `{anchor}` the same clause still, with the words that it has now"
        ):
            self.given.same.add(anchor)

    def about_new_words(self, anchor: str) -> None:
        shown = f"\n{self._was(anchor)}\n{self._now(anchor)}"
        if self._yes(f"{shown}\nIt has new words. Is it the same clause still"):
            self.given.same.add(anchor)

    def what_became_of(self, anchor: str, *perhaps: str) -> None:
        """Ask of an anchor that is gone; its clause may stand under one of those that it `perhaps` has now."""
        places = {str(number): now for number, now in enumerate(perhaps, 1) if now not in self.given.anchors}
        shown = [self._was(anchor), *(self._now(now, f"{number}: ") for number, now in places.items())]
        choices = "".join(f"{number} = it is `{now}`, " for number, now in places.items())
        lines = "\n".join(shown)
        answer = self._one_of({*places, "r", "m", "w"}, f"\n{lines}\nWhat became of it? {choices}{_BECAME}")
        if answer in places:
            self.given.anchors[places[answer]] = anchor
        elif answer == "r":
            for now in self._anchors("Which anchor stands under its words now? Enter = leave it open: ", 1):
                self.given.anchors[now] = anchor
        elif answer == "m":
            merged = "Into which anchors, with commas between? Enter = leave it open: "
            into = self._anchors(merged, abroad=self.abroad)
            if into:
                self.given.withdrawn[anchor] = into
        elif answer == "w":
            led = "Which clause should its readers be led to? An anchor, or Enter for none: "
            self.given.withdrawn[anchor] = self._anchors(led, 1, self.abroad)

    def goes_with_its_clause(self, anchor: str) -> bool:
        found = self.past.last_words(anchor)
        return found is not None and found[1].parent in self.given.withdrawn

    def _was(self, anchor: str) -> str:
        name = f"`{anchor}`, {self.past.label(anchor)}"
        found = self.past.last_words(anchor)
        if found is None:
            return name
        version, clause = found
        clauses = self.past.copies[version].clauses
        return in_full(clauses, clauses.index(clause), f"{name} in version {version}")

    def _now(self, anchor: str, before: str = "") -> str:
        place = place_of(anchor, self.policy.clauses)
        if place is None:
            return f"`{anchor}`"
        clause = self.policy.clauses[place]
        return in_full(self.policy.clauses, place, f"{before}`{anchor}`, {clause.label or 'a heading'} now")

    def _yes(self, question: str) -> bool:
        return self._one_of({"y", "n"}, f"{question}? y = yes, n = no: ") == "y"

    def _one_of(self, choices: set[str], question: str) -> str:
        """Return one of the choices, or nothing where it is left open. A word stands for its first letter."""
        shown = question
        while True:
            answer = self.ask(shown).strip().lower()
            chosen = answer if answer.isdecimal() else answer[:1]
            if not answer or chosen in choices:
                return chosen
            shown = f"“{answer}” is none of the answers.\n{question.rpartition('\n')[2]}"

    def _anchors(
        self, question: str, most: int | None = None, abroad: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """Return anchors that there are now, here or `abroad`, or none where it is left open."""
        known = [*(clause.anchor for clause in self.policy.clauses), *sorted(abroad)]
        again = ""
        while True:
            anchors = [word.strip() for word in self.ask(again + question).split(",") if word.strip()]
            wrong = next((word for word in anchors if word not in known), None)
            if wrong is not None:
                nothing = f"Nothing has the anchor {wrong} now."
                again = f"{with_suggestion(nothing, closest(wrong, known))}\n"
            elif most is not None and len(anchors) > most:
                again = "Write one anchor.\n"
            else:
                return tuple(anchors)
