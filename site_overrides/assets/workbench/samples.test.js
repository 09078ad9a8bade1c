import assert from "node:assert/strict";
import { test } from "node:test";
import { policySample, shortName, treeSample } from "./samples.js";

test("a title becomes a name for addresses", () => {
  assert.equal(shortName("  Lone working: the Café! "), "lone-working-the-cafe");
  assert.equal(shortName("2.0"), "2-0");
  assert.equal(shortName("…"), "");
});

test("a title cannot break what it stands in", () => {
  assert.ok(treeSample("a", 'Say "no"', "p").startsWith(`tree a "Say 'no'"\n    policy p\n`));
  assert.ok(policySample("a", 'A: "b"', " The team ").includes('\ntitle: "A: \\"b\\""\n'));
  assert.ok(policySample("a", "A {: #c }", "T").includes("\n# A : c  {: #title }\n"));
});
