"""How many small faults in what decides are found by the tests that stand beside it.

Run it as `python -m benchmarks.mutants`, or with the names of some modules, `tree.walk`: then what survives is
told with its place. A mutant is one change of one module: a comparison turned round, a statement left out. It
is put into a process of its own, where the tests run; one that breaks them or keeps them waiting for too long
is killed. Nothing is random. `mutants_alike.txt` names those that change nothing that anybody could see.
"""

from __future__ import annotations

import ast
import io
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from benchmarks.mutations import changes

ROOT = Path(__file__).resolve().parents[1]
ALIKE = Path(__file__).with_name("mutants_alike.txt")
MEMORY = 4 << 30
"""So many bytes a mutant may take."""

TESTS = {
    "clausetree.tree.walk": "tests/tree/test_walk.py",
    "clausetree.tree.answers": "tests/tree/test_answers.py",
    "clausetree.tree.intervals": "tests/tree/test_intervals.py",
    "clausetree.tree.scalar": "tests/tree/test_scalar.py",
    "clausetree.tree.typed": "tests/tree/test_typed.py",
    "clausetree.tree.today": "tests/tree/test_today.py",
    "clausetree.tree.typed_number": "tests/tree/test_typed_number.py",
    "clausetree.tree.numbers": "tests/tree/test_numbers.py",
    "clausetree.tree.paths.search_states": "tests/tree/paths/test_search_states.py",
    "clausetree.tree.paths.memory": "tests/tree/paths/test_memory.py",
    "clausetree.tree.paths.state_graph": "tests/tree/paths/test_state_graph.py",
    "clausetree.tree.paths.cover": "tests/tree/paths/test_cover.py",
    "clausetree.tree.paths.fewest": "tests/tree/paths/test_fewest_by_hand.py",
    "clausetree.tree.binding.binding": "tests/tree/binding/test_binding.py",
    "clausetree.tree.binding.duty_strength": "tests/tree/binding/test_duty_strength.py",
    "clausetree.tree.binding.orders": "tests/tree/binding/test_orders.py",
    "clausetree.tree.binding.clause_times": "tests/tree/binding/test_clause_times.py",
    "clausetree.tree.mutation.unnoticed": "tests/tree/mutation/test_unnoticed_by_hand.py",
    "clausetree.tree.deadlines.calendar": "tests/tree/deadlines/test_counting.py",
    "clausetree.tree.deadlines.counting": "tests/tree/deadlines/test_counting.py",
    "clausetree.tree.checking.one_answer": "tests/tree/checking/test_one_answer.py",
    "clausetree.tree.checking.unreached": "tests/tree/checking/test_unreached.py",
    "clausetree.tree.checking.circles": "tests/tree/checking/test_circles_by_hand.py",
    "clausetree.render.widget.conversation": "tests/render/widget/test_conversation_by_hand.py",
    "clausetree.render.widget.link": "tests/render/widget/test_link.py",
    "clausetree.history.alignment.align": "tests/history/alignment/test_align.py",
    "clausetree.history.alignment.similar_pairs": "tests/history/alignment/test_similar_pairs.py",
    "clausetree.history.alignment.assignment": "tests/history/alignment/test_assignment.py",
    "clausetree.history.alignment.certainty": "tests/history/alignment/test_certainty.py",
    "clausetree.history.alignment.chain": "tests/history/alignment/test_chain.py",
    "clausetree.history.alignment.context": "tests/history/alignment/test_context.py",
    "clausetree.history.alignment.similarity": "tests/history/alignment/test_similarity.py",
    "clausetree.history.alignment.margin": "tests/history/alignment/test_margin.py",
    "clausetree.history.alignment.candidates": "tests/history/alignment/test_candidates.py",
    "clausetree.history.alignment.units": "tests/history/alignment/test_units.py",
    "clausetree.history.alignment.weighing": "tests/history/alignment/test_weighing.py",
    "clausetree.history.former_references": "tests/history/test_former_references.py",
    "clausetree.history.word_diff": "tests/history/test_word_diff.py",
    "clausetree.history.checking.anchor_meanings": "tests/history/checking/test_anchor_meanings.py",
    "clausetree.history.checking.check": "tests/history/checking/test_check.py",
    "clausetree.history.checking.accept": "tests/history/checking/test_accept.py",
    "clausetree.history.anchoring.put_back": "tests/history/anchoring/test_put_back.py",
}
"""The modules that decide, each with the tests beside it."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change: its line, what stands there, and what became what."""

    line: int
    text: str
    change: str
    code: CodeType


