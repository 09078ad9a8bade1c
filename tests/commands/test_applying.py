"""`clausetree apply`: what an author saved in the workbench, taken into a repository."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

from .conftest import SITE, Run
from .handed_over import changes, digest

POLICY = "docs/policy/lone-working.md"
TREE = "trees/no-answer.tree"
OLD, NEW = "the duty officer must call them.", "the duty officer must call them twice."


@pytest.fixture
def site(run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An organisation's repository, whose policy is published."""
    place = tmp_path_factory.mktemp("org") / "repository"
    shutil.copytree(SITE, place)
    monkeypatch.chdir(place)
    assert run("clauses", "accept").code == 0
    return place


def reworded(site: Path) -> bytes:
    """The policy with other words in clause 2.1, and a version of its own."""
    text = (site / POLICY).read_text(encoding="utf-8")
    return text.replace(OLD, NEW).replace('version: "4.0"', 'version: "5.0"').encode()


def held(site: Path) -> dict[str, bytes]:
    """Every file, and what it holds."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_clause_that_was_reworded_is_taken(site: Path, run: Run) -> None:
    before, words = held(site), reworded(site)
    said = run("apply", str(changes(site, {POLICY: words}, name="Jane Doe", why="Flat batteries.")))
    assert (said.code, said.err) == (0, "")
    assert held(site) == before | {POLICY: words}
    assert "Lone working policy\n\n1 amended.\nConfirming again is advised" in said.out
    assert "Clause 2.1: amended" in said.out
    assert "[-them.-] {+them twice.+}" in said.out
    assert f"- {POLICY}: changed\n" in said.out
    assert "Wrote 1 file.\n" in said.out
    message = said.out.partition("A message for the commit:\n\n")[2]
    assert message.splitlines()[0] == "Change Lone working policy"
    assert "\n\nFlat batteries.\n\n" in message
    assert "- Clause 2.1: amended.\n" in message
    assert message.endswith("\nMade in the workbench by Jane Doe from release 0123456789abcdef.\n")


def test_a_released_version_that_was_reworded_is_taken_and_needs_a_new_version(site: Path, run: Run) -> None:
    words = reworded(site).replace(b'version: "5.0"', b'version: "4.0"')
    said = run("apply", str(changes(site, {POLICY: words})))
    assert (said.code, said.err) == (0, "")
    assert (site / POLICY).read_bytes() == words
    assert "Next: what was released must not change. Give the policy a new version in its head." in said.out


def test_what_readers_are_told_otherwise_is_said_in_sentences(site: Path, run: Run) -> None:
    words = (site / TREE).read_bytes().replace(b'"Get help"', b'"Get help at once"')
    said = run("apply", str(changes(site, {TREE: words})))
    assert said.code == 0
    assert "“Get help at once”" in said.out
    assert (site / TREE).read_bytes() == words


def test_files_come_and_go(site: Path, run: Run) -> None:
    page, picture = b"# Rota\n\nWho is on duty.\n", b"\x89PNG\r\n\x1a\nwhat follows are no lines"
    given = {"docs/duty/rota.md": page, "docs/both.md": None}
    made = changes(site, given)
    said = run("apply", str(made))
    assert said.code == 0
    assert (site / "docs/duty/rota.md").read_bytes() == page
    assert not (site / "docs/both.md").exists()
    assert "- docs/both.md: removed\n- docs/duty/rota.md: new\n" in said.out
    assert "Change docs/both.md and 1 more" in said.out
    was = hashlib.sha256(picture).hexdigest()
    listed = [{"path": "docs/duty/rota.png", "was": None, "now": was}]
    assert run("apply", str(changes(site, {"docs/duty/rota.png": picture}, files=listed))).code == 0
    assert (site / "docs/duty/rota.png").read_bytes() == picture


def test_a_file_that_was_changed_since_is_named_and_nothing_is_written(site: Path, run: Run) -> None:
    tree = (site / TREE).read_bytes() + b"\n# A remark.\n"
    made = changes(site, {POLICY: reworded(site), TREE: tree, "docs/new.md": b"# New\n"})
    theirs = (site / POLICY).read_text(encoding="utf-8").replace("in pairs", "in threes")
    (site / POLICY).write_text(theirs, encoding="utf-8")
    (site / "docs/new.md").write_bytes(b"# Another\n")
    before = held(site)
    said = run("apply", str(made))
    assert (said.code, said.out) == (2, "")
    assert held(site) == before
    assert (
        f"(release 0123456789abcdef). Since then:\n- {POLICY} has changed.\n- docs/new.md is there by now.\n"
        in said.err
    )
    assert "open the workbench of that site" in said.err
    assert TREE not in said.err


def test_what_was_taken_before_is_not_taken_twice(site: Path, run: Run) -> None:
    made = changes(site, {POLICY: reworded(site)})
    assert run("apply", str(made)).code == 0
    said = run("apply", str(made))
    assert (said.code, said.out) == (0, "Every file is as these changes make it: there is nothing to do.\n")


def test_errors_keep_everything_as_it_was(site: Path, run: Run) -> None:
    broken = (site / TREE).read_bytes().replace(b"-> alarm", b"-> alarmed")
    made, before = changes(site, {TREE: broken, POLICY: reworded(site)}), held(site)
    said = run("apply", str(made))
    assert said.code == 1
    assert held(site) == before
    assert "T202  This leads to `alarmed`" in said.out
    assert "Nothing was written: these changes have 1 error." in said.err
    assert run("apply", str(made), "--with-errors").code == 0
    assert (site / TREE).read_bytes() == broken


def test_a_dry_run_writes_nothing(site: Path, run: Run) -> None:
    before = held(site)
    said = run("apply", str(changes(site, {POLICY: reworded(site)})), "--dry-run")
    assert said.code == 0
    assert held(site) == before
    assert "Change Lone working policy" in said.out


def test_lines_end_as_they_do_in_the_repository(site: Path, run: Run) -> None:
    made = changes(site, {POLICY: reworded(site)})
    (site / POLICY).write_bytes((site / POLICY).read_bytes().replace(b"\n", b"\r\n"))
    expected = reworded(site).replace(b"\n", b"\r\n")
    assert run("apply", str(made)).code == 0
    assert (site / POLICY).read_bytes() == expected


@pytest.mark.parametrize(
    "path",
    [
        "clauses.lock",
        "trees.lock",
        "released/lone-working/4.0/policy.html",
        ".github/workflows/site.yml",
        "hooks.py",
        "docs/extra.js",
        "docs/page.html",
        "trees/x.py",
        "overrides/main.html",
        "docs/deeper/links.yml",
        "README.md",
        "Makefile",
        "requirements.txt",
        "other.yml",
        "docs/.pages.md",
    ],
)
def test_only_what_authors_write_can_be_changed(site: Path, run: Run, path: str) -> None:
    before = held(site)
    said = run("apply", str(changes(site, {path: b"now: otherwise\n", POLICY: reworded(site)})))
    assert (said.code, said.out) == (2, "")
    assert f"- {path} " in said.err
    assert held(site) == before


@pytest.mark.parametrize(
    "path",
    [
        "../out.md",
        "docs/../../out.md",
        "/etc/out.md",
        "docs//x.md",
        "docs/./x.md",
        "C:/x.md",
        "docs\\x.md",
        "docs/con.md",
        "docs/x.md ",
        "docs/x.md.",
        "docs/\x1b[2J.md",
        "docs/a\nb.md",
        "docs/" + "x" * 300 + ".md",
    ],
)
def test_no_path_leads_out(site: Path, run: Run, path: str) -> None:
    before = held(site.parent)
    given = changes(site, {}, files=[{"path": path, "was": None, "now": digest(b"x")}])
    with zipfile.ZipFile(given, "a") as packed:
        packed.writestr(path, b"x")
    before = held(site.parent)
    said = run("apply", str(given))
    assert (said.code, said.out) == (2, "")
    assert "\x1b" not in said.err
    assert held(site.parent) == before


def test_a_link_out_of_the_folder_is_not_followed(site: Path, run: Run) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    (site / "docs/elsewhere").symlink_to(outside)
    said = run("apply", str(changes(site, {"docs/elsewhere/x.md": b"# X\n"})))
    assert said.code == 2
    assert "docs/elsewhere/x.md is a link to another place" in said.err
    assert not [*outside.iterdir()]


@pytest.mark.parametrize(
    ("setting", "refused"),
    [
        ("site_name: Other words", False),
        ("site_name: !!python/object/apply:os.system [id]", True),
        ("hooks: [evil.py]", True),
        ("theme: {name: clausetree, custom_dir: overrides}", True),
        ("docs_dir: elsewhere", True),
        ("INHERIT: ../other.yml", True),
        ("extra_javascript: [x.js]", True),
    ],
)
def test_settings_name_no_code(site: Path, run: Run, setting: str, refused: bool) -> None:
    written = yaml.safe_load((site / "mkdocs.yml").read_text(encoding="utf-8"))
    written.pop(setting.partition(":")[0], None)
    (site / "mkdocs.yml").write_text(yaml.safe_dump(written), encoding="utf-8")
    said = run("apply", str(changes(site, {"mkdocs.yml": f"{yaml.safe_dump(written)}{setting}\n".encode()})))
    assert said.code == (2 if refused else 0), said
    assert ("can only be changed in the repository" in said.err) == refused


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("drawn", "refused"),
    [
        ('<title>A map</title><path d="M0 0h9"/><a href="https://example.org"><text>on</text></a>', False),
        ('<image href="data:image/png;base64,iVBORw0KGgo="/>', False),
        ("<script>a()</script>", True),
        ('<path onclick="a()"/>', True),
        ('<a x:href=" java\nscript:a()"><path/></a>', True),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', True),
        ('<a><set attributeName="href" to="javascript:a()"/></a>', True),
        ('<use href="data:text/html,x"/>', True),
        ("<path>", True),
    ],
)
def test_a_drawing_is_to_be_looked_at_alone(site: Path, run: Run, drawn: str, refused: bool) -> None:
    said = run("apply", str(changes(site, {"docs/map.svg": SVG.format(drawn).encode()})))
    assert said.code == (2 if refused else 0), said
    assert ("docs/map.svg is a drawing that could run something" in said.err) == refused


def test_a_zip_that_is_none_is_refused_in_a_sentence(site: Path, run: Run) -> None:
    made = site.parent / "x.zip"
    for content in (b"", b"PK\x03\x04", b"no zip at all", os.urandom(2000)):
        made.write_bytes(content)
        said = run("apply", str(made))
        assert (said.code, said.err) == (2, "Nothing was written: this is not a zip, or it is damaged.\n")
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("docs/x.md", "x")
    assert "has no list of changes" in run("apply", str(made)).err
    assert "cannot be read" in run("apply", str(site.parent / "none.zip")).err


def test_a_zip_that_unpacks_to_too_much_is_refused(site: Path, run: Run) -> None:
    made = site.parent / "bomb.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("docs/x.md", b"0" * 60_000_000)
    assert "holds more than 50 MB" in run("apply", str(made)).err
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("docs/x.md", b"0" * 30_000_000)
    assert "larger than anything that is read" in run("apply", str(made)).err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"format": 2}, "a newer version of the workbench"),
        ({"format": "1"}, "list of changes is none"),
        ({"files": []}, "names no file"),
        ({"files": [{"path": 3}]}, "not what became of it"),
        ({"files": "x"}, "names no file"),
        ({"release": "\x1b[2J"}, "of the release"),
        ({"name": ["x"]}, "is no text"),
    ],
)
def test_a_list_of_changes_that_is_none_is_refused(
    site: Path, run: Run, said: dict[str, object], told: str
) -> None:
    result = run("apply", str(changes(site, {POLICY: reworded(site)}, **said)))
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_a_zip_that_was_changed_on_its_way_is_refused(site: Path, run: Run) -> None:
    made = changes(site, {POLICY: reworded(site)})
    with zipfile.ZipFile(made) as packed:
        said = packed.read("changes.json")
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("changes.json", said)
        packed.writestr(POLICY, b"Other words.\n")
        packed.writestr("docs/beside.md", b"x")
    told = run("apply", str(made)).err
    assert f"- {POLICY} was changed after the zip was made." in told
    assert "- docs/beside.md is not on its list." in told


def test_words_for_the_message_do_nothing_but_stand_in_it(site: Path, run: Run) -> None:
    why = "Because.\n\nSigned-off-by: Somebody <x@example.org>\n# \x1b[31mred"
    said = run("apply", str(changes(site, {POLICY: reworded(site)}, why=why)), "--message", "message.txt")
    assert said.code == 0
    message = (site / "message.txt").read_text(encoding="utf-8")
    assert "\x1b" not in message
    assert "\nSigned-off-by" not in message
    assert "Because. Signed-off-by" in message


def test_a_commit_has_these_files_and_no_others(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Web team")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "web@example.org")
    made = changes(site, {POLICY: reworded(site), "docs/both.md": None, "docs/new.md": b"# New\n"})

    def git(*order: str) -> str:
        return subprocess.run(["git", *order], cwd=site, capture_output=True, text=True, check=True).stdout

    assert "is not in a repository" in run("apply", str(made), "--commit").err
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Begin")
    (site / "docs/index.md").write_text("# Not yet\n", encoding="utf-8")
    (site / "staged.txt").write_text("not yet\n", encoding="utf-8")
    git("add", "staged.txt")
    said = run("apply", str(made), "--commit")
    assert said.code == 0, said
    assert git("show", "--format=%s", "--name-status", "HEAD").split("\n\n") == [
        "Change Lone working policy",
        f"D\tdocs/both.md\nA\tdocs/new.md\nM\t{POLICY}\n",
    ]
    assert git("status", "--porcelain") == " M docs/index.md\nA  staged.txt\n"


def test_where_there_is_no_room_all_files_are_as_they_were(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = changes(site, {"docs/a/new.md": b"# New\n", POLICY: reworded(site), "docs/both.md": None})
    before, replace = held(site), Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "lone-working.md":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    said = run("apply", str(made))
    assert said.code == 74
    assert "No space left on device" in said.err
    assert held(site) == before
    assert not (site / "docs/a").exists()
