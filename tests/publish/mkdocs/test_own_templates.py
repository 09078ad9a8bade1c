"""What an author of Material writes of her own: a part of every page, a logo, an icon for the browser's tab."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from tests.publish.menus import settings


def _page(config: MkDocsConfig) -> str:
    """Return a page of no file, such as the one that says that there is none."""
    context = get_context(Navigation([], []), Files([]), config, base_url="")
    return config.theme.get_env().get_template("main.html").render(context)


def test_a_block_is_written_anew_and_the_rest_stays(tmp_path: Path) -> None:
    words = '{% extends "base.html" %}{% block announce %}We moved.{% endblock %}'
    (tmp_path / "main.html").write_text(words, encoding="utf-8")
    page = _page(settings(custom_dir=str(tmp_path)))
    assert "We moved." in page.partition('aria-label="Announcement"')[2].partition("</aside>")[0]
    assert '<main class="prose"' in page


def test_an_announcement_is_a_setting_too_and_takes_no_room_where_there_is_none() -> None:
    config = settings()
    assert "Announcement" not in _page(config)
    config.extra["announcement"] = "Closed on Monday"
    assert '<div class="frame">Closed on Monday</div>' in _page(config)


def test_a_logo_and_an_icon_take_the_place_of_ours() -> None:
    page = _page(settings(logo="images/logo.svg", favicon="images/icon.png"))
    assert '<img class="site-mark" src="images/logo.svg" alt="">' in page
    assert '<link rel="icon" href="images/icon.png">' in page
    ours = _page(settings())
    assert '<svg class="site-mark"' in ours
    assert "images/favicon.svg" in ours
