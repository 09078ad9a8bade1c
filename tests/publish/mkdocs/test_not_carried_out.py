"""What an author asks of Material and does not get is said; what she gets is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clausetree.publish.mkdocs.not_carried_out import not_carried_out
from clausetree.publish.mkdocs.unused_templates import unused_templates

THEME: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"features": None, "font": False, "icon": None, "language": "en", "favicon": "", "palette": []}, []),
    ({"features": ["content.code.copy", "content.code.annotate", "content.tabs.link"]}, []),
    ({"features": ["content.tooltips", "search.highlight", "search.share", "navigation.tabs"]}, []),
    ({"features": ["navigation.sections", "navigation.indexes", "navigation.footer"]}, []),
    ({"features": ["content.action.edit", "content.action.view"]}, []),
    ({"features": ["navigation.instant"]}, ["theme.features: navigation.instant"]),
    ({"features": ["toc.follow", "toc.follow"]}, ["theme.features: toc.follow"]),
    (
        {"features": ["search.suggest", "no.such"]},
        ["theme.features: search.suggest", "theme.features: no.such"],
    ),
    (
        {"palette": [{"scheme": "slate"}]},
        [
            "theme.palette (readers follow their device or choose, and the colours are in the first lines of "
            "colours.css)"
        ],
    ),
    ({"font": {"text": "Roboto"}}, ["theme.font (no letters are fetched)"]),
    ({"icon": {"repo": "fontawesome/brands/git"}}, ["theme.icon (the frame has no icons)"]),
    ({"direction": "rtl"}, ["theme.direction"]),
    ({"logo": "logo.svg", "favicon": "icon.png"}, []),
    ({"language": "en-GB"}, []),
    (
        {"language": "cy"},
        ["theme.language: cy (pages say that they are in it, but the frame's own words are English)"],
    ),
]
EXTRA: list[tuple[dict[str, Any], list[str]]] = [
    ({"generator": False, "clauses": "clauses.json", "announcement": "News", "tags": {"A": "a"}}, []),
    ({"social": [{"link": "https://example.org"}]}, ["extra.social"]),
    (
        {"analytics": {"provider": "google"}, "version": {"provider": "mike"}},
        [
            "extra.analytics (nothing is told to another site)",
            "extra.version (a policy has versions of its own)",
        ],
    ),
]
PLUGINS: list[tuple[dict[str, dict[str, Any]], list[str]]] = [
    ({"clausetree": {}, "material/tags": {}, "material/meta": {}, "blog": {}, "clausetree/search": {}}, []),
    ({"material/social": {}, "material/blog": {}}, ["plugins: material/social", "plugins: material/blog"]),
    ({"clausetree/search": {"lang": "de", "enabled": True}}, ["plugins: search: lang"]),
]
EXTENSIONS: list[tuple[dict[str, dict[str, Any]], list[str]]] = [
    (
        {
            "pymdownx.superfences": {"custom_fences": [{"name": "vega"}]},
            "pymdownx.tabbed": {"alternate_style": True},
        },
        [],
    ),
    (
        {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid"}]}, "pymdownx.arithmatex": {}},
        [
            "pymdownx.superfences: mermaid (what it marks is shown as written)",
            "pymdownx.arithmatex (what it marks is shown as written)",
        ],
    ),
    ({"pymdownx.tabbed": {}}, ["pymdownx.tabbed (write alternate_style: true below it)"]),
]


@pytest.mark.parametrize(("theme", "said"), THEME)
def test_of_the_theme(theme: dict[str, Any], said: list[str]) -> None:
    assert not_carried_out(theme, {}, {}, {}) == said


@pytest.mark.parametrize(("extra", "said"), EXTRA)
def test_of_extra(extra: dict[str, Any], said: list[str]) -> None:
    assert not_carried_out({}, extra, {}, {}) == said


@pytest.mark.parametrize(("plugins", "said"), PLUGINS)
def test_of_plugins(plugins: dict[str, dict[str, Any]], said: list[str]) -> None:
    assert not_carried_out({}, {}, plugins, {}) == said


@pytest.mark.parametrize(("extensions", "said"), EXTENSIONS)
def test_of_extensions(extensions: dict[str, dict[str, Any]], said: list[str]) -> None:
    assert not_carried_out({}, {}, {}, extensions) == said


def test_templates_that_no_page_uses(tmp_path: Path) -> None:
    files = {
        "own/main.html": '{% extends "base.html" %}{# {% block libs %} #}'
        "{% block announce %}{% block mine %}{% endblock %}{% endblock %}{%- block tabs -%}{% endblock %}",
        "own/partials/header.html": "",
        "own/partials/site-footer.html": "",
        "own/mine.html": "",
        "ours/main.html": "",
        "ours/base.html": "{% block announce %}{% endblock %}",
        "ours/partials/site-footer.html": "",
        "material/main.html": "",
        "material/partials/header.html": "",
    }
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    found = unused_templates(tmp_path / "own", tmp_path / "ours", [tmp_path / "material"])
    assert found == ["template partials/header.html", "block tabs of main.html"]


def test_a_strict_build_says_it_in_one_line(elements_site: Path) -> None:
    said = (elements_site.parent / "said.txt").read_text(encoding="utf-8")
    (line,) = (line for line in said.splitlines() if "no effect" in line)
    assert line == (
        "INFO    -  clausetree: These settings have no effect on our pages: theme.features: navigation.top; "
        "theme.palette (readers follow their device or choose, and the colours are in the first lines of "
        "colours.css)."
    )
