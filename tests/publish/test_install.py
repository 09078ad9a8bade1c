"""Packages are installed by uv, which is told what pip was told, or by pip where uv is not to be had."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "build_tools" / "set_up" / "install.py"
LOCK = ["--require-hashes", "--no-deps", "--requirement", "requirements.lock"]
SETTINGS = "global.index-url='https://mirror.example.org/simple'"

PIP = """#!/bin/sh
echo "pip $*" >> "$ASKED"
case "$*" in
    "config list") echo "$SETTINGS" ;;
    *--target*) [ -n "$NO_UV" ] && exit 1
        for word; do [ "$before" = --target ] && folder=$word; before=$word; done
        mkdir -p "$folder/bin" && cp "$UV" "$folder/bin/uv" ;;
esac
"""
UV = """#!/bin/sh
echo "uv $* from $UV_DEFAULT_INDEX" >> "$ASKED"
exit $UV_ENDS
"""


@pytest.fixture
def install() -> ModuleType:
    spec = importlib.util.spec_from_file_location("install", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def asked(install: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that names what was asked of a pip and a uv that install nothing."""
    for name, text in (("pip", PIP), ("uv", UV)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    for name, value in {
        "ASKED": str(tmp_path / "asked"),
        "UV": str(tmp_path / "uv"),
        "UV_ENDS": "0",
        "NO_UV": "",
        "SETTINGS": SETTINGS,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(install, "pip_with", lambda: [str(tmp_path / "pip")])
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    return tmp_path / "asked"


def of(program: str, asked: Path) -> list[str]:
    """What a program was asked, but for settings and for uv."""
    lines = asked.read_text(encoding="utf-8").splitlines()
    return [
        line for line in lines if line.startswith(program) and "config" not in line and "--target" not in line
    ]


def test_uv_is_fetched_by_its_hash_and_installs_from_where_pip_would(install: ModuleType, asked: Path) -> None:
    assert install.main(LOCK) == 0
    (fetched,) = [line for line in asked.read_text(encoding="utf-8").splitlines() if "--target" in line]
    assert "--require-hashes" in fetched
    assert fetched.endswith(f"--requirement {SCRIPT.with_name('uv.lock')}")
    (done,) = of("uv", asked)
    assert done.endswith(f"{' '.join(LOCK)} from https://mirror.example.org/simple")
    assert of("pip", asked) == []


def test_uv_is_fetched_once(install: ModuleType, asked: Path) -> None:
    install.main(LOCK)
    install.main(LOCK)
    assert asked.read_text(encoding="utf-8").count("--target") == 1


@pytest.mark.parametrize("fault", [{"NO_UV": "yes"}, {"UV_ENDS": "2"}])
def test_where_uv_cannot_pip_does(
    install: ModuleType, asked: Path, monkeypatch: pytest.MonkeyPatch, fault: dict[str, str]
) -> None:
    for name, value in fault.items():
        monkeypatch.setenv(name, value)
    assert install.main(LOCK) == 0
    (done,) = of("pip", asked)
    assert done.endswith(f"install -qq --no-compile {' '.join(LOCK)}")
    assert f"--python {sys.executable} " in done


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("", {}),
        ("global.disable-pip-version-check='1'", {}),
        ("global.index-url='https://a/simple'", {"UV_DEFAULT_INDEX": "https://a/simple"}),
        (
            "global.index-url='https://a/simple'\ninstall.index-url='https://b/'",
            {"UV_DEFAULT_INDEX": "https://b/"},
        ),
        (":env:.index-url='https://e/'\ninstall.index-url='https://b/'", {"UV_DEFAULT_INDEX": "https://e/"}),
        ("download.index-url='https://b/simple'", {}),
        ("global.extra-index-url='https://a/ https://b/'", {"UV_INDEX": "https://a/ https://b/"}),
        (r"global.extra-index-url='\nhttps://a/\nhttps://b/'", {"UV_INDEX": "https://a/ https://b/"}),
        (r"global.find-links='\n/wheels\n/more'", {"UV_FIND_LINKS": "/wheels,/more"}),
        (
            "global.cert='/ca.pem'\nglobal.no-index='yes'\nglobal.trusted-host='a b:8080'",
            {"SSL_CERT_FILE": "/ca.pem", "UV_NO_INDEX": "yes", "UV_INSECURE_HOST": "a b:8080"},
        ),
    ],
)
def test_uv_is_told_what_pip_was_told(install: ModuleType, listed: str, told: dict[str, str]) -> None:
    assert install.settings_for_uv(listed.splitlines()) == told
