import assert from "node:assert/strict";
import { test } from "node:test";
import { anyOf } from "./searched-words.js";

/**
 * @param {string} query
 * @param {string} text
 */
const marked = (query, text) => [...text.matchAll(anyOf(query) ?? /$^/g)].map(([found]) => found);

test("words are found where they begin, whatever their letters", () => {
  assert.deepEqual(marked("age", "Aged 16, of any age; no message"), ["Age", "age"]);
});

test("every word of the query is looked for, whatever stands between them", () => {
  assert.deepEqual(marked("“share”, (picture)", "Pictures that you share"), ["Picture", "share"]);
});

test("a letter of another language is a letter", () => {
  assert.deepEqual(marked("bung", "Übung"), []);
  assert.deepEqual(marked("übung", "Übung"), ["Übung"]);
});

test("without a word there is nothing to find", () => {
  assert.equal(anyOf(""), undefined);
  assert.equal(anyOf(" .*+ "), undefined);
});
