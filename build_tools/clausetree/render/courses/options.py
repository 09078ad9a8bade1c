"""What an author may choose of her courses. None of it is chosen unless she says so."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.render.h5p.content import OLDEST_SCENARIO


@dataclass(frozen=True, slots=True)
class CourseOptions:
    """`each_version`: each version of a policy is a course of its own, which everybody takes anew.

    `each_answer`: a learning system is told each answer by itself, with its time.
    `score`: whoever reaches an outcome has all points. Learners are told of both.
    `h5p_version` is the version of H5P's Branching Scenario that procedures are made for, such as "1.7".
    """

    each_version: bool = False
    each_answer: bool = False
    score: bool = False
    h5p_version: str = OLDEST_SCENARIO


PLAIN = CourseOptions()
