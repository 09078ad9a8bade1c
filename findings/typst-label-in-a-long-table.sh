#!/usr/bin/env bash
# typst 0.15.2. Expected: a link to a label in the head of a table works, or is refused, whatever the table's
# length.
# Seen: it works while the table fits on one page. Once it goes on over a page the head is repeated, the label
# counts twice, and compiling ends with "label occurs multiple times".
# Hurts: a policy whose table got one more row can no longer be printed, with an error about a label in a line
# that nobody touched.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2
cd "$work"
venv/bin/python - <<'PY'
import typst


def outcome(rows):
    source = f"""#set page(width: 10cm, height: 10cm)
See #link(<limits>)[the limits].
#table(columns: 1, table.header([Limit <limits>]), ..range({rows}).map(str))"""
    try:
        typst.compile(source.encode())
    except typst.TypstError as error:
        return error.message
    return "printed"


for rows in (5, 20):
    print(rows, "rows:", outcome(rows))
assert outcome(5) == "printed"
assert outcome(20) == "label `<limits>` occurs multiple times in the document"
PY
