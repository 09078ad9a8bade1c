"""The built site: another organisation's as well as our own, right in every anchor and the same each time."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import pytest

from ..building import ORGANISATION, build, organisation, our_own

PAGES = {
    "404.html",
    "both/index.html",
    "index.html",
    "policy/lone-working/index.html",
    "policy/lone-working/v/4.0/index.html",
    "search/index.html",
    "trees/no-answer/embed/index.html",
    "trees/no-answer/index.html",
    "trees/visit/embed/index.html",
    "trees/visit/index.html",
}
# What our pages add to a policy's own words.
ADDED = {"clause-tools", "clause-uses", "clause-number"}
VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and the Markdown that its policy was made of."""

    site: Path
    policy: str
    page: str

    @property
    def clauses(self) -> list[dict[str, Any]]:
        """The rows of clauses.json."""
        rows: list[dict[str, Any]] = json.loads(self._text("clauses.json"))["clauses"]
        return rows

    @property
    def words(self) -> dict[str, str]:
        """The words under each id in the main part of the policy's page."""
        return Reader.of(self._text(f"{self.page}index.html"), inside="main").words

    def _text(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")


class Reader(HTMLParser):
    """Reads a page's ids, links and words; those of an id are not those of an id within it."""

    def __init__(self, inside: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self._words: dict[str, list[str]] = {}
        self._inside = inside
        self._open: list[tuple[str, str | None, bool]] = []

    @classmethod
    def of(cls, html: str, inside: str = "html") -> Reader:
        reader = cls(inside)
        reader.feed(html)
        return reader

    @property
    def words(self) -> dict[str, str]:
        return {anchor: " ".join("".join(parts).split()) for anchor, parts in self._words.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        own = attributes.get("id")
        self.ids += [own] if own else []
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        within = any(above == self._inside for above, _, _ in self._open)
        if own and within:
            self._words[own] = []
        if tag not in VOID:
            added = bool(ADDED & set((attributes.get("class") or "").split()))
            self._open.append((tag, own if within else None, added))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(added for _, _, added in self._open):
            return
        anchor = next((own for _, own, _ in reversed(self._open) if own), None)
        if anchor:
            self._words[anchor].append(data)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The made-up organisation's site."""
    folder = organisation(tmp_path_factory.mktemp("other") / "organisation")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout
    page = "policy/lone-working/"
    return Built(folder / "site", (folder / "docs/policy/lone-working.md").read_text(encoding="utf-8"), page)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Our own site."""
    folder = our_own(tmp_path_factory.mktemp("own") / "ours")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    page = "policy/social-media/"
    return Built(folder / "site", (folder / "docs/policy/social-media.md").read_text(encoding="utf-8"), page)


@pytest.fixture(params=["other", "ours"])
def built(request: pytest.FixtureRequest) -> Built:
    """Either site."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Built)
    return found


def test_another_organisation_gets_its_own_pages_and_none_of_ours(other: Built) -> None:
    assert {str(path.relative_to(other.site)) for path in other.site.rglob("*.html")} == PAGES
    pages = [path.read_text(encoding="utf-8") for path in other.site.rglob("*.html")]
    assert not [page for page in pages if "cafcass" in page.lower()]
    assert not [page for page in pages if "social media" in page.lower()]


def test_every_page_names_the_organisation_and_its_policy(other: Built) -> None:
    for path in sorted(PAGES):
        page = (other.site / path).read_text(encoding="utf-8")
        assert "Larkfield Befrienders" in page
        assert "/embed/" in path or "version 4.0. Next review: March 2034" in page


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
    broken = []
    for path, page in pages.items():
        base = "https://here/" + path.relative_to(built.site).as_posix().removesuffix("index.html")
        for link in page.links:
            to = urlsplit(urljoin(base, link))
            if to.netloc != "here" or path.name == "404.html":
                continue
            target = built.site / unquote(to.path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (to.fragment and unquote(to.fragment) not in pages[target].ids):
                broken.append((str(path.relative_to(built.site)), link))
    assert broken == []


def test_no_page_has_an_id_twice(built: Built) -> None:
    for path in built.site.rglob("*.html"):
        ids = Reader.of(path.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), path


def test_the_page_of_a_tree_shows_it_in_every_form(other: Built) -> None:
    page = (other.site / "trees/visit/index.html").read_text(encoding="utf-8")
    reader = Reader.of(page)
    for node in ("risk", "sort", "tell", "home", "pairs", "done", "late"):
        assert f"visit--{node}" in reader.ids
    assert 'data-tree="visit"' in page
    assert '<figcaption id="visit--picture-name">Flowchart: Before I visit somebody</figcaption>' in page
    assert "../../trees/no-answer/" in reader.links
    assert "../../policy/lone-working/#c1-1-a" in reader.links
    for suffix in ("json", "dot", "svg", "txt"):
        assert (other.site / f"trees/visit/visit.{suffix}").stat().st_size > 0


def test_a_page_of_its_own_can_show_two_trees(other: Built) -> None:
    page = (other.site / "both/index.html").read_text(encoding="utf-8")
    assert page.count('class="ct-tree"') == 2
    reader = Reader.of(page)
    assert {"live--visit--heading", "live--no-answer--heading"} <= set(reader.ids)
    assert "<!--" not in page


def test_a_clause_names_the_trees_that_cite_it(other: Built) -> None:
    page = (other.site / "policy/lone-working/index.html").read_text(encoding="utf-8")
    uses = re.search(r'id="c2-1".*?<p class="clause-uses">(.*?)</p>', page, re.DOTALL)
    assert uses
    assert re.findall(r'href="(.*?)">(.*?)</a>', uses[1]) == [
        ("../../trees/no-answer/", "I have not heard from a volunteer"),
        ("../../trees/visit/", "Before I visit somebody"),
    ]


def test_the_lists_for_other_programs_have_whole_addresses(other: Built) -> None:
    assert [row["anchor"] for row in other.clauses][:4] == ["lone-working-policy", "opening", "c1-0", "c1-1"]
    by_anchor = {row["anchor"]: row["url"] for row in other.clauses}
    assert by_anchor["c1-1-a"] == "https://larkfield.example/safety/policy/lone-working/#c1-1-a"
    record = json.loads((other.site / "policy/lone-working/policy.json").read_text(encoding="utf-8"))
    assert (record["version"], record["owner"]) == ("4.0", "Trustee for volunteering")


def test_the_way_to_confirm_is_the_organisations_own(other: Built) -> None:
    links = Reader.of((other.site / "index.html").read_text(encoding="utf-8")).links
    assert "https://larkfield.example/confirm?policy=lone-working&version=4.0" in links


def test_every_procedure_can_be_taken_away_as_each_kind_of_course(ours: Built) -> None:
    links = Reader.of((ours.site / "elearning/index.html").read_text(encoding="utf-8")).links
    packages = [link for link in links if link.endswith(".zip")]
    trees = {path.parent.name for path in ours.site.glob("trees/*/index.html")}
    assert len(packages) == 3 * len(trees) > 0
    for link in packages:
        with ZipFile(ours.site / "elearning" / link) as package:
            assert {"imsmanifest.xml", "cmi5.xml"} & set(package.namelist())


def test_widgets_are_not_in_the_search_index(built: Built) -> None:
    docs = json.loads((built.site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [doc for doc in docs if doc["location"].startswith("trees/")]
    for doc in docs:
        assert "#live--" not in doc["location"]
        assert "Why am I asked this?" not in doc["text"]


def test_a_broken_tree_stops_the_build_and_nothing_is_published(tmp_path: Path) -> None:
    folder = organisation(tmp_path / "organisation")
    shutil.copy(ORGANISATION / "broken" / "visit.tree", folder / "trees")
    before = organisation(tmp_path / "before")
    assert build(before).returncode == 0
    shutil.copytree(before / "site", folder / "site")
    published = contents(folder / "site")
    done = build(folder)
    assert done.returncode != 0
    assert "trees/visit.tree:7:11" in done.stdout
    assert '    option yes "Yes" -> pears\n' in done.stdout
    assert "Did you mean `pairs`?" in done.stdout
    assert "Traceback" not in done.stdout
    assert contents(folder / "site") == published


def test_the_list_for_search_engines_holds_every_page_that_is_not_framed(other: Built) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (other.site / "sitemap.xml").read_text(encoding="utf-8"))
    address = "https://larkfield.example/safety/"
    pages = {address + page.removesuffix("index.html") for page in PAGES if "/embed/" not in page}
    assert set(listed) == pages - {f"{address}404.html"}
    assert len(listed) == len(set(listed))


def test_a_site_without_an_address_has_no_list_for_search_engines(ours: Built) -> None:
    assert not list(ours.site.glob("sitemap*"))


def test_two_builds_of_another_organisation_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = organisation(tmp_path / "first"), organisation(tmp_path / "a-much-longer-name")
    one = build(first, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    two = build(second, PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C.UTF-8")
    assert (one.returncode, two.returncode) == (0, 0), one.stdout + two.stdout
    assert contents(first / "site") == contents(second / "site")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
