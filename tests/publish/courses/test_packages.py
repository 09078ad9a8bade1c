"""The packages are what the standards ask for, before any learning system sees them."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from clausetree.publish.courses.packages import write_package
from clausetree.render.courses import course
from clausetree.render.courses.course import to_page, to_views
from clausetree.render.courses.downloads import Standard
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.room import advice
from clausetree.tree.model import Prose
from clausetree.tree.walk import compares_answers
from clausetree.tree.wire import Procedure
from tests.building import PROJECT
from tests.publish.courses.made_up import made_of
from tests.unpacking import SITE, unpacked

CMI5 = PROJECT / "tests" / "cases" / "courses" / "cmi5.rng"
MANIFESTS = {"scorm-12": "imsmanifest.xml", "scorm-2004": "imsmanifest.xml", "cmi5": "cmi5.xml"}
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
SUSPEND_DATA = 4096
"""How many characters every system that speaks SCORM 1.2 keeps of where a learner was."""


def faults(manifest: str, standard: Standard, folder: Path) -> list[str]:
    """Hold a manifest against the schemas: SCORM's lie in the package, where the manifest says."""
    document = etree.fromstring(manifest.encode())
    schema = etree.RelaxNG(etree.parse(str(CMI5))) if standard == "cmi5" else _xsd(document, folder)
    schema.validate(document)
    return [error.message for error in schema.error_log]


def _xsd(document: etree._Element, folder: Path) -> etree.XMLSchema:
    words = document.get(_XSI, "").split()
    places = zip(words[::2], words[1::2], strict=True)
    imports = (f'<xs:import namespace="{name}" schemaLocation="{path}"/>' for name, path in places)
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{"".join(imports)}</xs:schema>'
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.fromstring(whole, parser, base_url=f"{folder.as_posix()}/whole.xsd"))


@pytest.fixture(scope="module")
def views(all_procedures: tuple[Procedure, ...]) -> dict[str, str]:
    """What the course of each procedure shows, by its id: that takes longer to make than all else in it."""
    return {procedure.tree.id: to_views(procedure, SITE) for procedure in all_procedures}


@pytest.mark.parametrize("standard", Standard)
def test_every_manifest_is_valid_by_the_published_schemas(
    tmp_path: Path, all_procedures: tuple[Procedure, ...], views: dict[str, str], standard: Standard
) -> None:
    for procedure in all_procedures:
        name = procedure.tree.id
        folder = unpacked(procedure, standard, tmp_path / name, views=views[name])
        manifest = (folder / MANIFESTS[standard]).read_text(encoding="utf-8")
        assert faults(manifest, standard, folder) == []
        named = re.findall(r'href="([^"]+)"|<url>([^<]+)</url>', manifest)
        assert named
        assert all((folder / "".join(pair)).is_file() for pair in named)


@pytest.mark.parametrize("standard", Standard)
@pytest.mark.parametrize("each_version", [True, False])
@pytest.mark.parametrize("policy", ["2026-code", "höher", "über uns", "_a"])
def test_every_name_of_a_policy_gives_a_valid_manifest(
    tmp_path: Path, evidence: Procedure, standard: Standard, policy: str, each_version: bool
) -> None:
    named = replace(evidence, edition=replace(evidence.edition, policy=policy, version="2.0 of 3 May"))
    folder = unpacked(named, standard, tmp_path, CourseOptions(each_version=each_version))
    assert faults((folder / MANIFESTS[standard]).read_text(encoding="utf-8"), standard, folder) == []


@pytest.mark.parametrize("standard", Standard)
def test_a_new_version_is_the_same_course_unless_each_is_to_be_one(
    tmp_path: Path, evidence: Procedure, standard: Standard
) -> None:
    def identifier(version: str, *, each_version: bool) -> str:
        other = replace(evidence, edition=replace(evidence.edition, version=version))
        folder = unpacked(other, standard, tmp_path, CourseOptions(each_version=each_version))
        manifest = (folder / MANIFESTS[standard]).read_text(encoding="utf-8")
        return str(re.findall(r'<(?:manifest identifier|au id)="([^"]+)"', manifest)[0])

    assert identifier("2.2", each_version=False) == identifier("2.3", each_version=False)
    assert identifier("2.2", each_version=True) != identifier("2.3", each_version=True)


