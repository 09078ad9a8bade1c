"""Pages as browsers open them from a folder."""

from __future__ import annotations

import pytest

from clausetree.render.hosting.from_folder import is_wanted, page_of, script_of, searched

FILES = {"index.html", "policy/p/index.html", "policy/p/v/2.2/index.html", "trees/t/t.pdf", "search/index.html"}


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        ("index.html", "policy/p/", "policy/p/index.html"),
        ("index.html", "policy/p/#c2-1", "policy/p/index.html#c2-1"),
        ("index.html", "policy/p/v/2.2/?h=x#c2", "policy/p/v/2.2/index.html?h=x#c2"),
        ("policy/p/index.html", "../..", "../../index.html"),
        ("policy/p/index.html", "./", "./index.html"),
        ("policy/p/index.html", "../../trees/t/t.pdf", "../../trees/t/t.pdf"),
        ("policy/p/index.html", "../nowhere/", "../nowhere/"),
        ("policy/p/index.html", "#c2-1", "#c2-1"),
        ("policy/p/index.html", "https://example.org/", "https://example.org/"),
        ("policy/p/index.html", "mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_to_folders_lead_to_their_pages(path: str, written: str, expected: str) -> None:
    assert page_of(f'<a class="x" href="{written}">', path, FILES) == f'<a class="x" href="{expected}">'


def test_words_that_look_like_a_link_stay() -> None:
    assert page_of("<code>href=policy/p/</code>", "index.html", FILES) == "<code>href=policy/p/</code>"


def test_modules_are_plain_scripts_and_the_search_page_has_its_index() -> None:
    page = '<script type="module" src="../a.js"></script><form class="f" data-search-page>'
    shown = page_of(page, "search/index.html", FILES)
    assert '<script defer src="files.js"></script>' in shown
    assert shown.index("files.js") < shown.index("../a.js")
    assert "module" not in shown
    assert script_of("f(import.meta.url);") == "(() => {\nf(location.href);\n})();\n"


def test_what_a_search_looks_through_is_one_script() -> None:
    script = searched({"search/search_index.json": '{"docs":[]}\n', "clauses.json": "[1]"})
    assert script == 'globalThis.searchedFiles = {"search/search_index.json":{"docs":[]},"clauses.json":[1]};\n'


def test_what_only_servers_or_python_need_stays_behind() -> None:
    left = [
        "nginx.conf",
        ".htaccess",
        "web.config",
        "_headers",
        "404.html",
        "index.html.br",
        "assets/pyodide/x/a.wasm",
    ]
    assert [path for path in left if is_wanted(path)] == []
    assert all(map(is_wanted, ["index.html", "trees/t/t.pdf", "assets/x/site.js"]))
