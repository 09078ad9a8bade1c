#!/usr/bin/env bash
# MkDocs 1.6.1. Expected: a page whose first line is a sentence shows that sentence.
# Seen: a first line such as "Scope: this binds all staff." is taken for a setting of the page, although no
# "---" stands above it. The line, and the lines of that form below it, vanish from the page and from the
# search, and a strict build says nothing.
# Hurts: a policy that opens with "Scope: ..." or "Exception: ..." is published without its scope or exception.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 markdown==3.11.3
cd "$work"
mkdir docs
printf 'site_name: Example\n' > mkdocs.yml
printf 'Scope: this binds all staff.\nException: volunteers.\n\n# Gifts\n\nDecline every gift.\n' > docs/index.md
venv/bin/mkdocs --version
echo 'The strict build says:'
venv/bin/mkdocs build --strict 2>&1 | sed "s#$work/##"
echo 'Lines of the page and of the search index with the words of the clause, of the scope, of the exception:'
for words in 'Decline every gift' 'binds all staff' 'volunteers'; do
  count=$(cat site/index.html site/search/search_index.json | grep -c "$words" || true)
  echo "$count  $words"
  case "$words" in Decline*) test "$count" -ge 2 ;; *) test "$count" -eq 0 ;; esac
done
