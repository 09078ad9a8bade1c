"""The links of a course, held against what was published."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from clausetree.publish.sources.courses import read_courses
from tests.history.desk import Desk

SITE = "https://policies.example.org/handbook/"
PAGES = {
    "index.html": f"""
        <a href="{SITE}policy/borrowing/#c1-1">1.1</a> <a href='{SITE}policy/borrowing/#c1-6'>1.6</a>
        <a href="{SITE}policy/borrowing/">all</a> <a href="https://elsewhere.example/#c1-6">not ours</a>
        <a href="{SITE}policy/borrowing/v/1.0/#c1-3">then</a>
        <a href="{SITE}policy/borrowing/v/2.0/#c1-3">now</a>
        <a href="../policy/borrowing/#c1-22">gone</a> <a href="{SITE}trees/lost-equipment/#list">tree</a>""",
    "story/data.js": 'var a = {"url":"' + f"{SITE}policy/borrowing/#c1-5".replace("/", "\\/") + '"};',
    "story/more.json": f'["{SITE}trees/lost-equipmant/", "{SITE}policy/borrowing/v/9.9/"]',
    "story/rest.xml": f"<to>{SITE}policy/borrowing/#c1-3</to>",
}
PHOTO = b"\xff\xd8\xff\xe0" + f"{SITE}policy/borrowing/#not-text".encode()
SAID = f"""\
superseded: {SITE}policy/borrowing/#c1-6
    in index.html: clause 1.8 was withdrawn in version 2.0; see clause 1.6 instead.
superseded: {SITE}policy/borrowing/v/1.0/#c1-3
    in index.html: version 1.0 is not current (2.0 is), and the clause has the same words now.
dead: ../policy/borrowing/#c1-22
    in index.html: nothing was ever called `c1-22`; did you mean `c1-2`?
dead: {SITE}trees/lost-equipmant/
    in story/more.json: there is no procedure `lost-equipmant`; did you mean `lost-equipment`?
dead: {SITE}policy/borrowing/v/9.9/
    in story/more.json: there is no version 9.9.
No links are looked for in pictures, sound, film and fonts: 1 file.
11 links to this site, 5 to look at.
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / "course" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "course" / name).write_text(text, encoding="utf-8")
    (tmp_path / "course" / "story" / "photo.jpg").write_bytes(PHOTO)
    return tmp_path / "course"


def test_a_folder_of_a_course_gets_exactly_this_report(desk: Desk, course: Path) -> None:
    assert desk.run("courses", "check", str(course)) == (1, SAID)


def test_a_zip_of_the_course_gets_the_same(desk: Desk, course: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "course.zip", "w") as archive:
        for name in PAGES:
            archive.write(course / name, name)
        archive.write(course / "story" / "photo.jpg", "story/photo.jpg")
    assert desk.run("courses", "check", str(tmp_path / "course.zip")) == (1, SAID)


@pytest.mark.parametrize(
    ("since", "changed"), [("1.0", {"c1-1", "c1-5"}), ("1.1", {"c1-1", "c1-5"}), ("2.0", set())]
)
def test_words_that_changed_since_the_course_was_made_are_named(
    desk: Desk, course: Path, since: str, changed: set[str]
) -> None:
    _, said = desk.run("courses", "check", str(course), "--since", since)
    assert {line.rpartition("#")[2] for line in said.splitlines() if line.startswith("changed")} == changed


