import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOf } from "./search-index.js";

const DOCS = [
  { location: "", title: "Home", text: "<p>Welcome</p>" },
  { location: "policy/social-media/", title: "Social <em>media</em>", text: "<p>All of it</p>" },
  { location: "policy/social-media/#2-sharing", title: "2. Sharing", text: "<p>Share no</p><p>picture.</p>" },
  { location: "trees/evidence/", title: "Evidence", text: "When to use it" },
  { location: "authoring/trees/", title: "Writing trees", text: "For authors" },
  { location: "about/", title: "About", text: "More" },
];
const CLAUSES = [
  {
    kind: "heading",
    label: "section 2",
    number: "2",
    names: "2",
    text: "Sharing",
    url: "policy/social-media/#s2",
  },
  {
    kind: "clause",
    label: "clause 2.4",
    number: "2.4",
    names: "2-4",
    text: "Share no picture.",
    url: "https://x.org/policy/social-media/#c2-4",
  },
  {
    kind: "clause",
    label: "words",
    number: null,
    names: null,
    text: "Unnumbered",
    url: "policy/social-media/#w",
  },
];

/** @param {string[]} [apart] */
const index = (apart) => indexOf(CLAUSES, DOCS, apart);
/** @param {string} location */
const at = (location) => index(["authoring/"]).find((section) => section.location === location);

test("every section of every page is found, and before them every numbered clause that is no heading", () => {
  assert.deepEqual(
    index().map(({ location, clause }) => [location, clause]),
    [
      ["policy/social-media/#c2-4", true],
      ["", false],
      ["policy/social-media/", false],
      ["policy/social-media/#2-sharing", false],
      ["trees/evidence/", false],
      ["authoring/trees/", false],
      ["about/", false],
    ],
  );
});

test("a clause leads to its page of this site, and is called what print calls it", () => {
  const [clause] = index();
  assert.equal(clause?.title, "Clause 2.4");
  assert.equal(clause?.page, "Social media");
  assert.equal(clause?.pageLocation, "policy/social-media/");
  assert.equal(clause?.text, "Share no picture.");
});

test("a clause whose page is not in the index keeps the address of the list", () => {
  const [clause] = indexOf(CLAUSES, []);
  assert.equal(clause?.location, "https://x.org/policy/social-media/#c2-4");
  assert.equal(clause?.page, "");
});

test("what a page is, its address says", () => {
  assert.equal(at("trees/evidence/")?.kind, "procedure");
  assert.equal(at("policy/social-media/#2-sharing")?.kind, "policy");
  assert.equal(at("authoring/trees/")?.kind, "apart");
  assert.equal(at("about/")?.kind, "page");
  assert.equal(at("")?.kind, "page");
});

test("nothing stands apart unless the site says so", () => {
  assert.equal(index().find(({ location }) => location === "authoring/trees/")?.kind, "page");
});

test("the words of a section are without elements, and apart where lines were", () => {
  const section = at("policy/social-media/#2-sharing");
  assert.equal(section?.text, "Share no picture.");
  assert.equal(section?.title, "2. Sharing");
  assert.equal(at("policy/social-media/")?.title, "Social media");
  assert.equal(section?.page, "Social media");
});
