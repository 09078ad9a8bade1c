#!/usr/bin/env bash
# markdown-it-py 4.3.0 next to Python-Markdown 3.11.3 (which MkDocs runs). Expected: a link with an address that
# one of them does not like is shown as its words, without the link.
# Seen: markdown-it-py prints brackets, words and the whole address as text where the address begins with
# "file:", and no error is raised; Python-Markdown makes the link.
# Hurts: internal policies send people to forms on a shared drive; in one of two outputs of one source readers
# get the name of the server between brackets and nothing to click.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 markdown==3.11.3
"$work/venv/bin/python" - <<'PY'
import markdown
from markdown_it import MarkdownIt

text = "Fill in [the form](file://files.example/forms/gifts.docx) first."
ours = MarkdownIt().render(text).strip()
theirs = markdown.markdown(text)
print(ours, theirs, sep="\n")
assert ours == "<p>Fill in [the form](file://files.example/forms/gifts.docx) first.</p>"
assert theirs == '<p>Fill in <a href="file://files.example/forms/gifts.docx">the form</a> first.</p>'
PY
