#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium), on a PDF by typst 0.15.2. Expected: a line of Hebrew with two English words in it is
# read back in the order in which it is read, as pdftotext (poppler-utils, here 22.12) does.
# Seen: the Hebrew words come in their order, the English ones in the opposite one; nothing is raised.
# Hurts: a check that a PDF has the words of a text says that it differs, although the PDF is right, or has to
# leave such lines out.
set -euo pipefail
command -v pdftotext > /dev/null || { echo 'Install poppler-utils (apt-get install poppler-utils).'; exit 2; }
pdftotext -v 2>&1 | sed -n 1p
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  typst==0.15.2 pypdfium2==5.15.2 manimgx-fonts==2026.9.26.post1
cd "$work"
venv/bin/python - <<'PY'
import subprocess
from pathlib import Path

import manimgx_fonts
import pypdfium2
import typst

words = "העובדים know every rule של המטבח."
source = f'#set text(font: "Noto Sans Hebrew", lang: "he", dir: rtl)\n{words}'
folders = [str(Path(manimgx_fonts.__file__).parent)]
Path("page.pdf").write_bytes(typst.compile(source.encode(), font_paths=folders, ignore_system_fonts=True))
poppler = subprocess.run(["pdftotext", "page.pdf", "-"], check=True, capture_output=True, text=True).stdout
by_pdfium = pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range()
print(ascii(by_pdfium), ascii(poppler), sep="\n")
assert "know every rule" in poppler
assert "rule every know" in by_pdfium
PY
