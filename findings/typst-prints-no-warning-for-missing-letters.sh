#!/usr/bin/env bash
# typst 0.15.2. Expected: a letter that no font has is an error, or at least a warning, as a font that is
# missing is.
# Seen: `compile_with_warnings` gives an unknown font a warning, but for letters without a glyph it gives none;
# the page has boxes, and pypdf 7.1.0 reads a NUL for each.
# Hurts: on a machine without the right font a name in another script is a row of boxes in the PDF that is
# published, and the build is green. (pdftotext of poppler reads the letters, so that a check of the PDF's text
# is green, too.)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.0
cd "$work"
venv/bin/python - <<'PY'
import io

import pypdf
import typst

letters = "Ask ނަޝީދު or ꯃꯅꯤ."
pdf, about_letters = typst.compile_with_warnings(letters.encode(), ignore_system_fonts=True)
_, about_font = typst.compile_with_warnings(b'#set text(font: "No Such Font")\nAsk.', ignore_system_fonts=True)
read = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
print("letters:", about_letters, "\nfont:", [warning.message for warning in about_font], "\nread:", repr(read))
assert about_letters == []
assert "unknown font family" in about_font[0].message
assert "\0" in read and "ꯃ" not in read
PY
