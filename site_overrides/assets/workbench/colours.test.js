import assert from "node:assert/strict";
import { test } from "node:test";
import { tokens } from "./colours.js";

test("a line has its words, each with its class", () => {
  assert.deepEqual(tokens('step tell "Tell"', null), {
    tokens: [
      [0, 4, "kd"],
      [5, 9, "nc"],
      [10, 16, "s2"],
    ],
    state: null,
  });
});

test("Markdown goes on as long as it stands further in, over blank lines too", () => {
  const first = tokens("    note  # why", null, "        must you");
  assert.deepEqual(first, {
    tokens: [
      [4, 8, "k"],
      [10, 15, "c1"],
    ],
    state: "    ",
  });
  assert.deepEqual(tokens("        must you", "    "), { tokens: [[0, 16, "sd"]], state: "    " });
  assert.deepEqual(tokens("", "    "), { tokens: [], state: "    " });
  assert.equal(tokens("    must you", "    ").state, null);
});

test("a keyword without Markdown beneath it begins none", () => {
  assert.equal(tokens("    note", null, "    must you").state, null);
  assert.equal(tokens("    note", null).state, null);
});
