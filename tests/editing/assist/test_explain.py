"""What stands at a place, explained."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from clausetree.editing.assist.explain import explain_at
from clausetree.editing.assist.explanation import Explanation
from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.lock import History, Lock
from clausetree.history.registry import Registry

from .site import OUTING, POLICY_FILE, cut, known

PLACES = {
    "option ho¦me": ("home", ["Answer of place: At somebody's home"]),
    "-> ca¦ll": ("call", ["Step: Call your buddy first", "Leads to safe."]),
    "route so¦rt": ("sort", ["Route", "Leads to call.", "Leads to pick."]),
    "table pi¦ck": ("pick", ["Table", "Leads to call.", "Leads to safe."]),
    "outcome sa¦fe": ("safe", ["Outcome: Go ahead", "Leads to the procedure check."]),
    "question pla¦ce": ("place", ["Question: Where is the visit?", "Leads to risks.", "Leads to safe."]),
    "visit che¦ck": ("check", ["Visit: Is it safe?", "Leads to day."]),
    "check is dan¦ger": ("danger", ["Where check ends: There is danger"]),
    "when da¦rk": ("dark", ["Fact: It is dark"]),
    "adds 2 to sco¦re": ("score", ["Total: the score"]),
    "not bud¦dy": ("buddy", ["Role: Your buddy"]),
    "must yo¦u": ("you", ["The reader."]),
    "tree che¦ck": ("check", ["Another procedure: Is it safe?"]),
    "tree out¦ing": ("outing", ["This procedure: Before you visit alone"]),
    "policy lone-wor¦king": ("Lone working policy", ["Version 3.10, owned by Trustee for Safety."]),
    "buddy-l¦ist": ("buddy-list", ["The list of buddies", "https://trust.example/buddies"]),
    "unsu¦re": ("unsure", ["The answer of who does not know, and what it counts as."]),
    "otherw¦ise": ("otherwise", ["The way on for everybody else."]),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_word_of_a_tree_is_explained(made_up: Registry, place: str) -> None:
    words, at = cut(place)
    offset = OUTING.index(words) + at
    found = explain_at(OUTING, offset, known(made_up))
    assert found
    title, said = PLACES[place]
    assert (found.title, list(found.words)) == (title, said)
    assert found.span.start <= offset <= found.span.end
    json.dumps(found.to_json())


def explained(registry: Registry, text: str, name: str = "trees/outing.tree") -> Explanation | None:
    written, at = cut(text)
    return explain_at(written, at, known(registry, name))


def test_a_clause_is_shown_whole_with_what_became_of_it(made_up: Registry) -> None:
    tree = 'tree a "A"\n    policy lone-working\n\nstep s "S"\n    cites '
    found = explained(made_up, f"{tree}1.3¦")
    assert found
    assert (found.title, found.words[0]) == ("Clause 1.3", "You may take the yellow van.")
    assert found.words[1] == "Not published yet."
    assert found.address == "lone-working/#c1-3"
    changed = explained(made_up, f"{tree}1.2¦")
    assert changed
    assert changed.words[1] == "Published, and reworded since version 3.10."
    withdrawn = explained(made_up, f"{tree}1.¦8")
    assert withdrawn
    assert withdrawn.words == ("This clause was withdrawn in version 3.9. Now: 1.2, 1.3.",)
    renumbered = explained(made_up, f"{tree}1.5¦")
    assert renumbered
    assert renumbered.words == ("This clause has another number. Now: 1.2.",)
    other = explained(made_up, f"{tree}1.1, verbs 1.5¦")
    assert other
    assert (other.title, other.words[0]) == (
        "A policy with every verb, clause 1.5",
        "The Trust is a charity of 1931.",
    )
    assert explained(made_up, f"{tree}9.9¦") is None


def test_a_clause_as_it_was_published_says_so(made_up: Registry) -> None:
    policy = made_up.policy("verbs")
    assert policy
    added = [Event(ChangeKind.ADDED, one.anchor, one.number, one.digest) for one in policy.clauses]
    renumbered = [replace(one, number="7.1") if one.anchor == "c1-2" else one for one in added]
    history = History("verbs", (Release("1.0", policy.page, policy.digest, tuple(renumbered)),))
    registry = Registry([policy], lock=Lock({"verbs": history}))
    tree = 'tree a "A"\n    policy verbs\n\nstep s "S"\n    cites '
    as_it_was = explained(registry, f"{tree}1.1¦")
    assert as_it_was
    assert as_it_was.words[1] == "Published, as in version 1.0."
    other_number = explained(registry, f"{tree}1.2¦")
    assert other_number
    assert other_number.words[1] == "Published; in version 1.0 it was 7.1."


def test_words_that_a_policy_gives_a_meaning_are_explained(made_up: Registry) -> None:
    tree = 'tree a "A"\n    policy lone-working\n\nstep s "Take the v¦an"\n'
    found = explained(made_up, tree)
    assert found
    assert (found.title, found.words) == ("van", ("You may take the yellow van.",))
    assert explained(made_up, tree.replace("v¦an", "v¦ans")) is None


def test_links_of_a_policy_are_explained(made_up: Registry) -> None:
    clause = explained(made_up, "See [it](#c1-¦3) and more", POLICY_FILE)
    assert clause
    assert clause.title == "Clause 1.3"
    other = explained(made_up, "See [it](verbs.md#c1-¦5) and more", POLICY_FILE)
    assert other
    assert other.title == "A policy with every verb, clause 1.5"
    link = explained(made_up, "See [it][off¦ice]", POLICY_FILE)
    assert link
    assert link.words == ("Where the office is", "It has no address yet: its words are shown as text.")
    assert explained(made_up, "See no¦thing", POLICY_FILE) is None
