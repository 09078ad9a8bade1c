import assert from "node:assert/strict";
import { test } from "node:test";
import { led } from "./picture.js";

test("arrow keys go from box to box, and stay at either end", () => {
  assert.equal(led("ArrowDown", 0, 3), 1);
  assert.equal(led("ArrowRight", 2, 3), 2);
  assert.equal(led("ArrowUp", 2, 3), 1);
  assert.equal(led("ArrowLeft", 0, 3), 0);
});

test("Home and End go to the first and the last", () => {
  assert.equal(led("Home", 2, 3), 0);
  assert.equal(led("End", 0, 3), 2);
});

test("any other key leads nowhere", () => {
  assert.equal(led("Enter", 1, 3), -1);
});
