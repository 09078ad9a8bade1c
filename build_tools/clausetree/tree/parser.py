"""Text to syntax. Every fault is collected; nothing is raised for what an author did."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from clausetree.report.closest import closest
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree import statements as read
from clausetree.tree.layout import TAB, Block, layout
from clausetree.tree.lexer import Kind, Token, lex, unreadable
from clausetree.tree.line import BrokenLine, Line
from clausetree.tree.parts import Parts
from clausetree.tree.phrases import read_name, read_text
from clausetree.tree.problems import (
    BadIndent,
    EmptyText,
    Missing,
    NotUtf8,
    Problem,
    Repeated,
    StrangeCharacter,
    UnclosedText,
    UnknownKeyword,
    WordsBeside,
)
from clausetree.tree.syntax import (
    BranchSyntax,
    ChoiceSyntax,
    ContactSyntax,
    DutySyntax,
    ExpectSyntax,
    GivenSyntax,
    LinkSyntax,
    MeasureSyntax,
    Name,
    NodeSyntax,
    OptionSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RoleSyntax,
    RouteSyntax,
    ScenarioSyntax,
    StepSyntax,
    Text,
    TreeSyntax,
    VisitSyntax,
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a line of one keyword is read, and whether a block may have several such lines."""

    read: Callable[[Line], object]
    several: bool = False


_MARKDOWN = _Rule(lambda line: line.read())
"""The keyword alone; its Markdown stands beneath it."""

_COMMENT = re.compile(r"\s*#(?:\s|$)")
"""A comment among words: `#` and a space. `#care` is a word."""

_CITES = _Rule(read.read_cites, several=True)
_DUTY = _Rule(read.read_duty, several=True)
_TREE = {
    "policy": _Rule(read.read_policy),
    "basis": _Rule(read.read_basis),
    "start": _Rule(read.read_start),
    "about": _MARKDOWN,
    "role": _Rule(read.read_role, several=True),
}
_QUESTION = {
    "cites": _CITES,
    "help": _MARKDOWN,
    "option": _Rule(read.read_option, several=True),
    "many": _Rule(read.read_choice, several=True),
    "none": _Rule(read.read_choice),
    "number": _Rule(read.read_measure),
    "date": _Rule(read.read_measure),
    "then": _Rule(read.read_then),
}
_SAID = {"cites": _CITES, "note": _MARKDOWN, **dict.fromkeys(read.STRENGTH_WORDS, _DUTY)}
_STEP = {**_SAID, "then": _Rule(read.read_then)}
_OUTCOME = {
    **_SAID,
    "contact": _Rule(read.read_contact, several=True),
    "link": _Rule(read.read_link, several=True),
    "then": _Rule(read.read_next_tree),
}
_ROUTE = {
    "when": _Rule(read.read_branch, several=True),
    "otherwise": _Rule(read.read_otherwise),
}
_SCENARIO = {"ends": _Rule(read.read_ends), "expects": _Rule(read.read_expect, several=True)}
_GIVEN = _Rule(read.read_given, several=True)
_FILE = {
    "tree": _TREE,
    "question": _QUESTION,
    "step": _STEP,
    "route": _ROUTE,
    "visit": {},
    "outcome": _OUTCOME,
    "scenario": _SCENARIO,
}

WORDS_BENEATH = ("about", "help", "note")
"""The keywords that stand alone, with Markdown beneath them."""

KEYWORDS = {block: tuple(rules) for block, rules in _FILE.items()}
"""The words that a block begins with, and those that the lines beneath it begin with."""

_NEEDED = {"policy": "policy social-media", "basis": "basis clauses", "start": "start first-question"}
"""What every tree says of itself, each with an example."""


def parse_tree(source: Source) -> tuple[TreeSyntax | None, list[Problem]]:
    """Return the tree that `source` states, and everything in it that cannot be read.

    The tree is None when the text has no readable line `tree NAME "TITLE"`. With problems, the tree
    holds what could be read, so that its names can still be checked.
    """
    problems = unreadable(source)
    if any(isinstance(problem, NotUtf8) for problem in problems):
        return None, problems
    parser = _Parser(source)
    tree = parser.file()
    return tree, [*problems, *parser.problems]


