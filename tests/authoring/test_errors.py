"""Every code has a page, whose wrong example gives that code alone and whose right one gives none."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from clausetree.history.lock import Lock
from clausetree.history.lock_file import read_lock
from clausetree.history.registry import Registry
from clausetree.publish.calendars.reading import read_calendar
from clausetree.publish.printing.unprintable import try_print
from clausetree.publish.printing.unprintable_trees import check_signs
from clausetree.publish.releases.publishable import check_publishable
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures, tree_sources
from clausetree.publish.sources.reviews import load_reviews
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.mutation.unnoticed import try_mutants
from clausetree.tree.parsing.format import format_tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.scenarios import Unnoticed
from clausetree.tree.wording import to_diagnostic

from .examples import AUTHORING, UNSHOWN, Example, examples, merged

ROOT = Path(__file__).resolve().parents[2]
ERRORS = AUTHORING / "errors"
PAGES = sorted(ERRORS.glob("[TPLRC]*.md"))
TRIED = ERRORS / "T615.md"
TREES = [page for page in PAGES if page.stem[0] == "T" and page != TRIED]
PUBLISHED = [page for page in PAGES if page.stem[0] == "L"]
POLICIES = [page for page in PAGES if page.stem[0] == "P"]
CALENDARS = [page for page in PAGES if page.stem[0] == "C"]
MAP = ROOT / "tests" / "cases" / "policy" / "invalid" / "pictures-without-words" / "docs" / "gate.png"
PUBLISHED_ONCE = f"""\
lone-working 1.0 released policy/lone-working/ {"0" * 64}
lone-working 1.0 added c1-9 1.9 {"0" * 64}
"""
_MAY_DAYS = (date(2026, 5, 4).toordinal(), date(2026, 5, 25).toordinal())
_TODAY = date(2026, 5, 6).toordinal()
_THIS_YEAR = Calendar(
    "England", date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal(), (5, 6), _MAY_DAYS
)
WITHDRAWN = f"""\
lone-working 1.1 released policy/lone-working/ {"0" * 64}
lone-working 1.1 withdrawn c1-9 1.9 {"0" * 64}
home-visits 1.0 released policy/home-visits/ {"0" * 64}
social-media 2.1 released policy/social-media/ {"0" * 64}
social-media 2.1 added c2-41 2.41 {"0" * 64}
"""
TEMPLATE = """
docs/authoring/errors/{code}.md, like this:

    ---
    title: "{code}: what is wrong, in a few words"
    ---

    # {code}: what is wrong, in a few words

    What it means in an author's words, and what to do about it.

    ## Wrong

    ```tree
    an example that gives {code} and nothing else (docs/authoring/errors/index.md says what it is part of)
    ```

    ## Right

    ```tree
    the same, mended
    ```
