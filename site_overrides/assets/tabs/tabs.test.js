import assert from "node:assert/strict";
import { test } from "node:test";
import { withLast } from "./tabs.js";

test("the label that was chosen last comes first", () => {
  assert.deepEqual(withLast(["Linux", "Windows"], "macOS"), ["macOS", "Linux", "Windows"]);
  assert.deepEqual(withLast([], "Linux"), ["Linux"]);
});

test("a label that is chosen again moves to the front", () => {
  assert.deepEqual(withLast(["Linux", "Windows", "macOS"], "macOS"), ["macOS", "Linux", "Windows"]);
});

test("ten labels are remembered, and the oldest is forgotten", () => {
  const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
  assert.deepEqual(withLast(ten, "new"), ["new", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  assert.deepEqual(withLast(ten, "10"), ["10", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
});
