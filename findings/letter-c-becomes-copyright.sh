#!/usr/bin/env bash
# markdown-it-py 4.3.0 (typographer) and pymdown-extensions 13.1 (smartsymbols). Expected: an option that mends
# quotation marks and dashes leaves references to clauses alone.
# Seen: "4(c)" becomes "4©" and "4(r)" becomes "4®", while (a), (b) and (d) stay as they are. Who looks for
# "4(c)" on the page, or checks that each clause named there exists, no longer finds it.
# Hurts: a rule refers to a clause by a sign that no clause has, and so for the third item of every list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  markdown-it-py==4.3.0 pymdown-extensions==13.1 markdown==3.11.3
"$work/venv/bin/python" - <<'PY'
import markdown
from markdown_it import MarkdownIt

text = "Clauses 4(b), 4(c), 4(d) and 4(r) bind contractors."
ours = MarkdownIt("commonmark", {"typographer": True}).enable("replacements").render(text)
theirs = markdown.markdown(text, extensions=["pymdownx.smartsymbols"])
print(ours, theirs, sep="")
assert ours.strip() == "<p>Clauses 4(b), 4©, 4(d) and 4® bind contractors.</p>"
assert theirs == "<p>Clauses 4(b), 4&copy;, 4(d) and 4&reg; bind contractors.</p>"
PY