"""


def codes() -> set[str]:
    """Return every code that a message can have."""
    modules = (ROOT / "build_tools").rglob("*.py")
    return {
        code for path in modules for code in re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8"))
    }


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    pages = {page.stem for page in PAGES}
    missing = [TEMPLATE.format(code=code) for code in sorted(codes() - pages)]
    assert not missing, f"{len(missing)} codes have no page. Add:{''.join(missing)}"
    assert not pages - codes(), "these pages are about codes that no message has: take them out"


def test_the_list_of_codes_is_complete(request: pytest.FixtureRequest) -> None:
    index = ERRORS / "index.md"
    text = index.read_text(encoding="utf-8")
    rows = {page.stem: f"| [{page.stem}]({page.name}) | {title(page).partition(': ')[2]} |" for page in PAGES}
    if request.config.getoption("--regenerate"):
        for heading, letter in (
            ("Trees", "T"),
            ("Policies", "P"),
            ("What was published", "L"),
            ("Trees and the policy", "R"),
            ("The calendar", "C"),
        ):
            listed = "".join(f"{row}\n" for code, row in rows.items() if code[0] == letter)
            table = rf"(## {heading}\n\n\| Code.*\n\| ---.*\n)(?:\|.*\n)*"
            text = re.sub(table, lambda match, listed=listed: match[1] + listed, text)  # type: ignore[misc]
        index.write_text(text, encoding="utf-8")
    written = re.findall(r"^\| \[[TPLRC]\d.*$", text, re.MULTILINE)
    assert sorted(written) == sorted(rows.values()), "call pytest with --regenerate"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_built_like_the_others(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert title(page).startswith(f"{page.stem}: ")
    assert f"\n# {title(page)}\n" in text
    headings = ["For example"] if page.stem[0] in "LR" or page == TRIED else ["Wrong", "Right"]
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == headings
    assert ("\nA warning. " in text) is (page.stem in warnings())


@pytest.mark.parametrize("page", TREES, ids=lambda page: page.stem)
def test_examples_of_trees_give_that_code_or_none(page: Path) -> None:
    found = {
        heading: of_trees_about(page.stem, list(group))
        for heading, group in groupby(examples(page), lambda example: example.heading)
    }
    assert [d.code for d in found["Right"]] == [], shown(found["Right"])
    # A fault of another file is listed with that file: the example is about the first.
    wrong = [d for d in found["Wrong"] if d.source.name in ("threat.tree", "example.tree")]
    assert {d.code for d in wrong} == {page.stem}, shown(wrong)


@pytest.mark.parametrize("page", POLICIES, ids=lambda page: page.stem)
def test_examples_of_policies_give_that_code_or_none(page: Path, tmp_path: Path) -> None:
    head = "" if page.stem == "P120" else f"{frame('markdown')}\n"
    found = {
        heading: of_policy(list(group), tmp_path / heading, head)
        for heading, group in groupby(examples(page), lambda example: example.heading)
    }
    assert [d.code for d in found["Right"]] == [], shown(found["Right"])
    assert {d.code for d in found["Wrong"]} == {page.stem}, shown(found["Wrong"])


@pytest.mark.parametrize("page", CALENDARS, ids=lambda page: page.stem)
def test_examples_of_calendars_give_that_code_or_none(page: Path) -> None:
    found = {e.heading: read_calendar(Source("docs/calendar.yml", e.text)) for e in examples(page)}
    assert found["Right"].calendar
    assert {d.code for d in found["Wrong"].diagnostics} == {page.stem}, shown([*found["Wrong"].diagnostics])


@pytest.mark.parametrize("page", PUBLISHED, ids=lambda page: page.stem)
def test_pages_about_what_was_published_show_a_message_of_the_cases(page: Path) -> None:
    cases = (ROOT / "tests" / "cases" / "policy" / "published").glob("*.txt")
    (example,) = examples(page)
    assert f"  {page.stem}  " in example.text
    assert any(example.text in case.read_text(encoding="utf-8") for case in cases)


@pytest.mark.parametrize("page", TREES, ids=lambda page: page.stem)
def test_right_examples_are_laid_out(page: Path) -> None:
    for example in examples(page):
        if example.heading == "Right":
            assert format_tree(Source("some.tree", example.text)) == example.text


def test_pages_about_reviews_show_a_message(tmp_path: Path) -> None:
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees" / "threat.tree").write_text(frame("tree"), encoding="utf-8")
    (tmp_path / "trees.lock").write_text("=======\n", encoding="utf-8")
    procedures = load_procedures(tmp_path / "trees", registry())
    told = load_reviews(tmp_path / "trees.lock", tmp_path / "trees", procedures, registry()).diagnostics
    pages = [page for page in PAGES if page.stem[0] == "R"]
    assert [page.stem for page in pages] == [diagnostic.code for diagnostic in told]
    for page, diagnostic in zip(pages, told, strict=True):
        (example,) = examples(page)
        assert example.text == to_text(diagnostic)


def test_the_page_about_faults_that_are_tried_shows_a_message() -> None:
    # The same scenarios, but for what they expect.
    text = re.sub(r"^ +expects .*\n", "", frame("tree"), flags=re.MULTILINE)
    syntax, _ = parse_tree(Source("trees/threat.tree", text))
    assert syntax
    tried = try_mutants(syntax, registry(), {"threat": ""})
    told = [to_diagnostic(Unnoticed(t.mutant.span, t.mutant.what), t.source) for t in tried if not t.noticed]
    (example,) = examples(TRIED)
    assert example.text in [to_text(diagnostic) for diagnostic in told]


def of_trees(group: list[Example], calendar: Calendar | None = None) -> list[Diagnostic]:
    """Return what is said of a tree, or of a part put into the tree of the examples.

    Further examples are other trees, each a file of its own.
    """
    first, *others = (example.text for example in group)
    whole = first.startswith("tree example ")
    text = first if whole else merged(frame("tree"), first)
    sources = [Source("example.tree" if whole else "threat.tree", text)]
    sources += [Source(f"{other.split()[1]}.tree", other) for other in others]
    _, found = read_trees([*sources, *tree_sources(ROOT / "trees")], registry(), calendar, _TODAY)
    return [diagnostic for diagnostic in (*found, *check_signs(sources)) if diagnostic.source in sources]


def of_trees_about(code: str, group: list[Example]) -> list[Diagnostic]:
    """Return what is said of a tree, leaving out what its scenarios leave out unless that is the matter."""
    calendar = None if code == "T803" else _THIS_YEAR
    told = (d for d in of_trees(group, calendar) if d.severity is not Severity.ACKNOWLEDGED)
    return [d for d in told if code in UNSHOWN or d.code not in UNSHOWN]


def of_policy(group: list[Example], folder: Path, head: str) -> list[Diagnostic]:
    """Return what is said of policies, put below `head` where they have none. Two pictures lie beside them."""
    (folder / "policy").mkdir(parents=True)
    (folder / "policy" / "map.png").write_bytes(MAP.read_bytes())
    (folder / "policy" / "broken.png").write_bytes(b"no picture")
    for number, example in enumerate(group):
        if example.language == "yaml":
            (folder / "links.yml").write_text(example.text, encoding="utf-8")
            continue
        text = example.text if example.text.startswith("---\n") else head + example.text
        (folder / "policy" / f"policy-{number}.md").write_text(text, encoding="utf-8")
    policies = load_policies(folder, lock=lock(PUBLISHED_ONCE))
    told = [*policies.diagnostics, *check_publishable(policies, folder, folder / "trees")]
    return told or [fault for policy in policies.registry for fault in try_print(policy, policies, folder)]


@cache
def registry() -> Registry:
    """Return the clauses that the examples cite: those of the site, and the policy of the examples."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "policy.md").write_text(frame("markdown"), encoding="utf-8")
        made_up = load_policies(Path(folder)).registry
    site = load_policies(ROOT / "docs").registry
    return Registry([*site, *made_up], site.links, lock(PUBLISHED_ONCE + WITHDRAWN))


def lock(text: str) -> Lock:
    """Return what the policy of the examples published before."""
    read, problems = read_lock(Source("clauses.lock", text))
    assert problems == []
    return read


def frame(language: str) -> str:
    """Return what the examples in `language` are part of."""
    return next(e.text for e in examples(ERRORS / "index.md") if e.language == language)


def test_the_tree_of_the_examples_has_no_fault() -> None:
    (whole,) = (e for e in examples(ERRORS / "index.md") if e.language == "tree")
    assert shown(of_trees([whole])) == ""


def title(page: Path) -> str:
    """Return the title in the head of a page."""
    match = re.search(r'^title: "(.*)"$', page.read_text(encoding="utf-8"), re.MULTILINE)
    assert match, page
    return match[1]


def warnings() -> set[str]:
    """Return the codes that do not stop publication, by the messages of the cases."""
    cases = (ROOT / "tests" / "cases").rglob("*.txt")
    told = "".join(case.read_text(encoding="utf-8") for case in cases)
    return {"R102", TRIED.stem} | set(re.findall(r"  ([A-Z]\d{3})  warning: ", told))


def shown(diagnostics: list[Diagnostic]) -> str:
    """Return diagnostics as an author reads them."""
    return "\n".join(map(to_text, diagnostics))
