#!/usr/bin/env bash
# MkDocs 1.6.1. Expected: every page below docs/ is published, and a strict build stops at a link to one that is
# not.
# Seen: docs/templates/ is left out although no setting says so (a folder templates/ deeper down is published),
# and the link to it, which is dead on the site, is a remark that a strict build lets through.
# Hurts: a policy sends its readers to a letter in templates/, and they get "not found".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 markdown==3.11.3
cd "$work"
mkdir -p docs/templates docs/letters/templates
printf 'site_name: Example\n' > mkdocs.yml
printf '# Gifts\n\nUse [this letter](templates/thanks.md).\n\nOr [that](letters/templates/thanks.md).\n' > docs/index.md
printf '# Thanks\n\nWe have to send your gift back.\n' > docs/templates/thanks.md
cp docs/templates/thanks.md docs/letters/templates/
venv/bin/mkdocs --version
echo 'The strict build says:'
venv/bin/mkdocs build --strict 2>&1 | sed "s#$work/##"
echo 'Links and pages:'
grep -o 'href="[a-z/]*thanks/"' site/index.html
find site -path '*thanks*' -name '*.html'
grep -q 'href="templates/thanks/"' site/index.html
test ! -e site/templates
test -e site/letters/templates/thanks/index.html
