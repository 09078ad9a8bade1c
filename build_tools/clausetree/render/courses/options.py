"""What an author may choose of her courses. None of it is chosen unless she says so."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.render.h5p.content import OLDEST_SCENARIO


@dataclass(frozen=True, slots=True)
class CourseOptions:
    """`each_version`: each version of the policy is a course of its own, which everybody takes anew.

    `h5p_version` is the version of H5P's Branching Scenario that procedures are made for, such as "1.7".
    """

    each_version: bool = False
    h5p_version: str = OLDEST_SCENARIO


PLAIN = CourseOptions()
