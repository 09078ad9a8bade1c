"""`clausetree clauses accept` refuses what a strict build would stop at, and then has written nothing."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from clausetree.history.checking import rehearsal
from clausetree.history.released import from_record
from tests.commands.conftest import SITE, Run

PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
POLICY = Path("docs/policy/lone-working.md")
STOPPED = "Nothing was accepted, because the site could not be built with this. Mend it, then accept again.\n"


@pytest.fixture
def site(folder: Path) -> Path:
    """The organisation's whole folder, of which nothing is accepted yet."""
    shutil.copyfile(SITE / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def add(site: Path, words: str) -> None:
    """Add words to the policy."""
    policy = site / POLICY
    policy.write_text(f"{policy.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")


def a_dead_link(site: Path) -> None:
    add(site, "See [the keys](keys.md).\n{: #keys }")


def a_place_that_another_policy_lacks(site: Path) -> None:
    head = "---\npolicy: keys\ntitle: Keys\nversion: '1.0'\nowner: Warden\napproved: 1 May 2031\n---\n\n"
    (site / "docs" / "policy" / "keys.md").write_text(f"{head}Sign.\n{{: #sign }}\n", encoding="utf-8")
    add(site, "See [the keys](keys.md#sing).\n{: #keys }")


def a_picture_on_another_site(site: Path) -> None:
    add(site, "![The gate](https://heron.example/gate.png)\n{: #gate }")


def a_picture_that_is_damaged(site: Path) -> None:
    (site / "docs" / "policy" / "gate.png").write_bytes(PICTURE[:40])
    add(site, "![The gate](gate.png)\n{: #gate }")


def a_sign_that_no_font_has(site: Path) -> None:
    add(site, "Lock 𖼀 the gate.\n{: #gate }")


def a_link_that_no_policy_uses(site: Path) -> None:
    links = site / "docs" / "links.yml"
    links.write_text(
        links.read_text(encoding="utf-8") + 'unused:\n  url: ""\n  what: Nothing\n', encoding="utf-8"
    )


def a_tree_that_cites_what_is_not_there(site: Path) -> None:
    tree = site / "trees" / "visit.tree"
    text = tree.read_text(encoding="utf-8")
    cited = re.search(r"cites (\S+)", text)
    assert cited
    tree.write_text(text.replace(cited[0], "cites 9.9", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (a_dead_link, "P163"),
        (a_place_that_another_policy_lacks, "P155"),
        (a_picture_on_another_site, "P163"),
        (a_picture_that_is_damaged, "P165"),
        (a_sign_that_no_font_has, "P164"),
        (a_tree_that_cites_what_is_not_there, "T501"),
    ],
    ids=lambda given: getattr(given, "__name__", given),
)
def test_what_a_build_would_refuse_is_not_accepted(
    run: Run, site: Path, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(site)
    said = run("clauses", "accept", "--policy", "lone-working")
    assert re.findall(r"  ([A-Z]\d{3})  ", said.out) == [code]
    assert said.out.endswith(STOPPED)
    assert (said.code, said.err) == (1, "")
    assert not (site / "clauses.lock").exists()
    assert not (site / "trees.lock").exists()
    assert not (site / "released").exists()


def test_a_warning_stops_nothing(run: Run, site: Path) -> None:
    a_link_that_no_policy_uses(site)
    assert "P134  warning: " in run("check").out
    said = run("clauses", "accept", "--policy", "lone-working")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Accepted version 4.0 of lone-working: ")


def test_what_a_build_takes_is_accepted(run: Run, site: Path) -> None:
    (site / "docs" / "policy" / "gate.png").write_bytes(PICTURE)
    add(site, "![The gate](gate.png) See [a visit](../trees/visit.md), [home](../index.md#home).\n{: #gate }")
    said = run("clauses", "accept")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Accepted version 4.0 of lone-working: ")
    assert run("check").code == 0


def test_an_anchor_of_another_number_is_kept_once_it_is_accepted(run: Run, site: Path) -> None:
    add(site, "1.99 Lock the gate.\n{: #c1-98 }")
    assert "P106  warning" in run("check").out
    assert run("clauses", "accept").code == 0
    assert "P106" not in run("check").out


def test_a_version_that_would_be_read_otherwise_later_is_not_recorded(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No policy does this to us that we know of: so one is recorded wrongly on purpose."""
    monkeypatch.setattr(rehearsal, "from_record", lambda text: from_record(text.replace("1.1", "1.99")))
    said = run("clauses", "accept")
    assert (said.code, said.err) == (1, "")
    assert "  L135  The lock and the copy of version 4.0 of `lone-working` differ at `c1-1`.\n" in said.out
    assert (
        "\nNothing was accepted, because this version would not be read again as it was recorded." in said.out
    )
    assert not (site / "clauses.lock").exists()
    assert not (site / "released").exists()


TIMED = """\
tree timed "A breach"
    policy lone-working
    basis clauses
    start noticed

question noticed "When did you notice it?"
    date and time 2026-01-01 to 2026-12-31
    then -> report

outcome report "Report it"
    must you "Report it" within 2 working days of noticed (1.1)
    acknowledge T805 "The law says so"

scenario "In May"
    noticed is 2026-05-05T09:00
    ends report
    expects must "Report it" by 2026-05-07
"""
CALENDAR = "name: England\nholidays: [GB-ENG]\nfrom: 2026\nto: 2028\nclocks: Europe/London\n"


def test_deadlines_are_counted_by_the_calendar_of_the_folder(run: Run, site: Path) -> None:
    (site / "trees" / "timed.tree").write_text(TIMED, encoding="utf-8")
    said = run("clauses", "accept")
    assert said.code == 1
    assert "T803" in said.out
    (site / "docs" / "calendar.yml").write_text(CALENDAR, encoding="utf-8")
    said = run("clauses", "accept")
    assert "T803" not in said.out
    assert said.code == 0
