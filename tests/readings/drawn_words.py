"""Words drawn at random: what an author, a word processor or another program may put into a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random


def _each(listed: str) -> list[str]:
    return listed.split()


PLAIN = _each("""
    ask bring carry dark early fetch give hold inform joint keep lone meet night offer plan quiet report
    safe tell under visit wait young answer before colleague driver evening family garden holiday island
    journey kitchen letter manager notice order parent quarter record school travel urgent village
    window
""")
"""Words that stand in no address, label or anchor: each one of them in a source is one of its words."""
_SCRIPTS = _each("""
    Maßnahmen école señor Žák Ελλάδα правила сотрудник سياسة العمل חוק 政策 社員は 안전 नीति ความ 🙂 e\u0301tude
    ﬁrst İstanbul þorn łódź
""")
_HIDDEN = [
    "lone\u00a0work",
    "safe\u00adguard",
    "on\u200bline",
    "\u2060word",
    "10\u202f000",
    "\u00a0",
    "a\u2003b",
    "x\ty",
]
_SIGNS = _each("""
    £5 €5,50 +44 50% C# #1 #team a/b snake_case_word 2*3*4 ~20 x^2^ == -- --- – — … “so” ‘so’ "so" 'so'
    & && < > a<b a|b | \\$50 \\~20 \\* \\\\ \\_so\\_ \\# \\[so\\] \\" \\@ \\< \\& \\| \\! \\` \\{ \\:
    &amp; &copy; &#163; &#x20AC; &lt;b&gt; &nbsp; &nonsense; AT&T {draft} {see_2.4} {x:_1} {{so}} {%so%}
    {} }{ { } [so] [so](or_her_deputy) [ ] [x] [] () (c) (a) (ii) 1) 2. 1986. :so so: : :: !!! !so ![
    [TOC] ^so^ ~~so~~ ++so++ $x$ @so *** * ** _ __ ` [so]{x} (so)[x] <so 5>4 \\ so\\ \u2011 ° § §4 ¶ • · → ½
    № ﷼
""")
_OPENINGS = ["“", "(", "[", "‘", "「", "£", "€", "+", "$", "-", "«", "¿", "<", "~", "#"]
_CLOSINGS = ["”", ")", "]", "’", "」", "%", ":", ".", "!", "?", "»", "£", "€", "+", ">", ",", "。", "…"]
_BEGINNINGS = [
    *(
        "#team ",
        ": ",
        "!!! ",
        "[TOC] ",
        "2. ",
        "2) ",
        "1986. ",
        "(b) ",
        "{draft} ",
        "=so ",
        "    ",
        "   ",
        "*so ",
    ),
    *("[Note]: https://x.example/ ", "**so** ", "`so` ", "~ ", "| ", "1.2 ", "&amp; ", "\\# ", "#1 ", "^ "),
]
_ADDRESSES = _each("""
    https://x.example/ https://x.example/a_b https://x.example/(a) https://x.example/?q=1&r=2
    mailto:x@x.example #title https://x.example/%C3%A9 https://é.example/ö
""")
_IN_CODE = ["a", "a b", "a | b", "a \\| b", "<b>", "{x}", "*a*", "[a](b)", "a  b", "&amp;", "\\", "#", "$x$"]
_LINKS = [
    *("[SAID](ADDRESS)", "[SAID](ADDRESS)", '[SAID](ADDRESS "a title")', "[SAID](<https://x.example/a b>)"),
    *("[SAID][LABEL]", "[SAID][LABEL]", "[LABEL][]", "[LABEL]", "[SAID] [LABEL]", "[SAID]()", "[SAID", "SAID]"),
    *("<https://x.example/a>", "<x@x.example>", "<tel:+441234567890>", "https://x.example/bare_one_"),
    *("www.x.example", "[SAID]"),
]
_SPACED = ["[SAID](https://x.example/a b)", "[SAID](or her deputy)", "[SAID] (ADDRESS)"]
LABELS = {"guide": "https://guide.example/", "the form": "https://form.example/", "empty": ""}
"""The registry of links that drawn policies know."""


ODD = ("struck", "unset", "spaced", "close", "indented", "code", "defined", "repeated", "ragged", "bare")
"""What is mostly refused, so that few policies have any of it: struck words; signs of emphasis that set nothing
apart; addresses with spaces; blocks with nothing between them; odd indents; blocks of code; references that no
link uses; anchors used twice; rows with too many cells; no anchors."""


@dataclass(slots=True)
class Pen:
    """Draws by `random`. `marks` are the labels of notes that no mark leads to yet; `odd` are some of ODD."""

    random: Random
    odd: frozenset[str] = frozenset()
    marks: list[str] = field(default_factory=list)

    def likely(self, share: float) -> bool:
        return self.random.random() < share

    def one_of[T](self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)

    def plain(self, most: int = 4) -> str:
        """Return a few words of no consequence."""
        return " ".join(self.one_of(PLAIN) for _ in range(self.random.randint(1, most)))

    def words(self, most: int = 7) -> list[str]:
        """Return the words of a paragraph, a line each."""
        parts = [self.one_of(PLAIN)] if self.likely(0.8) else []
        for _ in range(self.random.randint(1, most)):
            parts += [" " if self.likely(0.88) else "", self._part()]
        return ("".join(parts).strip() or self.one_of(PLAIN)).split("\n")

    def line(self, most: int = 4) -> str:
        """Return words that stand on one line."""
        return " ".join(" ".join(self.words(most)).split())

    def _part(self) -> str:
        if self.marks and self.likely(0.3):
            return f"[^{self.marks.pop() if self.likely(0.8) else self.one_of(self.marks)}]"
        if self.likely(0.5):
            return self.one_of(PLAIN)
        kinds = [self._script, self._hidden, self._sign, self._sign, self._emphasis, self._emphasis, self._code]
        kinds += [self._link, self._link, self._picture, self._turn, self._knot]
        return self.one_of(kinds)()

    def _script(self) -> str:
        return self.one_of(_SCRIPTS)

    def _hidden(self) -> str:
        return self.one_of(_HIDDEN)

    def _sign(self) -> str:
        sign = self.one_of(_SIGNS).replace("_", " ")
        return sign if "struck" in self.odd or "~~" not in sign else ""

    def _emphasis(self) -> str:
        """Return words set apart, next to which signs stand that the reader may take for a part of the mark."""
        if "unset" not in self.odd and self.likely(0.5):
            return self.one_of(["{0}", "{0},", "{0}{{draft}}"]).format(self._strong())
        mark = self.one_of(["*", "*", "_"] + (["**", "__", "***"] if "unset" in self.odd else ["==", "^", "~"]))
        mark = "~~" if "struck" in self.odd and self.likely(0.3) else mark
        inside = self.one_of([self.plain, self._script, self._sign, self._code])()
        opening, closing = self.one_of(["", *_OPENINGS]), self.one_of(["", *_CLOSINGS])
        framed = inside if self.likely(0.3) else opening + inside + closing
        behind = self.one_of(["", "", "", self.one_of(PLAIN), "{draft}", ",", "s", "语", "€"])
        return mark + framed + (mark if self.likely(0.9) else "") + behind

    def _strong(self) -> str:
        mark = self.one_of(["**", "**", "__", "***"])
        inside = self.one_of([self.plain, self._script])()
        return " " + mark + self.one_of(["{}", "“{}”"]).format(inside) + mark

    def _code(self) -> str:
        fence = self.one_of(["`", "`", "``"])
        return fence + self.one_of(_IN_CODE) + fence + self.one_of(["", "", "", "{draft}", "s"])

    def _link(self) -> str:
        said = self.one_of([self.plain, self.plain, self._script, self._emphasis])()
        form = self.one_of(_LINKS + (_SPACED if "spaced" in self.odd else []))
        label = self.one_of(["guide", "Guide", "GUIDE", "the form", "The  Form", "empty"])
        link = form.replace("SAID", said).replace("ADDRESS", self.one_of(_ADDRESSES)).replace("LABEL", label)
        return link + self.one_of(["", "", "", "{draft}", ".", "s"])

    def _picture(self) -> str:
        return f"![{self.plain()}](https://x.example/p.png)" if self.likely(0.3) else self._sign()

    def _knot(self) -> str:
        return self._emphasis() + self._link()

    def _turn(self) -> str:
        """Return the end of a line and what the next one begins with."""
        end = self.one_of(["", "", "  ", "\\", "   ", " "])
        begin = self.one_of(["", "", "", *_BEGINNINGS])
        return f"{end}\n{begin}{self.one_of(PLAIN)}"
