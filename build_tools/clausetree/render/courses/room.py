"""What an author has to know of a course before she gives it to anybody: what did not fit, or may not."""

from __future__ import annotations

from clausetree.render.courses.held import held
from clausetree.render.courses.stops import Way

LEAST_ROOM = 4_096
"""How many characters every system that speaks SCORM 1.2 keeps of where a learner was."""
ROOM_2004 = 64_000
"""The same of SCORM 2004, 4th edition."""

_WAYS = {
    Way.ONWARD: "has too many ways through it for a course to hold them all. In its courses, going back to a "
    "question forgets the answers from there on; the learner is told.",
    Way.SECTIONS: "has too many ways through it to be asked in a course. Its courses are plain links from "
    "question to answer. Many questions whose answers all make a difference, by conditions or points, are why, "
    "and most of all those of many boxes.",
}
_COMPARES = (
    "compares two answers with each other, so it cannot be asked in a course: what is shown next goes by the "
    "stretch in which an answer lies, and that does not say which is more. Its courses are plain links from "
    "question to answer."
)


def advice(tree: str, views: str) -> list[str]:
    """Return what is to be said of the course of the tree of this id. `views` is what `to_views` made of it."""
    course = held(views)
    if course.compares:
        return [f"{tree} {_COMPARES}"]
    said = [f"{tree} {_WAYS[course.way]}"] if course.way in _WAYS else []
    if course.longest > LEAST_ROOM:
        most = (
            "SCORM 1.2 has room for"
            if course.longest <= ROOM_2004
            else "any learning system need have room for"
        )
        said.append(
            f"{tree} may ask for {course.longest:,} characters to keep where a learner is, more than {most}. "
            "Where there is no room, the outcome is kept and the answers are not; the learner is told."
        )
    return said
