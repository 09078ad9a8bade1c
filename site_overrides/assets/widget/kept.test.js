import assert from "node:assert/strict";
import { test } from "node:test";
import { carriedIn, saidIn } from "./kept.js";

const DUTY = {
  strength: "must-not",
  what: [{ words: "Wait" }, { words: "Friday", strong: true }],
  cites: [{ words: "clause 2.1", to: "policy/p/#c2-1" }],
};
const CARRIED = {
  title: "First",
  policy: "P",
  groups: [{ who: "You must not", duties: [DUTY] }],
  record: "1",
  next: [{ tree: "next-one", title: "Next" }],
};

test("what a visit wrote is taken as it was written", () => {
  assert.deepEqual(carriedIn(JSON.parse(JSON.stringify([CARRIED, CARRIED]))), [CARRIED, CARRIED]);
  assert.deepEqual(saidIn({ answers: { who: ["child"] }, done: ["tell"] }), {
    answers: { who: ["child"] },
    done: ["tell"],
  });
});

test("what has another shape is dropped whole", () => {
  /** @param {object} other */
  const withDuty = (other) => [{ ...CARRIED, groups: [{ who: "You", duties: [{ ...DUTY, ...other }] }] }];
  const strange = [
    undefined,
    null,
    3,
    "[]",
    {},
    [3],
    [null],
    [{ title: "First", policy: "P", list: "<ul></ul>", record: "1", next: [] }],
    [CARRIED, { ...CARRIED, record: 1 }],
    [{ ...CARRIED, next: [{ tree: "../..", title: "Next" }] }],
    [{ ...CARRIED, next: [{ tree: "https://elsewhere.example/", title: "Next" }] }],
    [{ ...CARRIED, groups: [{ who: "You", duties: "none" }] }],
    withDuty({ strength: "must elsewhere" }),
    withDuty({ strength: 1 }),
    withDuty({ what: "Wait" }),
    withDuty({ what: [{ words: ["Wait"] }] }),
    withDuty({ cites: [{ words: "clause 2.1", to: 3 }] }),
  ];
  for (const value of strange) assert.deepEqual(carriedIn(value), [], JSON.stringify(value));
});

test("answers of another shape were never given, and nothing but answers and ticks is taken", () => {
  const strange = [
    undefined,
    null,
    [],
    "x",
    {},
    { answers: {} },
    { answers: [], done: [] },
    { answers: { who: "child" }, done: [] },
    { answers: { who: [1] }, done: [] },
    { answers: { who: ["child"] }, done: [{}] },
  ];
  for (const value of strange) assert.equal(saidIn(value), undefined, JSON.stringify(value));
  assert.deepEqual(saidIn({ do: "restart", answers: {}, done: [] }), { answers: {}, done: [] });
});
