"""A block of a file to what it states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language import statements as read
from clausetree.tree.language.keywords import (
    FILE,
    GIVEN,
    OUTCOME,
    QUESTION,
    ROUTE,
    SCENARIO,
    SHARED,
    STEP,
    TABLE,
    TREE,
    VISIT,
    WAIT,
)
from clausetree.tree.language.line import Line
from clausetree.tree.language.phrases import read_name, read_text, read_words
from clausetree.tree.layout.layout import Block
from clausetree.tree.parsing.block_memory import BlockRead, Made
from clausetree.tree.parsing.block_reader import BlockReader
from clausetree.tree.parsing.values import BlockValues
from clausetree.tree.problems.lines import Missing
from clausetree.tree.syntax import (
    AddsSyntax,
    BranchSyntax,
    ChoiceSyntax,
    ContactSyntax,
    DutySyntax,
    ExpectAsideSyntax,
    ExpectSyntax,
    ExpectTotalSyntax,
    GivenSyntax,
    LinkSyntax,
    MeasureSyntax,
    Name,
    NamedFactSyntax,
    NoteSyntax,
    OptionSyntax,
    OtherTreeSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RoleSyntax,
    RouteSyntax,
    RowSyntax,
    ScenarioSyntax,
    SharedSyntax,
    StepSyntax,
    TableSyntax,
    Text,
    TotalSyntax,
    TreeSyntax,
    UnsureSyntax,
    UsesSyntax,
    VisitSyntax,
)

_NEEDED = ("policy", "basis", "start")
"""What every tree says of itself."""


class BlockParser(BlockReader):
    """Reads one block of a file."""

    def block(self, block: Block, *, after_lost: bool) -> BlockRead:
        """Read the block. Of several in a row that belong nowhere, those `after_lost` are not told."""
        line = self.open(block, None, tuple(FILE), 0, after_lost=after_lost)
        keyword = line.read() if line else None
        kind = BlockKind(keyword.text) if keyword else None
        made = self._block(kind, line, block) if kind and line else None
        return BlockRead(
            kind,
            keyword.span if keyword else None,
            made,
            tuple(self.problems),
            tuple(self.acknowledged),
            self.whole,
        )

    def _block(self, kind: BlockKind, line: Line, block: Block) -> Made | None:
        match kind:
            case BlockKind.TREE:
                return self._tree(line, block)
            case BlockKind.QUESTION:
                return self._question(line, block)
            case BlockKind.STEP:
                return self._step(line, block)
            case BlockKind.WAIT:
                return self._wait(line, block)
            case BlockKind.ROUTE:
                return self._route(line, block)
            case BlockKind.TABLE:
                return self._table(line, block)
            case BlockKind.VISIT:
                return self._visit(line, block)
            case BlockKind.OUTCOME:
                return self._outcome(line, block)
            case BlockKind.SHARED:
                return self._shared(line, block)
            case BlockKind.SCENARIO:
                return self._scenario(line, block)
            case _:
                assert_never(kind)

    def _tree(self, line: Line, block: Block) -> TreeSyntax | None:
        """TREE = "tree" NAME TEXT { POLICY | BASIS | START | "about" MARKDOWN | ROLE | NAMED | TOTAL
        | ACKNOWLEDGE }.
        """
        heading = self._heading(line, "the tree")
        values = self.values(block, BlockKind.TREE, TREE)
        if heading is None:
            return None
        name, title = heading
        for keyword in _NEEDED:
            if values.whole and not values.has(keyword):
                self.problems.append(Missing(name.span, keyword, BlockKind.TREE, name.text))
        return TreeSyntax(
            self.source,
            name,
            title,
            policy=values.one("policy", Name),
            basis=values.one("basis", Name),
            start=values.one("start", Name),
            about=values.one("about", Text),
            roles=values.all(RoleSyntax),
            facts=values.all(NamedFactSyntax),
            nodes=(),
            scenarios=(),
            totals=values.all(TotalSyntax),
        )

    def _question(self, line: Line, block: Block) -> QuestionSyntax | None:
        """QUESTION = "question" NAME TEXT { CITES | "help" MARKDOWN | OPTION | CHOICE | UNSURE | MEASURE
        | ADDS | THEN | ACKNOWLEDGE }.
        """
        heading = self._heading(line, "the question")
        values = self.values(block, BlockKind.QUESTION, QUESTION)
        if heading is None:
            return None
        return QuestionSyntax(
            *heading,
            cites=values.cited(),
            help=values.one("help", Text),
            options=values.all(OptionSyntax),
            choices=values.all(ChoiceSyntax, "many"),
            none=values.one("none", ChoiceSyntax),
            measure=next(iter(values.all(MeasureSyntax)), None),
            then=values.one("then", Name),
            adds=values.all(AddsSyntax),
            unsure=values.one("unsure", UnsureSyntax),
        )

    def _step(self, line: Line, block: Block) -> StepSyntax | OutcomeSyntax | None:
        """STEP = "step" NAME TEXT { CITES | NOTE | DUTY | USES | CONTACT | LINK | THEN | NEXT
        | ACKNOWLEDGE }.
        """
        values = self.values(block, BlockKind.STEP, STEP)
        if isinstance(values.one("then", Name), OtherTreeSyntax):
            return self._end(line, values, BlockKind.STEP)
        return self._to_do(line, values, BlockKind.STEP)

    def _wait(self, line: Line, block: Block) -> StepSyntax | None:
        """WAIT = "wait" NAME TEXT { CITES | NOTE | DUTY | USES | CONTACT | LINK | THEN
        | ACKNOWLEDGE }.
        """
        return self._to_do(line, self.values(block, BlockKind.WAIT, WAIT), BlockKind.WAIT)

    def _to_do(self, line: Line, values: BlockValues, kind: BlockKind) -> StepSyntax | None:
        heading = self._heading(line, f"the {kind}")
        if heading is None:
            return None
        return StepSyntax(
            *heading,
            cites=values.cited(),
            notes=values.all(NoteSyntax),
            duties=values.all(DutySyntax),
            contacts=values.all(ContactSyntax),
            links=values.all(LinkSyntax),
            then=values.one("then", Name),
            uses=tuple(_uses(values)),
            waits=kind is BlockKind.WAIT,
        )

    def _outcome(self, line: Line, block: Block) -> OutcomeSyntax | None:
        """OUTCOME = "outcome" NAME TEXT { CITES | NOTE | DUTY | USES | CONTACT | LINK | NEXT
        | ACKNOWLEDGE }.
        """
        return self._end(line, self.values(block, BlockKind.OUTCOME, OUTCOME), BlockKind.OUTCOME)

    def _end(self, line: Line, values: BlockValues, kind: BlockKind) -> OutcomeSyntax | None:
        heading = self._heading(line, f"the {kind}")
        if heading is None:
            return None
        return OutcomeSyntax(
            *heading,
            cites=values.cited(),
            notes=values.all(NoteSyntax),
            duties=values.all(DutySyntax),
            contacts=values.all(ContactSyntax),
            links=values.all(LinkSyntax),
            next_trees=values.all(OtherTreeSyntax),
            uses=tuple(_uses(values)),
        )

    def _shared(self, line: Line, block: Block) -> SharedSyntax | None:
        """SHARED = "shared" NAME { NOTE | DUTY | CONTACT | LINK | ACKNOWLEDGE }."""
        name = self.or_none(line, lambda: read_name(line, "a name for the shared lines"))
        values = self.values(block, BlockKind.SHARED, SHARED)
        if name is None:
            return None
        return SharedSyntax(
            name,
            notes=values.all(NoteSyntax),
            duties=values.all(DutySyntax),
            contacts=values.all(ContactSyntax),
            links=values.all(LinkSyntax),
        )

    def _route(self, line: Line, block: Block) -> RouteSyntax | None:
        """ROUTE = "route" NAME { BRANCH | OTHERWISE | ACKNOWLEDGE }."""
        name = self.or_none(line, lambda: read_name(line, "a name for the route"))
        values = self.values(block, BlockKind.ROUTE, ROUTE)
        if name is None:
            return None
        return RouteSyntax(name, values.all(BranchSyntax), values.one("otherwise", Name))

    def _table(self, line: Line, block: Block) -> TableSyntax | None:
        """TABLE = "table" NAME { COLUMNS | FIRST | ROW | OTHERWISE | ACKNOWLEDGE }."""
        name = self.or_none(line, lambda: read_name(line, "a name for the table"))
        values = self.values(block, BlockKind.TABLE, TABLE)
        if name is None:
            return None
        if values.whole and not values.has("columns"):
            self.problems.append(Missing(name.span, "columns", BlockKind.TABLE, name.text))
            self.whole = False
        return TableSyntax(
            name,
            columns=values.one("columns", tuple) or (),
            rows=tuple(_numbered_rows(values)),
            first=values.one("first", Name),
            otherwise=values.one("otherwise", Name),
        )

    def _visit(self, line: Line, block: Block) -> VisitSyntax | None:
        """VISIT = "visit" NAME "then" TARGET { ADDS | ACKNOWLEDGE }."""
        values = self.values(block, BlockKind.VISIT, VISIT)
        visit = self.or_none(line, lambda: read.read_visit(line))
        return visit and replace(visit, adds=values.all(AddsSyntax))

    def _scenario(self, line: Line, block: Block) -> ScenarioSyntax | None:
        """SCENARIO = "scenario" TEXT { GIVEN | ENDS | EXPECTS | ACKNOWLEDGE }."""
        title = self.or_none(line, lambda: read_text(line, "what happens"))
        values = self.values(block, BlockKind.SCENARIO, SCENARIO, other=GIVEN)
        if title is None:
            return None
        if values.whole and not values.has("ends"):
            self.problems.append(Missing(title.span, "ends", BlockKind.SCENARIO, ""))
        return ScenarioSyntax(
            title,
            given=values.all(GivenSyntax),
            ends=values.one("ends", Name),
            expects=values.all(ExpectSyntax),
            totals=values.all(ExpectTotalSyntax),
            asides=values.all(ExpectAsideSyntax),
        )

    def _heading(self, line: Line, what: str) -> tuple[Name, Text] | None:
        """HEAD = NAME TEXT."""
        return self.or_none(
            line,
            lambda: (read_name(line, f"a name for {what}"), read_words(line, f"the title of {what}")),
        )


def _numbered_rows(values: BlockValues) -> Iterator[RowSyntax]:
    """Yield the rows that could be read, each with its number among all."""
    for number, row in enumerate(values.in_order("row"), 1):
        if isinstance(row, RowSyntax):
            yield replace(row, number=number)


def _uses(values: BlockValues) -> Iterator[UsesSyntax]:
    """Yield what a block uses, each behind the lines of the same kind that are written before it."""
    before = Counter[type]()
    for value in values.in_order():
        before[type(value)] += 1
        if isinstance(value, UsesSyntax):
            kinds = NoteSyntax, DutySyntax, ContactSyntax, LinkSyntax
            yield UsesSyntax(value.name, *(before[kind] for kind in kinds))
