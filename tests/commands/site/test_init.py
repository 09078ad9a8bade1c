"""A new folder holds what its author said, and builds nothing wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetree import __version__, cli
from tests.building import build
from tests.commands.conftest import WORDS, told

PRINTED = st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc"])
"""Letters of European languages, and the signs of a keyboard."""


def test_everything_that_is_written_is_there(sample: Path) -> None:
    assert sorted(file.relative_to(sample).as_posix() for file in sample.rglob("*") if file.is_file()) == [
        ".github/workflows/site.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        "README.md",
        "docs/attestation.md",
        "docs/calendar.yml",
        "docs/index.md",
        "docs/links.yml",
        "docs/policy/visitors.md",
        "mkdocs.yml",
        "requirements.txt",
        "trees/visitor.tree",
    ]
    said = yaml.safe_load((sample / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (said["site_name"], said["site_url"]) == ("Visitors", "https://larkfield.example/rules/")
    assert said["extra"]["accessibility"]["organisation"] == "Larkfield"
    wheel = f"./wheels/clausetree-{__version__}-py3-none-any.whl\n"
    assert (sample / "requirements.txt").read_text(encoding="utf-8").endswith(f"\n{wheel}")
    assert (sample / "README.md").read_text(encoding="utf-8").startswith("# Visitors\n")
    assert "{{" not in "".join(f.read_text(encoding="utf-8") for f in sample.rglob("*") if f.is_file())


@pytest.mark.usefixtures("sample")
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
    sample: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    why: str,
) -> None:
    monkeypatch.chdir(sample.parent)
    capsys.readouterr()
    assert cli.main(["init", *words]) == 2
    assert capsys.readouterr().err.startswith(f"Nothing was written: {why}")
    assert not (sample.parent / "other").exists()


def test_what_is_not_said_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Larkfield", "Lone working", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert cli.main(["init", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "docs" / "policy" / "lone-working.md").is_file()


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


def test_a_name_with_signs_of_markup_is_published_as_it_is(tmp_path: Path) -> None:
    words = ["--organisation", "A <b> & C", "--policy", "<b>Visitors</b> & <i>guests", "--site-url", ""]
    assert cli.main(["init", str(tmp_path / "new"), *words]) == 0
    done = build(tmp_path / "new")
    assert done.returncode == 0, done.stdout
    page = (tmp_path / "new" / "site" / "index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Visitors&lt;/b&gt; &amp; &lt;i&gt;guests" in page
    assert "<b>" not in page


def test_a_draft_is_not_accepted(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["clauses", "accept"]) == 1
    assert "L118" in capsys.readouterr().out
    assert not (sample / "clauses.lock").exists()
