"""What is said of the anchors that were written into a policy, and of those that found no clause."""

from __future__ import annotations

from collections.abc import Sequence

from clausetree.commands.clauses.doubts import all_described
from clausetree.commands.terminal import count
from clausetree.history.anchoring.anchored import Anchored
from clausetree.policy.clause import Clause

_NAMED = 5
_ASKED = "`clausetree clauses accept` asks what became of"
_LEFT = f"""\
Only you can say whether these are the same clauses. At a terminal, this command asks. Now they have new
anchors; {_ASKED} each old one.
"""


def summary(name: str, made: Anchored) -> str:
    """Return how many anchors were written, and which may still be changed."""
    if not made.written:
        return f"Every clause in {name} has its anchor."
    wrote = f"Wrote {count(made.written, 'anchor')} into {name}"
    if not made.returned:
        return f"{wrote}.\nChange any that you do not like now: once the version is accepted, they stay."
    wrote += f": {made.returned} as they were published, {made.written - made.returned} new."
    if made.written == made.returned:
        return wrote
    return f"{wrote}\nChange any new one that you do not like now: once the version is accepted, they stay."


def left_open(made: Anchored, version: str, *, asked: bool) -> str:
    """Return what to say of clauses of `version` without a place: in full where nobody was `asked`."""
    paragraphs = (
        [f"\n{all_described(made.ambiguous, version)}\n\n{_LEFT}"] if made.ambiguous and not asked else []
    )
    gone = [*made.gone, *(doubt.clause for doubt in made.ambiguous if asked)]
    if gone:
        verb, which = ("is", "it") if len(gone) == 1 else ("are", "each")
        paragraphs.append(f"{_clause_names(gone)} {verb} published and not in it. {_ASKED} {which}.")
    return "\n".join(paragraphs)


def _clause_names(gone: Sequence[Clause]) -> str:
    names = [f"`{clause.anchor}` ({clause.label})" if clause.label else f"`{clause.anchor}`" for clause in gone]
    if len(names) > _NAMED:
        names[_NAMED:] = [f"{len(names) - _NAMED} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
