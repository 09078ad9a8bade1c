#!/usr/bin/env bash
# typst 0.15.2. Expected: in a pattern of numbers such as "Section 1" the figure is counted and the word stays.
# Seen: the letters a, i, A, I and some more are counted, too. The fourth is printed as "Rule 4", but as
# "Sectiv" for "Section 1", as "Pd" for "Part 1", as "D" for "Article 1" and as "Cld" for "Clause 1". No
# warning.
# Hurts: a template that is tried with "Rule 1" prints garbled headings in the organisation next door.
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


def fourth(pattern):
    pdf = typst.compile(f'#numbering("{pattern}", 4)'.encode())
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


seen = {pattern: fourth(pattern) for pattern in ("Rule 1", "Section 1", "Part 1", "Article 1", "Clause 1")}
print(seen)
assert seen == {"Rule 1": "Rule 4", "Section 1": "Sectiv", "Part 1": "Pd", "Article 1": "D", "Clause 1": "Cld"}
PY
