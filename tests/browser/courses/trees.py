"""The trees whose courses are taken."""

from __future__ import annotations

from ...building import PROJECT

SITE_TREES = sorted(path.stem for path in (PROJECT / "trees").glob("*.tree"))
OTHER_TREES = ["many-of-none", "next-tree", "numbers-and-dates", "steps", "visiting"]
"""Cases of the language that no procedure of the site has."""
