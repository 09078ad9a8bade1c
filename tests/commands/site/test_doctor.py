"""The doctor says what is missing, old, or without effect, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree import __version__
from clausetree.commands.site import doctor, generated
from tests.commands.conftest import told


def test_the_doctor_says_what_is_old_or_without_effect(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    file = sample / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("name: clausetree", "name: material\n  custom_dir: site_overrides").replace(
        "  - search\n", ""
    )
    file.write_text(
        text.replace("      framed_by: []", "      frames: []").replace("urls: true", "urls: false"),
        encoding="utf-8",
    )
    asked = (sample / "requirements.txt").read_text(encoding="utf-8")
    (sample / "requirements.txt").write_text(asked.replace(__version__, "0.9.0"), encoding="utf-8")
    (sample / ".git").mkdir()
    (sample / ".gitignore").write_text("site\n", encoding="utf-8")
    assert told(capsys, "doctor") == (
        1,
        [
            "- mkdocs.yml asks for the theme material. The pages of policies need another: write "
            "`name: clausetree` under `theme:`, and take out `custom_dir: site_overrides`.",
            "- mkdocs.yml does not name the plugin `search`. Write `- search` under `plugins:`.",
            "- mkdocs.yml says `use_directory_urls: false`. Published links need it to be true.",
            "- MkDocs says of the settings: Config value 'theme': The path set in custom_dir "
            f"('{sample / 'site_overrides'}') does not exist.",
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
        ("site_name:", "hooks: [fails.py]\nsite_name:", "cannot read the settings: RuntimeError: no such host"),
    ],
)
def test_what_a_build_would_stop_at_is_told_by_the_doctor_too(
    sample: Path, capsys: pytest.CaptureFixture[str], written: str, instead: str, says: str
) -> None:
    text = (sample / "mkdocs.yml").read_text(encoding="utf-8")
    assert written in text
    (sample / "fails.py").write_text("raise RuntimeError('no such host')\n", encoding="utf-8")
    (sample / "mkdocs.yml").write_text(text.replace(written, instead), encoding="utf-8")
    capsys.readouterr()
    code, lines = told(capsys, "doctor")
    assert (code, len(lines)) == (1, 1)
    assert says in lines[0]


def test_a_site_needs_no_procedure(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "trees" / "visitor.tree").unlink()
    (sample / "trees").rmdir()
    capsys.readouterr()
    assert told(capsys, "doctor") == (0, [])


def test_what_an_earlier_version_wrote_is_written_anew_unless_somebody_changed_it(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    kept, ours = sample / ".gitlab-ci.yml", sample / ".github" / "workflows" / "site.yml"
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


@pytest.mark.usefixtures("sample")
def test_a_machine_that_cannot_draw_is_told_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    capsys.readouterr()
    monkeypatch.setattr(doctor, "can_draw", lambda: False)
    code, lines = told(capsys, "doctor")
    assert code == 1
    assert lines[0].startswith("- Nothing here draws flowcharts. Install Graphviz")
