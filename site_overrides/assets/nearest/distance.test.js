import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "./distance.js";

test("letters put in, taken out and changed count one each", () => {
  assert.equal(distance("clause", "clause"), 0);
  assert.equal(distance("clause", "clauses"), 1);
  assert.equal(distance("clauses", "clause"), 1);
  assert.equal(distance("clause", "cause"), 1);
  assert.equal(distance("clause", "clouse"), 1);
  assert.equal(distance("kitten", "sitting"), 3);
});

test("two letters in each other's place are two changes", () => {
  assert.equal(distance("form", "from"), 2);
});

test("from nothing to a word are as many as it has letters", () => {
  assert.equal(distance("", "word"), 4);
  assert.equal(distance("word", ""), 4);
  assert.equal(distance("", ""), 0);
});