class _Parser:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.whole = True

    def file(self) -> TreeSyntax | None:
        """FILE = TREE { QUESTION | STEP | ROUTE | VISIT | OUTCOME | SCENARIO }."""
        trees: list[TreeSyntax] = []
        nodes: list[NodeSyntax] = []
        scenarios: list[ScenarioSyntax] = []
        met: set[str] = set()
        lost = False
        for block in self._blocks():
            line = self._open(block, "the file", tuple(_FILE), 0, after_lost=lost)
            lost = line is None and (lost or not block.comment)
            if line is None:
                continue
            keyword = line.read()
            if keyword.text == "tree" and "tree" in met:
                self.problems.append(Repeated(keyword.span, "`tree`", "the file"))
            met.add(keyword.text)
            match self._block(keyword.text, line, block):
                case TreeSyntax() as tree:
                    trees.append(tree)
                case ScenarioSyntax() as scenario:
                    scenarios.append(scenario)
                case None:
                    pass
                case node:
                    nodes.append(node)
        if "tree" not in met and self.whole:
            example = 'tree employee-comments "Comments about a colleague"'
            self.problems.append(Missing(Span(0, 0), "`tree`", "The file", example))
        if not trees:
            return None
        return trees[0].with_blocks(tuple(nodes), tuple(scenarios), whole=self.whole)

    def _blocks(self) -> list[Block]:
        """Return the blocks of the file, each line put where its keyword belongs.

        A line whose place its keyword makes plain is odd where it stands, and read where it belongs.
        """
        found: list[Block] = []
        for block in layout(self.source):
            above = found[-1] if found else None
            if above and self._keyword(block) in _FILE.get(self._keyword(above), {}):
                block.odd = True
                above.children.append(block)
                continue
            found.append(block)
            strays = [child for child in block.children if self._begins_block(child)]
            block.children = [child for child in block.children if child not in strays]
            for stray in strays:
                stray.odd = True
            found += strays
        return found

    def _keyword(self, block: Block) -> str:
        return re.split(r"\W", self.source.text[block.span.start : block.span.end], maxsplit=1)[0]

    def _begins_block(self, block: Block) -> bool:
        # A question may be called `step`, and a scenario may answer it.
        words = self.source.text[block.span.start : block.span.end].split()
        return words[0] in _FILE and words[1:2] not in (["is"], ["includes"])

    def _block(self, keyword: str, line: Line, block: Block) -> TreeSyntax | NodeSyntax | ScenarioSyntax | None:
        match keyword:
            case "tree":
                return self._tree(line, block)
            case "question":
                return self._question(line, block)
            case "step":
                return self._step(line, block)
            case "route":
                return self._route(line, block)
            case "visit":
                return self._visit(line, block)
            case "outcome":
                return self._outcome(line, block)
            case _:
                return self._scenario(line, block)

    def _tree(self, line: Line, block: Block) -> TreeSyntax | None:
        """TREE = "tree" NAME TEXT { POLICY | BASIS | START | "about" MARKDOWN | ROLE }."""
        head = self._head(line, "the tree")
        parts = self._parts(block, "a tree", _TREE)
        if head is None:
            return None
        name, title = head
        for what, example in _NEEDED.items():
            if parts.whole and not parts.has(what):
                owner = f"Tree `{name.text}`"
                self.problems.append(Missing(name.span, f"`{what}`", owner, example))
        return TreeSyntax(
            self.source,
            name,
            title,
            policy=parts.one("policy", Name),
            basis=parts.one("basis", Name),
            start=parts.one("start", Name),
            about=parts.one("about", Text),
            roles=parts.all(RoleSyntax),
            nodes=(),
            scenarios=(),
        )

    def _question(self, line: Line, block: Block) -> QuestionSyntax | None:
        """QUESTION = "question" NAME TEXT { CITES | "help" MARKDOWN | OPTION | CHOICE | MEASURE | THEN }."""
        head = self._head(line, "the question")
        parts = self._parts(block, "a question", _QUESTION)
        if head is None:
            return None
        return QuestionSyntax(
            *head,
            cites=parts.names("cites"),
            help=parts.one("help", Text),
            options=parts.all(OptionSyntax),
            choices=parts.all(ChoiceSyntax, "many"),
            none=parts.one("none", ChoiceSyntax),
            measure=parts.one("number", MeasureSyntax) or parts.one("date", MeasureSyntax),
            then=parts.one("then", Name),
        )

    def _step(self, line: Line, block: Block) -> StepSyntax | None:
        """STEP = "step" NAME TEXT { CITES | "note" MARKDOWN | DUTY | THEN }."""
        head = self._head(line, "the step")
        parts = self._parts(block, "a step", _STEP)
        if head is None:
            return None
        return StepSyntax(
            *head,
            cites=parts.names("cites"),
            note=parts.one("note", Text),
            duties=parts.all(DutySyntax),
            then=parts.one("then", Name),
        )

    def _outcome(self, line: Line, block: Block) -> OutcomeSyntax | None:
        """OUTCOME = "outcome" NAME TEXT { CITES | "note" MARKDOWN | DUTY | CONTACT | LINK | NEXT }."""
        head = self._head(line, "the outcome")
        parts = self._parts(block, "an outcome", _OUTCOME)
        if head is None:
            return None
        return OutcomeSyntax(
            *head,
            cites=parts.names("cites"),
            note=parts.one("note", Text),
            duties=parts.all(DutySyntax),
            contacts=parts.all(ContactSyntax),
            links=parts.all(LinkSyntax),
            next_tree=parts.one("then", Name),
        )

    def _route(self, line: Line, block: Block) -> RouteSyntax | None:
        """ROUTE = "route" NAME { BRANCH | OTHERWISE }."""
        name = self._or_none(line, lambda: read_name(line, "a name for the route"))
        parts = self._parts(block, "a route", _ROUTE)
        if name is None:
            return None
        return RouteSyntax(name, parts.all(BranchSyntax), parts.one("otherwise", Name))

    def _visit(self, line: Line, block: Block) -> VisitSyntax | None:
        """VISIT = "visit" NAME "then" TARGET."""
        self._parts(block, "a visit", {})
        return self._or_none(line, lambda: read.read_visit(line))

    def _scenario(self, line: Line, block: Block) -> ScenarioSyntax | None:
        """SCENARIO = "scenario" TEXT { GIVEN | ENDS | EXPECTS }."""
        title = self._or_none(line, lambda: read_text(line, "what happens"))
        parts = self._parts(block, "a scenario", _SCENARIO, other=_GIVEN)
        if title is None:
            return None
        if parts.whole and not parts.has("ends"):
            self.problems.append(Missing(title.span, "`ends`", "This scenario", "ends reported"))
        return ScenarioSyntax(
            title,
            given=parts.all(GivenSyntax),
            ends=parts.one("ends", Name),
            expects=parts.all(ExpectSyntax),
        )

    def _head(self, line: Line, what: str) -> tuple[Name, Text] | None:
        """HEAD = NAME TEXT."""
        return self._or_none(
            line,
            lambda: (read_name(line, f"a name for {what}"), read_text(line, f"the title of {what}")),
        )

    def _or_none[T](self, line: Line, reader: Callable[[], T]) -> T | None:
        """Return what `reader` reads from the rest of the line, or None and a problem."""
        try:
            value = reader()
            line.finish()
        except BrokenLine as broken:
            self.problems += [] if line.slipped else [broken.problem]
            self.whole = False
            return None
        return value

    def _open(
        self, block: Block, inside: str, allowed: tuple[str, ...], indent: int, *, after_lost: bool
    ) -> Line | None:
        """Return the line of `block`, or None and a problem when its keyword is not allowed.

        With nothing in `allowed`, any word may begin the line. `indent` is how far in it should stand.
        Several lines in a row that belong nowhere are one fault: what is `after_lost` is passed over.
        """
        if block.comment:
            return None
        tokens, problems = lex(self.source, self._lexed(block, allowed))
        first = tokens[0]
        known = not allowed or first.text in allowed
        near = first.text if known else closest(first.text.lower(), allowed)
        if first.kind is not Kind.WORD or near is None:
            self.whole = False
            if not after_lost:
                ends = first.kind is Kind.END
                self.problems += problems if ends else [self._unknown(first, inside, allowed, None)]
            return None
        if block.odd:
            self.problems.append(BadIndent(block.span, indent))
        if not known:
            self.problems.append(self._unknown(first, inside, allowed, near))
            tokens[0] = replace(first, text=near)
        self.problems += problems
        slipped = any(isinstance(problem, StrangeCharacter | UnclosedText) for problem in problems)
        return Line(self.source, tokens, self.problems, slipped=slipped)

    def _lexed(self, block: Block, allowed: tuple[str, ...]) -> Span:
        """Return what of a line consists of tokens: where words stand beneath, its keyword alone."""
        keyword = self._keyword(block)
        if keyword in allowed and keyword in WORDS_BENEATH:
            return Span(block.span.start, block.span.start + len(keyword))
        return block.span

    def _unknown(self, first: Token, inside: str, allowed: tuple[str, ...], near: str | None) -> UnknownKeyword:
        found = self.source.text[first.span.start : first.span.end]
        return UnknownKeyword(first.span, found, inside, allowed, near)

    def _parts(
        self,
        block: Block,
        inside: str,
        rules: Mapping[str, _Rule],
        other: _Rule | None = None,
    ) -> Parts:
        """Read the lines beneath `block`; `other` reads those that begin with no keyword."""
        parts = Parts()
        indent = next((b.indent for b in block.children if not (b.comment or b.odd)), TAB)
        waiting = block.children[::-1]
        lost = False
        while waiting:
            child = waiting.pop()
            allowed = self._allowed(child, rules, other)
            line = self._open(child, inside, allowed, indent, after_lost=lost)
            lost = line is None and (lost or not child.comment)
            if line is None:
                parts.whole = parts.whole and child.comment
                continue
            keyword = line.next
            rule = rules.get(keyword.text) or other
            assert rule is not None, "a keyword without a rule was refused"
            if keyword.text in rules and not rule.several and parts.has(keyword.text):
                self.problems.append(Repeated(keyword.span, f"`{keyword.text}`", inside))
            if rule is _MARKDOWN:
                parts.add(keyword.text, self._markdown(child, keyword))
                continue
            value = self._or_none(line, lambda rule=rule, line=line: rule.read(line))  # type: ignore[misc]
            parts.add(keyword.text, value)
            parts.whole = parts.whole and value is not None
            # Nothing stands beneath such a line: what does was meant to stand beside it.
            beneath = [replace(b, odd=True) for b in child.children if not b.comment]
            waiting += beneath[::-1]
        return parts

    def _allowed(self, line: Block, rules: Mapping[str, _Rule], other: _Rule | None) -> tuple[str, ...]:
        """Return the words that may begin a line, or nothing when any may."""
        words = self.source.text[line.span.start : line.span.end].split()
        if other and (words[1:2] in (["is"], ["includes"]) or not closest(words[0].lower(), rules)):
            return ()
        return tuple(rules)

    def _markdown(self, block: Block, keyword: Token) -> Text | None:
        """MARKDOWN = the lines indented beneath the keyword, as they stand, without comments."""
        beside = self.source.text[keyword.span.end : block.span.end].strip()
        if beside and not beside.startswith("#"):
            self.problems.append(WordsBeside(block.span, keyword.text))
        first, last = (self.source.place(at)[0] for at in (block.span.end, block.end))
        lines = [self.source.line(number).expandtabs(TAB) for number in range(first + 1, last + 1)]
        kept = [line.rstrip() for line in lines if not _COMMENT.match(line)]
        words = textwrap.dedent("\n".join(kept)).strip("\n")
        if not words and not beside:
            self.problems.append(EmptyText(block.span, f"`{keyword.text}`"))
        return Text(words, Span(block.span.start, block.end)) if words else None
