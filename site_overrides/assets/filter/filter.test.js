import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, holds } from "./filter.js";

test("a row is left that holds every word, in any order and whatever their letters", () => {
  assert.ok(holds("2.4 Sharing of Pictures", "pictures sharing"));
  assert.ok(holds("2.4 Sharing of Pictures", "PICT 2.4"));
  assert.ok(!holds("2.4 Sharing of Pictures", "sharing videos"));
});

test("without words every row is left", () => {
  assert.ok(holds("2.4", ""));
  assert.ok(holds("2.4", "  "));
});

test("how many rows are left is said in words", () => {
  assert.equal(counted(0), "No rows");
  assert.equal(counted(1), "1 row");
  assert.equal(counted(12), "12 rows");
});
