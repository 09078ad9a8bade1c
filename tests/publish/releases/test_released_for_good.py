"""What was released stays as it was, whatever the settings, the theme and the program become later."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from clausetree.publish.files.cache import Cache
from clausetree.publish.pages import artifacts
from clausetree.publish.pages.loaded_site import Settings
from clausetree.publish.pages.site import load_site
from clausetree.publish.releases import release
from clausetree.publish.sources.courses import record_course
from clausetree.publish.sources.settings_file import Folders
from clausetree.render.versions import copies, data
from clausetree.render.versions.attestation import Attestation
from tests.history.desk import VERSIONS, Desk
from tests.history.living_site import SETTINGS, build, set_up
from tests.policy.conftest import ROOT, words_by_anchor

AT = "policy/borrowing/v"
LATER = (
    SETTINGS.replace("site_name: Borrowing", "site_name: Borrowing in 2040\nsite_url: https://later.example/")
    .replace(
        "  - clausetree\n", "  - clausetree:\n      attestation: {statement: 'I agree to {title} {version}.'}\n"
    )
    .replace("  - attr_list\n", "  - attr_list\n  - smarty\n  - sane_lists\n")
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk on which version 2.0 has followed 1.0 and 1.1."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    set_up(desk)
    desk.live_through(*VERSIONS)
    return desk


def released(folder: Path) -> dict[str, tuple[dict[str, str], bytes]]:
    """The words under each anchor of every version in a built site, and what each has for attestation."""
    found = {}
    for version in VERSIONS:
        page = (folder / AT / version / "index.html").read_text(encoding="utf-8")
        main = page[page.index("<main") : page.index("</main>")]
        words = {a: said for a, said in words_by_anchor(main).items() if a in anchors(version)}
        found[version] = (words, (folder / AT / version / "policy.json").read_bytes())
    return found


def anchors(version: str) -> set[str]:
    copy = ROOT / "tests" / "cases" / "policy" / "life" / f"{version}.md"
    return {word.split("}")[0].split()[0] for word in copy.read_text(encoding="utf-8").split("{: #")[1:]}


def test_neither_settings_nor_theme_nor_later_words_change_a_released_version(
    desk: Desk, tmp_path: Path
) -> None:
    code, said = build(desk, tmp_path / "then")
    assert code == 0, said
    then = released(tmp_path / "then")
    later = Desk(tmp_path / "later")
    shutil.copytree(desk.folder, later.folder)
    theme = later.folder / "theme"
    shutil.copytree(ROOT / "site_overrides", theme)
    for template in theme.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        template.write_text(text.replace("</body>", "<p>Words of 2040</p></body>"), encoding="utf-8")
    settings = LATER.replace("  name: clausetree\n", f"  name: clausetree\n  custom_dir: {theme}\n")
    (later.folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    code, said = build(later, tmp_path / "now")
    assert code == 0, said
    now = released(tmp_path / "now")
    assert "Words of 2040" in (tmp_path / "now" / AT / "1.0" / "index.html").read_text(encoding="utf-8")
    assert now == then
    assert all(words["c1-1"] for words, _ in now.values())
    attested = [json.loads(text)["statement"] for _, text in now.values()]
    assert attested == [f"I have read version {version} of the Borrowing equipment." for version in VERSIONS]


def test_a_new_statement_is_that_of_the_next_version(desk: Desk, tmp_path: Path) -> None:
    later = Desk(tmp_path / "later")
    shutil.copytree(desk.folder, later.folder)
    (later.folder / "mkdocs.yml").write_text(LATER, encoding="utf-8")
    made = load_site(settings_of(later, "I agree to {title} {version}."))
    assert any("Version 2.0 of borrowing keeps the statement" in notice for notice in made.notices)
    assert "I have read version 2.0 of the Borrowing equipment." in made.content("<!-- attestation -->", "")
    text = later.page.read_text(encoding="utf-8")
    later.page.write_text(text.replace('version: "2.0"', 'version: "2.1"'), encoding="utf-8")
    later.accept()
    made = load_site(settings_of(later, "I agree to {title} {version}."))
    assert made.released.statement("borrowing", "2.1") == "I agree to Borrowing equipment 2.1."
    assert made.released.statement("borrowing", "2.0") == "I have read version 2.0 of the Borrowing equipment."


def settings_of(desk: Desk, statement: str) -> Settings:
    folder = desk.folder
    return Settings(
        folders=Folders(
            settings=folder / "mkdocs.yml",
            docs=folder / "docs",
            trees=folder / "trees",
            lock=folder / "clauses.lock",
            released=folder / "released",
            trees_lock=folder / "trees.lock",
        ),
        cache=Cache(folder / ".cache"),
        address="https://later.example/",
        attestation=Attestation(statement),
        runtime="",
        entry="",
    )


def test_no_part_of_the_program_that_made_a_copy_makes_it_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What freezes a policy's HTML or lists it for attestation may become another."""
    before = load_site(settings_of(desk, "{version}"))
    then = {a.path: "".join(a.texts) for a in before.artifacts() if a.path.startswith(AT)}
    pages = {version: before.content(f"<!-- released: borrowing/{version} -->", "") for version in VERSIONS}
    digests = {version: before.archive.copies["borrowing"][version].digest for version in VERSIONS}
    assert len(then) == len(VERSIONS)

    def another(*_: object) -> str:
        return "made by another program"

    for place in (release, artifacts, data):
        monkeypatch.setattr(place, "policy_json", another)
    for place in (release, copies):
        monkeypatch.setattr(place, "to_frozen", another)
    after = load_site(settings_of(desk, "another {version}"))
    assert {a.path: "".join(a.texts) for a in after.artifacts() if a.path.startswith(AT)} == then
    assert {v: after.content(f"<!-- released: borrowing/{v} -->", "") for v in VERSIONS} == pages
    attested = {version: json.loads(then[f"{AT}/{version}/policy.json"])["sha256"] for version in VERSIONS}
    assert attested == digests


@pytest.mark.parametrize("name", ["policy.json", "page.html", "record.json", "policy.md"])
def test_a_file_of_a_copy_that_was_changed_stops_the_build(desk: Desk, tmp_path: Path, name: str) -> None:
    later = Desk(tmp_path / "later")
    shutil.copytree(desk.folder, later.folder)
    file = later.folder / "released" / "borrowing" / "1.1" / name
    file.write_text(file.read_text(encoding="utf-8").replace("quipment", "quipments", 1), encoding="utf-8")
    code, said = later.run("clauses", "check")
    assert code == 1
    assert f"`{name}` of version 1.1 of `borrowing` is gone, or is not the file that was released." in said


def test_courses_are_named_on_pages_wherever_the_lock_is_kept(desk: Desk, tmp_path: Path) -> None:
    later = Desk(tmp_path / "later")
    shutil.copytree(desk.folder, later.folder)
    (later.folder / "kept").mkdir()
    lock = (later.folder / "clauses.lock").rename(later.folder / "kept" / "clauses.lock")
    record_course(later.folder / "courses.txt", "Induction", [("borrowing", "c1-1")])
    settings = settings_of(later, "{version}")
    made = load_site(replace(settings, folders=replace(settings.folders, lock=lock)))
    assert made.courses == {"borrowing": {"c1-1": ["Induction"]}}
