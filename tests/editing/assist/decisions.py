"""Which faults have a mend that is certain, and why the others have none: by their codes."""

from __future__ import annotations

_MENDED = """
T101 T102 T103 T104 T105 T106 T107 T108 T112 T113 T116 T117 T118 T119 T133 T134 T201 T202
T203 T204 T205 T206 T207 T209 T211 T217 T222 T224 T225 T404 T405 T408 T501 T507 T701 T901
T903 T906 P101 P102 P103 P104 P105 P107 P109 P114 P116 P118 P119 P122 P123 P126 P127 P128
P130 P142 P143 P148 P152 P154 P155
"""
_UNMENDED = """
T109 T110 T111 T136 T208 T218 T219 T221 P121 P141 P144 P145 P146 P147 P153 P156
    only the author knows the words, or the name
T114 P125
    what is lost cannot be known from the text
T115 T120 T121 T122 T131 T132 T135 T220 T223 T226 T902 T907 P110 P112 P113 P115 P117 P151
P157 P158 P159 P161 P162 P166 P167
    there are two ways to mend it, and the message names both
T123 T210 T212 T214 T215 T505 T803 T804 P120 P124 P131 P132 P133 P134 P163 P164 P165
    what is wrong stands in another file, or in a setting
T301 T302 T303 T304 T305 T306 T307 T308 T309 T310 T401 T402 T403 T406 T407 T801 T802 T807
T808 T810 T811
    only the author knows what is meant: the procedure itself would be another
T502 T503 T504 T506 T805
    somebody has to read the clause and judge
T601 T602 T603 T604 T605 T606 T607 T616 T806 T809 T904
    the scenario or the tree is wrong, and nobody can know which
T608 T609 T610 T611 T612 T613 T614 T615 T905
    a scenario has to be written, and its author says what must come of it
P106 P108 P111 P129 L101 L102 L103 L104 L105 L106 L107 L111 L112 L113 L114 L115 L116 L117
L118 L121 L122 L123 L131 L132 L133 L134 L135 R101 R102
    it is about what was published: the owner of the policy decides
C101 C102 C103 C104 C105 C106 C107 C108 C109 C110 C111 C112 C113
    the calendar is a file of settings
"""
MENDED = frozenset(_MENDED.split())
"""Some faults of these codes: those of which it is certain what was meant."""


def _reasons() -> dict[str, str]:
    reasons: dict[str, str] = {}
    codes: list[str] = []
    for line in _UNMENDED.strip().splitlines():
        if line.startswith(" "):
            reasons |= dict.fromkeys(codes, line.strip())
            codes = []
        else:
            codes += line.split()
    return reasons


UNMENDED = _reasons()
"""Why the faults of a code are left to who wrote them."""

REVEALED = {
    ("deadline-words", "T119"): {"T119"},
    ("end-of-a-broken-tree", "T202"): {"T204"},
    ("end-of-a-visit-in-scenarios", "T225"): {"T602"},
    ("loop-and-an-unknown-target", "T202"): {"T303"},
    ("money", "T116"): {"T117"},
    ("money", "T119"): {"T117"},
    ("table-cells-lacking", "T119"): {"T117"},
    ("table-in-other-words", "T119"): {"T119", "T116"},
    ("thousands", "T116"): {"T117"},
    ("total-with-names", "T209"): {"T116"},
    ("head-is-not-yaml", "P123"): {"P121"},
}
"""Cases in which a mend lets another fault be told that stood there before and was not read: case and code."""
