"""What only the page for authors needs is published where there is such a page, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, organisation

ONLY = {"workbench.js", "workbench.css", "authors.js", "drawing.js"}
LINK = 'class="edit-here" href="'


def _names(site: Path) -> set[str]:
    return {path.name.removesuffix(".gz").removesuffix(".br") for path in site.rglob("*") if path.is_file()}


def test_readers_are_sent_nothing_of_a_page_that_is_not_there(other_site: Path) -> None:
    assert not ONLY & _names(other_site)
    assert not (other_site / "workbench").exists()
    assert not (other_site / "assets" / "for-authors").exists()
    pages = [page for page in other_site.rglob("*.html") if "workbench" in page.read_text(encoding="utf-8")]
    assert pages == []


@pytest.fixture(scope="module")
def with_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page for authors, and a released version beside the current one."""
    place = organisation(tmp_path_factory.mktemp("with") / "organisation")
    settings = place / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "  - clausetree:\n", "  - clausetree:\n      workbench: true\n"
    )
    settings.write_text(text, encoding="utf-8")
    done = build(place)
    assert done.returncode == 0, done.stdout
    return place / "site"


def test_each_page_that_somebody_wrote_leads_to_where_it_is_written(with_page: Path) -> None:
    assert _names(with_page) >= ONLY
    found = {
        page.relative_to(with_page).as_posix(): text.partition(LINK)[2].partition('"')[0]
        for page in with_page.rglob("*.html")
        if LINK in (text := page.read_text(encoding="utf-8"))
    }
    assert found == {
        "index.html": "workbench/#docs/index.md",
        "both/index.html": "../workbench/#docs/both.md",
        "search/index.html": "../workbench/#docs/search.md",
        "policy/lone-working/index.html": "../../workbench/#docs/policy/lone-working.md",
        "trees/visit/index.html": "../../workbench/#trees/visit.tree",
        "trees/no-answer/index.html": "../../workbench/#trees/no-answer.tree",
    }
    assert (with_page / "policy/lone-working/v/4.0/index.html").is_file()
    assert (with_page / "trees/visit/embed/index.html").is_file()
