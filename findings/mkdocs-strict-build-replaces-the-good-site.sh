#!/usr/bin/env bash
# MkDocs 1.6.1. Expected: `mkdocs build --strict` that ends with 1 because of a dead link leaves the site of the last
# good build. Seen: warnings are counted when everything has been written. The folder holds the whole new site with
# the dead link in it, and its files look like those of a build that went well.
# Hurts: who serves that folder, or uploads it without asking what the build ended with, publishes what was refused.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1
cd "$work"
mkdir docs
printf 'site_name: Example\n' > mkdocs.yml
printf '# Gifts\n\nDecline every gift.\n' > docs/index.md
venv/bin/mkdocs --version
venv/bin/mkdocs build --strict --quiet
printf '# Gifts\n\nAsk about [some gifts](nowhere.md).\n' > docs/index.md
code=0
venv/bin/mkdocs build --strict 2>&1 | tail -1 || code=$?
echo "The strict build ended with $code. The site says:"
test "$code" -eq 1
grep 'nowhere.md' site/index.html
if grep 'Decline every gift' site/index.html; then exit 1; fi
