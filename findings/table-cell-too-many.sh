#!/usr/bin/env bash
# markdown-it-py 4.3.0 and Python-Markdown 3.11.3, tables. Expected: a row with one cell too many is shown with
# it, or the table is not one.
# Seen: both leave the last cell out without a word. (GitHub's description of tables asks for it.) One upright
# line within a cell is enough, in backticks, too, for markdown-it-py.
# Hurts: the words behind it vanish: here, that a second person has to agree.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 markdown==3.11.3
"$work/venv/bin/python" - <<'PY'
import markdown
from markdown_it import MarkdownIt

text = "| Step | Who |\n|---|---|\n| Pay | Clerk | and auditor |\n| Type `yes|no` | Clerk |\n"
ours = MarkdownIt().enable("table").render(text)
theirs = markdown.markdown(text, extensions=["tables"])
print(ours, theirs, sep="\n")
assert "auditor" not in ours and "auditor" not in theirs
assert ours.count("Clerk") == 1 and theirs.count("Clerk") == 2
PY
