import assert from "node:assert/strict";
import { test } from "node:test";
import { withNumbers } from "./annotations.js";

test("a text is parted at the numbers of its notes", () => {
  assert.deepEqual(withNumbers("# first (1) and (2).", 2), ["# first ", 1, " and ", 2, "."]);
  assert.deepEqual(withNumbers("(1)", 1), [1]);
});

test("after an exclamation mark nothing is left of the comment", () => {
  assert.deepEqual(withNumbers("# (1)! see there", 1), [1]);
  assert.deepEqual(withNumbers("# (1) and (2)!", 2), [1, 2]);
});

test("a number that is that of no note stays among the words", () => {
  assert.deepEqual(withNumbers("# (3) of (1)", 2), ["# (3) of ", 1]);
  assert.deepEqual(withNumbers("# (0) and (3)", 2), []);
  assert.deepEqual(withNumbers("# no number", 2), []);
});
