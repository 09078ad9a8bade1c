"""What an import of a Word document costs, beside pandoc and beside mammoth alone: `make bench`.

pandoc is asked where it is installed: `pip install pypandoc_binary`.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from random import Random

from benchmarks.building import ENVIRONMENT, Cost
from benchmarks.made_up_words import item, paragraph, topic
from clausetree.history.anchoring.anchored import anchored
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.publish.files.zip_archive import write_zip
from clausetree.publish.sources.policies import read_policy
from clausetree.render.word.document import to_word
from clausetree.report.source import Source

PAGES, WORDS_ON_A_PAGE = 100, 450
GOALS = "goals: 2 s by the clock, and three times the memory of pandoc at most"
RUNS = 3
_HEAD = """\
---
policy: long
title: A long policy
version: "1.0"
owner: Somebody
approved: 1 January 2026
---

# A long policy
"""
_TABLE = "| Who | What | When |\n| --- | --- | --- |\n" + "| The manager | Keeps the list | Each month |\n" * 6
_OURS = """\
import sys
from pathlib import Path
from clausetree.importing.documents import read_file
from clausetree.importing.imported import imported
taken = read_file("long.docx", Path(sys.argv[1]).read_bytes())
made = imported(
    taken.blocks, "long", taken.properties, taken.pictures, taken.remarks, printed=taken.printed
)
print(made.body)
"""
_MAMMOTH = """\
import sys, mammoth
with open(sys.argv[1], "rb") as document:
    print(mammoth.convert_to_html(document).value)
"""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as made:
        document = Path(made) / "long.docx"
        text = "\n".join(_written(Random(7)))
        document.write_bytes(_as_word(text))
        ways = {"import": [sys.executable, "-c", _OURS], "mammoth alone": [sys.executable, "-c", _MAMMOTH]}
        if pandoc := _pandoc():
            ways["pandoc"] = [pandoc, "--to=markdown"]
        else:
            print("pandoc is not installed: pip install pypandoc_binary")
        costs = {name: _typical([*command, str(document)]) for name, command in ways.items()}
        ours = costs["import"]
        print(f"a Word document of {PAGES} pages, {len(text.split()):,} words; {GOALS}")
        for name, cost in costs.items():
            ratios = (
                f", {ours.seconds / cost.seconds:.2f} and {ours.memory / cost.memory:.2f} for an import of it"
            )
            print(f"  {name:14} {cost}{'' if cost is ours else ratios}")


def _written(random: Random) -> Iterator[str]:
    """Yield the blocks of a policy as long as it is to be: clauses with items, and tables."""
    yield _HEAD
    words, section = 0, 0
    while words < PAGES * WORDS_ON_A_PAGE:
        section += 1
        blocks = [f"## {section}.0 {topic(random)}\n"]
        for clause in range(1, 11):
            blocks.append(f"{section}.{clause} {paragraph(random)}\n")
            blocks += [f"({letter}) {item(random)}\n" for letter in "abc"]
        blocks.append(_TABLE)
        words += sum(len(block.split()) for block in blocks)
        yield from blocks


def _as_word(text: str) -> bytes:
    source = anchored(Source("long.md", text), {}, Past(History("long")), "1.0").source
    policy = read_policy(source.text, "long", {}, {})
    assert policy is not None
    made = BytesIO()
    write_zip(made, to_word(policy, lambda _: "", {}, None).items())
    return made.getvalue()


def _pandoc() -> str | None:
    if importlib.util.find_spec("pypandoc") is None:
        return None
    asked = "import pypandoc; print(pypandoc.get_pandoc_path())"
    return subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.strip()


def _typical(command: Sequence[str]) -> Cost:
    costs = [_once(command) for _ in range(RUNS)]
    seconds, clock = (statistics.median(getattr(cost, name) for cost in costs) for name in ("seconds", "clock"))
    return Cost(seconds, clock, max(cost.memory for cost in costs))


def _once(command: Sequence[str]) -> Cost:
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
