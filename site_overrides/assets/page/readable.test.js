import assert from "node:assert/strict";
import { test } from "node:test";
import { readable } from "./readable.js";

test("what was escaped in an address is read back", () => {
  assert.equal(readable("c2%2D4"), "c2-4");
  assert.equal(readable("%C3%BCbung"), "übung");
});

test("what cannot be read back stands as it is", () => {
  assert.equal(readable("100%"), "100%");
  assert.equal(readable("%E0%A4%A"), "%E0%A4%A");
});
