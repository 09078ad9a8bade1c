"""What a build costs in time and memory, beside plain mkdocs-material on the same pages: `make bench`."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_up import write_policies, write_trees
from benchmarks.sites import PROJECT, configure, dress, our_own, plain

GOAL = 0.8
POLICIES, STEPS = 100, (0, 100, 200, 300)
RUNS = 3
CACHE = PROJECT / ".cache"
SHARED = frozenset({"bundles", "packed-best", "runtime"})
"""What every site has alike: Python for browsers, its packed copies, the scripts."""
PAGES = frozenset({"policies", "procedures", "changes"})
"""What pages are made of. The rest stands beside them: documents, drawings, courses, packed copies."""
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1767225600",
    "CLAUSETREE_CACHE": "",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took: seconds of work, seconds by the clock, and the most memory at once, in MiB.

    Work is what is compared: the clock also counts what else the machine was doing.
    """

    seconds: float
    clock: float
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:6.2f} s of work, {self.clock:6.2f} s by the clock, {self.memory:4.0f} MiB"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        ours = our_own(folder / "ours")
        compare("this site", ours, plain(folder / "plain", ours))
        costs = [_large(folder, trees) for trees in STEPS]
        each = [(costs[i].seconds - costs[0].seconds) / STEPS[i] for i in range(1, len(STEPS))]
        said = ", ".join(
            f"{1000 * seconds:.0f} ms up to {trees}" for seconds, trees in zip(each, STEPS[1:], strict=True)
        )
        print(f"each tree more: {said}")


def _large(folder: Path, trees: int) -> Cost:
    """Every site of this kind has the same policies, published once."""
    policies, ours = folder / "policies", folder / f"large-{trees}"
    if not policies.exists():
        write_policies(policies / "docs" / "policy", POLICIES)
        dress(policies)
        configure(policies, POLICIES, 0)
        _command(policies, "clauses", "accept")
    shutil.copytree(policies, ours)
    write_trees(ours / "trees", trees, POLICIES, salt=ours.as_posix())
    configure(ours, POLICIES, trees)
    _command(ours, "trees", "accept")
    beside = plain(folder / f"plain-{trees}", ours)
    return compare(f"{POLICIES} policies of 50 clauses, {trees} trees", ours, beside)


def _command(folder: Path, *words: str) -> None:
    start = [str(Path(sys.executable).with_name("clausetree"))]
    subprocess.run([*start, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def compare(name: str, ours: Path, beside: Path) -> Cost:
    """Print what the site in `ours` costs beside the one in `beside`, and return what it costs again."""
    for kind in SHARED & {kept.name for kept in CACHE.iterdir() if kept.is_dir()}:
        shutil.copytree(CACHE / kind, ours / ".cache" / kind, dirs_exist_ok=True)
    first = build(ours)
    pages, again, plainly = _typical(ours, PAGES), _typical(ours), _typical(beside)
    print(name)
    print(f"  the first time, nothing kept      {first}, ratio {first.seconds / plainly.seconds:.2f}")
    print(f"  nothing kept of the pages         {pages}, ratio {pages.seconds / plainly.seconds:.2f}")
    print(f"  again                             {again}, ratio {again.seconds / plainly.seconds:.2f}")
    print(f"  plain mkdocs-material             {plainly}, goal {GOAL}", flush=True)
    return again


def _forget(folder: Path, kinds: Iterable[str]) -> None:
    for kind in kinds:
        shutil.rmtree(folder / ".cache" / kind, ignore_errors=True)


def _typical(folder: Path, forgotten: frozenset[str] = frozenset()) -> Cost:
    costs: list[Cost] = []
    for _ in range(RUNS):
        _forget(folder, forgotten)
        costs.append(build(folder))
    seconds, clock = (statistics.median(getattr(c, name) for c in costs) for name in ("seconds", "clock"))
    return Cost(seconds, clock, max(c.memory for c in costs))


def build(folder: Path) -> Cost:
    """Build the site in `folder` in a process of its own."""
    begun = time.perf_counter()
    log = (folder / "build.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=log,
        stderr=log,
    )
    _, status, usage = os.wait4(process.pid, 0)
    log.close()
    if status:
        sys.exit((folder / "build.log").read_text(encoding="utf-8")[-3000:])
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
