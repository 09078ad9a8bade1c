import assert from "node:assert/strict";
import { test } from "node:test";
import { mistyped } from "./mistyped.js";

const CLAUSES = [["c2-4", "2-4"], ["c2-5", "2-5"], ["c3-1", "3-1"], ["sharing"], ["c4-2-a", "4-2-a"]];
const names = (/** @type {string[]} */ one) => one;

test("one letter may be wrong, missing or too many", () => {
  assert.deepEqual(mistyped(CLAUSES, names, "sharng"), [["sharing"]]);
  assert.deepEqual(mistyped(CLAUSES, names, "sharring"), [["sharing"]]);
  assert.deepEqual(mistyped(CLAUSES, names, "snarng"), []);
});

test("the nearest comes first, and a name that is the same alone", () => {
  assert.deepEqual(mistyped(CLAUSES, names, "2-5"), [["c2-5", "2-5"]]);
  assert.deepEqual(mistyped(CLAUSES, names, "c2-6"), [
    ["c2-4", "2-4"],
    ["c2-5", "2-5"],
  ]);
});

test("the signs between the parts of a name make no difference", () => {
  assert.deepEqual(mistyped(CLAUSES, names, "3.1")[0], ["c3-1", "3-1"]);
  assert.deepEqual(mistyped(CLAUSES, names, "4.2(a)"), [["c4-2-a", "4-2-a"]]);
});

test("no more than three are named", () => {
  const many = ["a1", "a2", "a3", "a4"].map((name) => [name]);
  assert.deepEqual(mistyped(many, names, "a9"), [["a1"], ["a2"], ["a3"]]);
});
