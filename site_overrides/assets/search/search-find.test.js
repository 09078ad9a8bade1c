import assert from "node:assert/strict";
import { test } from "node:test";
import { learn } from "../clauses/clause-names.js";
import { find } from "./search-find.js";
import { Section } from "./search-index.js";

const POLICY = { location: "policy/media/", title: "Social media" };
const TREE = { location: "trees/evidence/", title: "Evidence" };
const PAGE = { location: "about/", title: "About" };

const INDEX = [
  new Section("policy", "policy/media/#c2-4", "Clause 2.4", POLICY, "Share no picture of a child.", true),
  new Section("policy", "policy/media/#c2-41", "Clause 2.41", POLICY, "Ask the owner.", true),
  new Section(
    "policy",
    "policy/media/#s2",
    "Sharing",
    POLICY,
    "2.4 Share no picture of a child. 2.41 Ask the owner.",
  ),
  new Section("procedure", "trees/evidence/", "Evidence", TREE, "Use it when a child is in danger."),
  new Section("procedure", "trees/evidence/#q1", "Is there a picture?", TREE, "Ask who has the picture."),
  new Section("page", "about/", "About", PAGE, "A message about the site."),
];
learn([
  { number: "2.4", names: "c2-4 2-4", url: "policy/media/#c2-4" },
  { number: "2.41", names: "c2-41 2-41", url: "policy/media/#c2-41" },
]);

/**
 * @param {string} query
 * @param {Section[]} index
 */
const found = (query, index = INDEX) =>
  find(index, query).groups.map(({ kind, found }) => [kind, found.map(({ location }) => location)]);

test("what to do comes first, then the policy", () => {
  assert.deepEqual(found("picture"), [
    ["procedure", ["trees/evidence/"]],
    ["policy", ["policy/media/#c2-4"]],
  ]);
});

test("of a procedure that was found twice one is shown", () => {
  const both = [
    new Section("procedure", "t/", "T", { location: "t/", title: "T" }, "picture"),
    new Section("procedure", "t/#q", "Q", { location: "t/", title: "T" }, "picture"),
  ];
  assert.deepEqual(found("picture", both), [["procedure", ["t/"]]]);
});

test("a procedure is one thing and begun at its beginning, whichever part of it was found", () => {
  const [group] = find(INDEX, "who has").groups;
  assert.equal(group?.found.length, 1);
  assert.equal(group?.found[0]?.location, "trees/evidence/");
  assert.equal(group?.found[0]?.title, "Evidence");
});

test("a part of a policy is not shown beside the clause that was found in it", () => {
  assert.deepEqual(found("owner"), [["policy", ["policy/media/#c2-41"]]]);
});

test("who writes the number of a clause wants that clause, and no other that begins like it", () => {
  for (const number of ["2.4", "c2-4", "2-4"]) {
    assert.deepEqual(found(number)[0], ["policy", ["policy/media/#c2-4"]], number);
  }
});

test("with a number the policy comes before the procedures", () => {
  const index = [
    ...INDEX,
    new Section("procedure", "trees/x/", "X", { location: "trees/x/", title: "X" }, "See 2.4."),
  ];
  assert.deepEqual(
    found("2.4", index).map(([kind]) => kind),
    ["policy", "procedure"],
  );
});

test("words count where a word begins", () => {
  assert.deepEqual(found("age"), []);
  assert.deepEqual(found("mess"), [["page", ["about/"]]]);
});

test("where something holds every word, what holds some is not shown", () => {
  assert.deepEqual(found("child danger"), [["procedure", ["trees/evidence/"]]]);
});

test("where nothing holds every word, what holds the rarer ones is shown", () => {
  assert.deepEqual(found("danger message"), [
    ["procedure", ["trees/evidence/"]],
    ["page", ["about/"]],
  ]);
  const index = ["rare", "common", "common", "common", "common"].map(
    (text, place) => new Section("page", `${place}/`, "T", PAGE, text),
  );
  assert.deepEqual(found("common rare", index), [["page", ["0/"]]]);
});

test("a word in a title counts for more than one in the text, and a whole word for more than its beginning", () => {
  /** @param {string} location @param {string} title @param {string} text */
  const page = (location, title, text) => new Section("page", location, title, { location, title }, text);
  const index = [
    page("text/", "Other", "threat"),
    page("begun/", "Threatening", ""),
    page("whole/", "A threat", ""),
  ];
  assert.deepEqual(found("threat", index), [["page", ["whole/", "begun/", "text/"]]]);
});

test("a word counts for more the oftener it stands there, up to three times", () => {
  const index = ["word", "word word", "word word word", "word word word word"].map(
    (text, place) => new Section("page", `${place + 1}/`, "T", PAGE, text),
  );
  assert.deepEqual(found("word", index), [["page", ["3/", "4/", "2/", "1/"]]]);
});

test("a clause counts for more than a part of a policy that says the same more often", () => {
  const index = [
    new Section("policy", "a/#part", "Part", { location: "a/", title: "A" }, "word word word"),
    new Section("policy", "b/#c1", "Clause 1", { location: "b/", title: "B" }, "word", true),
  ];
  assert.deepEqual(found("word", index), [["policy", ["b/#c1", "a/#part"]]]);
});

test("a word that stands nowhere is taken for the nearest, and that is said", () => {
  const { respelled, groups } = find(INDEX, "pictuer");
  assert.equal(respelled, "picture");
  assert.equal(groups[0]?.kind, "procedure");
  assert.equal(find(INDEX, "picture").respelled, "");
});

test("nothing is found of nothing, and signs are no words", () => {
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("… ? !"), []);
  assert.deepEqual(found("xylophone"), []);
});

test("letters that mean something in a pattern are looked for as they are", () => {
  const index = [
    new Section("page", "a/", "A", PAGE, "see 2.3(a) there"),
    new Section("page", "b/", "B", PAGE, "see 2x3(a)"),
  ];
  assert.deepEqual(found("2.3(a)", index), [["page", ["a/"]]]);
});

test("of pages five are shown, of policies ten", () => {
  /** @param {import("./search-index.js").Kind} kind */
  const many = (kind) =>
    Array.from(
      { length: 12 },
      (_, n) => new Section(kind, `${kind}${n}/`, "T", { location: `${kind}${n}/`, title: "T" }, "word"),
    );
  const groups = find([...many("page"), ...many("policy"), ...many("apart")], "word").groups;
  assert.deepEqual(
    groups.map(({ kind, found }) => [kind, found.length]),
    [
      ["policy", 10],
      ["page", 5],
      ["apart", 5],
    ],
  );
});

test("what was found says on which page it stands, unless it is that page", () => {
  assert.equal(find(INDEX, "owner").groups[0]?.found[0]?.about, "Social media");
  assert.equal(find(INDEX, "message").groups[0]?.found[0]?.about, "");
});
