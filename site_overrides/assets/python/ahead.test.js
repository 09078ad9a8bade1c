import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "./ahead.js";

test("answers are written in the order in which they were given", () => {
  assert.equal(
    keyOf({ who: ["child"], when: ["now"] }, "where", ["here"]),
    '{"who":["child"],"when":["now"],"where":["here"]}',
  );
});

test("what was picked at once has no order of its own", () => {
  const picked = ["night", "animals"];
  assert.equal(keyOf({}, "risks", picked), '{"risks":["animals","night"]}');
  assert.deepEqual(picked, ["night", "animals"]);
});

test("another answer to a question takes the place of the first", () => {
  assert.equal(keyOf({ who: ["child"], when: ["now"] }, "who", ["adult"]), '{"who":["adult"],"when":["now"]}');
});
