#!/usr/bin/env bash
# Python-Markdown 3.11.3 (attr_list, which Material for MkDocs advises). Expected: braces are attributes only
# where they hold an id, a class or a key with a value; "{2026}" and "{Annex B}" are words.
# Seen: any words in braces at the end of a heading or of a table's cell are taken away and written into the
# tag, as attributes that HTML does not know. In the middle of a paragraph they stay.
# Hurts: "Fees {2027}" and "Fees {2026}" are both shown as "Fees", and a cell "500 {gross}" as "500".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3
"$work/venv/bin/python" - <<'PY'
import markdown

text = """## Fees {2026}

## Rooms {Annex B}

| Kind | Limit |
|---|---|
| Gift | 500 {gross} |

Pay {gross} only.
"""
page = markdown.markdown(text, extensions=["attr_list", "tables"])
print(page)
assert "<h2 2026>Fees</h2>" in page
assert ">Rooms</h2>" in page
assert ">500</td>" in page
assert "<p>Pay {gross} only.</p>" in page
PY
