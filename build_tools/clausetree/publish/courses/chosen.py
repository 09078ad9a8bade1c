"""What the settings of a site choose of its courses, where MkDocs is not there to read them."""

from __future__ import annotations

from clausetree.render.courses.options import CourseOptions


def chosen_in(written: object) -> CourseOptions:
    """Return what `courses:` chooses. What the build would refuse counts as not written.

    The version of H5P is left out: it says nothing of a course.
    """
    said = written if isinstance(written, dict) else {}
    return CourseOptions(
        each_version=said.get("each_version") is True,
        each_answer=said.get("each_answer") is True,
        score=said.get("score") is True,
    )
