#!/usr/bin/env bash
# mammoth 1.13.0, beside pandoc 3.9 (in pypandoc_binary 1.17) and python-docx 1.2.0, each on one Word document in which
# the words of a run stand in a CDATA section, as programs write them that put words into XML without changing “&”
# (the second half of a clause: “Call 999 & wait.”).
# Expected: the whole clause.
# Seen: pandoc and python-docx have it. mammoth has the first half, and no message.
# Hurts: half of a clause is gone, and nobody is told.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0
cd "$work"
venv/bin/python - <<'PY'
from zipfile import ZipFile

import docx
import mammoth
import pypandoc

document = docx.Document()
clause = document.add_paragraph("Stay where you are. ")
clause.add_run("LATER")
document.save("usual.docx")
with ZipFile("usual.docx") as usual, ZipFile("other.docx", "w") as other:
    for name in usual.namelist():
        part = usual.read(name)
        other.writestr(name, part.replace(b"LATER", b"<![CDATA[Call 999 & wait.]]>"))

with open("other.docx", "rb") as opened:
    taken = mammoth.convert_to_html(opened)
seen = {
    "pandoc": pypandoc.convert_file("other.docx", "plain").strip(),
    "python-docx": docx.Document("other.docx").paragraphs[0].text,
    "mammoth": taken.value,
}
print(pypandoc.get_pandoc_version(), *seen.items(), taken.messages, sep="\n")
whole = "Stay where you are. Call 999 & wait."
assert seen == {"pandoc": whole, "python-docx": whole, "mammoth": "<p>Stay where you are. </p>"}
assert taken.messages == []
PY