def main() -> None:
    """Print how many mutants of each module are killed."""
    if sys.flags.hash_randomization:
        # Sets would have another order each time.
        again = [sys.executable, "-m", "benchmarks.mutants", *sys.argv[1:]]
        os.execve(sys.executable, again, os.environ | {"PYTHONHASHSEED": "0"})
    asked = sys.argv[1:]
    sys.path.insert(0, str(ROOT / "build_tools"))
    for module, tests in TESTS.items():
        if not asked or module.removeprefix("clausetree.") in asked:
            judge(module, tests.split(), set(alike_in(module)), tell=bool(asked))


def judge(module: str, tests: list[str], alike: set[tuple[str, str]], *, tell: bool) -> None:
    """Print the figures of a module, and what survives if that is to be told."""
    path = ROOT / "build_tools" / Path(*module.split(".")).with_suffix(".py")
    if failed(tests):
        sys.exit(f"{module}: its tests fail as it is")
    begun, used = time.monotonic(), time.process_time()
    failed(tests)  # What is imported but once has been by now.
    limit = 3 + int(5 * (time.process_time() - used))
    mutants = list(mutants_of(path))
    left = [mutant for mutant in mutants if not killed(module, mutant, tests, limit)]
    same = [mutant for mutant in left if (mutant.text, mutant.change) in alike]
    every, dead = len(mutants), len(mutants) - len(left)
    shares = (f"{100 * dead / max(1, of):5.1f} %" for of in (every, every - len(same)))
    killed_of, killed_of_others = shares
    print(
        f"{module:40} {every:4} mutants, {dead:4} killed ({killed_of}), {len(same):2} alike:"
        f" {killed_of_others} of the others; {time.monotonic() - begun:4.0f} s",
        flush=True,
    )
    for mutant in left if tell else ():
        mark = "alike" if mutant in same else "lives"
        print(f"  {mark} {path.relative_to(ROOT)}:{mutant.line}: {mutant.change}\n        {mutant.text}")


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module, from its first line to its last."""
    source = path.read_text(encoding="utf-8")
    tree, lines = ast.parse(source), source.splitlines()
    for line, change in changes(tree):
        yield Mutant(line, lines[line - 1].strip(), change, compile(tree, str(path), "exec", dont_inherit=True))


def alike_in(module: str) -> Iterator[tuple[str, str]]:
    """Yield the line and the change of what is known to change nothing in a module."""
    for block in ALIKE.read_text(encoding="utf-8").split("\n\n"):
        name, *lines = (line.strip() for line in block.splitlines())
        if name == module:
            yield lines[0], lines[1]


class Instead(MetaPathFinder, Loader):
    """Imports a mutant instead of its module."""

    def __init__(self, module: str, mutant: Mutant) -> None:
        self._module, self._mutant = module, mutant

    def find_spec(self, fullname: str, _: object, __: object = None) -> ModuleSpec | None:
        return spec_from_loader(fullname, self) if fullname == self._module else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._mutant.code, module.__dict__)


def killed(module: str, mutant: Mutant, tests: list[str], limit: int) -> bool:
    """Return whether the tests fail, or do not end in `limit` seconds of work, with this mutant."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))  # ends the process
    signal.alarm(20 * limit)  # so does this, where it waits for something
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.meta_path.insert(0, Instead(module, mutant))
    status = 1
    try:
        status = int(failed(tests))
    finally:
        os._exit(status)


def failed(tests: list[str]) -> bool:
    """Run tests with everything of ours imported anew, and return whether one fails. Other packages stay."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("clausetree", "tests")]:
        del sys.modules[name]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return (
            pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", *(str(ROOT / t) for t in tests)])
            != 0
        )


if __name__ == "__main__":
    main()
