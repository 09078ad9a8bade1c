import assert from "node:assert/strict";
import { test } from "node:test";
import { learn } from "../clauses/clause-names.js";
import { nearest } from "./nearest.js";

/** @param {string} location */
const place = (location) => ({ location, title: location, page: "" });
/** @param {string[]} locations */
const places = (...locations) => locations.map(place);
/** @param {{ location: string }[]} found */
const locations = (found) => found.map(({ location }) => location);

const SITE = places(
  "",
  "policy/",
  "policy/social-media/",
  "policy/social-media/#c2-4",
  "policy/lone-working/",
  "policy/lone-working/#c2-4",
  "trees/evidence/",
  "trees/evidence/steps/deep/",
  "accessibility/",
);

test("a page is found by an address with one letter wrong", () => {
  assert.deepEqual(locations(nearest(SITE, "accesibility/")), ["accessibility/"]);
});

test("what a file is called and how its words are joined makes no difference", () => {
  for (const wanted of [
    "Policy/Social_Media.html",
    "policy/social-media/index.html",
    "policy/social media.md",
  ]) {
    assert.equal(locations(nearest(SITE, wanted))[0], "policy/social-media/", wanted);
  }
});

test("capitals, the signs between words and the ending of a file are no difference at all", () => {
  assert.equal(locations(nearest(places("xb/", "ab/"), "Ab"))[0], "ab/");
  assert.equal(locations(nearest(places("axb/", "a-b/"), "a_b"))[0], "a-b/");
  assert.equal(locations(nearest(places("ab-md/", "ab/"), "ab.md"))[0], "ab/");
});

test("a page at the very address comes before one of the same name elsewhere", () => {
  const found = nearest(places("other/evidence/", "trees/evidence/"), "trees/evidence");
  assert.deepEqual(locations(found), ["trees/evidence/", "other/evidence/"]);
});

test("a page is found under another folder by its own name", () => {
  assert.deepEqual(locations(nearest(SITE, "procedures/2024/evidence/")), ["trees/evidence/"]);
});

test("an address that was cut short leads to the pages of that folder, and not to those below them", () => {
  assert.deepEqual(locations(nearest(SITE, "trees/")), ["trees/evidence/"]);
  assert.deepEqual(locations(nearest(SITE, "policy")), ["policy/social-media/", "policy/lone-working/"]);
});

test("of a folder at most ten pages are named", () => {
  const many = places(...Array.from({ length: 12 }, (_, number) => `policy/p${number}/`));
  assert.equal(nearest(many, "policy/").length, 10);
});

test("a clause is found on the page that is nearest to the one that was asked for", () => {
  assert.deepEqual(locations(nearest(SITE, "policy/lone-workin/#c2-4")), [
    "policy/lone-working/#c2-4",
    "policy/social-media/#c2-4",
    "policy/lone-working/",
  ]);
});

test("a clause that is asked for on the page of a folder is looked for on the pages in it", () => {
  assert.deepEqual(locations(nearest(SITE, "policy/#c2-4")), [
    "policy/social-media/#c2-4",
    "policy/lone-working/#c2-4",
    "policy/",
  ]);
});

test("a clause is found by any of its names", () => {
  learn([{ number: "2.4", names: "2-4 c2-4", url: "policy/social-media/#c2-4" }]);
  assert.equal(locations(nearest(SITE, "policy/social-media/2.4"))[0], "policy/social-media/#c2-4");
});

test("for a version that there is none of, the page that holds now is named", () => {
  assert.deepEqual(locations(nearest(places("x/", "y/"), "x/v/12.34/")), ["x/"]);
  assert.deepEqual(locations(nearest(places("x/", "y/"), "x/v/")), ["x/"]);
});

test("nothing is named where nothing is near", () => {
  assert.deepEqual(nearest(SITE, "wp-login.php"), []);
  assert.deepEqual(nearest([], "policy/"), []);
});
