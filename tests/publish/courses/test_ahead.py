"""What courses show is made by another process meanwhile, or by whoever wants it where that made nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clausetree.publish.courses import ahead
from clausetree.publish.courses.ahead import views_meanwhile
from clausetree.publish.courses.packages import views_kept, views_of
from clausetree.publish.files.cache import Cache
from clausetree.render.courses.course import to_views
from clausetree.tree.wire import Procedure, to_wire

SITE = "https://policy.example.org/"
PROGRAM = f"""
import json, os, sys
from pathlib import Path
from clausetree.publish.courses import packages
from clausetree.publish.courses.ahead import views_meanwhile
from clausetree.publish.files.cache import Cache
from clausetree.tree.wire import from_wire, to_wire

wire, folder, *fault = sys.argv[1:]
here = os.getpid()

def to_views(procedure, address):
    if fault:
        raise ValueError(fault)
    return f"{{procedure.tree.id}}, elsewhere: {{os.getpid() != here}}"

packages.to_views = to_views
procedure = from_wire(Path(wire).read_text(encoding="utf-8"))
given = {{procedure.tree.id: to_wire(procedure)}}, "{SITE}", Cache(Path(folder))
views_meanwhile([procedure], *given)()
made = packages.views_of(procedure, *given) if packages.views_kept(procedure, *given) else None
print(json.dumps(made))
"""
"""Says what was made when it has waited. What makes the views is put in the place of `to_views`."""


@pytest.fixture
def messaging(all_procedures: tuple[Procedure, ...]) -> Procedure:
    return next(procedure for procedure in all_procedures if procedure.tree.id == "messaging")


def made_meanwhile(procedure: Procedure, folder: Path, *fault: str) -> str | None:
    """What a program with one thread finds made."""
    (folder / "wire.json").write_text(to_wire(procedure).text, encoding="utf-8")
    words = [str(folder / "wire.json"), str(folder / "cache"), *fault]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, *words], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    made: str | None = json.loads(done.stdout)
    return made


def test_the_views_are_made_by_another_process_where_there_is_a_processor_for_it(
    messaging: Procedure, tmp_path: Path
) -> None:
    helps = sys.platform == "linux" and (os.process_cpu_count() or 1) > 1
    assert made_meanwhile(messaging, tmp_path) == ("messaging, elsewhere: True" if helps else None)


def test_a_fault_is_left_to_whoever_wants_the_views(messaging: Procedure, tmp_path: Path) -> None:
    assert made_meanwhile(messaging, tmp_path, "a fault") is None


def test_where_no_other_process_may_begin_they_are_made_when_they_are_wanted(
    messaging: Procedure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "active_count", lambda: 2)
    wires, cache = {"messaging": to_wire(messaging)}, Cache(tmp_path)
    views_meanwhile([messaging], wires, SITE, cache)()
    assert not views_kept(messaging, wires, SITE, cache)
    assert views_of(messaging, wires, SITE, cache) == to_views(messaging, SITE)
    assert views_kept(messaging, wires, SITE, cache)
