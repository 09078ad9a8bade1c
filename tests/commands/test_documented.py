"""Every command is in docs/authoring/commands.md, and what stands there is what it says of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausetree.cli import MODULES, commands, helps, make_parser

PAGE = Path(__file__).resolve().parents[2] / "docs" / "authoring" / "commands.md"
FENCE = re.compile(r"^```text\n\$ (?P<words>[a-z ]+) --help\n(?P<help>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The help of each command, as wide as a page."""
    monkeypatch.setenv("COLUMNS", "102")
    return {words: "\n".join(map(str.rstrip, text.splitlines())) + "\n" for words, text in helps(make_parser())}


def test_every_command_is_documented_as_it_speaks_of_itself(
    said: dict[str, str], request: pytest.FixtureRequest
) -> None:
    page = PAGE.read_text(encoding="utf-8")
    if request.config.getoption("--regenerate"):
        page = FENCE.sub(lambda m: f"```text\n$ {m['words']} --help\n{said.get(m['words'], '')}```", page)
        PAGE.write_text(page, encoding="utf-8")
    written = {match["words"]: match["help"] for match in FENCE.finditer(page)}
    missing = "".join(f"\n\n```text\n$ {words} --help\n```" for words in said.keys() - written.keys())
    assert not missing, f"add to docs/authoring/commands.md, then call pytest with --regenerate:{missing}"
    assert written == said, "call pytest with --regenerate and read what changed"


def test_every_command_has_a_description_and_examples() -> None:
    for command in commands():
        assert command.HELP
        if not hasattr(command, "COMMANDS"):
            assert command.ABOUT
            assert command.EXAMPLES.startswith("examples:\n  clausetree ")


def test_a_command_is_called_what_the_list_of_commands_calls_it() -> None:
    assert [command.NAME for command in commands()] == list(MODULES)
