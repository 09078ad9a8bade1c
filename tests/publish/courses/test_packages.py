"""The packages are what the standards ask for, before any learning system sees them."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from clausetree.publish.courses.packages import write_package
from clausetree.render.courses import course
from clausetree.render.courses.course import to_page, to_views
from clausetree.render.courses.downloads import Standard
from clausetree.render.courses.options import CourseOptions
from clausetree.tree.wire import Procedure
from tests.building import PROJECT
from tests.unpacking import unpacked

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


@pytest.mark.parametrize("standard", Standard)
def test_every_manifest_is_valid_by_the_published_schemas(
    tmp_path: Path, all_procedures: tuple[Procedure, ...], standard: Standard
) -> None:
    for procedure in all_procedures:
        folder = unpacked(procedure, standard, tmp_path / procedure.tree.id)
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


def test_a_link_to_another_site_opens_beside_the_course(all_procedures: tuple[Procedure, ...]) -> None:
    found = 0
    for procedure in all_procedures:
        pages = (to_page(procedure, "https://a.example/", (), ()), to_views(procedure, "https://a.example/"))
        links = re.findall(r'<a [^>]*href=\\?"https?:[^>]*>', "".join(pages))
        assert all("_blank" in link for link in links)
        found += len([link for link in links if "a.example" not in link])
    assert found


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


def test_every_learning_system_can_keep_where_a_learner_is(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        views = json.loads(to_views(procedure, ""))
        assert views
        assert max(map(len, views)) <= SUSPEND_DATA


def test_a_course_offers_no_button_that_does_nothing(all_procedures: tuple[Procedure, ...]) -> None:
    known = {"back", "change", "restart"}
    for procedure in all_procedures:
        for view in json.loads(to_views(procedure, "")).values():
            found = re.findall(r"<button[^>]*>", view["html"])
            told = {match[1] for b in found if (match := re.search(r'data-do="([^"]+)"', b))}
            assert told <= known
            assert all("data-do" in button or 'type="submit"' in button for button in found)


def test_numbers_and_dates_are_picked_from_ranges(all_procedures: tuple[Procedure, ...]) -> None:
    procedure = next(p for p in all_procedures if p.tree.id == "numbers-and-dates")
    views = json.loads(to_views(procedure, ""))
    first = re.findall(r"<label[^>]*>([^<]+)<", views["{}"]["html"])
    assert first == [
        "0 to 12 years",
        "13 to 15 years",
        "16 to 60 years",
        "61 to 98 years",
        "99 years",
        "100 to 120 years",
    ]
    second = re.findall(r"<label[^>]*>([^<]+)<", views['{"age":["13"]}']["html"])
    assert second == ["1 January 2024 to 30 June 2024", "1 July 2024 to 31 December 2024"]
    assert "13 to 15 years" in views['{"age":["13"],"day":["2024-01-01"]}']["html"]


def test_a_tree_with_too_many_ways_is_its_linked_sections_alone(
    evidence: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_VIEWS", 3)
    assert to_views(evidence, "") == "{}"
