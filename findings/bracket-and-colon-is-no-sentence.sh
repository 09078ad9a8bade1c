#!/usr/bin/env bash
# markdown-it-py 4.3.0 (as CommonMark asks). Expected: a paragraph "[Deadline]: 31-March" is shown.
# Seen: a paragraph of a word in brackets, a colon and one word without blanks is the address of a link. It is
# not shown, and each "[deadline]" elsewhere becomes a link that leads to a page "31-March". With a second word
# it is text.
# Hurts: in a template that was filled in, "[Exceptions]: none" and "[Owner]: Finance" vanish, and only those.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0
"$work/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt

text = "[Owner]: Finance\n\n[Owner of records]: the archive\n\n[Deadline]: 31-March\n\nPay before the [deadline].\n"
page = MarkdownIt().render(text)
print(page)
assert page == '<p>[Owner of records]: the archive</p>\n<p>Pay before the <a href="31-March">deadline</a>.</p>\n'
PY
