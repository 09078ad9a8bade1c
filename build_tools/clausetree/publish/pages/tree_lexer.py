"""The tree language for Pygments, so that pages and other programs can colour it.

It never judges: whatever cannot be read stays plain, because examples of faults are coloured too.
"""

from __future__ import annotations

import re
from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups, this, using, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text, Whitespace

from clausetree.policy.citing.citations import CITED
from clausetree.report.names import NAME
from clausetree.tree.language.keywords import KEYWORDS, MARKDOWN_KEYWORDS
from clausetree.tree.language.statements import STRENGTH_WORDS
from clausetree.tree.numbers import CURRENCY_SIGNS, FIGURES, MINUS

_LINES = {word for beneath in KEYWORDS.values() for word in beneath}
_JOINING = ("and", "or", "not", "is", "includes", "when", "then", "times", "to", "tree", "up")
TEXT_BLOCK = (
    rf"^([ \t]*)({'|'.join(MARKDOWN_KEYWORDS)})([ \t]*)(when\b[^#\n]*)?(#.*)?(\n)"
    r"((?:(?:\1[ \t]+\S.*|[ \t]*)(?:\n|\Z))+)"
)
# A scenario may answer a question that is called `step`: "step is yes".
_NO_ANSWER = r"(?!\s+(?:is|includes)\b)"


class TreeLexer(RegexLexer):
    """Procedures written as trees."""

    name = "Clausetree"
    url = ""
    aliases: ClassVar[list[str]] = ["tree", "clausetree"]
    filenames: ClassVar[list[str]] = ["*.tree"]
    flags = re.MULTILINE

    tokens: ClassVar[dict[str, list[object]]] = {
        "root": [
            (r"\n", Whitespace),
            (
                # The lines of Markdown beneath a keyword: those further in than it stands.
                TEXT_BLOCK,
                bygroups(Whitespace, Keyword, Whitespace, using(this), Comment.Single, Whitespace, String.Doc),
            ),
            (r"[ \t]+", Whitespace),
            (r"#.*", Comment.Single),
            (words(tuple(KEYWORDS), prefix="^", suffix=rf"\b{_NO_ANSWER}"), Keyword.Declaration, "block"),
            (rf"(?<=[ \t])(?:{'|'.join(STRENGTH_WORDS)})\b(?:[ \t]+not\b)?{_NO_ANSWER}", Keyword.Type),
            (r"(?<=[ \t])date[ \t]+and[ \t]+time(?![\w-])", Keyword),
            (r'(?<=[" \t])hours(?=[ \t]+")', Keyword),
            (r'(?<=[" \t])counts[ \t]+as(?=[ \t])', Keyword),
            (words(tuple(_JOINING), prefix=r"(?<![\w-])", suffix=r"(?![\w-])"), Operator.Word),
            (words(tuple(_LINES), prefix=r"(?<=[ \t])", suffix=rf"(?![\w-]){_NO_ANSWER}"), Keyword),
            (r'"(?:[^"\\\n]|\\.)*"', String.Double),
            (r"->|<=|>=|<|>", Operator),
            (rf"(?:[{MINUS}][{CURRENCY_SIGNS}]?|[{CURRENCY_SIGNS}]){FIGURES}", Number),
            (r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w.,-]*\w)", Number),
            (r"[(),]", Punctuation),
            (rf"\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:\d{{2}})?\b|{CITED}(?![\w-])", Number),
            (NAME, Name),
            (r".", Text),
        ],
        "block": [
            (r"[ \t]+", Whitespace),
            (NAME, Name.Class, "#pop"),
            (r"", Text, "#pop"),
        ],
    }
