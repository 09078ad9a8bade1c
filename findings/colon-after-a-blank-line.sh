#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 (deflist) with markdown-it-py 4.3.0. Expected: a paragraph, a blank line and a second
# paragraph stay two paragraphs, whatever the second begins with.
# Seen: where the second begins with a colon or a tilde and a space, the first becomes a term and the second
# what it means, and the sign vanishes ("~ 5 days" becomes "5 days"). Where the first has two lines, nothing of
# that happens.
# Hurts: a rule becomes a word that is explained, "about 5 days" becomes "5 days", and which of both depends on
# where the author's editor breaks the line.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$work/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

markdown = MarkdownIt().use(deflist_plugin)
short = markdown.render("1.2 Answer each request in time.\n\n~ 5 days are in time.\n")
long = markdown.render("1.2 Answer each request\nin time.\n\n~ 5 days are in time.\n")
print(short, long, sep="\n")
assert short == "<dl>\n<dt>1.2 Answer each request in time.</dt>\n<dd>5 days are in time.</dd>\n</dl>\n"
assert long == "<p>1.2 Answer each request\nin time.</p>\n<p>~ 5 days are in time.</p>\n"
PY
