"""The wheel, installed where there is no Node and no repository: a new organisation's first hour with it.

Nothing here but the installing itself has a network, on machines that can take it away.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from servers.folder import serve

from ..building import PROJECT
from ..publish.clean_copy import cut_off
from .conftest import Witness

SAMPLE = ("--organisation", "Larkfield Befrienders", "--policy", "Visitors", "--site-url", "")


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel and what it asks for, and a folder to work in."""

    environment: Path
    folder: Path

    @property
    def path(self) -> str:
        """Where commands are looked for: Git, and Graphviz where the machine has it, but no Node."""
        found = [shutil.which(name) for name in ("git", "dot")]
        return ":".join(dict.fromkeys(str(Path(name).parent) for name in found if name))

    def command(self, *words: str) -> list[str]:
        return [*cut_off(), str(self.environment / "bin" / "clausetree"), *words]

    def run(self, *words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            cwd=folder or self.folder,
            env={"PATH": self.path, "HOME": str(self.folder), "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    made = folder / "made"
    for order in (
        ["clausetree.publish.delivery.wheel_parts", str(made)],
        ["build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *order],
            cwd=PROJECT,
            env={"PATH": os.environ["PATH"], "CLAUSETREE_MADE": str(made)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment with nothing in it but the wheel and what it asks for."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [str(environment / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Installed(environment, tmp_path_factory.mktemp("work"))


@pytest.fixture(scope="module")
def site(installed: Installed) -> Path:
    """The folder that `clausetree init` wrote, built."""
    said = installed.run("init", "mine", *SAMPLE)
    assert said.returncode == 0, said.stdout
    folder = installed.folder / "mine"
    assert installed.run("check", folder=folder).returncode == 0
    built = installed.run("build", folder=folder)
    assert built.returncode == 0, built.stdout
    return folder


def test_the_wheel_has_one_name_on_the_top_level_and_nothing_of_a_policy(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"clausetree", "clausetree-1.0.0.dist-info"}
    assert not [name for name in names if "social-media" in name or "node_modules" in name]
    assert not [name for name in names if name.endswith(".test.js")]
    # What only the page for authors is sent is half of it: a library of Python, our program, and Graphviz.
    assert wheel.stat().st_size < 10_000_000


def test_the_command_says_its_version(installed: Installed) -> None:
    assert installed.run("--version").stdout == "clausetree 1.0.0\n"


def test_other_programs_of_the_environment_still_find_what_they_ask_pygments_for(installed: Installed) -> None:
    ask = (
        "from pygments.lexers import get_lexer_by_name\n"
        "from pygments.util import ClassNotFound\n"
        "print(get_lexer_by_name('clausetree').name)\n"
        "try:\n    get_lexer_by_name('there-is-none')\n"
        "except ClassNotFound:\n    print('none')\n"
    )
    python = str(installed.environment / "bin" / "python")
    done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == ["none"]


def test_nothing_is_left_to_do_in_a_new_folder(installed: Installed, site: Path) -> None:
    said = installed.run("doctor", folder=site)
    assert (said.returncode, said.stdout.splitlines()[-1]) == (0, "There is nothing to do."), said.stdout


def test_a_reader_is_led_through_the_sample_procedure(browser: Browser, site: Path) -> None:
    with serve(site / "site") as address:
        witness = Witness(address)
        context = browser.new_context(base_url=address)
        witness.watch(context)
        page = context.new_page()
        page.goto("")
        page.get_by_role("link", name="A visitor has come to the door").first.click()
        page.get_by_label("Yes, they have come to see me").check()
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", name="Collect your visitor from reception")).to_be_visible(
            timeout=60_000
        )
        page.goto("policy/visitors/")
        expect(page.get_by_text("This is a draft. Links to its clauses may still change.")).to_be_visible()
        page.goto("search/")
        page.get_by_label("Words, or a clause number").fill("1.2")
        page.get_by_role("button", name="Search").last.click()
        page.locator('[data-search-results] a[href$="policy/visitors/#c1-2"]').click()
        expect(page.locator("#c1-2")).to_be_visible()
        page.goto("accessibility/")
        expect(page.get_by_text("Larkfield Befrienders").first).to_be_visible()
        witness.assert_clean()
        context.close()


def test_it_is_served_at_once_and_built_again_at_a_change(installed: Installed, site: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    order = [str(installed.environment / "bin" / "clausetree"), "serve", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(order, cwd=site, env={"PATH": installed.path}, stderr=subprocess.DEVNULL) as process:
        try:
            assert "What do you need?" in _answer(f"http://127.0.0.1:{port}/")
            home = site / "docs" / "index.md"
            words = home.read_text(encoding="utf-8")
            home.write_text(words.replace("What do you need?", "What is it about?"), encoding="utf-8")
            assert "What is it about?" in _answer(f"http://127.0.0.1:{port}/", "What is it about?")
            home.write_text(words, encoding="utf-8")
        finally:
            process.terminate()


def _answer(address: str, wanted: str = "") -> str:
    """Return the page at an address, as soon as it is there and has what is wanted."""
    last = ""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address) as answer:
                last = str(answer.read(), "utf-8")
            if wanted in last:
                return last
        except OSError:
            pass
        time.sleep(0.2)
    return last


def test_a_second_version_keeps_the_links_to_the_first(installed: Installed, site: Path) -> None:
    policy = site / "docs" / "policy" / "visitors.md"
    _change(policy, 'version: "0.1"', 'version: "1.0"')
    said = installed.run("clauses", "accept", folder=site)
    assert said.returncode == 0, said.stdout
    _change(policy, 'version: "1.0"', 'version: "2.0"')
    _change(policy, "2.1 You should walk", "2.1 You must walk")
    tree = site / "trees" / "visitor.tree"
    tree.write_text(
        tree.read_text(encoding="utf-8").replace('should you "Walk', 'must you "Walk'), encoding="utf-8"
    )
    for order in (["clauses", "accept"], ["trees", "accept", "visitor"]):
        said = installed.run(*order, folder=site)
        assert said.returncode == 0, said.stdout
    built = installed.run("build", folder=site)
    assert built.returncode == 0, built.stdout
    pages = site / "site" / "policy" / "visitors"
    now, then = (pages / name / "index.html" for name in (".", "v/1.0"))
    for anchor in ("c1-1", "c1-2", "c1-3", "c2-1"):
        assert f'id="{anchor}"' in now.read_text(encoding="utf-8")
        assert f'id="{anchor}"' in then.read_text(encoding="utf-8")
    assert "You should walk back" in then.read_text(encoding="utf-8")
    assert "This is a draft" not in now.read_text(encoding="utf-8")


def _change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture(scope="module", autouse=True)
def _gone_afterwards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An environment of this kind takes 300 MB."""
    yield
    for path in tmp_path_factory.getbasetemp().glob("environment*"):
        shutil.rmtree(path, ignore_errors=True)
