"""The stops of a course are found without doing the same work again and again."""

from __future__ import annotations

from collections import Counter

import pytest

from clausetree.render.courses.stops import Way, stops
from clausetree.tree import walk as walking
from clausetree.tree.answers import Answers
from clausetree.tree.model import Tree
from clausetree.tree.walk import Walk, compares_answers
from clausetree.tree.wire import Procedure


@pytest.mark.parametrize("way", [Way.WHOLE, Way.ONWARD])
def test_no_answers_are_followed_twice(
    all_procedures: tuple[Procedure, ...], monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    followed: Counter[object] = Counter()
    made: list[Walk] = []
    walk = walking.walk

    def follow(tree: Tree, answers: Answers) -> Walk:
        followed[tree.id, tuple(answers.items())] += 1
        return walk(tree, answers)

    def make(*parts: object) -> Walk:
        made.append(Walk(*parts))  # type: ignore[arg-type]
        return made[-1]

    # Whoever follows a tree past what is remembered makes one of these, and is not counted above.
    monkeypatch.setattr(walking, "walk", follow)
    monkeypatch.setattr(walking, "Walk", make)
    for procedure in (one for one in all_procedures if not compares_answers(one.tree)):
        # What is gone through again may make more than that.
        assert stops(procedure.tree, way, 6000) or procedure.tree.again
    assert set(followed.values()) == {1}
    assert len(made) == len(followed)
