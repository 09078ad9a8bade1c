import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Visit } from "./visit.js";

class Navigation {
  type = "navigate";
}
const navigation = new Navigation();
/** @type {Map<string, string>} */
const kept = new Map();
/** @type {{ state: any, address: string }[]} the entries of the browser's history; the last is the one that is shown */
let entries = [];

/** What a visit asks of a browser. */
Object.assign(globalThis, {
  PerformanceNavigationTiming: Navigation,
  sessionStorage: {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  },
  history: {
    get state() {
      return entries.at(-1)?.state ?? null;
    },
    pushState: (/** @type {any} */ state, /** @type {string} */ _title, address = location.pathname) =>
      entries.push({ state, address }),
    replaceState: (/** @type {any} */ state, /** @type {string} */ _title, address = location.pathname) =>
      entries.splice(-1, 1, { state, address }),
  },
  location: { pathname: "/trees/evidence/", search: "?a=b", hash: "" },
});
performance.getEntriesByType = () => /** @type {any} */ ([navigation]);

/** @param {string} node */
const view = (node, way = [node]) => /** @type {any} */ ({ node, way });

beforeEach(() => {
  kept.clear();
  entries = [{ state: null, address: "/trees/evidence/" }];
  navigation.type = "navigate";
  location.hash = "";
});

test("what was said is found again by another visit to the same procedure in this tab", () => {
  new Visit("evidence", "first").take({ answers: { who: ["child"] }, done: ["tell"] });
  assert.deepEqual(new Visit("evidence", "first").earlier(), { answers: { who: ["child"] }, done: ["tell"] });
  assert.equal(new Visit("another", "first").earlier(), undefined);
});

test("a visit without answers is not kept, and has not begun", () => {
  const visit = new Visit("evidence", "first");
  assert.equal(visit.begun, false);
  visit.take({ answers: { who: ["child"] }, done: [] });
  assert.equal(visit.begun, true);
  visit.take({ answers: {}, done: ["tell"] });
  assert.equal(visit.begun, false);
  assert.equal(visit.earlier(), undefined);
});

test("where storage is forbidden or holds something else, nothing was kept", () => {
  kept.set("visit:evidence", "{broken");
  assert.equal(new Visit("evidence", "first").earlier(), undefined);
  kept.set("visit:evidence", '{"do": "restart", "answers": {"who": "child"}, "done": []}');
  assert.equal(new Visit("evidence", "first").earlier(), undefined);
  kept.set("carried:evidence", "3");
  navigation.type = "reload";
  assert.deepEqual(new Visit("evidence", "first").carried, []);
});

test("a new stop is an entry of the history, and the one before it keeps what was shown there", () => {
  const visit = new Visit("evidence", "first");
  visit.comeTo(view("second"), true);
  visit.comeTo(view("third"), true);
  assert.deepEqual(entries, [
    { state: { tree: "evidence", node: "first" }, address: "/trees/evidence/" },
    { state: { tree: "evidence", node: "second" }, address: "/trees/evidence/?a=b" },
    { state: { tree: "evidence", node: "third" }, address: "/trees/evidence/?a=b" },
  ]);
  assert.equal(visit.node, "third");
});

test("the same stop again, or one that the reader went back to, is no new entry", () => {
  const visit = new Visit("evidence", "first");
  visit.comeTo(view("first"), true);
  visit.comeTo(view("second"), false);
  assert.equal(entries.length, 1);
  assert.equal(visit.node, "second");
});

test("the way is the one that was shown last", () => {
  const visit = new Visit("evidence", "first");
  visit.comeTo(view("second", ["first", "second"]), true);
  assert.deepEqual(visit.way, ["first", "second"]);
});

test("an entry of the history says the stop of its own procedure alone", () => {
  const visit = new Visit("evidence", "first");
  assert.equal(visit.stopIn({ tree: "evidence", node: "second" }), "second");
  assert.equal(visit.stopIn({ tree: "another", node: "second" }), undefined);
  assert.equal(visit.stopIn(null), undefined);
  assert.equal(visit.stopIn(), undefined);
  visit.comeTo(view("third"), true);
  assert.equal(visit.stopIn(), "third");
});

test("the address lets go of the answers that a link brings", () => {
  location.hash = "#evidence?who=child%20of%20mine";
  assert.equal(new Visit("evidence", "first").takeLink(), "evidence?who=child of mine");
  assert.deepEqual(entries, [{ state: null, address: "/trees/evidence/?a=b" }]);
});

test("a link to a section, or to another procedure, brings no answers", () => {
  for (const hash of ["", "#evidence--first", "#evidence", "#evidence-2?who=child"]) {
    location.hash = hash;
    assert.equal(new Visit("evidence", "first").takeLink(), undefined, hash);
  }
  assert.deepEqual(entries, [{ state: null, address: "/trees/evidence/" }]);
});

const FIRST = { title: "First", policy: "P", groups: [], record: "1", next: [] };
const SECOND = { title: "Second", policy: "P", groups: [], record: "2", next: [] };

test("what each procedure asked for goes with the reader from one to the next", () => {
  new Visit("one", "a").leadOn("two", FIRST);
  const two = new Visit("two", "a");
  assert.deepEqual(two.carried, [FIRST]);
  two.leadOn("three", SECOND);
  assert.deepEqual(new Visit("three", "a").carried, [FIRST, SECOND]);
});

test("of several procedures to go on with, those are left that she has not come to", () => {
  const [three, four] = ["three", "four"].map((tree) => ({ tree, title: tree }));
  new Visit("one", "a").leadOn("two", { ...FIRST, next: [three, four] });
  const two = new Visit("two", "a");
  assert.deepEqual(two.carried, [{ ...FIRST, next: [three, four] }]);
  two.leadOn("three", SECOND);
  const after = new Visit("three", "a");
  assert.deepEqual(after.carried, [{ ...FIRST, next: [four] }, SECOND]);
  after.leadOn("four", { ...SECOND, title: "Third" });
  assert.deepEqual(
    new Visit("four", "a").carried.flatMap(({ next }) => next),
    [],
  );
});

test("a procedure that the reader is led on to begins afresh", () => {
  new Visit("two", "a").take({ answers: { who: ["child"] }, done: [] });
  new Visit("one", "a").leadOn("two", FIRST);
  assert.equal(new Visit("two", "a").earlier(), undefined);
});

test("who comes to it otherwise brings nothing along, but for who reloads the page", () => {
  new Visit("one", "a").leadOn("two", FIRST);
  assert.deepEqual(new Visit("two", "a").carried, [FIRST]);
  navigation.type = "reload";
  assert.deepEqual(new Visit("two", "a").carried, [FIRST]);
  navigation.type = "back_forward";
  assert.deepEqual(new Visit("two", "a").carried, [FIRST]);
  navigation.type = "navigate";
  assert.deepEqual(new Visit("two", "a").carried, []);
});

test("what was carried is dropped for good", () => {
  new Visit("one", "a").leadOn("two", FIRST);
  const two = new Visit("two", "a");
  two.dropCarried();
  assert.deepEqual(two.carried, []);
  navigation.type = "reload";
  assert.deepEqual(new Visit("two", "a").carried, []);
});
