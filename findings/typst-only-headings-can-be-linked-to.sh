#!/usr/bin/env bash
# typst 0.15.2, read back with pypdf 7.1.0. Expected: what has a label can be linked to from elsewhere, as
# policy.pdf#limits, since links within the PDF go there.
# Seen: only labels of headings become named destinations. Labels of paragraphs, figures and tables are dropped,
# without a word, and a reader of policy.pdf#c1-2 is put at the first page.
# Hurts: clauses are paragraphs; links to them from letters and from the website look right and all lead to the
# cover.
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

source = """= Gifts <gifts>
#block[1.1 Decline every gift.] <c1-1>
#figure(table[Limit], caption: [Limits]) <limits>
See #link(<c1-1>)[1.1], #link(<limits>)[the limits] and #link(<gifts>)[the first part].
"""
pdf = pypdf.PdfReader(io.BytesIO(typst.compile(source.encode())))
links = [note.get_object() for note in pdf.pages[0]["/Annots"]]
print("links within:", len(links), "\nnames to link to:", list(pdf.named_destinations))
assert len(links) == 3
assert list(pdf.named_destinations) == ["gifts"]
PY
