"""A site's folder that is read again and again while somebody edits it: only what has changed is read anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import is_

from clausetree.history.policies import Policies
from clausetree.history.registry import Registry
from clausetree.policy.clause import Published
from clausetree.policy.front_matter.positions import KeyPositions
from clausetree.policy.policy import Policy
from clausetree.publish.calendars.reading import CalendarRead
from clausetree.publish.loading.readers import Readers
from clausetree.publish.loading.reading import Reading, read_with
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.policies import parse_anew
from clausetree.publish.sources.settings_file import Folders
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.tree.checking.checks import TreeReaders, check_tree
from clausetree.tree.checking.visit_ends import spoken_of
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.model import Tree
from clausetree.tree.parsing.block_memory import BlockMemory
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.procedures import Procedures, procedures_of
from clausetree.tree.syntax import TreeSyntax

type _ParsedTree = tuple[TreeSyntax | None, list[TreeProblem]]
type _CheckedTree = tuple[Tree | None, list[TreeProblem]]


@dataclass(frozen=True, slots=True)
class _Given:
    """What a tree was checked with. Values that were read once are told apart by being those very ones."""

    read: tuple[object, ...]
    titles: Mapping[str, str]

    def is_same(self, other: _Given) -> bool:
        same = len(self.read) == len(other.read)
        return same and all(map(is_, self.read, other.read)) and self.titles == other.titles


@dataclass(slots=True)
class RememberedReading:
    """What was read of the site in `folders`, and reads it again as it is now.

    `read_calendar` reads the file of the calendar, and `today` says what is past, where it is known.
    """

    folders: Folders
    read_calendar: Callable[[Source], CalendarRead]
    today: date | None = None
    _place: Workplace | None = None
    _policies: dict[str, tuple[str, tuple[Policy | None, list[Diagnostic]]]] = field(default_factory=dict)
    _parsed: dict[str, tuple[Source, _ParsedTree]] = field(default_factory=dict)
    _blocks: defaultdict[str, BlockMemory] = field(default_factory=lambda: defaultdict(BlockMemory))
    _checked: dict[str, tuple[_Given, _CheckedTree]] = field(default_factory=dict)

    def read(self, *, only_trees: bool = False) -> Reading:
        """Read the site. When `only_trees` have changed since the last time, nothing else is looked at.

        Raises `OSError` for a file that cannot be read.
        """
        readers = Readers(self._parse_policy, self._read_trees, self.read_calendar)
        if not only_trees or self._place is None:
            self._place = open_workplace(self.folders, readers)
        return read_with(self._place, {}, readers)

    def _parse_policy(
        self,
        source: Source,
        meta: Mapping[str, object],
        references: Mapping[str, str],
        published: Published,
        places: KeyPositions | None,
    ) -> tuple[Policy | None, list[Diagnostic]]:
        told = sorted(meta.items()), sorted(references.items()), sorted(published.items())
        known = repr((source.text, *told))
        kept = self._policies.get(source.name)
        if kept is None or kept[0] != known:
            kept = known, parse_anew(source, meta, references, published, places)
            self._policies[source.name] = kept
        return kept[1]

    def _read_trees(
        self, sources: Sequence[Source], policies: Policies, calendar: Calendar | None, _: str
    ) -> Procedures:
        today = self.today.toordinal() if self.today else None
        readers = TreeReaders(self._parse_tree, self._check_tree)
        return procedures_of(sources, policies.registry, calendar, today, readers)

    def _parse_tree(self, source: Source) -> _ParsedTree:
        kept = self._parsed.get(source.name)
        if kept is None or kept[0] != source:
            kept = source, parse_tree(source, self._blocks[source.name])
            self._parsed[source.name] = kept
        return kept[1]

    def _check_tree(
        self,
        syntax: TreeSyntax,
        registry: Registry,
        titles: Mapping[str, str],
        calendar: Calendar | None,
        sound: Mapping[str, TreeSyntax],
    ) -> _CheckedTree:
        # Of other trees it is asked where those end whose end it speaks of.
        visited = [sound[tree] for tree in sorted(spoken_of(syntax) & sound.keys())]
        given = _Given((syntax, registry, calendar, *visited), dict(titles))
        kept = self._checked.get(syntax.source.name)
        if kept is None or not kept[0].is_same(given):
            kept = given, check_tree(syntax, registry, titles, calendar, sound)
            self._checked[syntax.source.name] = kept
        # The list of problems is the caller's own to add to.
        tree, problems = kept[1]
        return tree, [*problems]
