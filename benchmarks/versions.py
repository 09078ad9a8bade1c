"""What three released versions of each policy cost a build, beside plain mkdocs-material on the same Markdown.

Run it as `python -m benchmarks.versions`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from clausetree.policy.history.accept import Answers, release_of
from publish.archive import load_archive
from publish.policies import load_policies
from publish.release import load_press, publish_release, save_lock

PROJECT = Path(__file__).resolve().parents[1]
POLICIES, CLAUSES, RUNS = 100, 50, 3
VERSIONS = ("1.0", "1.1", "2.0")
_SENTENCE = (
    "colleagues must keep a note of visit {n} and of anything that worried them and tell their manager "
    "before the end of the day so that nobody is left alone with a risk that others know of{more}"
)
_SETTINGS = f"""\
site_name: Large
theme:
  name: material
  custom_dir: {PROJECT / "site_overrides"}
  font: false
plugins: [search, clausetree]
markdown_extensions: [attr_list, tables]
"""
_PLAIN = """\
site_name: Large
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, tables]
"""


def main() -> None:
    """Print what both cost, and the ratio."""
    with tempfile.TemporaryDirectory() as made:
        ours, beside = Path(made) / "ours", Path(made) / "plain"
        _write_plain(beside)
        _release(ours)
        ours_cost, plain_cost = _typical(ours), _typical(beside)
        pages = len(list((ours / "site").rglob("index.html")))
        print(f"{POLICIES} policies of {CLAUSES} clauses, {len(VERSIONS)} versions each")
        print(f"  this site, {pages} pages        {ours_cost:6.2f} s of work")
        print(f"  plain mkdocs-material, {POLICIES * len(VERSIONS)} pages {plain_cost:6.2f} s of work")
        print(f"  ratio                       {ours_cost / plain_cost:6.2f}")


def _release(folder: Path) -> None:
    """Accept every version of every policy, one version after the other."""
    pages = folder / "docs" / "policy"
    pages.mkdir(parents=True)
    (folder / "trees").mkdir()
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Large\n", encoding="utf-8")
    press = load_press(folder / "mkdocs.yml")
    for version in VERSIONS:
        for number in range(POLICIES):
            (pages / f"p{number}.md").write_text(_policy(number, version), encoding="utf-8")
        archive = load_archive(folder / "clauses.lock", folder / "released")
        policies = load_policies(folder / "docs", lock=archive.lock)
        lock = archive.lock
        for policy in policies.registry:
            source, past = policies.sources[policy.id], archive.past(policy.id)
            release, problems = release_of(policy, source, past, Answers())
            assert problems == []
            lock = publish_release(lock, release, policy, policies, press, folder / "released")
        save_lock(lock, folder / "clauses.lock")


def _write_plain(folder: Path) -> None:
    for version in VERSIONS:
        pages = folder / "docs" / version
        pages.mkdir(parents=True)
        for number in range(POLICIES):
            (pages / f"p{number}.md").write_text(_policy(number, version), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Large\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")


def _policy(number: int, version: str) -> str:
    head = (
        f'---\npolicy: p{number}\ntitle: Policy {number}\nversion: "{version}"\nowner: O\napproved: A\n---\n\n'
    )
    parts = [f"# Policy {number} {{: #policy }}\n"]
    for clause in range(1, CLAUSES + 1):
        # Each version rewords every fifth clause.
        more = f" in {version}" if clause % 5 == VERSIONS.index(version) else ""
        words = _SENTENCE.format(n=clause, more=more)
        parts.append(f"1.{clause} In policy {number} {words}.\n{{: #c1-{clause} }}\n")
    return head + "\n".join(parts)


def _typical(folder: Path) -> float:
    """The median of several builds, in seconds of work: the clock counts other work as well."""
    return statistics.median(_build(folder) for _ in range(RUNS))


def _build(folder: Path) -> float:
    shutil.rmtree(folder / "site", ignore_errors=True)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}
    began = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"The build of {folder.name} failed after {time.monotonic() - began:.0f} s.")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
