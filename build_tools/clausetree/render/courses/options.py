"""What an author may choose of her courses. None of it is chosen unless she says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseOptions:
    """`each_version`: each version of the policy is a course of its own, which everybody takes anew."""

    each_version: bool = False


PLAIN = CourseOptions()
