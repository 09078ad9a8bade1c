#!/usr/bin/env bash
# typst 0.15.2, read back with pypdf 7.1.0. Expected: "10²" in the source and "2" as the mark of a note
# (#super[2]) are two things when they are read back or copied.
# Seen: `super` takes the font's own raised figures by default, and in the PDF each glyph stands for one
# character only: for the one that came first in the document. Where a note's mark comes first, "10²" reads
# "102"; where "10²" comes first, the mark reads "²". With `#set super(typographic: false)` both are read as
# they were written.
# Hurts: a limit of 10² becomes 102 for whoever copies, searches or checks the PDF, since a note was put before
# it.
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


def read_back(source):
    return pypdf.PdfReader(io.BytesIO(typst.compile(source.encode()))).pages[0].extract_text()


note_first = read_back("Rule#super[2] allows 10² pages.")
note_last = read_back("10² pages are allowed by the rule#super[2]")
plain = read_back("#set super(typographic: false)\nRule#super[2] allows 10² pages.")
print(note_first, note_last, plain, sep="\n")
assert note_first == "Rule2 allows 102 pages."
assert note_last == "10² pages are allowed by the rule²"
assert plain == "Rule2 allows 10² pages."
PY
