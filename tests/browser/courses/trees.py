"""The trees whose courses are taken, and what their author chose."""

from __future__ import annotations

from clausetree.render.courses.options import CourseOptions

from ...building import PROJECT

SITE_TREES = sorted(path.stem for path in (PROJECT / "trees").glob("*.tree"))
OTHER_TREES = [
    "days-since",
    "deadlines",
    "many-of-none",
    "next-tree",
    "numbers-and-dates",
    "steps",
    "unsure",
    "visiting",
]
"""Cases of the language that no procedure of the site has."""
AUDITED = CourseOptions(each_answer=True, score=True)
"""What an author chooses who has to show later what was answered."""
