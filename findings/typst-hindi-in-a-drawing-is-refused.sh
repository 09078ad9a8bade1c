#!/usr/bin/env bash
# typst 0.15.2 from PyPI, fonts of manimgx-fonts 2026.9.26.post1. Expected: words that a document for screen readers
# (ua-1) can have as text it can have in an SVG, too, in the same font, since the image has alternative words.
# Seen: it cannot where letters join, as those of Hindi do. As text the words make a document, and so does a drawing
# with single letters of the same font; the drawing with words of joined letters is refused: "the PDF contains text with
# missing codepoints".
# Hurts: whoever puts a flowchart into an accessible PDF gets none at all in Hindi. What helps is to leave it out there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 manimgx-fonts==2026.9.26.post1
"$work/venv/bin/python" - "$work" <<'PY'
import importlib.util
import pathlib
import sys

import typst

FOLDER = pathlib.Path(sys.argv[1])
NOTO = str(pathlib.Path(importlib.util.find_spec("manimgx_fonts").origin).parent)
FAMILY = "Noto Sans Devanagari"


def made(body):
    """Whether a document for screen readers can be made, and what is said if not."""
    source = f'#set document(title: "T", date: none)\n#set text(font: "{FAMILY}")\n{body}'
    try:
        typst.compile(
            source.encode(), root=str(FOLDER), ignore_system_fonts=True, font_paths=[NOTO], pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        return str(error.message)
    return "made"


def drawn(words):
    """The same for a drawing with these words."""
    text = f'<text x="10" y="30" font-family="{FAMILY}" font-size="12">{words}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="50">{text}</svg>'
    (FOLDER / "drawing.svg").write_text(svg, encoding="utf-8")
    return made('#image("drawing.svg", alt: "A drawing")')


as_text, single, joined = made("काम करने की नीति"), drawn("क म"), drawn("काम करने की नीति")
print("as text:", as_text)
print("single letters in a drawing:", single)
print("joined letters in a drawing:", joined)
assert (as_text, single) == ("made", "made")
assert "missing codepoints" in joined
PY
