"""A site of three policies, whose procedures cite more than one of them and visit one another."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from ..building import build


@dataclass(frozen=True, slots=True)
class School:
    """The folder of the site, and what the commands say there."""

    folder: Path

    def run(self, *order: str) -> str:
        """Run a command, which must succeed, and return what it printed."""
        command = str(Path(sys.executable).with_name("clausetree"))
        done = subprocess.run(
            [command, *order], cwd=self.folder, capture_output=True, text=True, encoding="utf-8", check=True
        )
        return done.stdout

    def built(self) -> str:
        """Build the site, and return what was said."""
        done = build(self.folder)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def page(self, address: str) -> str:
        """Return the HTML of a page."""
        return (self.folder / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def school(school_site: Path) -> School:
    return School(school_site.parent)


@pytest.fixture
def later(school: School, tmp_path: Path) -> School:
    """A copy of the folder, to be changed."""
    shutil.copytree(school.folder, tmp_path / "school", ignore=shutil.ignore_patterns("site"))
    return School(tmp_path / "school")


def test_nothing_is_wrong_with_it(school: School) -> None:
    assert school.run("check") == "4 sound trees, 0 errors, 0 warnings.\n"


def test_a_procedure_says_on_which_versions_of_which_policies_it_rests(school: School) -> None:
    rests = (
        "This procedure is drawn from the clauses of the Safeguarding policy, version 3.2. "
        "It also rests on clauses of the Code of conduct for staff, version 1.0, "
        "and of the Data protection policy, version 2.0. "
    )
    assert rests in school.page("trees/disclosure")
    assert "It also rests on" not in school.page("trees/lost-information")


def test_a_clause_of_another_policy_is_called_by_its_title_and_leads_there(school: School) -> None:
    html = school.page("trees/disclosure")
    cited = (
        '<span class="ct-cites"><a href="../../policy/safeguarding/#c1-4">clause 1.4</a>; '
        '<a href="../../policy/data-protection/#c2-1">Data protection policy, clause 2.1</a></span>'
    )
    assert cited in html
    own = '<p class="ct-source">From the policy, <a href="../../policy/safeguarding/#c1-2">clause 1.2</a></p>'
    other = (
        '<p class="ct-source">From <a href="../../policy/staff-conduct/#article-1">Code of conduct for staff, '
    )
    assert own in html
    assert other in html


def test_a_visited_procedure_cites_its_own_policy_as_the_visiting_one_has_to(school: School) -> None:
    link = '<a href="../../policy/data-protection/#c3-1">{}</a>'
    assert link.format("Data protection policy, clause 3.1") in school.page("trees/disclosure")
    assert link.format("Data protection policy, clause 3.1") not in school.page("trees/lost-information")
    assert link.format("clause 3.1") in school.page("trees/lost-information")


def test_the_page_of_each_policy_names_the_procedures_that_use_a_clause(school: School) -> None:
    used = re.compile(r'id="(?P<id>[^"]+)"|href="\.\./\.\./trees/(?P<tree>[\w-]+)/"')
    for policy, expected in (
        ("safeguarding", {"c1-2": ["allegation", "disclosure"], "c1-3": ["allegation", "disclosure"]}),
        ("data-protection", {"c2-2": ["allegation", "disclosure"], "c3-3": ["disclosure", "lost-information"]}),
        ("staff-conduct", {"article-1": ["allegation", "disclosure"], "article-4": ["support"]}),
    ):
        found: dict[str, list[str]] = {}
        at = ""
        for match in used.finditer(school.page(f"policy/{policy}")):
            at = match["id"] or at
            if match["tree"]:
                found.setdefault(at, []).append(match["tree"])
        for anchor, trees in expected.items():
            assert sorted(found[anchor]) == trees, (policy, anchor)


def test_clauses_are_covered_policy_by_policy(school: School) -> None:
    said = school.run("coverage")
    parts = {part.partition(",")[0]: part for part in re.split(r"\n(?=[A-Z][\w ]+, version)", said)}
    assert parts.keys() == {"Safeguarding policy", "Data protection policy", "Code of conduct for staff"}
    assert "- clause 3.2: disclosure, lost-information\n" in parts["Data protection policy"]
    assert "- clause 1.3: allegation, disclosure\n" in parts["Safeguarding policy"]
    assert "- Article 2: disclosure\n" in parts["Code of conduct for staff"]


def test_words_that_two_policies_define_lead_to_neither(school: School) -> None:
    """Both policies say what a record is, and one alone what a breach is."""
    assert "Keep your record of it safe." in school.page("trees/disclosure")
    breach = '<a href="../../policy/data-protection/#c3-1" class="term">breach</a>'
    assert breach in school.page("trees/lost-information")


def test_the_data_hold_the_words_of_each_clause_by_its_policy(school: School) -> None:
    data = (school.folder / "site" / "trees" / "disclosure" / "disclosure.json").read_text(encoding="utf-8")
    procedure = json.loads(data)["procedure"]
    quotes = {policy: dict(quotes["pairs"]) for policy, quotes in procedure["quotes"]["pairs"]}
    assert quotes.keys() == {"safeguarding", "data-protection", "staff-conduct"}
    assert quotes["data-protection"]["c3-3"]["label"] == "Data protection policy, clause 3.3"
    assert quotes["safeguarding"]["c1-1"]["label"] == "clause 1.1"
    assert [other["policy"] for other in procedure["others"]] == ["staff-conduct", "data-protection"]


def test_an_outcome_leads_on_to_one_procedure_after_the_other(school: School) -> None:
    html = school.page("trees/disclosure")
    onward = re.search(r'<div class="ct-next">(.*?)</div>', html, re.DOTALL)
    assert onward
    assert re.findall(r'href="\.\./\.\./trees/([\w-]+)/"', onward[1]) == ["allegation", "support"]


def test_a_course_of_each_version_is_another_when_any_of_its_policies_is(later: School, tmp_path: Path) -> None:
    settings = later.folder / "mkdocs.yml"
    of_each = "      courses:\n        each_version: true\n      attestation:\n"
    text = settings.read_text(encoding="utf-8").replace("      attestation:\n", of_each)
    settings.write_text(text, encoding="utf-8")
    later.run("courses", "package", "disclosure", "--to", str(tmp_path / "out"))
    (package,) = (tmp_path / "out").glob("disclosure-*cmi5.zip")
    with zipfile.ZipFile(package) as opened:
        course = opened.read("cmi5.xml").decode()
    own = "urn:clausetree:safeguarding:disclosure:3.2+staff-conduct-1.0+data-protection-2.0"
    assert f'<course id="{own}">' in course


def test_new_words_of_another_policy_make_a_procedure_one_to_be_reviewed(later: School) -> None:
    policy = later.folder / "docs" / "policy" / "data-protection.md"
    words = policy.read_text(encoding="utf-8").replace('"2.0"', '"2.1"')
    policy.write_text(words.replace("be kept in the locked system", "be kept in the safe"), encoding="utf-8")
    changed = later.run("clauses", "compare", "--policy", "data-protection")
    assert "Trees to review: A child has told me something, Information about somebody has got out\n" in changed
    later.run("clauses", "accept")
    assert later.run("trees", "accept") == (
        "No tree was waiting to be recorded.\n"
        "To be reviewed: the tree disclosure, because of new words in Data protection policy, clause 2.1. "
        "When it is right, run `clausetree trees accept disclosure`.\n"
        "To be reviewed: the tree lost-information, because of new words in clause 2.1. "
        "When it is right, run `clausetree trees accept lost-information`.\n"
    )
    assert "To be reviewed: the tree disclosure" in later.built()
    notice = re.search(r'<aside class="review-notice".*?</aside>', later.page("trees/disclosure"), re.DOTALL)
    assert notice
    assert "Data protection policy, clause 2.1</a> has changed since" in unescape(notice[0])
    assert "review-notice" not in later.page("trees/allegation")
    later.run("trees", "accept", "disclosure")
    assert "disclosure" not in later.run("trees", "accept")
