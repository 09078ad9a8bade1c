"""What a learner is told of what becomes of her answers, and what the learning system is told, for the author.

The scripts of a course say the first (course.js, keeper.js): a test holds both to the same words.
"""

from __future__ import annotations

from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.stops import Way

KEEPS = "Your learning system keeps your answers and the outcome that you reach."
HAS_KEPT = "Your learning system has kept your answers and this outcome."
TOLD_EACH = " It is told each answer by itself as well, with the time at which you give it."
KEEPS_EACH = " It keeps each answer by itself as well, with the time at which you gave it."
SCORE = "Whoever reaches an outcome has 100 of 100 points, whichever it is."
FORGETS = "If you go back, your answers from there on are forgotten."


def kept(options: CourseOptions, *, is_asked: bool, answered: bool, ended: bool) -> str:
    """Return what a learner reads above the questions where the learning system takes everything.

    Each answer by itself is told only where the course asks. `answered` is whether there was one, and `ended`
    whether an outcome is before her.
    """
    each = (KEEPS_EACH if answered else TOLD_EACH) if options.each_answer and is_asked else ""
    return (HAS_KEPT if ended else KEEPS) + each


def also_told(options: CourseOptions, way: Way) -> list[str]:
    """Return what else stands there, whatever she does."""
    return [SCORE] * options.score + [FORGETS] * (way is Way.ONWARD)


def reported(options: CourseOptions, way: Way) -> list[str]:
    """Return what counts in a learning system, and what it is told, in sentences for an author."""
    outcome = "The learning system is told which outcome was reached, and how long the learner stayed."
    if way is Way.SECTIONS:
        return [
            "The course is complete when the section of an outcome is opened, whichever it is.",
            _points(options),
            outcome,
            "It keeps which section is open, so that a learner comes back to it.",
            _versions(options),
        ]
    each = "It is told each answer by itself as well, with its time."
    return [
        "The course is complete when an outcome is reached, whichever it is.",
        _points(options),
        outcome,
        "With SCORM 2004 it is also told how much of the way lies behind the learner.",
        "It keeps the answers, so that a learner comes back to where they were.",
        each if options.each_answer else "It is not told each answer by itself.",
        _versions(options),
    ]


def _points(options: CourseOptions) -> str:
    if options.score:
        return "Whoever reaches an outcome has 100 of 100 points. Nobody can fail."
    return "There are no points, and nobody can pass or fail."


def _versions(options: CourseOptions) -> str:
    if options.each_version:
        return "Each version of a policy is a course of its own, which everybody takes anew."
    return "A new version of a policy is the same course: who has completed it stays known."
