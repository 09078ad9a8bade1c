"""A small site for who writes: two procedures, one of which visits the other, and their policies."""

from __future__ import annotations

from clausetree.editing.assist.known import Known
from clausetree.history.registry import Registry
from clausetree.policy.links import RegisteredLink

OUTING = """\
# Before anybody goes out.
tree outing "Before you visit alone"
    policy lone-working
    basis clauses
    start place
    about
        Use this when a step is yours.
    role buddy "Your buddy"
    fact dark "It is dark" when risks includes night
    total score "the score"

question place "Where is the visit?"
    cites 1.1
    help
        A place, that is.
    option home "At somebody's home" adds 2 to score -> risks
    option office "At the office" -> safe
    unsure not-sure "I do not know" counts as home

question risks "Which of these apply?"
    many night "It is after dark"
    many animals "There are animals"
    none neither "None of these"
    then -> check

visit check then -> day

question day "Which day is it?"
    date 2026-01-01 to 2026-12-31
    then -> sort

route sort
    when dark and check is danger -> call
    when risks includes animals or score > 1 -> call
    otherwise -> pick

table pick
    columns  place           risks
    row      home or office  night  -> call
    otherwise -> safe

step call "Call your buddy first"
    must you "Call your buddy" within 2 days of day (1.1, verbs 1.2) when place is home
    should not buddy "Wait" (1.2)
    link "The list" buddy-list
    uses torch
    then -> safe

shared torch
    may you "Take a torch" (1.3)

outcome safe "Go ahead"
    then -> tree check

scenario "At the office"
    place is office
    check is danger
    ends safe
    expects must you "Call your buddy"
    expects score is 2
"""

CHECK = """\
tree check "Is it safe?"
    policy lone-working
    basis clauses
    start seen
    role warden "The warden"

question seen "Have you seen it?"
    option yes "Yes" -> danger
    option no "No" -> fine

outcome danger "There is danger"

outcome fine "All is well"
"""

LINKS = {
    "buddy-list": RegisteredLink("buddy-list", "https://trust.example/buddies", "The list of buddies"),
    "office": RegisteredLink("office", "", "Where the office is"),
}
OUTING_FILE, CHECK_FILE = "trees/outing.tree", "trees/check.tree"
POLICY_FILE = "docs/policy/lone-working.md"
PAGES = {POLICY_FILE: "lone-working", "docs/policy/verbs.md": "verbs"}


def known(registry: Registry, name: str = OUTING_FILE, outing: str = OUTING) -> Known:
    """Return what is known while the file `name` is written."""
    trees = {OUTING_FILE: outing, CHECK_FILE: CHECK}
    return Known(name, registry, LINKS, trees, PAGES, published=frozenset({"outing"}))


def cut(text: str) -> tuple[str, int]:
    """Return a text without its cursor, `¦`, and where that stood."""
    return text.replace("¦", ""), text.index("¦")
