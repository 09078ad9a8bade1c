#!/usr/bin/env bash
# scorm-again 3.4.3, SCORM 1.2. Expected: cmi.suspend_data takes 4,096 signs, as SCORM 1.2 says, and no more.
# Seen: it takes 64,000, the size of SCORM 2004; cmi.core.lesson_location is held to its 255 signs. No message.
# Hurts: a course that is tried out with this library remembers a long policy's answers, and in a learning
# platform that keeps to 4,096 the learner's place is refused or cut, and she begins anew.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund scorm-again@3.4.3
cat > try.mjs <<'JS'
import assert from "node:assert";
import * as scorm from "scorm-again";

const { Scorm12API } = scorm.default ?? scorm;
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
api.LMSInitialize("");
const taken = (name, length) => {
  const outcome = String(api.LMSSetValue(name, "x".repeat(length)));
  console.log(name, length, outcome, String(api.LMSGetValue(name)).length);
  return outcome;
};
assert.equal(taken("cmi.suspend_data", 4096), "true");
assert.equal(taken("cmi.suspend_data", 4097), "true");
assert.equal(taken("cmi.suspend_data", 64000), "true");
assert.equal(taken("cmi.suspend_data", 64001), "false");
assert.equal(taken("cmi.core.lesson_location", 256), "false");
process.exit(0);
JS
node try.mjs
