#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 (footnote) with markdown-it-py 4.3.0. Expected: of two notes with one label both are
# shown, or the first, as of two link definitions with one label the first counts.
# Seen: the last counts, and the words of the first vanish; so do the words of a note that no mark leads to, and
# of one whose mark has another case ([^A] and [^a]), although labels of links take no notice of case.
# Hurts: a page with two notes labelled 1, joined from two documents, loses an exception without any message.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$work/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

text = """Staff may claim the fare.[^1] Managers approve it.[^A] See [the rule][r] and [the form][F].

[^1]: Only with a receipt.

[^1]: Only in March.

[^2]: Volunteers may not.

[^a]: Never their own.

[r]: /first
[r]: /last
[f]: /form
"""
page = MarkdownIt().use(footnote_plugin).render(text)
print(page)
assert "Only in March." in page
assert "Only with a receipt." not in page
assert "Volunteers may not." not in page
assert "Never their own." not in page
assert "/first" in page and "/last" not in page and "/form" in page
PY
