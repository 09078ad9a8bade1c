#!/usr/bin/env bash
# pypdf 7.1.0, on a PDF by typst 0.15.2. Expected: the hyphen of "well-known" is read back as one.
# Seen: once typst has broken one word at a line's end, pypdf reads each later hyphen of that font as a soft one
# (U+00AD), which is not seen where it is printed; pdftotext (poppler-utils, here 22.12) reads both rightly.
# Hurts: whether "re-sign" is found in the PDF's text hangs on whether a longer word was broken on an earlier
# line.
set -euo pipefail
command -v pdftotext > /dev/null || { echo 'Install poppler-utils (apt-get install poppler-utils).'; exit 2; }
pdftotext -v 2>&1 | sed -n 1p
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.0
cd "$work"
venv/bin/python - <<'PY'
import io
import subprocess
from pathlib import Path

import pypdf
import typst

words = "Extraordinary circumstances notwithstanding. \\ Please re-sign it."


def readings(hyphenate):
    page = "#set page(width: 5.4cm, height: 6cm, margin: 1cm)"
    source = f'{page}\n#set text(lang: "en", hyphenate: {hyphenate})\n{words}'
    pdf = typst.compile(source.encode())
    Path("page.pdf").write_bytes(pdf)
    poppler = subprocess.run(["pdftotext", "page.pdf", "-"], check=True, capture_output=True, text=True).stdout
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(), poppler


broken, broken_poppler = readings("true")
whole, _ = readings("false")
print(ascii(broken), ascii(broken_poppler), ascii(whole), sep="\n")
assert "re-sign" in whole
assert "re-sign" in broken_poppler
assert "re\u00adsign" in broken and "re-sign" not in broken
PY
