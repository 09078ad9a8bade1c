"""The page for the owner of the policy: what waits for a look, and which warnings stay with a reason."""

from __future__ import annotations

from pathlib import Path

from clausetree.history.registry import Registry
from clausetree.publish.sources.policies import load_policies
from clausetree.render.review.reviews import to_reviews
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.review.review import review

CASES = Path(__file__).resolve().parents[2] / "cases"
TREE = """\
tree lock "Lock & leave"
    policy verbs
    basis clauses
    start end

outcome end "Gone"
    should you "Lock the door" (1.1)
    # The board looks at this each year.
    acknowledge T503 "The <board> reads it so"
    must you "Leave the light on" (1.1)

scenario "An evening"
    ends end
    expects should "Lock the door"
"""


def shown(*, checked: bool, newly: bool = False) -> str:
    registry = load_policies(CASES / "docs").registry
    policy = registry.policy("verbs")
    assert policy
    trees, told = read_trees([Source("trees/lock.tree", TREE)], Registry([policy]))
    digests = {clause.anchor: "0" * 64 if newly else clause.digest for clause in policy.clauses}
    held = review(trees[0], registry, {"lock": digests} if checked else {})
    return to_reviews(trees, {"lock": held}, told, "../")


def test_a_warning_that_stays_is_shown_with_its_line_and_its_reason() -> None:
    html = shown(checked=True)
    assert '<a href="../trees/lock/">Lock &amp; leave</a>' in html
    assert "Its clauses have the words that it was last checked against." in html
    assert "One warning stays, with a reason:" in html
    assert '<code>should you "Lock the door" (1.1)</code>' in html
    said = "Line 7, T503: This says <code>should</code>; clause 1.1 means <code>must</code>"
    assert said in html
    assert "The reason given: The &lt;board&gt; reads it so" in html
    assert "<code>clausetree check trees/lock.tree</code> says which." in html


def test_what_was_never_recorded_and_what_has_new_words_is_told_apart() -> None:
    assert "Nobody has recorded yet that it was checked against clause 1.1." in shown(checked=False)
    assert "To be reviewed: there are new words in clause 1.1." in shown(checked=True, newly=True)
