#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17), docx2python 3.7.1 and mammoth 1.13.0, each on one Word document: a
# paragraph, a paragraph on which a text box hangs, and a third. Word saves a box twice, in its new form
# and in that of its older versions, for programs to choose from (mc:AlternateContent).
# Expected: the words of the box once, beside the paragraph that it hangs on.
# Seen: pandoc has the words of the box, and leaves out those of the paragraph that it hangs on, without a
# word of warning. docx2python has those of the box twice, and before that paragraph. mammoth has them once,
# behind it.
# Hurts: a clause beside which somebody put a box is gone from what was converted.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17 docx2python==3.7.1 \
    mammoth==1.13.0 python-docx==1.2.0
cd "$work"
venv/bin/python - <<'PY'
import re

import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
BOX = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
NEW = (
    '<w:drawing><wp:inline><wp:extent cx="1800000" cy="720000"/><wp:docPr id="1" name="Box"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    f'<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
OLD = f'<w:pict><v:shape style="width:140pt;height:56pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
EITHER = f'<mc:Choice Requires="wps">{NEW}</mc:Choice><mc:Fallback>{OLD}</mc:Fallback>'

document = docx.Document()
document.add_paragraph("First")
document.add_paragraph("Before")._p.append(
    parse_xml(f"<w:r {SPACES}><mc:AlternateContent>{EITHER}</mc:AlternateContent></w:r>")
)
document.add_paragraph("After")
document.save("box.docx")

seen = {
    "pandoc": pypandoc.convert_file("box.docx", "plain"),
    "docx2python": docx2python("box.docx").text,
    "mammoth": mammoth.extract_raw_text(open("box.docx", "rb")).value,
}
words = {name: re.findall(r"\w+", text) for name, text in seen.items()}
print(pypandoc.get_pandoc_version(), *words.items(), sep="\n")
assert words == {
    "pandoc": ["First", "Boxed", "After"],
    "docx2python": ["First", "Boxed", "Boxed", "Before", "After"],
    "mammoth": ["First", "Before", "Boxed", "After"],
}
PY
