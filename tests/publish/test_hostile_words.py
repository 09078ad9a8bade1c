"""What an author writes into titles is shown as words, and what would run in a page stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.render.hosting.inline import refused_in

from ..building import add_tree, build, organisation

LEAP = '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">'
BOLD = "<b onclick=a()>words</b>"
DRAWN = "<svg onload=a()>words</svg>"
"""What a tree may say. HTML that writers know, such as `<b>`, and links to scripts are refused in it."""
TREE = f"""\
tree hostile "A title with {DRAWN} & more"
    policy lone-working
    basis clauses
    start known

question known "Is it {DRAWN}?"
    cites 1.3
    help
        {DRAWN} <svg/onload=a()> `{BOLD}` `[words](javascript:a())`
    option yes "{DRAWN}" -> end
    option no "No" -> end

outcome end "</title><script>a()</script>"

scenario "One"
    known is yes
    ends end

scenario "Other"
    known is no
    ends end
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up organisation, whose authors write HTML wherever they can."""
    made = organisation(tmp_path_factory.mktemp("hostile") / "organisation")
    policy = made / "docs" / "policy" / "lone-working.md"
    text = policy.read_text(encoding="utf-8")
    text = text.replace("title: Lone working policy", f"title: 'Lone {BOLD} \" onclick=\"a() policy'")
    text = text.replace("next_review: March 2034", f"next_review: '{BOLD} </title>'")
    policy.write_text(text, encoding="utf-8")
    both = made / "docs" / "both.md"
    words = both.read_text(encoding="utf-8").replace("title: Both procedures", f"title: '{BOLD}</title>'")
    both.write_text(f"{words}\n## A heading with `{BOLD}`\n\n## Another\n", encoding="utf-8")
    add_tree(made, "hostile", TREE)
    return made


def test_titles_and_heads_are_shown_as_words(folder: Path) -> None:
    done = build(folder)
    assert "has no place" not in done.stdout
    pages = {path: path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*.html")}
    assert len(pages) > 10
    for shown in ("&lt;b onclick=a()&gt;words", "&lt;svg onload=a()&gt;words"):
        assert any(shown in page for page in pages.values())
    for path, page in pages.items():
        assert refused_in(page) == [], path
        assert "<b " not in page, path
        assert "<svg onload" not in page, path
        assert page.count("</title>") == page.count("<title>"), path


@pytest.mark.parametrize(
    "written",
    [
        "Words\n{: onclick='a()' }",
        "[words](javascript:a())",
        "<script>a()</script>",
        "<p style='x'>w</p>",
        LEAP,
    ],
)
def test_what_would_run_in_a_page_stops_the_build(folder: Path, written: str) -> None:
    page = folder / "docs" / "index.md"
    sound = page.read_text(encoding="utf-8")
    page.write_text(f"{sound}\n\n{written}\n", encoding="utf-8")
    done = build(folder)
    page.write_text(sound, encoding="utf-8")
    assert done.returncode != 0
    assert "index.md: `<" in done.stdout
    assert "has no place in a page" in done.stdout
