#!/usr/bin/env bash
# Graphviz 16.1.0 (npm package @viz-js/viz 3.31.0). Expected: a name without quotation marks that is neither a
# word nor a number is refused, as "2.2-a" is.
# Seen: 2.2a becomes two boxes, "2.2" and "a", and a line from 2.2a begins at "a". The chart is made, and what
# the program calls a warning is not an error of `render`, whose status is "success".
# Hurts: 2.2 may be another clause of the policy, and the chart shows it without the line that its neighbour
# has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @viz-js/viz@3.31.0
cat > try.mjs <<'JS'
import assert from "node:assert";
import { instance } from "@viz-js/viz";

const viz = await instance();
const result = viz.render("digraph { 2.2a -> 3 }", { format: "svg" });
const boxes = [...result.output.matchAll(/class="node">\s*<title>([^<]*)/g)].map((match) => match[1]);
const lines = [...result.output.matchAll(/class="edge">\s*<title>([^<]*)/g)].map((match) => match[1]);
console.log(viz.graphvizVersion, result.status, boxes, lines, result.errors);
assert.equal(result.status, "success");
assert.deepEqual(boxes, ["2.2", "a", "3"]);
assert.deepEqual(lines, ["a&#45;&gt;3"]);
assert.equal(viz.render("digraph { 2.2-a -> 3 }", { format: "svg" }).status, "failure");
JS
node try.mjs
