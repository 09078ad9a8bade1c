"""What the tests of trees have in common. A test module asks for these by name."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from clausetree.history.lock_file import read_lock
from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import Procedure

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
# Sites of the tests share what is made once: making Python for browsers takes some seconds.
os.environ.setdefault("CLAUSETREE_CACHE", str(ROOT / ".cache"))

# The same examples each time, so that a failure is the change's fault. HYPOTHESIS_PROFILE=search looks
# for new ones, and for longer; "few" is for where Python is slow, and takes few of a test's parameters too.
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
FEW = 5
settings.register_profile("few", derandomize=True, deadline=None, max_examples=FEW)
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("search", deadline=None, max_examples=5_000)
settings.load_profile(PROFILE)

# A module's tests run one after the other, so that they can share what is costly. Those that take longest come
# first: begun last, one of them would keep a single processor busy when the others have nothing left to do. The
# first of all need no site, which is built meanwhile for those that do.
LONGEST = (
    "publish/assets/test_engine_in_pyodide.py",
    "engines/test_heard.py",
    "publish/test_clean_build.py",
    "browser/test_change_at_every_step.py",
    "browser/test_every_stop.py",
    "browser/test_reload_at_every_step.py",
    "engines/test_procedures.py",
    "engines/test_pages.py",
    "browser/test_every_page.py",
    "browser/test_pages.py",
    "browser/test_live_paths.py",
    "browser/courses/test_scorm.py",
    "browser/test_opened_in_place.py",
    "browser/test_print.py",
    "browser/test_links_to_answers.py",
    "browser/test_failure.py",
    "browser/test_answers_kept.py",
    "browser/test_published_links.py",
    "browser/test_back_at_every_step.py",
    "browser/test_hosted.py",
)

# Of 850 tests in real browsers, a busy machine makes one fail now and then. It is tried once more, and listed
# at the end.
OF_BROWSERS = (ROOT / "tests" / "browser", ROOT / "tests" / "engines")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {ROOT / "tests" / name: place for place, name in enumerate(LONGEST)}
    if gone := [path for path in places if not path.exists()]:
        raise pytest.UsageError(f"tests/conftest.py names files that are not there: {gone}")
    if PROFILE == "few":
        items[:] = _few_of_each(items)
    items.sort(key=lambda item: places.get(item.path, len(places)))
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in OF_BROWSERS):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_collection_finish() -> None:
    # What twelve thousand tests are described by stays until the end: to look through it each time that Python
    # collects what nobody needs any more took a twentieth of the time.
    gc.freeze()


def _few_of_each(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return few of the tests that differ in their parameters alone: the first, the last, and some between."""
    alike: dict[str, list[pytest.Item]] = {}
    for item in items:
        alike.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return [one for every in alike.values() for one in _spread(every)]


def _spread(every: list[pytest.Item]) -> list[pytest.Item]:
    if len(every) <= FEW:
        return every
    return [every[at * (len(every) - 1) // (FEW - 1)] for at in range(FEW)]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write what comes out now into the golden files of tests/cases; then read the difference",
    )


@pytest.fixture(scope="session")
def is_as_written(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compare with a golden file, or write it when pytest was called with --regenerate."""

    def compare(text: str, golden: Path) -> None:
        # As bytes, so that no line ending is changed on the way.
        if request.config.getoption("--regenerate"):
            golden.write_bytes(text.encode())
        assert text == (golden.read_bytes().decode() if golden.exists() else "")

    return compare


@pytest.fixture(scope="session")
def made_up() -> Registry:
    """The made-up policies which the trees of the cases are drawn from."""
    folders = (CASES / "policy" / "valid" / "lone-working" / "docs", CASES / "docs")
    lock, problems = read_lock(Source("clauses.lock", (CASES / "docs" / "clauses.lock").read_text("utf-8")))
    assert problems == []
    policies = [policy for folder in folders for policy in load_policies(folder).pages.values()]
    return Registry(policies, lock=lock)


@pytest.fixture(scope="session")
def made_up_calendar() -> Calendar:
    """The working days of the cases: those of England from January 2026 to April 2027."""
    holidays = "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28"
    days = [
        date.fromisoformat(day).toordinal() for day in f"{holidays} 2027-01-01 2027-03-26 2027-03-29".split()
    ]
    clocks = [(datetime(2026, 3, 29, 1), 60), (datetime(2026, 10, 25, 2), -60), (datetime(2027, 3, 28, 1), 60)]
    changes = tuple((at.toordinal() * 24 * 60 + at.hour * 60, forward) for at, forward in clocks)
    first, last = date(2026, 1, 1).toordinal(), date(2027, 4, 30).toordinal()
    return Calendar("England", first, last, (5, 6), tuple(days), changes)


@pytest.fixture(scope="session")
def examples(made_up: Registry, made_up_calendar: Calendar) -> Procedures:
    """The valid cases: a procedure for every construct of the language."""
    return load_procedures(CASES / "valid", made_up, made_up_calendar)


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The social media policy."""
    return load_policies(ROOT / "docs").pages["policy/social-media.md"]


@pytest.fixture(scope="session")
def procedures() -> Procedures:
    """The procedures of the site."""
    return load_procedures(ROOT / "trees", load_policies(ROOT / "docs").registry)


@pytest.fixture(scope="session")
def all_procedures(examples: Procedures, procedures: Procedures) -> tuple[Procedure, ...]:
    """Those of the site and the valid cases."""
    return (*procedures.all, *examples.all)
