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

test("a clause is found by any of its names", () => {
  learn([{ number: "2.4", names: "2-4 c2-4", url: "policy/social-media/#c2-4" }]);
  assert.equal(locations(nearest(SITE, "policy/social-media/2.4"))[0], "policy/social-media/#c2-4");
});

test("for a version that there is none of, the page that holds now is named", () => {
  assert.equal(locations(nearest(SITE, "policy/social-media/v/1.7/"))[0], "policy/social-media/");
});

test("nothing is named where nothing is near", () => {
  assert.deepEqual(nearest(SITE, "wp-login.php"), []);
  assert.deepEqual(nearest([], "policy/"), []);
});
