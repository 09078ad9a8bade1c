#!/usr/bin/env bash
# pypdf 7.1.0, on a PDF by typst 0.15.2 with Noto Sans Devanagari (manimgx-fonts 2026.9.26.post1). Expected:
# pypdf and pdftotext (poppler-utils, here 22.12) read the same words.
# Seen: pdftotext reads the words of the source. pypdf doubles and loses vowel signs, since it looks at each
# glyph alone and not at the text that the PDF gives for the joined ones; it raises nothing and warns of
# nothing.
# Hurts: a check by pypdf that a PDF says what the policy says fails for Hindi although the PDF is right, or,
# where pypdf makes the text for a search, right words are not found.
set -euo pipefail
command -v pdftotext > /dev/null || { echo 'Install poppler-utils (apt-get install poppler-utils).'; exit 2; }
pdftotext -v 2>&1 | sed -n 1p
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  typst==0.15.2 pypdf==7.1.0 manimgx-fonts==2026.9.26.post1
cd "$work"
venv/bin/python - <<'PY'
import io
import subprocess
from pathlib import Path

import manimgx_fonts
import pypdf
import typst

words = "कर्मचारी उपहार स्वीकार नहीं करेंगे"
source = f'#set text(font: "Noto Sans Devanagari", lang: "hi")\n{words}'
folders = [str(Path(manimgx_fonts.__file__).parent)]
pdf = typst.compile(source.encode(), font_paths=folders, ignore_system_fonts=True)
Path("page.pdf").write_bytes(pdf)
poppler = subprocess.run(["pdftotext", "page.pdf", "-"], check=True, capture_output=True, text=True).stdout.strip()
by_pypdf = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
print("source:   ", words, "\npdftotext:", poppler, "\npypdf:    ", by_pypdf)
assert poppler == words
assert by_pypdf.count("\u0940") > words.count("\u0940")  # the long i
PY
