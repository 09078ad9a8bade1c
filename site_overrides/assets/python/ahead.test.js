import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "./ahead.js";

test("answers are written in pairs, by the order of their ids", () => {
  assert.equal(
    keyOf({ who: ["child"], when: ["now"] }, "where", ["here"]),
    '[["when",["now"]],["where",["here"]],["who",["child"]]]',
  );
});

test("ids of figures stand among the others, whatever order a browser keeps them in", () => {
  assert.equal(keyOf({ 2: ["a"], 10: ["b"] }, "1a", ["c"]), '[["10",["b"]],["1a",["c"]],["2",["a"]]]');
});

test("what was picked at once has no order of its own", () => {
  const picked = ["night", "animals"];
  assert.equal(keyOf({}, "risks", picked), '[["risks",["animals","night"]]]');
  assert.deepEqual(picked, ["night", "animals"]);
});

test("another answer to a question takes the place of the first", () => {
  assert.equal(
    keyOf({ who: ["child"], when: ["now"] }, "who", ["adult"]),
    '[["when",["now"]],["who",["adult"]]]',
  );
});
