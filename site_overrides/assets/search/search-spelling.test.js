import assert from "node:assert/strict";
import { test } from "node:test";
import { Section } from "./search-index.js";
import { spelled } from "./search-spelling.js";

const PAGE = { location: "p/", title: "P" };
/**
 * @param {import("./search-index.js").Kind} kind
 * @param {string} words
 */
const section = (kind, words) => new Section(kind, "p/", "Title", PAGE, words);
const INDEX = [
  section("policy", "harassment and taking of pictures"),
  section("page", "stalking"),
  section("apart", "mkdocs"),
];

test("a word with one wrong letter is taken for the one that stands there", () => {
  assert.equal(spelled(INDEX, "takeng"), "taking");
  assert.equal(spelled(INDEX, "tking"), "taking");
});

test("a long word may have two wrong letters, a short one has one", () => {
  assert.equal(spelled(INDEX, "harrasment"), "harassment");
  assert.equal(spelled(INDEX, "haarrasment"), undefined);
  assert.equal(spelled(INDEX, "takenn"), undefined);
});

test("the first letter is taken for right", () => {
  assert.equal(spelled(INDEX, "baking"), undefined);
});

test("of two words the nearer one is meant", () => {
  assert.equal(spelled([section("policy", "pictures pictured")], "picturess"), "pictures");
  assert.equal(spelled([section("policy", "pictured pictures")], "picturess"), "pictures");
});

test("only the words of policies and procedures are meant, those of titles too", () => {
  assert.equal(spelled(INDEX, "stalkin"), undefined);
  assert.equal(spelled(INDEX, "mkdoc"), undefined);
  assert.equal(spelled(INDEX, "titel"), undefined);
  assert.equal(spelled(INDEX, "titlle"), "title");
});

test("short words and numbers are left as they are", () => {
  assert.equal(spelled([section("policy", "cats")], "cat"), undefined);
  assert.equal(spelled([section("policy", "form")], "form1"), undefined);
});
