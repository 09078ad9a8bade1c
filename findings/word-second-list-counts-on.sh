#!/usr/bin/env bash
# mammoth 1.13.0 and markitdown 0.1.9, which asks mammoth, beside pandoc 3.9 (in pypandoc_binary 1.17), each on
# one Word document: two steps of a list, and two of another one of the same look that begins again at 1 (a
# w:num with a w:startOverride, as “Restart at 1” in Word writes it).
# Expected: 1, 2, and again 1, 2, as Word and LibreOffice print it and pandoc has it.
# Seen: mammoth and markitdown make one list of them, and the third step is 3.
# Hurts: “go back to step 1” leads to another step than in the document, and nothing tells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17 mammoth==1.13.0 \
    python-docx==1.2.0 "markitdown[docx]==0.1.9"
cd "$work"
venv/bin/python - <<'PY'
import re

import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml
from markitdown import MarkItDown

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:lvlJc w:val="left"/></w:lvl>'
)
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'

document = docx.Document()
numbering = document.part.numbering_part.element
numbering.insert(0, parse_xml(f'<w:abstractNum {SPACE} w:abstractNumId="90">{LEVEL}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {SPACE} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
numbering.append(parse_xml(f'<w:num {SPACE} w:numId="91"><w:abstractNumId w:val="90"/>{AGAIN}</w:num>'))
for words, list_id in (("Shout", 90), ("Leave", 90), ("Count", 91), ("Wait", 91)):
    place = f'<w:numPr {SPACE}><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'
    document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(place))
document.save("steps.docx")

seen = {
    "pandoc": pypandoc.convert_file("steps.docx", "plain"),
    "mammoth": mammoth.convert_to_markdown(open("steps.docx", "rb")).value,
    "markitdown": MarkItDown().convert("steps.docx").text_content,
}
steps = {name: re.findall(r"(\d)\.\s+(\w+)", text) for name, text in seen.items()}
print(pypandoc.get_pandoc_version(), *steps.items(), sep="\n")
again = [("1", "Shout"), ("2", "Leave"), ("1", "Count"), ("2", "Wait")]
on = [("1", "Shout"), ("2", "Leave"), ("3", "Count"), ("4", "Wait")]
assert steps == {"pandoc": again, "mammoth": on, "markitdown": on}
PY
