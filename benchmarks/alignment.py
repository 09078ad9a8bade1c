"""How well published anchors find their clauses in a version that was pasted without any, and how fast.

Run it as `python -m benchmarks.alignment`; with a number of lives and the seed of the first, it tries those.
With one word more, it says which questions could have been spared.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from dataclasses import replace
from random import Random

from benchmarks.made_up_lives import Life, Piece, begin, piece
from benchmarks.made_up_words import heavily_reworded, lightly_reworded
from clausetree.history.anchoring.ambiguous_match import AmbiguousMatch
from clausetree.history.anchoring.anchored import anchored
from clausetree.history.checking.accept import Answers, release_of
from clausetree.history.lock import History, Lock
from clausetree.history.past import Past
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.report.source import Source

LIVES, VERSIONS, SIZES = 200, 3, (600, 1200, 1800)
EDITS = (3, 10, 25, 50)
"""How many a version has for each hundred units."""
_META = {"policy": "p", "title": "House rules", "owner": "O", "approved": "A"}


def main() -> None:
    """Print the figures."""
    given = [int(word) for word in sys.argv[1:3]]
    lives, first = [*given, *(LIVES, 1)[len(given) :]]
    total: Counter[str] = Counter()
    for seed in range(first, first + lives):
        total += live(seed)
    print(
        f"{lives} lives of {VERSIONS} versions more, each pasted without an anchor: {total['clauses']} clauses"
    )
    for what in ("right", "wrong", "lost", "asked", "merged"):
        print(f"  {what:8} {total[what]:7}  {100 * total[what] / total['clauses']:7.3f} %")
    for edits in EDITS:
        share = 100 * total[f"asked at {edits}"] / max(1, total[f"clauses at {edits}"])
        print(f"  asked about at {edits} edits for a hundred units: {share:.2f} %")
    print(f"  {total['needless']} questions were about words that stand where they stood")
    print(
        f"  {total['gone']} more clauses were taken out, of which {total['haunted']} were asked about in vain"
    )
    for size in SIZES:
        print(f"  {seconds(size):5.2f} s for {size} units, each of them reworded")


def live(seed: int) -> Counter[str]:
    """Return what became of the anchors in one life of a policy."""
    random = Random(seed)
    life = begin(random, random.choice((40, 80, 160, 240)))
    past = Past(History("p"))
    total: Counter[str] = Counter()
    edits = random.choice(EDITS)
    before = dict[str, Piece]()
    for number in range(VERSIONS + 1):
        version = f"{number + 1}.0"
        step = Step(life, past, version, before)
        total += step.judged(seed)
        past, before = step.published(), step.named()
        life.pieces = list(before.values())
        life.edit(max(1, len(life.pieces) * edits // 100))
    total[f"clauses at {edits}"], total[f"asked at {edits}"] = total["clauses"], total["asked"]
    return total


class Step:
    """A version that was pasted and given its anchors; `before` are the pieces of the last one, by anchor."""

    def __init__(self, life: Life, past: Past, version: str, before: dict[str, Piece]) -> None:
        self._past, self._version, self._before, self._pieces = past, version, before, list(life.pieces)
        self._asked: dict[str, bool] = {}
        pasted = Source("p.md", life.markdown(version))
        made = anchored(pasted, {}, past, version, self._settle)
        assert not made.faults, made.faults
        self._source = made.source
        self.policy = _parsed(made.source, version)
        assert len(self.policy.clauses) == len(self._pieces)

    def _settle(self, doubt: AmbiguousMatch) -> int | None:
        """Answer as somebody who knows."""
        anchor = doubt.alignment.before[doubt.place].anchor
        means = self._before[anchor].means
        found = [place for place in doubt.candidates if means & self._pieces[place].means]
        self._asked[anchor] = bool(found)
        return found[0] if found else None

    def judged(self, seed: int) -> Counter[str]:
        """Return how many anchors are right, wrong, lost, asked about, or of clauses that were merged."""
        total: Counter[str] = Counter()
        here = dict(zip((clause.anchor for clause in self.policy.clauses), self._pieces, strict=True))
        holders = {name for anchor, each in here.items() if anchor in self._before for name in each.means}
        old = {c.anchor: c for c in self._past.last.clauses} if self._past.last else {}
        for anchor, was in self._before.items():
            stands = [each for each in self._pieces if each.means & was.means]
            what = self._became(anchor, was, here, stands, holders)
            total[what] += 1
            total["clauses"] += what not in ("gone", "haunted")
            needless = what == "asked" and any(self._stayed(was, each) for each in stands)
            total["needless"] += needless
            if what in ("wrong", "lost") or (needless and len(sys.argv) > 3):
                now = here.get(anchor)
                print(f"{seed} {self._version} {what} {anchor}: {old[anchor].text!r}")
                print(f"    is {[each.text for each in stands]}, and got {now and now.text!r}")
        total["gone"] += total["haunted"]
        return total

    def _stayed(self, was: Piece, now: Piece) -> bool:
        """Return whether a piece has its words and its heading still."""
        before, after = _heading(list(self._before.values()), was), _heading(self._pieces, now)
        return was.text == now.text and (before.means == after.means or before is was)

    def _became(
        self, anchor: str, was: Piece, here: dict[str, Piece], stands: list[Piece], holders: set[int]
    ) -> str:
        now = here.get(anchor)
        if now is not None and not now.means & was.means:
            return "wrong"
        if anchor in self._asked:
            return "asked" if stands else "haunted"
        if now is not None:
            return "right"
        if not stands:
            return "gone"
        return "merged" if was.means & holders else "lost"

    def published(self) -> Past:
        """Return what was published once this version is: what is gone is withdrawn, the rest is the same."""
        here = {clause.anchor for clause in self.policy.clauses}
        records = self._past.history.records()
        gone = {anchor: () for anchor, record in records.items() if anchor not in here and not record.withdrawn}
        answers = Answers(gone, frozenset(records) & here)
        release, problems = release_of(self.policy, self._source, self._past, answers)
        assert not problems, problems
        lock = Lock({"p": self._past.history}).with_release("p", release)
        return Past(lock.history("p"), {self._version: self.policy})

    def named(self) -> dict[str, Piece]:
        """Return the pieces by their anchors, each a unit of its own from now on."""
        anchors = [clause.anchor for clause in self.policy.clauses]
        return {anchor: piece(each.kind, each.text) for anchor, each in zip(anchors, self._pieces, strict=True)}


def _heading(pieces: list[Piece], of: Piece) -> Piece:
    above = pieces[: next(at for at, each in enumerate(pieces) if each is of) + 1]
    return next((each for each in reversed(above) if each.kind.value.startswith("#")), of)


def seconds(size: int) -> float:
    """Return how long it takes to give back the anchors of a policy of which every unit was reworded."""
    random = Random(size)
    life = begin(random, size)
    first = Step(life, Past(History("p")), "1.0", {})
    past, before = first.published(), first.named()
    for at, each in enumerate(life.pieces):
        reword = heavily_reworded if at % 4 == 0 else lightly_reworded
        life.pieces[at] = replace(each, text=reword(each.text, random)) if at else each
    begun = time.process_time()
    Step(life, past, "2.0", before)
    return time.process_time() - begun


def _parsed(source: Source, version: str) -> Policy:
    policy, _ = parse_policy(source, _META | {"version": version}, {})
    assert policy is not None
    return policy


if __name__ == "__main__":
    main()
