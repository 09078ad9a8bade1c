"""Ask Typst of every sign whether a font has it. Where fonts have changed, run it as a module of Python.

It writes `printable.txt`, and takes some minutes: each sign is printed by itself, for beside one that no font
has, others are refused too.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from multiprocessing import get_context

from clausetree.publish.printing.documents import Edition, RefusedDocumentError
from clausetree.publish.printing.fonts import made_with
from clausetree.publish.printing.signs import PRINTABLE, write_printable
from clausetree.render.typst.frame import fonts as families
from clausetree.render.typst.strings import string

_NEVER = {"Cc", "Cn", "Co", "Cs"}
"""Control characters, and what is no sign at all or is one for some program alone."""


def is_printed(sign: str) -> bool:
    """Return whether a document with this sign can be made. A mark stands on a letter of its own script."""
    text = _letter(_script(sign)) + sign if unicodedata.category(sign).startswith("M") else sign
    names = ", ".join(map(string, families("en")))
    source = f'#set document(title: "T")\n#set text(font: ({names}))\n= T\n#{string(text)}'
    try:
        Edition(source, {}).to_pdf()
    except RefusedDocumentError:
        return False
    return True


def main() -> None:
    """Write the file."""
    signs = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in _NEVER]
    # A process can make 65,000 documents, and then Typst ends it.
    with get_context("spawn").Pool(os.cpu_count(), maxtasksperchild=40) as pool:
        printed = pool.map(is_printed, map(chr, signs), chunksize=1000)
        kept = [code for code, is_there in zip(signs, printed, strict=True) if is_there]
    PRINTABLE.write_text(write_printable(kept, made_with()), encoding="ascii", newline="")


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]


@cache
def _letter(script: str) -> str:
    letters = (chr(code) for code in range(sys.maxunicode + 1))
    return next(
        (sign for sign in letters if unicodedata.category(sign) == "Lo" and _script(sign) == script), "a"
    )


if __name__ == "__main__":
    main()
