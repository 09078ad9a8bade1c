#!/usr/bin/env bash
# Python-Markdown 3.11.3 (toc, as MkDocs sets it up). Expected: the anchor of a heading spells its words, or
# none is made.
# Seen: letters that are no Latin letter with an accent are left out, one by one: "Maße" becomes "mae" and
# shares its anchor with "Mae", "Łódź" becomes "odz"; a heading in another script becomes "_1", "_2" by its
# place on the page.
# Hurts: once a heading is put in before it, a link that was sent out years ago leads to the wrong rule, not to
# none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3
"$work/venv/bin/python" - <<'PY'
import re

import markdown


def anchors(text):
    return re.findall(r'id="([^"]*)"', markdown.markdown(text, extensions=["toc"]))


latin = anchors("# Maße\n\n# Mae\n\n# Łódź\n")
before = anchors("# Подарки\n\n# Отпуск\n")
after = anchors("# Общее\n\n# Подарки\n\n# Отпуск\n")
print(latin, before, after, sep="\n")
assert latin == ["mae", "mae_1", "odz"]
assert before == ["_1", "_2"] and after == ["_1", "_2", "_3"]
PY