def test_a_list_of_addresses_is_a_course(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text(f"{SITE}policy/borrowing/#c1-2\n", encoding="utf-8")
    code, said = desk.run("courses", "check", str(tmp_path / "links.txt"), "--since", "1.0")
    assert code == 1
    assert "clause 1.3 has new words since version 1.1" in said
    code, said = desk.run("courses", "check", str(tmp_path / "links.txt"), "--since", "1.1")
    assert (code, said) == (0, "1 link to this site, 0 to look at.\n")


@pytest.mark.parametrize("behind", [";A title;x", ",A title,x", ". Then read on.", ""])
def test_what_stands_behind_an_address_in_a_table_or_a_sentence_is_no_part_of_it(
    desk: Desk, tmp_path: Path, behind: str
) -> None:
    (tmp_path / "links.csv").write_text(f"1;{SITE}policy/borrowing/#c1-2{behind}\n", encoding="utf-8")
    code, said = desk.run("courses", "check", str(tmp_path / "links.csv"))
    assert (code, said) == (0, "1 link to this site, 0 to look at.\n")


def test_a_zip_that_cannot_be_opened_is_not_called_a_course_without_faults(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "course.zip").write_bytes(b"half of a zip")
    assert desk.run("courses", "check", str(tmp_path / "course.zip")) == (
        3,
        "Not read, or not wholly:\n    course.zip: it is damaged.\n"
        "0 links to this site, 0 to look at, 1 file not read, or not wholly.\n",
    )


@pytest.mark.parametrize("site", ["policy.example.org", "//policy.example.org"])
def test_half_an_address_is_refused_as_that_of_the_site(desk: Desk, course: Path, site: str) -> None:
    said = f"{site} is not a whole address. Write --site https://policy.example.org\n"
    assert desk.run("courses", "check", str(course), "--site", site) == (2, said)


def test_packages_are_not_made_with_links_to_half_an_address(desk: Desk) -> None:
    code, said = desk.run("courses", "package", "--site", "policy.example.org")
    assert (code, said) == (
        2,
        "policy.example.org is not a whole address. Write --site https://policy.example.org\n",
    )
    assert not (desk.folder / "packages").exists()


@pytest.mark.parametrize(
    ("settings", "options", "is_own"),
    [
        ("", [], False),
        ("courses: {each_version: false}", [], False),
        ("courses: {each_version: true}", [], True),
        ("", ["--each-version"], True),
    ],
)
def test_packages_are_of_each_version_where_the_settings_or_the_order_say_so(
    desk: Desk, tmp_path: Path, settings: str, options: list[str], is_own: bool
) -> None:
    file = desk.folder / "packages.yml"
    file.write_text(f"plugins: [clausetree: {{{settings}}}]\n", encoding="utf-8")
    order = ["courses", "package", "-f", str(file), "--for", "cmi5", "--to", str(tmp_path), *options]
    assert desk.run(*order)[0] == 0
    with ZipFile(next(tmp_path.glob("*.zip"))) as package:
        manifest = package.read("cmi5.xml").decode()
    assert (':2.0"' in manifest) is is_own


def test_a_version_that_was_never_released_is_refused(desk: Desk, course: Path) -> None:
    assert desk.run("courses", "check", str(course), "--since", "1.00")[0] == 2


def test_a_recorded_course_shows_in_the_comparison(desk: Desk, course: Path) -> None:
    desk.run("courses", "check", str(course), "--record", "Working with cameras")
    found = read_courses(desk.folder / "courses.txt")["borrowing"]
    assert set(found) == {"c1-1", "c1-3", "c1-5", "c1-6"}
    _, said = desk.run("clauses", "compare", "1.1", "2.0")
    assert said.count("Courses that link to it: Working with cameras") == 3


def test_what_was_recorded_of_a_course_stays_where_not_all_of_it_was_read(desk: Desk, tmp_path: Path) -> None:
    course = tmp_path / "course"
    course.mkdir()
    (course / "a.html").write_text(f"{SITE}policy/borrowing/#c1-1", encoding="utf-8")
    desk.run("courses", "check", str(course), "--record", "Half read")
    (course / "a.html").write_text(f"{SITE}policy/borrowing/#c1-2", encoding="utf-8")
    (course / "b.zip").write_bytes(b"half of a zip")
    code, said = desk.run("courses", "check", str(course), "--record", "Half read")
    assert code == 3
    assert "Not all was read: what was recorded of Half read before stays.\n" in said
    found = read_courses(desk.folder / "courses.txt")["borrowing"]
    assert {anchor for anchor, names in found.items() if "Half read" in names} == {"c1-1", "c1-2"}
    (course / "b.zip").unlink()
    desk.run("courses", "check", str(course), "--record", "Half read")
    found = read_courses(desk.folder / "courses.txt")["borrowing"]
    assert {anchor for anchor, names in found.items() if "Half read" in names} == {"c1-2"}


def test_a_folder_that_is_a_link_to_another_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "course" / "within").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "course" / "within" / "pages").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "course" / "gone.html").symlink_to(tmp_path / "nowhere.html")
    code, said = desk.run("courses", "check", str(tmp_path / "course"))
    assert code == 3
    assert "    within/pages: it is a link to another folder; name that folder" in said
    assert "    gone.html: this computer does not let it be read." in said