def test_a_link_to_another_site_opens_beside_the_course(
    all_procedures: tuple[Procedure, ...], views: dict[str, str]
) -> None:
    found = 0
    for procedure in all_procedures:
        pages = (to_page(procedure, SITE, (), ()), views[procedure.tree.id])
        links = re.findall(r'<a [^>]*href=\\?"https?:[^>]*>', "".join(pages))
        assert all("_blank" in link for link in links)
        found += len([link for link in links if SITE not in link])
    assert found


def test_a_link_with_target_in_its_address_opens_beside_the_course_too(evidence: Procedure) -> None:
    about = Prose("See", '<p>See <a href="https://x.example/?target=1">it</a></p>')
    page = to_page(replace(evidence, tree=replace(evidence.tree, about=about)), "", (), ())
    assert '<a href="https://x.example/?target=1" target="_blank" rel="noopener">' in page


BREAKS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "scorm-12": (
        ("organizations", "organisations"),
        (' identifierref="page"', ' idref="page"'),
        ('adlcp:scormtype="sco"', 'adlcp:scormtype="page"'),
        ('type="webcontent"', ""),
        ("title>", "name>"),
    ),
    "scorm-2004": (
        ("organizations", "organisations"),
        ('adlcp:scormType="sco"', 'adlcp:scormType="page"'),
        ('<resource identifier="page"', "<resource"),
        (' identifier="item"', ""),
    ),
    "cmi5": (
        ('moveOn="Completed"', 'moveOn="Finished"'),
        ('launchMethod="AnyWindow"', 'launchMethod="Frame"'),
        ("<url>index.html</url>", ""),
        ("<url>index.html</url>", "<url></url>"),
        ('<au id="urn:clausetree:social-media:evidence:au"', '<au id="evidence"'),
        ("<au id=", "<au name="),
        ('lang="en-GB"', 'lang="British English"'),
        ("</course>", "</course><au/>"),
        ("v1/CourseStructure.xsd", "v2/CourseStructure.xsd"),
    ),
}


@pytest.mark.parametrize(
    ("standard", "right", "wrong"),
    [(standard, *change) for standard, changes in BREAKS.items() for change in changes],
)
def test_a_broken_manifest_is_found_out(
    tmp_path: Path, evidence: Procedure, standard: Standard, right: str, wrong: str
) -> None:
    folder = unpacked(evidence, standard, tmp_path)
    manifest = (folder / MANIFESTS[standard]).read_text(encoding="utf-8")
    assert right in manifest
    broken = manifest.replace(right, wrong)
    assert faults(broken, standard, folder)


@pytest.fixture(scope="module")
def evidence(all_procedures: tuple[Procedure, ...]) -> Procedure:
    return next(procedure for procedure in all_procedures if procedure.tree.id == "evidence")


