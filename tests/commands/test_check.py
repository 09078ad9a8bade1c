"""`clausetree check`: files, folders and standard input; text, colours and JSON."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from clausetree.commands.terminal import ink_for

from .conftest import SITE, Run


@pytest.fixture
def visit(folder: Path) -> Path:
    """A tree with one error."""
    path = folder / "trees" / "visit.tree"
    text = path.read_text(encoding="utf-8")
    assert text.count("-> pairs") == 1
    path.write_text(text.replace("-> pairs", "-> pears"), encoding="utf-8")
    return path


EVERYTHING = ("docs", "trees")


def test_all_is_well(run: Run) -> None:
    said = run("check", *EVERYTHING)
    assert (said.code, said.out, said.err) == (0, "2 sound trees, 0 errors, 0 warnings.\n", "")


@pytest.mark.usefixtures("visit")
def test_a_fault_is_shown_with_its_place_and_ends_with_one(run: Run) -> None:
    said = run("check", *EVERYTHING)
    assert said.code == 1
    assert said.out.startswith("trees/visit.tree:19:")
    assert "T202" in said.out
    assert "Did you mean `pairs`?" in said.out
    assert said.out.endswith("\n1 sound tree, 1 error, 0 warnings.\n")


def test_only_what_was_named_is_spoken_of(run: Run, visit: Path) -> None:
    assert run("check", "trees/no-answer.tree").out == "1 sound tree, 0 errors, 0 warnings.\n"
    assert run("check", "docs").code == 0
    assert run("check", "trees").code == 1
    assert run("check", "trees/visit.tree").out.startswith("trees/visit.tree:19:")
    assert run("check", str(visit)).out.startswith(f"{visit}:19:")


def test_a_policy_can_be_named(run: Run, folder: Path) -> None:
    policy = folder / "docs" / "policy" / "lone-working.md"
    policy.write_text(policy.read_text(encoding="utf-8") + "\n9.9 Words without an anchor.\n", encoding="utf-8")
    said = run("check", "docs/policy/lone-working.md")
    assert said.code == 1
    assert "P101" in said.out
    assert run("check", "trees").code == 0


SLIPS = {
    "a quotation mark not closed": ('"4.0"', '"4.0', "P123"),
    "a colon forgotten": ("owner:", "owner", "P123"),
    "the end of the head lost": ("\n---\n", "\n", "P126"),
    "the version left out": ('version: "4.0"\n', "", "P121"),
    "the version without its quotation marks": ('"4.0"', "4.0", "P122"),
    "the version misspelt": ("version:", "verson:", "P128"),
    "the id with a capital": ("policy: lone-working", "policy: Lone-Working", "P127"),
    "an anchor lost": ("{: #c1-1 }\n", "", "P101"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_in_a_policy_is_one_message_and_the_trees_stay_sound(
    run: Run, folder: Path, slip: str
) -> None:
    before, after, code = SLIPS[slip]
    policy = folder / "docs" / "policy" / "lone-working.md"
    text = policy.read_text(encoding="utf-8")
    assert before in text
    policy.write_text(text.replace(before, after, 1), encoding="utf-8")
    said = run("check", *EVERYTHING).out
    assert re.findall(r"  ([A-Z]\d{3})  ", said) == [code]
    assert said.endswith("\n2 sound trees, 1 error, 0 warnings.\n")


def test_what_follows_from_one_fault_is_said_once(run: Run, folder: Path) -> None:
    (folder / "clauses.lock").write_text(
        f"lone-working 4.0 released policy/lone-working/ {'0' * 64}\n"
        f"lone-working 4.0 added c1-1-a 1.1(a) {'0' * 64}\n",
        encoding="utf-8",
    )
    (folder / "docs" / "policy" / "lone-working.md").unlink()
    said = run("check", *EVERYTHING)
    assert re.findall(r"  (T\d{3})  ", said.out) == ["T215"]
    assert "\nThe same at trees/visit.tree:" in said.out
    assert said.out.endswith("\n0 sound trees, 1 error, 2 warnings.\n")
    told = json.loads(run("check", "--format", "json", *EVERYTHING).out)
    assert [fault["code"] for fault in told["diagnostics"]] == ["P134", "P134", "T215", "T215"]


def test_the_same_slip_all_over_a_file_is_said_once(run: Run, folder: Path) -> None:
    visit = folder / "trees" / "visit.tree"
    visit.write_text(visit.read_text(encoding="utf-8").replace("->", "-->"), encoding="utf-8")
    said = run("check", *EVERYTHING).out
    assert re.findall(r"  ([A-Z]\d{3})  ", said) == ["T106"]
    assert re.search(r"^The same at line \d+, .* and \d+ more\.$", said, re.MULTILINE)


def test_of_a_long_line_only_what_stands_around_the_fault_is_shown(run: Run, visit: Path) -> None:
    text = visit.read_text(encoding="utf-8")
    long = " or ".join(["risk includes violence"] * 20)
    visit.write_text(text.replace("risk includes violence ->", f"{long} ->"), encoding="utf-8")
    _, line, mark, *_ = run("check", *EVERYTHING).out.splitlines()
    assert line.startswith("  19 | …")
    assert len(line) < 142
    start = mark.index("^")
    assert line[start : start + 5] == "pears"


def test_what_breaks_a_published_link_is_part_of_everything(run: Run, folder: Path) -> None:
    said = run("check")
    assert said.code == 1
    assert "L115" in said.out
    assert "R102" not in said.out  # the first version that is accepted records the trees
    shutil.copyfile(SITE / "mkdocs.yml", folder / "mkdocs.yml")
    assert run("clauses", "accept").code == 0
    assert run("check").code == 0
    (folder / "trees.lock").unlink()
    assert "R102" in run("check").out


def test_standard_input_is_read_in_place_of_the_file_that_it_is_of(run: Run, visit: Path) -> None:
    mended = visit.read_text(encoding="utf-8").replace("pears", "pairs")
    said = run("check", "-", "--name", "trees/visit.tree", typed=mended)
    assert (said.code, said.out) == (0, "1 sound tree, 0 errors, 0 warnings.\n")
    said = run("check", "-", "--name", "trees/visit.tree", typed=visit.read_bytes())
    assert said.code == 1
    assert said.out.startswith("trees/visit.tree:19:")


def test_standard_input_needs_no_name(run: Run, visit: Path) -> None:
    said = run("check", "-", typed=visit.read_bytes())
    assert said.code == 1
    assert said.out.startswith("standard input:19:")
    assert "T210" not in said.out


def test_standard_input_that_is_not_utf_8_is_a_fault_and_no_crash(run: Run) -> None:
    assert "T114" in run("check", "-", typed=b"tree caf\xe9").out


def test_another_tree_is_known_to_one_that_leads_to_it(run: Run, folder: Path) -> None:
    draft = folder / "draft.tree"
    text = (folder / "trees" / "no-answer.tree").read_text(encoding="utf-8")
    draft.write_text(text.replace("tree no-answer", "tree draft"), encoding="utf-8")
    assert run("check", "draft.tree").code == 0


def test_json_has_the_documented_shape(run: Run, visit: Path) -> None:
    said = run("check", "--format", "json", *EVERYTHING)
    assert said.code == 1
    document = json.loads(said.out)
    assert document["format"] == 1
    (fault,) = document["diagnostics"]
    line = visit.read_text(encoding="utf-8").splitlines()[18]
    assert fault == {
        "code": "T202",
        "severity": "error",
        "file": "trees/visit.tree",
        "line": 19,
        "column": line.index("pears") + 1,
        "end_line": 19,
        "end_column": line.index("pears") + 6,
        "message": "This leads to `pears`, and no node is called that.",
        "hint": "Did you mean `pairs`?",
        "page": "authoring/errors/T202/",
    }


def test_json_of_nothing_wrong_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("check", "--format", "json", *EVERYTHING).out) == {"format": 1, "diagnostics": []}


def test_what_is_not_there_ends_with_two(run: Run) -> None:
    said = run("check", "trees/nothing.tree", "mkdocs.txt")
    assert said.code == 2
    assert said.err.splitlines() == [
        "trees/nothing.tree is not a tree (.tree), a policy (.md) or a folder that is there.",
        "mkdocs.txt is not a tree (.tree), a policy (.md) or a folder that is there.",
    ]


@pytest.mark.parametrize(
    ("choice", "no_color", "terminal", "coloured"),
    [
        ("auto", "", True, True),
        ("auto", "", False, False),
        ("auto", "1", True, False),
        ("always", "1", False, True),
        ("never", "", True, False),
    ],
)
def test_colours_go_where_they_are_wanted(
    choice: str, no_color: str, terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        def isatty(self) -> bool:
            return terminal

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", no_color)
    assert bool(ink_for(choice, Stream()).error) is coloured  # type: ignore[arg-type]


@pytest.mark.usefixtures("visit")
def test_colours_change_no_word(run: Run) -> None:
    plain, coloured = run("check", *EVERYTHING).out, run("check", "--color", "always", *EVERYTHING).out
    assert "\x1b[1;31mT202\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[36m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_a_fault_of_the_calendar_is_told_with_what_is_read(run: Run, folder: Path) -> None:
    calendar = folder / "docs" / "calendar.yml"
    calendar.write_text(
        "name: Larkfield\nholidays: [GB-EN]\nfrom: 2026\nto: 2028\nclocks: UTC\n", encoding="utf-8"
    )
    for words in ((), ("docs",), ("docs/calendar.yml",)):
        said = run("check", *words)
        assert said.code == 1
        assert said.out.startswith("docs/calendar.yml:2:12  C106  ")
        assert "Did you mean `GB-ENG`?" in said.out
    assert run("check", "trees").code == 0


LETTER = """\
tree letter "A letter"
    policy lone-working
    basis clauses
    start received

