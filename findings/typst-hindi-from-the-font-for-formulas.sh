#!/usr/bin/env bash
# typst 0.15.2 from PyPI, with no fonts but its own. Expected: none of them is for Hindi, so a PDF for screen readers
# (ua-1) is refused, as it is for Chinese, and somebody looks for a font.
# Seen: a PDF comes, and nothing is said. The words are taken from New Computer Modern Math, the font for formulas,
# which has the letters of Hindi and joins none of them: क्षेत्र is six glyphs, one for each different sign, with its
# two joining strokes left hanging; a font for Hindi makes three of it. What helps is to name a font for each script
# that may come.
# Hurts: who translates a policy gets a PDF that no reader of Hindi would accept, and every check of it passes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  typst==0.15.2 pypdf==7.1.0 manimgx-fonts==2026.9.26.post1
"$work/venv/bin/python" - <<'PY'
import importlib.util
import io
import pathlib

import pypdf
import typst

NOTO = str(pathlib.Path(importlib.util.find_spec("manimgx_fonts").origin).parent)


def printed(word, family, folders):
    """The font that a word is printed in, and how many glyphs of it are used."""
    source = f'#set document(title: "T")\n#set text(font: "{family}")\n#"{word}"'
    made = typst.compile(source.encode(), ignore_system_fonts=True, font_paths=folders, pdf_standards=["ua-1"])
    page = pypdf.PdfReader(io.BytesIO(made)).pages[0]
    (font,) = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    # The glyphs that are used are numbered from 1: the widths end with the last.
    return font["/BaseFont"].partition("+")[2], font["/DescendantFonts"][0].get_object()["/W"][-2]


try:
    printed("政策", "Libertinus Serif", [])
    raise SystemExit("Chinese was printed")
except typst.TypstError as error:
    print("Chinese:", error)
own, noto = printed("क्षेत्र", "Libertinus Serif", []), printed("क्षेत्र", "Noto Sans Devanagari", [NOTO])
print("Hindi:", own, "and with a font for it:", noto)
assert own == ("NewCMMath-Regular-Identity-H", 6)
assert noto == ("NotoSansDevanagari-Regular", 3)
PY
