#!/usr/bin/env bash
# MkDocs 1.6.1. Expected: a head between "---" lines that is not sound YAML stops a strict build.
# Seen: one unquoted colon in a title ("title: Gifts: what to do") and the whole head is shown to readers as the
# first words of the page, its title is not taken, and `mkdocs build --strict` ends with 0.
# Hurts: owner and internal remarks of a head become public, and what the head ordered is not done.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 markdown==3.11.3
cd "$work"
mkdir docs
printf 'site_name: Example\n' > mkdocs.yml
printf -- '---\n%s\n%s\n---\n\n# Gifts\n\nDecline every gift.\n' \
  'title: Gifts: what to do' 'remark: ask the lawyers again' > docs/index.md
venv/bin/mkdocs --version
venv/bin/mkdocs build --strict --quiet
echo 'The strict build ended with 0. The page says:'
grep -A 9 'role="main"' site/index.html
grep -q 'remark: ask the lawyers again' site/index.html
if grep '<title>.*what to do' site/index.html; then exit 1; fi