@pytest.mark.parametrize("standard", Standard)
def test_the_same_procedure_gives_the_same_bytes(
    tmp_path: Path, evidence: Procedure, standard: Standard
) -> None:
    for name in ("one.zip", "two.zip"):
        write_package(evidence, standard, "https://a.example/", tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize("standard", Standard)
def test_a_web_server_can_read_what_an_administrator_unpacks(
    tmp_path: Path, evidence: Procedure, standard: Standard
) -> None:
    write_package(evidence, standard, "", tmp_path / "course.zip")
    with ZipFile(tmp_path / "course.zip") as course:
        assert {stat.filemode(entry.external_attr >> 16) for entry in course.infolist()} == {"-rw-r--r--"}


def table(procedure: Procedure) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(to_views(procedure, ""))
    return made


def shown(made: dict[str, Any], stop: list[Any]) -> str:
    return "".join(made["pieces"][number] for number in stop[1])


def test_every_learning_system_can_keep_where_a_learner_is(
    all_procedures: tuple[Procedure, ...], views: dict[str, str]
) -> None:
    for name in (one.tree.id for one in all_procedures if not compares_answers(one.tree)):
        assert 0 < json.loads(views[name])["longest"] <= SUSPEND_DATA
        assert advice(name, views[name]) == []


def test_a_course_offers_no_button_that_does_nothing(
    all_procedures: tuple[Procedure, ...], views: dict[str, str]
) -> None:
    known = {"back", "change", "restart"}
    for name in (one.tree.id for one in all_procedures if not compares_answers(one.tree)):
        made = json.loads(views[name])
        for stop in made["stops"]:
            found = re.findall(r"<button[^>]*>", shown(made, stop))
            told = {match[1] for b in found if (match := re.search(r'data-do="([^"]+)"', b))}
            assert told <= known
            assert ("back" in told) == (stop[5] >= 0)
            assert all("data-do" in button or 'type="submit"' in button for button in found)


def test_numbers_and_dates_are_typed_and_lead_on_by_the_stretch_in_which_they_lie(
    all_procedures: tuple[Procedure, ...],
) -> None:
    made = table(next(p for p in all_procedures if p.tree.id == "numbers-and-dates"))
    assert re.findall(
        r'<input type="text"[^>]* name="([^"]*)" value="([^"]*)"', shown(made, made["stops"][0])
    ) == [("number", "")]
    assert list(made["stops"][0][7]) == ["0", "13", "16", "61", "99", "100"]
    after = made["stops"][made["stops"][0][7]["13"]]
    assert re.findall(r'<input type="text"[^>]* name="([^"]*)"', shown(made, after)) == ["day", "month", "year"]
    assert list(after[7]) == ["2024-01-01", "2024-07-01"]


def test_a_date_with_a_time_leads_on_by_its_day(all_procedures: tuple[Procedure, ...]) -> None:
    made = table(next(p for p in all_procedures if p.tree.id == "dates-and-times"))
    assert [key.partition("T")[0] for key in made["stops"][0][7]] == [
        "2026-01-01",
        "2026-03-27",
        "2026-05-01",
        "2026-05-02",
    ]


def test_a_course_says_no_day_of_its_own_in_a_deadline(all_procedures: tuple[Procedure, ...]) -> None:
    made = table(next(p for p in all_procedures if p.tree.id == "deadlines"))
    told = re.findall(r'<span class="ct-within"[^>]*>([^<]*)</span>', "".join(made["pieces"]))
    assert ", within 20 working days of receiving it" in told
    assert "ct-due" not in "".join(made["pieces"])
    assert made["dates"]["ends"][0][:3] == ["received", 20, "working day"]


def test_a_course_in_which_nothing_is_typed_has_nothing_for_it(
    tmp_path: Path, evidence: Procedure, all_procedures: tuple[Procedure, ...]
) -> None:
    assert "dates" not in table(evidence)
    dated = next(p for p in all_procedures if p.tree.id == "deadlines")
    for procedure, has in ((evidence, False), (dated, True)):
        folder = unpacked(procedure, Standard.SCORM_12, tmp_path / procedure.tree.id)
        assert (folder / "days.js").exists() is has
        assert ('src="days.js"' in (folder / "index.html").read_text("utf-8")) is has


def test_a_tree_with_too_many_ways_is_its_linked_sections_alone_and_its_author_is_told(
    evidence: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_STOPS", 3)
    views = to_views(evidence, "")
    assert json.loads(views)["way"] == "sections"
    assert "plain links from question to answer" in advice("evidence", views)[0]


def test_a_tree_with_many_ways_forgets_answers_when_the_learner_goes_back_and_its_author_is_told(
    evidence: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_STOPS", 50)
    views = to_views(evidence, "")
    assert json.loads(views)["way"] == "onward"
    assert "forgets the answers from there on" in advice("evidence", views)[0]


def test_one_question_with_many_boxes_is_asked_as_on_the_site(all_procedures: tuple[Procedure, ...]) -> None:
    boxes = "\n".join(f'    many b{number} "Box {number}"' for number in range(12))
    nodes = [
        f'question q0 "What?"\n    cites 2.4\n{boxes}\n    none nothing "None"\n    then -> sort',
        "route sort\n    when q0 includes b1 -> a\n    otherwise -> b",
        'outcome a "A"\n    cites 2.4',
        'outcome b "B"\n    cites 2.4',
    ]
    made = table(made_of(nodes, all_procedures))
    assert made["way"] == "whole"
    assert len(made["stops"]) < 20


def test_a_long_procedure_fits_into_what_every_learning_system_keeps(
    all_procedures: tuple[Procedure, ...],
) -> None:
    count = 100
    nodes = [
        f'question q{n} "Is this so, {n}?"\n    cites 2.4\n    option certainly-yes "Yes" -> {to}\n'
        f'    option maybe-not "No" -> end'
        for n, to in ((n, f"q{n + 1}" if n < count - 1 else "end") for n in range(count))
    ]
    made = table(made_of([*nodes, 'outcome end "End"\n    cites 2.4'], all_procedures))
    assert made["longest"] <= SUSPEND_DATA
