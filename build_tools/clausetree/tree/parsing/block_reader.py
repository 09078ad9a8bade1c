"""Reading the lines of a block, with a fault in one line costing no more than that line."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from clausetree.report.closest import closest
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import MARKDOWN_KEYWORDS, MarkdownRule, Rules, StatementRule
from clausetree.tree.language.lexer import Token, TokenKind, lex
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.statements import read_note_condition
from clausetree.tree.layout.layout import TAB, Block
from clausetree.tree.parsing.recovered_blocks import gives_an_answer, keyword_of, line_text
from clausetree.tree.parsing.recovered_indent import LIKE, recovered_indent, take_statements, take_text_lines
from clausetree.tree.parsing.text_reader import read_text_block
from clausetree.tree.parsing.values import BlockValues
from clausetree.tree.problems.lines import (
    BadAddress,
    BadIndent,
    Repeated,
    StrangeCharacter,
    UnclosedText,
    UnknownKeyword,
)
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import ForeignMarkdown
from clausetree.tree.recovery.bounds import date_and_time
from clausetree.tree.recovery.lines import begins_condition, recovered_line
from clausetree.tree.recovery.other_words import is_keyword, purpose_of
from clausetree.tree.syntax import AcknowledgeSyntax, NoteSyntax, Text

_ALONE = 2
"""The tokens of a line with a keyword alone: that, and its end."""


class BlockReader:
    """Reads the lines of one block, and collects what is wrong with them.

    The block is not `whole` when something in it could not be read, so that what is missing may be there.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[TreeProblem] = []
        self.acknowledged: list[AcknowledgeSyntax] = []
        self.whole = True

    def or_none[T](self, line: Line, reader: Callable[[], T]) -> T | None:
        """Return what `reader` reads from the rest of the line, or None and a problem."""
        value: T | None = None
        try:
            value = reader()
            line.finish()
        except BrokenLine as broken:
            line.problems += [] if line.misleading else [broken.problem]
            value, self.whole = None, False
        unread = [problem for problem in line.problems if not isinstance(problem, ForeignMarkdown | BadAddress)]
        recovered = recovered_line(line) if unread else None
        if recovered is None:
            self.problems += line.problems
            return value
        self.problems += [recovered, *(problem for problem in line.problems if problem not in unread)]
        self.whole = False
        return None

    def open(
        self, block: Block, inside: BlockKind | None, allowed: tuple[str, ...], indent: int, *, after_lost: bool
    ) -> Line | None:
        """Return the line of `block`, or None and a problem when its keyword is not allowed.

        The line stands `inside` a kind of block, or is (None) the first of a block. With nothing in `allowed`,
        any word may begin it. `indent` is how far in it should stand.
        Several lines in a row that belong nowhere are one fault: what is `after_lost` is passed over, unless
        it begins with a keyword of another block.
        """
        if block.comment:
            return None
        tokens, problems = lex(self.source, self._lexed(block, allowed))
        first = tokens[0]
        known = not allowed or first.text in allowed
        ours = is_keyword(first.text)
        near = first.text if known else None
        if not (known or ours):
            like = LIKE if purpose_of(first.text) else 0.6
            near = date_and_time(tokens, allowed) or closest(first.text.lower(), allowed, like)
        if first.kind is not TokenKind.WORD or near is None:
            self.whole = False
            if not after_lost or (ours and indent):
                ends = first.kind is TokenKind.END
                self.problems += problems if ends else [self._unknown(first, inside, allowed, None)]
            return None
        if block.misplaced:
            self.problems.append(BadIndent(block.span, indent))
        if not known:
            self.problems.append(self._unknown(first, inside, allowed, near))
            tokens[:1] = [first._replace(text=word) for word in near.split()]
        misleading = any(isinstance(problem, StrangeCharacter | UnclosedText) for problem in problems)
        return Line(self.source, tokens, problems, misleading=misleading)

    def _lexed(self, block: Block, allowed: tuple[str, ...]) -> Span:
        """Return what of a line consists of tokens: where words stand beneath, its keyword and condition."""
        keyword = keyword_of(self.source, block)
        conditional = keyword == "note" and begins_condition(line_text(self.source, block).removeprefix("note"))
        if keyword in allowed and keyword in MARKDOWN_KEYWORDS and not conditional:
            return Span(block.span.start, block.span.start + len(keyword))
        return block.span

    def _unknown(
        self, first: Token, inside: BlockKind | None, allowed: tuple[str, ...], near: str | None
    ) -> UnknownKeyword:
        found = self.source.text[first.span.start : first.span.end]
        return UnknownKeyword(first.span, found, inside, allowed, near)

    def values(
        self,
        block: Block,
        inside: BlockKind,
        rules: Rules,
        other: StatementRule | None = None,
    ) -> BlockValues:
        """Read the lines beneath `block`; `other` reads those that begin with no keyword."""
        values = BlockValues()
        indent = recovered_indent(self.source, block, rules)
        waiting = block.children[::-1]
        lost = False
        while waiting:
            child = waiting.pop()
            child.misplaced = child.indent != indent
            line = self.open(child, inside, self._allowed(child, rules, other), indent, after_lost=lost)
            lost = line is None and (lost or not child.comment)
            if line is None:
                values.whole = values.whole and child.comment
                continue
            keyword = line.next
            rule = rules.get(keyword.text) or other
            assert rule is not None, "a keyword without a rule was refused"
            line.gives = rule is other
            match rule:
                case MarkdownRule():
                    waiting += take_statements(self.source, child, rules)[::-1]
                    self._take_words(child, waiting, rules, indent)
                    words = self._markdown(child, line)
                    if rule.takes_condition:
                        values.add(keyword.text, self._note(line, words, values, inside))
                    else:
                        self._check_once(values, keyword, inside)
                        self.problems += line.problems
                        values.add(keyword.text, words)
                case StatementRule():
                    if not rule.several:
                        self._check_once(values, keyword, inside)
                    self._statement(values, line, rule)
                    # Nothing stands beneath such a line: what does was meant to stand beside it.
                    waiting += [b for b in child.children if not b.comment][::-1]
                case _:
                    assert_never(rule)
        return values

    def _check_once(self, values: BlockValues, keyword: Token, inside: BlockKind) -> None:
        if values.has(keyword.text):
            self.problems.append(Repeated(keyword.span, keyword.text, inside))

    def _note(
        self, line: Line, words: Text | None, values: BlockValues, inside: BlockKind
    ) -> NoteSyntax | None:
        """NOTE = "note" [ WHEN ] MARKDOWN."""
        if len(line.ahead(3)) > _ALONE:
            when = self.or_none(line, lambda: read_note_condition(line))
            return NoteSyntax(words, when) if words and when else None
        if any(note.when is None for note in values.all(NoteSyntax)):
            self.problems.append(Repeated(line.next.span, line.keyword, inside))
        self.problems += line.problems
        return NoteSyntax(words) if words else None

    def _statement(self, values: BlockValues, line: Line, rule: StatementRule) -> None:
        keyword = line.keyword
        value = self.or_none(line, lambda: rule.read(line))
        if isinstance(value, AcknowledgeSyntax):
            self.acknowledged.append(value)
        values.add(keyword, value)
        values.whole = values.whole and value is not None

    def _take_words(self, block: Block, waiting: list[Block], rules: Rules, indent: int) -> None:
        """Put beneath `block` the words that stand right below it and not further in, when it has none."""
        if not block.children:
            block.children = take_text_lines(self.source, waiting, rules)
            self.problems += [BadIndent(words.span, indent + TAB) for words in block.children[:1]]

    def _allowed(self, line: Block, rules: Rules, other: StatementRule | None) -> tuple[str, ...]:
        """Return the words that may begin a line, or nothing when any may."""
        words = line_text(self.source, line).split()
        if other and is_keyword(words[0]) and not gives_an_answer(words):
            return tuple(rules)
        if other and (gives_an_answer(words) or not closest(words[0].lower(), rules)):
            return ()
        return tuple(rules)

    def _markdown(self, block: Block, line: Line) -> Text | None:
        """MARKDOWN = the lines indented beneath the keyword, as they stand, without comments."""
        words, problems = read_text_block(self.source, block, line.keyword, self._lexed(block, (line.keyword,)))
        self.problems += problems
        return words
