"""A new folder holds what its author said, builds nothing wrong, and is looked after."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetree import __version__, cli
from clausetree.commands import doctor, generated
from clausetree.commands.serve import taken

from ..building import build

PRINTED = st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc"])
"""Letters of European languages, and the signs of a keyboard."""

WORDS = ["--organisation", "Larkfield", "--policy", "Visitors", "--site-url", "https://larkfield.example/rules"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["init", "mine", *WORDS]) == 0
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    """What a command ends with, and the lines that it says are to be done."""
    code = cli.main(words)
    out, err = capsys.readouterr()
    assert err == ""
    return code, [line for line in out.splitlines() if line.startswith("- ")]


def test_everything_that_is_written_is_there(folder: Path) -> None:
    assert sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()) == [
        ".github/workflows/site.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        "README.md",
        "docs/attestation.md",
        "docs/index.md",
        "docs/links.yml",
        "docs/policy/visitors.md",
        "mkdocs.yml",
        "requirements.txt",
        "trees/visitor.tree",
    ]
    said = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (said["site_name"], said["site_url"]) == ("Visitors", "https://larkfield.example/rules/")
    assert said["extra"]["accessibility"]["organisation"] == "Larkfield"
    wheel = f"./wheels/clausetree-{__version__}-py3-none-any.whl\n"
    assert (folder / "requirements.txt").read_text(encoding="utf-8").endswith(f"\n{wheel}")
    assert (folder / "README.md").read_text(encoding="utf-8").startswith("# Visitors\n")
    assert "{{" not in "".join(f.read_text(encoding="utf-8") for f in folder.rglob("*") if f.is_file())


@pytest.mark.usefixtures("folder")
def test_a_new_folder_has_no_fault_and_says_that_it_is_a_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "1 sound tree, 0 errors, 1 warning."
    assert "docs/policy/visitors.md:4:1  L118  warning: Version 0.1 of `visitors` is a draft." in "\n".join(
        said
    )
    assert told(capsys, "doctor") == (0, [])


@pytest.mark.parametrize("name", ["2031-02-03", "Yes", "007", "null", "On", "1.10"])
def test_a_name_that_looks_like_something_else_is_a_name(tmp_path: Path, name: str) -> None:
    words = ["--organisation", "123", "--policy", name, "--site-url", ""]
    assert cli.main(["init", str(tmp_path / "new"), *words]) == 0
    assert cli.main(["check", "--config-file", str(tmp_path / "new" / "mkdocs.yml")]) == 0


@given(
    st.text(PRINTED, min_size=1, max_size=20),
    st.text(PRINTED, max_size=20).map(lambda words: f"Visitors {words}"),
)
@settings(max_examples=20)
def test_any_words_can_be_the_names(
    tmp_path_factory: pytest.TempPathFactory, organisation: str, policy: str
) -> None:
    folder = tmp_path_factory.mktemp("new")
    code = cli.main(
        ["init", str(folder), f"--organisation={organisation}", f"--policy={policy}", "--site-url", ""]
    )
    if not organisation.split():
        assert (code, list(folder.iterdir())) == (2, [])
        return
    assert code == 0
    said = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert said["site_name"] == " ".join(policy.split())
    assert said["extra"]["publisher"] == " ".join(organisation.split())
    assert cli.main(["check", "--config-file", str(folder / "mkdocs.yml")]) == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["mine", *WORDS], "mine is there already, and has something in it."),
        (["other", *WORDS[:3], " ", *WORDS[4:]], "these words cannot be empty."),
        (["other", *WORDS[:5], "larkfield.example"], "larkfield.example is not a whole address, as https://"),
        (["other", *WORDS[:5], "https://a b/"], "https://a b/ is not a whole address, as https://"),
        (["mine/README.md", *WORDS], "mine/README.md is there already, and is a file."),
        (["mine/README.md/site", *WORDS], "mine/README.md/site cannot be made: Not a directory."),
        (["other", *WORDS[:3], "条例", *WORDS[4:]], "no short name can be made of “条例”."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    why: str,
) -> None:
    monkeypatch.chdir(folder.parent)
    capsys.readouterr()
    assert cli.main(["init", *words]) == 2
    assert capsys.readouterr().err.startswith(f"Nothing was written: {why}")
    assert not (folder.parent / "other").exists()


def test_what_is_not_said_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Larkfield", "Lone working", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert cli.main(["init", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "docs" / "policy" / "lone-working.md").is_file()


def test_the_doctor_says_what_is_old_or_without_effect(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    file = folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("name: clausetree", "name: material\n  custom_dir: site_overrides").replace(
        "  - search\n", ""
    )
    file.write_text(
        text.replace("      framed_by: []", "      frames: []").replace("urls: true", "urls: false"),
        encoding="utf-8",
    )
    asked = (folder / "requirements.txt").read_text(encoding="utf-8")
    (folder / "requirements.txt").write_text(asked.replace(__version__, "0.9.0"), encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("site\n", encoding="utf-8")
    assert told(capsys, "doctor") == (
        1,
        [
            "- mkdocs.yml asks for the theme material. The pages of policies need another: write "
            "`name: clausetree` under `theme:`, and take out `custom_dir: site_overrides`.",
            "- mkdocs.yml does not name the plugin `search`. Write `- search` under `plugins:`.",
            "- mkdocs.yml says `use_directory_urls: false`. Published links need it to be true.",
            "- MkDocs says of the settings: Config value 'theme': The path set in custom_dir "
            f"('{folder / 'site_overrides'}') does not exist.",
            "- What builds make would be committed. Add to .gitignore: /.cache/, /dist/",
            f"- requirements.txt asks for clausetree 0.9.0, and here is {__version__}: others build with "
            f"another program. Let it ask for {__version__}, or install what it asks for.",
        ],
    )


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        ("  language: en", "  language: xx", "`language: xx` under `theme:` is none that Material knows."),
        ("site_name:", "site_nam: A\nsite_name:", "Unrecognised configuration name: site_nam"),
        ("framed_by: []", "frames: []", "Unrecognised configuration name: frames"),
        ("  - search\n", "  - search\n  - serch\n", 'The "serch" plugin is not installed'),
    ],
)
def test_what_a_build_would_stop_at_is_told_by_the_doctor_too(
    folder: Path, capsys: pytest.CaptureFixture[str], written: str, instead: str, says: str
) -> None:
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert written in text
    (folder / "mkdocs.yml").write_text(text.replace(written, instead), encoding="utf-8")
    capsys.readouterr()
    code, lines = told(capsys, "doctor")
    assert (code, len(lines)) == (1, 1)
    assert says in lines[0]


@pytest.mark.parametrize("text", ["", "- site_name\n", "A site\n"])
@pytest.mark.parametrize("command", ["check", "build", "doctor"])
def test_settings_that_are_none_are_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    command: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(text, encoding="utf-8")
    assert cli.main([command]) == 2
    assert "mkdocs.yml holds no settings." in capsys.readouterr().err


def test_a_site_needs_no_procedure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "trees" / "visitor.tree").unlink()
    (folder / "trees").rmdir()
    capsys.readouterr()
    assert told(capsys, "doctor") == (0, [])


def test_words_that_are_refused_are_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([" ", "Larkfield", "条例", "Lone working", "larkfield.example", "https://larkfield.example"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert cli.main(["init", str(tmp_path / "new")]) == 0
    assert list(answers) == []
    assert capsys.readouterr().err.splitlines() == [
        "Say it again: these words cannot be empty.",
        "Say it again: no short name can be made of “条例”. Give it a few letters from a to z.",
        "Say it again: larkfield.example is not a whole address, as https://policies.example.org/ is.",
    ]


def test_a_folder_that_git_has_begun_is_written_and_a_long_name_is_cut(tmp_path: Path) -> None:
    (tmp_path / "new" / ".git").mkdir(parents=True)
    words = [*WORDS[:2], "--policy", "Visitors" * 70, *WORDS[4:]]
    assert cli.main(["init", str(tmp_path / "new"), *words]) == 0
    (policy,) = (tmp_path / "new" / "docs" / "policy").iterdir()
    assert policy.name == f"{('Visitors' * 70).lower()[:60]}.md"


def test_what_an_earlier_version_wrote_is_written_anew_unless_somebody_changed_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    kept, ours = folder / ".gitlab-ci.yml", folder / ".github" / "workflows" / "site.yml"
    ours.write_text(_by("0.9.0", "on: [push]\n"), encoding="utf-8")
    kept.write_text(_by("0.9.0", "site: {}\n") + "# and more\n", encoding="utf-8")
    assert told(capsys, "doctor") == (
        1,
        [
            "- .github/workflows/site.yml was written by clausetree 0.9.0. Say `clausetree doctor --mend` to "
            "have it written anew.",
            "- .gitlab-ci.yml was written by clausetree 0.9.0. It was changed since: compare it with what "
            "`clausetree init` writes into a new folder.",
        ],
    )
    assert told(capsys, "doctor", "--mend")[0] == 1
    later = _by("99.0.0", "site: {}\n")
    kept.write_text(later + "# and more\n", encoding="utf-8")
    assert told(capsys, "doctor", "--mend") == (0, [])
    assert kept.read_text(encoding="utf-8").startswith(later)
    assert ours.read_text(encoding="utf-8") == generated.fresh(".github/workflows/site.yml")
    assert kept.read_text(encoding="utf-8").endswith("# and more\n")


def _by(version: str, text: str) -> str:
    """A file as another version wrote it."""
    return generated.marked(".gitlab-ci.yml", text).replace(__version__, version)


@pytest.mark.usefixtures("folder")
def test_a_machine_that_cannot_draw_is_told_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    capsys.readouterr()
    monkeypatch.setattr(doctor, "can_draw", lambda: False)
    code, lines = told(capsys, "doctor")
    assert code == 1
    assert lines[0].startswith("- Nothing here draws flowcharts. Install Graphviz")


@pytest.mark.parametrize("command", ["serve", "build", "doctor"])
def test_without_settings_it_is_said_what_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main([command]) == 2
    assert capsys.readouterr().err == (
        "There are no settings mkdocs.yml. `clausetree init FOLDER` writes new ones.\n"
    )


def test_a_taken_address_is_told_with_another_to_try() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = taken(f"127.0.0.1:{port}")
    assert said is not None
    assert said.splitlines()[0] == f"The site cannot be served at 127.0.0.1:{port}: Address already in use."
    assert said.endswith(f"clausetree serve --address 127.0.0.1:{port + 1}")
    assert taken("nowhere.invalid:80") == (
        "There is no host nowhere.invalid on this machine. Say: clausetree serve --address 127.0.0.1:80"
    )
    assert taken("8000") == "8000 is not an address such as 127.0.0.1:8000."


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"clausetree {__version__}\n"


@pytest.mark.parametrize("words", [["build", "--to", "trees"], ["build", "--to", "../other"]])
def test_a_folder_that_holds_something_else_is_never_emptied(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    (folder.parent / "other").mkdir()
    kept = folder.parent / "other" / "thesis.txt"
    kept.write_text("Years of work\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(words) == 1
    assert capsys.readouterr().out.startswith(f"{words[-1]} holds something else than a built site")
    assert kept.is_file()
    assert (folder / "trees" / "visitor.tree").is_file()


def test_nothing_is_built_that_would_not_be_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mkdocs.yml").write_text("site_name: A\nplugins: []\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml does not name the plugin `clausetree`")
    assert not (folder / "site").exists()


def test_where_nothing_can_be_kept_it_is_said_how_to_build(folder: Path) -> None:
    (folder / "kept").write_text("Not a folder\n", encoding="utf-8")
    done = build(folder, CLAUSETREE_CACHE=str(folder / "kept"))
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert f"What builds keep cannot be written into {folder / 'kept'}: " in said
    assert "Name another folder for it, as in CLAUSETREE_CACHE=" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("kept", ["site", "docs/kept", "."])
def test_what_is_kept_is_not_mixed_with_the_site_or_its_pages(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    done = build(folder, CLAUSETREE_CACHE=kept)
    assert done.returncode == 1
    assert "What builds keep would be mixed with" in " ".join(done.stdout.split())
    if kept != "site":
        monkeypatch.setenv("CLAUSETREE_CACHE", kept)
        capsys.readouterr()
        assert "What builds keep would be mixed with" in " ".join(told(capsys, "doctor")[1])


def test_a_name_with_signs_of_markup_is_published_as_it_is(tmp_path: Path) -> None:
    words = ["--organisation", "A <b> & C", "--policy", "<b>Visitors</b> & <i>guests", "--site-url", ""]
    assert cli.main(["init", str(tmp_path / "new"), *words]) == 0
    done = build(tmp_path / "new")
    assert done.returncode == 0, done.stdout
    page = (tmp_path / "new" / "site" / "index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Visitors&lt;/b&gt; &amp; &lt;i&gt;guests" in page
    assert "<b>" not in page


def test_a_draft_is_not_accepted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["clauses", "accept"]) == 1
    assert "L118" in capsys.readouterr().out
    assert not (folder / "clauses.lock").exists()
