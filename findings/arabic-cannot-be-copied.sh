#!/usr/bin/env bash
# typst 0.15.2 with Noto Sans Arabic of the package manimgx-fonts 2026.9.26.post1, and with Amiri of
# fontpkg-amiri 1.2. Expected: both print the same Arabic words, which pdftotext (poppler-utils, here 22.12)
# reads back.
# Seen: both look right on paper. Read back, Amiri's words are those of the source; of Noto's, letters with dots
# come two and three times and in other places, and the line falls apart. No warning.
# Hurts: who copies, searches or listens to the PDF of an Arabic policy gets words that are none.
set -euo pipefail
command -v pdftotext > /dev/null || { echo 'Install poppler-utils (apt-get install poppler-utils).'; exit 2; }
pdftotext -v 2>&1 | sed -n 1p
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  typst==0.15.2 manimgx-fonts==2026.9.26.post1 fontpkg-amiri==1.2
cd "$work"
venv/bin/python - <<'PY'
import subprocess
from pathlib import Path

import fontpkg_amiri
import manimgx_fonts
import typst

words = "لا يجوز قبول الهدايا من الموردين"
folders = [str(Path(package.__file__).parent) for package in (fontpkg_amiri, manimgx_fonts)]


def read_back(font):
    source = f'#set text(font: "{font}", lang: "ar")\n{words}'
    pdf, warnings = typst.compile_with_warnings(source.encode(), font_paths=folders, ignore_system_fonts=True)
    assert warnings == []
    Path("page.pdf").write_bytes(pdf)
    text = subprocess.run(["pdftotext", "page.pdf", "-"], check=True, capture_output=True, text=True).stdout
    return text.replace("\u202b", "").replace("\u202c", "").strip()


noto, amiri = read_back("Noto Sans Arabic"), read_back("Amiri")
print("source:", words, "\nAmiri: ", amiri, "\nNoto:  ", noto)
assert amiri == words
assert sorted(noto.split()) != sorted(words.split())
assert noto.count("ق") + noto.count("ج") > words.count("ق") + words.count("ج")
PY
