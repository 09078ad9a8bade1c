#!/usr/bin/env bash
# graphviz 0.21 for Python. Expected: a name that was given to `node` means the same box when it is given to
# `edge`.
# Seen: `node` takes "Rule 5: gifts" whole; `edge` reads what follows the colon as the place of the box where
# the line begins, and draws the line from another box, "Rule 5", which it makes. Nothing is raised.
# Hurts: in a procedure drawn from headings such as "Step 2: ask", boxes with a colon stand alone, and the
# reader sees steps that lead nowhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check graphviz==0.21
cd "$work"
venv/bin/python - <<'PY'
import graphviz

chart = graphviz.Digraph()
chart.node("Rule 5: gifts")
chart.edge("Rule 5: gifts", "Decline")
print(chart.source)
assert chart.body == ['\t"Rule 5: gifts"\n', '\t"Rule 5":" gifts" -> Decline\n']
PY
