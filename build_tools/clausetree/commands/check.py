"""`clausetree check`: say everything that is wrong, and change nothing."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from clausetree.commands.places import STANDARD_INPUT, add_name, add_places, folders_of, standard_input
from clausetree.commands.terminal import add_colour, count, ink_for
from clausetree.publish.loading.parsed_again import mutants_tried
from clausetree.publish.loading.readers import anew_on
from clausetree.publish.loading.reading import Reading, named_trees, read_site
from clausetree.report.data import to_json
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.grouped import Group, grouped
from clausetree.report.source import Source
from clausetree.tree.problems.scenarios import Unnoticed
from clausetree.tree.scalar import scalar_phrase
from clausetree.tree.scale import DateScale
from clausetree.tree.wording import to_diagnostic

NAME = "check"
HELP = "say everything that is wrong with the policies and the trees"
ABOUT = """\
Say everything that is wrong with the policies and the trees, all at once: the file and line, what is
wrong, and what to do. Nothing is changed. Each message has a code, such as T202; the page
authoring/errors/T202/ of the site explains it with an example.

With --faults, single faults are put into each sound tree, such as a duty of somebody else, a limit that is
one off or a line that leads elsewhere. Each that would send a reader the wrong way, and that no scenario
would notice, is listed. Nothing is written into your files.

Name files or folders to hear about those alone. Without any, everything is checked, and so is whether
every published link to a clause is still good."""
EXAMPLES = """\
examples:
  clausetree check                          everything
  clausetree check trees/evidence.tree      one tree
  clausetree check --faults                 would your scenarios notice a slip?
  clausetree check --format json            for another program
  clausetree check - --name trees/x.tree    what an editor holds and has not saved

It ends with 0 when there is no error (there may be warnings), with 1 when there is one, and with 2 when
the command cannot be understood or a file is not there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to check, and how to say what was found."""
    what = "a tree, a policy, a folder, or - for a tree on standard input"
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=what)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to say it (text)")
    faults = "try faults in each tree, and list those that its scenarios would not notice"
    parser.add_argument("--faults", action="store_true", help=faults)
    add_name(parser)
    add_colour(parser)
    add_places(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every diagnostic, and how many there are."""
    paths: list[Path] = arguments.paths
    missing = [path for path in paths if path != STANDARD_INPUT and not _can_be_checked(path)]
    for path in missing:
        print(f"{path} is not a tree (.tree), a policy (.md) or a folder that is there.", file=sys.stderr)
    if missing:
        return 2
    named = dict(named_trees(path for path in paths if path != STANDARD_INPUT))
    if STANDARD_INPUT in paths:
        named |= [standard_input(arguments.name)]
    today = date.today()
    reading = read_site(folders_of(arguments), named, anew_on(today))
    found = reading.within([*paths, *named]) if paths else reading.all()
    sound = _sound(reading, named.values() if paths else reading.sources)
    tried = mutants_tried(reading, sound) if arguments.faults else []
    found += [to_diagnostic(Unnoticed(t.mutant.span, t.mutant.what), t.source) for t in tried if not t.noticed]
    if arguments.format == "json":
        print(to_json(found), end="")
    else:
        groups = grouped(found)
        _print_text(groups, arguments.color)
        if arguments.faults:
            noticed = sum(each.noticed for each in tried)
            print(f"{count(len(tried), 'fault')} that would matter tried, {noticed} noticed.")
        for line in _calendar_lines(reading, today):
            print(line)
        print(_count_line([each.first for each in groups], len(sound)))
    return 1 if any(each.severity is Severity.ERROR for each in found) else 0


def _can_be_checked(path: Path) -> bool:
    return path.is_dir() or (path.is_file() and path.suffix in (".tree", ".md", ".yml"))


def _print_text(groups: Iterable[Group], colour: str) -> None:
    ink = ink_for(colour, sys.stdout)
    for each in groups:
        print(each.text(ink))


_GOOD_TIME = timedelta(days=366)


def _calendar_lines(reading: Reading, today: date) -> Iterator[str]:
    """Yield what is to be done about a calendar by which deadlines are counted, and which ends."""
    used = any(procedure.calendar for procedure in reading.procedures.all)
    if used and reading.calendar and date.fromordinal(reading.calendar.last) < today + _GOOD_TIME:
        last = scalar_phrase(DateScale.DATE, reading.calendar.last)
        told = "Readers are told no deadline that ends later: give `to` a later year."
        yield f"docs/calendar.yml has no days after {last}. {told}"


def _sound(reading: Reading, sources: Iterable[Source]) -> list[Source]:
    broken = {d.source.name for d in reading.procedures.diagnostics if d.severity is Severity.ERROR}
    return [source for source in sources if source.name not in broken]


def _count_line(found: Sequence[Diagnostic], sound: int) -> str:
    kinds = Counter(diagnostic.severity for diagnostic in found)
    counts = [count(sound, "sound tree"), count(kinds[Severity.ERROR], "error")]
    counts.append(count(kinds[Severity.WARNING], "warning"))
    known = kinds[Severity.ACKNOWLEDGED]
    return f"{', '.join(counts)}{f', {known} acknowledged' if known else ''}."
