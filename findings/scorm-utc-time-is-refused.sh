#!/usr/bin/env bash
# scorm-again 3.4.3, SCORM 2004. Expected: a moment in UTC, "2026-11-28T10:00:00Z", is taken for
# cmi.interactions.n.timestamp.
# Seen: the format of SCORM 2004 allows a zone only behind a fraction of a second: with "Z" or "+01:00" behind
# whole seconds SetValue gives "false" (error 406) and throws nothing. "10:00:00.0Z" is taken; so is 31
# February.
# Hurts: a course that records when somebody answered by the usual form of a moment records no moment at all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund scorm-again@3.4.3
cat > try.mjs <<'JS'
import assert from "node:assert";
import * as scorm from "scorm-again";

const { Scorm2004API } = scorm.default ?? scorm;
const api = new Scorm2004API({ autocommit: false, logLevel: 5 });
api.Initialize("");
api.SetValue("cmi.interactions.0.id", "gifts");
const expected = {
  "2026-11-28T10:00:00": "true 0",
  "2026-11-28T10:00:00Z": "false 406",
  "2026-11-28T10:00:00+01:00": "false 406",
  "2026-11-28T10:00:00.0Z": "true 0",
  "2026-02-31T10:00:00.0Z": "true 0",
};
for (const [moment, outcome] of Object.entries(expected)) {
  const taken = `${api.SetValue("cmi.interactions.0.timestamp", moment)} ${api.GetLastError()}`;
  console.log(moment, taken);
  assert.equal(taken, outcome);
}
process.exit(0);
JS
node try.mjs
