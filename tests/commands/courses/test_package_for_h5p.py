"""`clausetree courses package --for h5p`, as whoever builds courses meets it."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

from tests.commands.conftest import Run


def test_each_procedure_is_written_for_h5p_and_what_that_cannot_say_is_said(run: Run, folder: Path) -> None:
    said = run("courses", "package", "--for", "h5p", "--to", "made")
    assert (said.code, said.err) == (0, "")
    written = sorted((folder / "made").iterdir())
    assert [path.suffix for path in written] == [".h5p"] * len(written)
    assert f"Wrote {len(written)} package" in said.out
    assert "  There is no record of the answers to copy, print or save, and nothing to tick off." in said.out
    with ZipFile(written[0]) as package:
        assert package.namelist() == ["content/content.json", "h5p.json"]
        needed = json.loads(package.read("h5p.json"))["preloadedDependencies"]
    assert {"machineName": "H5P.BranchingScenario", "majorVersion": 1, "minorVersion": 7} in needed


def test_the_same_procedure_is_the_same_package(run: Run, folder: Path) -> None:
    run("courses", "package", "--for", "h5p", "--to", "one")
    run("courses", "package", "--for", "h5p", "--to", "two")
    both = [[path.read_bytes() for path in sorted((folder / name).iterdir())] for name in ("one", "two")]
    assert both[0] == both[1]


def test_the_version_of_branching_scenario_can_be_named(run: Run, folder: Path) -> None:
    run("courses", "package", "--for", "h5p", "--to", "made", "--h5p-version", "1.10")
    with ZipFile(next((folder / "made").iterdir())) as package:
        needed = json.loads(package.read("h5p.json"))["preloadedDependencies"]
    assert {"machineName": "H5P.BranchingScenario", "majorVersion": 1, "minorVersion": 10} in needed


def test_a_version_that_is_none_is_refused(run: Run) -> None:
    said = run("courses", "package", "--h5p-version", "newest")
    assert said.code == 2
    assert said.out == (
        "“newest” cannot be used. Write the first two numbers of the version that your system has of "
        "Branching Scenario, as in 1.8.\n"
    )


def test_without_a_kind_all_four_are_written(run: Run, folder: Path) -> None:
    procedures = len(list((folder / "trees").glob("*.tree")))
    assert run("courses", "package", "--to", "made").code == 0
    names = [path.name for path in (folder / "made").iterdir()]
    ends = ("-scorm-12.zip", "-scorm-2004.zip", "-cmi5.zip", ".h5p")
    assert [len([name for name in names if name.endswith(end)]) for end in ends] == [procedures] * 4
