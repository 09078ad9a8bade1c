import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { asAnchors, asPrinted, hyphened, isName, learn } from "./clause-names.js";

beforeEach(() => {
  learn([
    { number: "2.3(a)", names: "c2-3-a 2-3-a 2-3a", url: "policy/social-media/#c2-3-a" },
    { number: "2.4", names: "c2-4 2-4", url: "policy/social-media/#c2-4" },
    { number: "2.4", names: "p2-4 2-4", url: "policy/lone-working/#p2-4" },
    { number: null, names: null, url: "policy/social-media/#words" },
  ]);
});

test("a clause has every name that the build says, and no other", () => {
  for (const name of ["c2-4", "2-4", "2.4", "2.3a", "2-3-a", "2.3(a)", "C2-4"]) assert.ok(isName(name), name);
  for (const name of ["2.5", "24", "words", "", "c2"]) assert.ok(!isName(name), name);
});

test("whichever name is written, the clause is what it is called in print", () => {
  assert.equal(asPrinted("c2-4"), "2.4");
  assert.equal(asPrinted("2.3a"), "2.3(a)");
  assert.equal(asPrinted("C2-3-A"), "2.3(a)");
});

test("a word that names no clause stays as it is", () => {
  assert.equal(asPrinted("Sharing"), "Sharing");
  assert.deepEqual(asAnchors("sharing"), []);
});

test("a name that clauses of several policies have leads to the anchor of each", () => {
  assert.deepEqual(asAnchors("2.4"), ["c2-4", "p2-4"]);
  assert.deepEqual(asAnchors("c2-4"), ["c2-4"]);
});

test("a name stands in an address in small letters, with hyphens between its parts", () => {
  assert.equal(hyphened("2.3(a)"), "2-3-a");
  assert.equal(hyphened("§ 12 (3)"), "12-3");
  assert.equal(hyphened(" Übung_1 "), "übung-1");
  assert.equal(hyphened("…"), "");
});
