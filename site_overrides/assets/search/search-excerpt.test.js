import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "./search-excerpt.js";

/**
 * @param {string} letters
 * @param {number} weight
 */
const word = (letters, weight = 1) => ({
  pattern: new RegExp(`(?<!\\p{L})${letters}`, "giu"),
  weight,
  held: new Map(),
});

/** The parts as one line, what is marked in brackets. */
const line = (/** @type {import("./search-excerpt.js").Part[]} */ parts) =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

test("every word that was looked for is marked, as it is written there", () => {
  const found = excerpt("Share no picture. Pictures are shared by the owner.", [
    word("picture"),
    word("share"),
  ]);
  assert.equal(line(found), "[Share] no [picture]. [Picture]s are [share]d by the owner.");
});

test("a short text stands whole, and has no empty parts", () => {
  assert.deepEqual(excerpt("picture", [word("picture")]), [{ text: "picture", hit: true }]);
  assert.equal(line(excerpt("Nothing of it.", [word("picture")])), "Nothing of it.");
});

test("a long text is cut at spaces around the first of the rarest word", () => {
  // Of what is before, 90 signs from the word back and then on to the next space; of what follows, 180.
  const text = `${"abcd ".repeat(40)}rare${" abcd".repeat(60)}`;
  const found = line(excerpt(text, [word("abcd", 1), word("rare", 5)]));
  assert.equal(found, `… ${"[abcd] ".repeat(17)}[rare]${" [abcd]".repeat(36)} …`);
});

test("the rarest word that stands there leads, and not one that does not", () => {
  const text = `${"much of this ".repeat(20)}picture and more`;
  assert.ok(
    line(excerpt(text, [word("absent", 9), word("picture", 2), word("much", 1)])).includes("[picture]"),
  );
});