question received "When did it come?"
    date 2020-01-01 to {last}
    then -> answer

outcome answer "Answer it"
    must you "Answer it" within 2 working days of received (2.1)
    acknowledge T805 "The law says so"

scenario "In May"
    received is 2020-05-13
    ends answer
    expects must "Answer it" by 2020-05-15
"""


@pytest.mark.parametrize(("years", "is_told"), [(0, True), (5, False)])
def test_a_calendar_that_soon_ends_is_told_where_deadlines_are_counted(
    run: Run, folder: Path, years: int, is_told: bool
) -> None:
    last = date.today().year + years
    (folder / "docs" / "calendar.yml").write_text(
        f"name: Larkfield\nholidays: [GB-ENG]\nfrom: 2020\nto: {last}\nclocks: UTC\n", encoding="utf-8"
    )
    assert "calendar.yml" not in run("check", *EVERYTHING).out
    (folder / "trees" / "letter.tree").write_text(LETTER.format(last=f"{last}-11-30"), encoding="utf-8")
    said = run("check", *EVERYTHING)
    assert said.code == 0, said.out
    line = (
        f"docs/calendar.yml has no days after 31 December {last}. Readers are told no deadline that ends later"
    )
    assert (line in said.out) is is_told


PAST = """\
tree letter "A letter"
    policy lone-working
    basis clauses
    start received

question received "When did it come?"
    date 2020-01-01 to {last}
    then -> done

outcome done "Nothing to do"

scenario "In May"
    received is 2020-05-13
    ends done
"""


@pytest.mark.parametrize(("days", "is_told"), [(-1, True), (0, False)])
def test_a_question_whose_last_day_is_past_is_told(run: Run, folder: Path, days: int, is_told: bool) -> None:
    last = date.today() + timedelta(days)
    (folder / "trees" / "letter.tree").write_text(PAST.format(last=last), encoding="utf-8")
    said = run("check", "trees/letter.tree")
    assert said.code == 0, said.out
    line = f"trees/letter.tree:7:24  T811  warning: `received` takes no day after {last.day} "
    assert (line in said.out) is is_told
