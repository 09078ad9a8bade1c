#!/usr/bin/env bash
# openedx-scorm-xblock 19.0.5. Expected: a course that asks for its status (`LMSGetValue("cmi.core.lesson_status")`) in Open edX
# gets the one that the block has kept, "completed" after the first visit.
# Seen: the block's script asks its server, gets "completed", and answers "": the value is returned within a callback. So it
# is in SCORM 1.2 and 2004.
# Hurts: a course that sets "incomplete" where nothing is known, as the standard says, takes a learner's completion away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --dest "$work" openedx-scorm-xblock==19.0.5
"$work/venv/bin/python" -m zipfile -e "$work"/openedx_scorm_xblock-*.whl "$work/block"
cat >"$work/ask.cjs" <<'JS'
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const asked = [];
const element = new Proxy({}, { get: (_, name) => (name === "length" ? 0 : () => element) });
globalThis.window = globalThis;
globalThis.location = { href: "" };
globalThis.addEventListener = () => {};
globalThis.$ = (given) => (typeof given === "function" ? given(globalThis.$) : element);
globalThis.$.ajax = ({ url, success }) => {
  asked.push(url);
  success({ value: "completed" }); // what the block's server has kept
};
for (const name of ["scorm", "scormxblock"])
  runInThisContext(readFileSync(`${process.argv[2]}/${name}.js`, "utf8"));
const runtime = { handlerUrl: (_, name) => name };
for (const [version, api, get, status] of [
  ["SCORM_12", "API", "LMSGetValue", "cmi.core.lesson_status"],
  ["SCORM_2004", "API_1484_11", "GetValue", "cmi.completion_status"],
]) {
  ScormXBlock(runtime, {}, { scorm_version: version, scorm_data: {} });
  const answered = globalThis[api][get](status);
  console.log(version, "asked", asked.pop(), "and answered", JSON.stringify(answered));
  if (answered !== "") process.exit(1);
}
JS
node "$work/ask.cjs" "$work/block/openedxscorm/static/js/src"
