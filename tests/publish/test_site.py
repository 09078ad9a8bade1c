"""The built site, ours or another organisation's: right in every clause, anchor and link."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

from .built import Built, Reader


def test_every_clause_in_the_built_page_has_the_words_of_the_markdown(built: Built) -> None:
    written = clauses_written(built.policy)
    assert {anchor: built.words[anchor] for anchor in written} == written
    in_tables = set(re.findall(r"^\|.*?\{: #([a-z0-9-]+)", built.policy, re.MULTILINE))
    assert {row["anchor"] for row in built.clauses} == written.keys() | in_tables


def test_anchors_in_the_built_page_are_those_of_the_list_of_clauses(built: Built) -> None:
    # Two hyphens mark what our program adds; an anchor has single ones.
    assert [own for own in built.words if "--" not in own] == [row["anchor"] for row in built.clauses]


def test_the_list_of_clauses_has_the_words_of_the_built_page(built: Built) -> None:
    shown = {row["anchor"]: row["text"] for row in built.clauses if row["text"]}
    in_rows = set(re.findall(r"^\|.*?\{: #([a-z0-9-]+)", built.policy, re.MULTILINE))
    assert len(shown) >= 10
    for anchor in shown.keys() - in_rows:
        assert built.words[anchor] == shown[anchor]


def test_what_only_the_program_reads_is_not_published(built: Built) -> None:
    assert [file.name for file in built.site.rglob("*.yml")] == []


def clauses_written(markdown: str) -> dict[str, str]:
    """Return the words under each anchor, read from Markdown in the simplest way that can work."""
    heading = r"^#+ (?P<words>.+?) \{: #(?P<anchor>[a-z0-9-]+)[^}]*\}$"
    block = r"(?P<words>(?:^[ \t]*[^\s{#|].*\n)+)^[ \t]*\{: #(?P<anchor>[a-z0-9-]+)[^}]*\}$"
    found = [*re.finditer(heading, markdown, re.MULTILINE), *re.finditer(block, markdown, re.MULTILINE)]
    return {match["anchor"]: _plain(match["words"]) for match in found}


def _plain(markdown: str) -> str:
    words = re.sub(r"\[([^\[\]]+)\](?:\[[^\[\]]+\]|\([^()]+\))", r"\1", markdown)
    words = re.sub(r"^\s*(?:- )?(?:\d+\.\d+ )?", "", words)
    return " ".join(re.sub(r"[*`\\]", "", words).split())


def test_links_within_the_site_lead_somewhere(built: Built) -> None:
    pages = {path: Reader.of(path.read_text(encoding="utf-8")) for path in built.site.rglob("*.html")}
    archive = built.site / "workbench" / "site.zip"
    sources = {*ZipFile(archive).namelist()} if archive.is_file() else set()
    broken = []
    for path, page in pages.items():
        base = "https://here/" + path.relative_to(built.site).as_posix().removesuffix("index.html")
        for link in page.links:
            to = urlsplit(urljoin(base, link))
            if to.netloc != "here" or path.name == "404.html":
                continue
            target = built.site / unquote(to.path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            # To the workbench lead names of files that are there to be written.
            ids = {*pages[target].ids} if target in pages else set()
            ids |= sources if to.path == "/workbench/" else set()
            if not target.is_file() or (to.fragment and unquote(to.fragment) not in ids):
                broken.append((str(path.relative_to(built.site)), link))
    assert broken == []


def test_no_page_has_an_id_twice(built: Built) -> None:
    for path in built.site.rglob("*.html"):
        ids = Reader.of(path.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), path


def test_widgets_are_not_in_the_search_index(built: Built) -> None:
    docs = json.loads((built.site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [doc for doc in docs if doc["location"].startswith("trees/")]
    for doc in docs:
        assert "#live--" not in doc["location"]
        assert "Why am I asked this?" not in doc["text"]


def test_every_procedure_can_be_taken_away_as_each_kind_of_course(ours: Built) -> None:
    links = Reader.of((ours.site / "elearning/index.html").read_text(encoding="utf-8")).links
    packages = [link for link in links if link.endswith(".zip")]
    trees = {path.parent.name for path in ours.site.glob("trees/*/index.html")}
    assert len(packages) == 3 * len(trees) > 0
    for link in packages:
        with ZipFile(ours.site / "elearning" / link) as package:
            assert {"imsmanifest.xml", "cmi5.xml"} & set(package.namelist())


def test_a_site_without_an_address_has_no_list_for_search_engines(ours: Built) -> None:
    assert not list(ours.site.glob("sitemap*"))
