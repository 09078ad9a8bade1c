"""Install Python packages into .venv: install.py WORDS, which are those of `pip install`.

uv does it in a fifth of the time. pip fetches uv, pinned by its hash, and uv is told what pip was told on this
machine: an organisation may have named a mirror there. Where uv cannot be had, or fails, pip does it.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
UV_LOCK = HERE / "uv.lock"

AS_UV_SAYS: Mapping[str, str] = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "no-index": "UV_NO_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
    "keyring-provider": "UV_KEYRING_PROVIDER",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
    "no-cache-dir": "UV_NO_CACHE",
}
"""Settings of pip, and what says the same to uv."""

LIKE_PIP: Mapping[str, str] = {
    # What is installed is known by its hash: it does not matter which of several indexes has it.
    "UV_INDEX_STRATEGY": "unsafe-best-match",
    "UV_SYSTEM_CERTS": "1",
}


def pip_with() -> list[str]:
    """Return how to call pip: the environment's own, or that of the Python which it was made with."""
    if find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    return [os.path.realpath(sys.executable), "-m", "pip"]


def settings_for_uv(listed: Iterable[str]) -> dict[str, str]:
    """Return the environment that tells uv what pip was told, as `pip config list` says it: `global.cert='…'`.

    What is said for `install` counts for more than what is said for all commands, and the environment for most.
    """
    told: dict[str, str] = {}
    lines = [line.partition("=") for line in listed]
    for section in ("global", "install", ":env:"):
        for name, _, value in lines:
            where, _, setting = name.rpartition(".")
            if where == section and setting in AS_UV_SAYS:
                words = str(ast.literal_eval(value)).split()
                told[AS_UV_SAYS[setting]] = ("," if setting == "find-links" else " ").join(words)
    return told


def uv_for(pip: list[str]) -> Path:
    """Return uv, which is fetched where it is not there yet. If it cannot be, nothing is there."""
    version = UV_LOCK.read_text(encoding="utf-8").partition("uv==")[2].split()[0]
    folder = Path(sys.prefix) / f"uv-{version}"
    uv = folder / "bin" / "uv"
    if not uv.exists():
        words = ["install", "-qq", "--no-compile", "--require-hashes", "--no-deps", "--target", str(folder)]
        subprocess.run([*pip, *words, "--requirement", str(UV_LOCK)], check=False, stderr=subprocess.DEVNULL)
    return uv


def main(words: list[str]) -> int:
    """Install, and return 0 if that was done."""
    pip = pip_with()
    # Each takes half a second to start. Nobody need ask where nothing is fetched.
    ask = [*pip, "config", "list"] if "--no-index" not in words else ["true"]
    with subprocess.Popen(ask, stdout=subprocess.PIPE, text=True) as asked:
        uv = uv_for(pip)
        listed = asked.communicate()[0].splitlines()
    if uv.exists():
        told = os.environ | LIKE_PIP | settings_for_uv(listed)
        order = [str(uv), "pip", "install", "--quiet", "--no-compile-bytecode", "--python", sys.executable]
        if subprocess.run([*order, *words], env=told, check=False).returncode == 0:
            return 0
        sys.stderr.write("uv could not, for the reason above, so pip tries.\n")
    into = ["--python", sys.executable]
    return subprocess.run([*pip, *into, "install", "-qq", "--no-compile", *words], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
