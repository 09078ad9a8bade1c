#!/usr/bin/env bash
# Graphviz 16.1.0 (npm package @viz-js/viz 3.31.0). Expected: a quoted label is shown as it was written.
# Seen: a backslash before N, G, l, n or r is an order, in quotation marks, too: \N stands for the box's own
# name, \G for the chart's, \l and \n and \r end the line. Before another letter the backslash is dropped. No
# message.
# Hurts: "save it in S:\Legal\New\Gifts" leads a reader of the flow chart to a folder that does not exist.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @viz-js/viz@3.31.0
cat > try.mjs <<'JS'
import assert from "node:assert";
import { instance } from "@viz-js/viz";

const viz = await instance();
const chart = String.raw`digraph procedure { step7 [label="Save it in S:\Legal\New\Gifts\returned"] }`;
const svg = viz.renderString(chart, { format: "svg" });
const shown = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]);
console.log(viz.graphvizVersion, chart, "is shown as", shown);
assert.deepEqual(shown, ["Save it in S:Legalstep7ewprocedureifts", "eturned"]);
JS
node try.mjs
