#!/usr/bin/env bash
# docling 2.143.0 (its Word reader, as docling-slim with docling-core 2.104.0), beside pandoc 3.9 (in
# pypandoc_binary 1.17) and mammoth 1.13.0, each on one Word document: a table of who may do what, answered with a
# tick and a cross of the font Wingdings, as “Insert symbol” in Word writes them (w:sym).
# Expected: the tick and the cross in their cells.
# Seen: pandoc and mammoth have both. docling has empty cells, and says nothing.
# Hurts: a table that said who may, and who may not, says neither.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17 mammoth==1.13.0 \
    python-docx==1.2.0 "docling-slim[format-docx]==2.143.0" docling-core==2.104.0
cd "$work"
venv/bin/python - <<'PY'
from pathlib import Path

import docx
import mammoth
import pypandoc
from docling.backend.msword_backend import MsWordDocumentBackend
from docling.datamodel.base_models import InputFormat
from docling.datamodel.document import InputDocument
from docx.oxml import parse_xml

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TICK, CROSS = "F0FC", "F0FB"

document = docx.Document()
table = document.add_table(0, 2)
for who, sign in (("Staff", TICK), ("Guests", CROSS)):
    cells = table.add_row().cells
    cells[0].text = who
    symbol = f'<w:r {SPACE}><w:sym w:font="Wingdings" w:char="{sign}"/></w:r>'
    cells[1].paragraphs[0]._p.append(parse_xml(symbol))
document.save("may.docx")

opened = InputDocument(Path("may.docx"), InputFormat.DOCX, MsWordDocumentBackend)
seen = {
    "pandoc": pypandoc.convert_file("may.docx", "plain"),
    "mammoth": mammoth.convert_to_html(open("may.docx", "rb")).value,
    "docling": opened._backend.convert().export_to_markdown(),
}
print(pypandoc.get_pandoc_version(), *seen.items(), sep="\n")
signs = {name: [sign for sign in text if sign in "✓✔🗶"] for name, text in seen.items()}
assert signs == {"pandoc": ["✔", "🗶"], "mammoth": ["✓", "🗶"], "docling": []}
PY
