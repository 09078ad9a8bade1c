import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Visit } from "./visit.js";
import { stopIn, WayBack } from "./way-back.js";

class Navigation {
  type = "navigate";
}
const navigation = new Navigation();
/** @type {Map<string, string>} */
const kept = new Map();
/** @type {{ state: any, address: string }[]} the entries of the browser's history; the last is the one that is shown */
let entries = [];
/** @type {number[]} how many entries further the page asked to be led */
let gone = [];

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
    go: (/** @type {number} */ steps) => gone.push(steps),
    replaceState: (/** @type {any} */ state, /** @type {string} */ _title, address = location.pathname) =>
      entries.splice(-1, 1, { state, address }),
  },
  location: { pathname: "/trees/evidence/", search: "?a=b", hash: "" },
});
performance.getEntriesByType = () => /** @type {any} */ ([navigation]);

/** @param {string} tree @param {string} node */
const visitTo = (tree, node, wayBack = new WayBack()) => new Visit(tree, node, wayBack);

/** @param {string} node */
const view = (node, way = [node]) => /** @type {any} */ ({ node, way });

beforeEach(() => {
  kept.clear();
  entries = [{ state: null, address: "/trees/evidence/" }];
  gone = [];
  navigation.type = "navigate";
  location.hash = "";
});

test("what was said is found again by another visit to the same procedure in this tab", () => {
  visitTo("evidence", "first").take({ answers: { who: ["child"] }, done: ["tell"] });
  assert.deepEqual(visitTo("evidence", "first").earlier(), { answers: { who: ["child"] }, done: ["tell"] });
  assert.equal(visitTo("another", "first").earlier(), undefined);
});

test("a visit without answers is not kept, and has not begun", () => {
  const visit = visitTo("evidence", "first");
  assert.equal(visit.begun, false);
  visit.take({ answers: { who: ["child"] }, done: [] });
  assert.equal(visit.begun, true);
  visit.take({ answers: {}, done: ["tell"] });
  assert.equal(visit.begun, false);
  assert.equal(visit.earlier(), undefined);
});

test("where storage is forbidden or holds something else, nothing was kept", () => {
  kept.set("visit:evidence", "{broken");
  assert.equal(visitTo("evidence", "first").earlier(), undefined);
  kept.set("visit:evidence", '{"do": "restart", "answers": {"who": "child"}, "done": []}');
  assert.equal(visitTo("evidence", "first").earlier(), undefined);
  kept.set("carried:evidence", "3");
  navigation.type = "reload";
  assert.deepEqual(visitTo("evidence", "first").carried, []);
});

test("a new stop is an entry of the history, and the one before it keeps what was shown there", () => {
  const visit = visitTo("evidence", "first");
  visit.comeTo(view("second"), true);
  visit.comeTo(view("third"), true);
  assert.deepEqual(
    entries.map(({ state, address }) => [state.stops, address]),
    [
      [{ evidence: { node: "first", run: 0 } }, "/trees/evidence/"],
      [{ evidence: { node: "second", run: 0 } }, "/trees/evidence/?a=b"],
      [{ evidence: { node: "third", run: 0 } }, "/trees/evidence/?a=b"],
    ],
  );
  assert.equal(visit.node, "third");
});

test("the same stop again, or one that the reader went back to, is no new entry", () => {
  const visit = visitTo("evidence", "first");
  visit.comeTo(view("first"), true);
  visit.comeTo(view("second"), false);
  assert.equal(entries.length, 1);
  assert.equal(visit.node, "second");
});

test("the way is the one that was shown last", () => {
  const visit = visitTo("evidence", "first");
  visit.comeTo(view("second", ["first", "second"]), true);
  assert.deepEqual(visit.way, ["first", "second"]);
});

test("every entry of the history says where all procedures of the page stood", () => {
  const wayBack = new WayBack();
  const [one, other] = [visitTo("evidence", "first", wayBack), visitTo("another", "begin", wayBack)];
  assert.equal(stopIn("evidence"), undefined);
  one.comeTo(view("second"), true);
  other.comeTo(view("next"), true);
  assert.deepEqual(
    entries.map(({ state }) => [state.stops.evidence.node, state.stops.another.node]),
    [
      ["first", "begin"],
      ["second", "begin"],
      ["second", "next"],
    ],
  );
  assert.equal(stopIn("another"), "next");
  entries.pop();
  assert.equal(wayBack.otherStop("another"), "begin");
  assert.equal(wayBack.otherStop("evidence"), undefined);
});

/** @param {WayBack} wayBack */
const afterStartingAgain = (wayBack) => {
  const visit = visitTo("evidence", "first", wayBack);
  for (const node of ["second", "third"]) visit.comeTo(view(node), true);
  wayBack.startAgain("evidence");
  visit.comeTo(view("first"), true);
  return [...entries];
};

test("entries that lead nowhere any more are passed over, back and forward, and those that look the same with them", () => {
  const wayBack = new WayBack();
  const [first, second, third, again] = afterStartingAgain(wayBack);
  const shown = (/** @type {any} */ entry) => {
    entries = [entry];
    assert.equal(wayBack.otherStop("evidence"), undefined);
    wayBack.arrived(false);
  };
  for (const entry of [third, second, first]) shown(entry);
  assert.deepEqual(gone, [-1, -1, -1]);
  for (const entry of [second, third, again]) shown(entry);
  assert.deepEqual(gone, [-1, -1, -1, 1, 1, 1]);
});

test("an entry that shows something, one that looks the same, and a place on the page are not passed over", () => {
  const wayBack = new WayBack();
  const visit = visitTo("evidence", "first", wayBack);
  visit.comeTo(view("second"), true);
  const [first, second] = entries;
  entries = [/** @type {any} */ (first)];
  assert.equal(wayBack.otherStop("evidence"), "first");
  visit.comeTo(view("first"), false);
  wayBack.arrived(true);
  entries = [{ state: null, address: "/trees/evidence/#main" }];
  wayBack.arrived(false);
  entries = [/** @type {any} */ (first)];
  wayBack.arrived(false);
  assert.deepEqual(gone, []);
  entries = [/** @type {any} */ (second)];
  wayBack.arrived(false);
  assert.deepEqual(gone, [1]);
});

test("a stop of an earlier start is not shown, though answers lead there again", () => {
  const wayBack = new WayBack();
  const entries = afterStartingAgain(wayBack);
  assert.equal(wayBack.otherStop("evidence"), undefined);
  assert.deepEqual(
    entries.map(({ state }) => state.stops.evidence.run),
    [0, 0, 0, 1],
  );
});

test("the address lets go of the answers that a link brings", () => {
  location.hash = "#evidence?who=child%20of%20mine";
  assert.equal(visitTo("evidence", "first").takeLink(), "evidence?who=child of mine");
  assert.deepEqual(entries, [{ state: null, address: "/trees/evidence/?a=b" }]);
});

test("a link to a section, or to another procedure, brings no answers", () => {
  for (const hash of ["", "#evidence--first", "#evidence", "#evidence-2?who=child"]) {
    location.hash = hash;
    assert.equal(visitTo("evidence", "first").takeLink(), undefined, hash);
  }
  assert.deepEqual(entries, [{ state: null, address: "/trees/evidence/" }]);
});

const FIRST = { title: "First", policy: "P", groups: [], record: "1", next: [] };
const SECOND = { title: "Second", policy: "P", groups: [], record: "2", next: [] };

test("what each procedure asked for goes with the reader from one to the next", () => {
  visitTo("one", "a").leadOn("two", FIRST);
  const two = visitTo("two", "a");
  assert.deepEqual(two.carried, [FIRST]);
  two.leadOn("three", SECOND);
  assert.deepEqual(visitTo("three", "a").carried, [FIRST, SECOND]);
});

test("of several procedures to go on with, those are left that she has not come to", () => {
  const [three, four] = ["three", "four"].map((tree) => ({ tree, title: tree }));
  visitTo("one", "a").leadOn("two", { ...FIRST, next: [three, four] });
  const two = visitTo("two", "a");
  assert.deepEqual(two.carried, [{ ...FIRST, next: [three, four] }]);
  two.leadOn("three", SECOND);
  const after = visitTo("three", "a");
  assert.deepEqual(after.carried, [{ ...FIRST, next: [four] }, SECOND]);
  after.leadOn("four", { ...SECOND, title: "Third" });
  assert.deepEqual(
    visitTo("four", "a").carried.flatMap(({ next }) => next),
    [],
  );
});

test("a procedure that the reader is led on to begins afresh", () => {
  visitTo("two", "a").take({ answers: { who: ["child"] }, done: [] });
  visitTo("one", "a").leadOn("two", FIRST);
  assert.equal(visitTo("two", "a").earlier(), undefined);
});

test("who comes to it otherwise brings nothing along, but for who reloads the page", () => {
  visitTo("one", "a").leadOn("two", FIRST);
  assert.deepEqual(visitTo("two", "a").carried, [FIRST]);
  navigation.type = "reload";
  assert.deepEqual(visitTo("two", "a").carried, [FIRST]);
  navigation.type = "back_forward";
  assert.deepEqual(visitTo("two", "a").carried, [FIRST]);
  navigation.type = "navigate";
  assert.deepEqual(visitTo("two", "a").carried, []);
});

test("who comes to it by another way finds what was carried when she goes on, and not when she answers anew", () => {
  visitTo("one", "a").leadOn("two", FIRST);
  const led = visitTo("two", "a");
  assert.equal(led.waits, false);
  led.take({ answers: { who: ["child"] }, done: [] });
  const later = visitTo("two", "a");
  assert.equal(later.waits, true);
  assert.deepEqual(later.carried, []);
  later.takeUp();
  assert.deepEqual(later.carried, [FIRST]);
  later.take({ answers: { who: ["child"] }, done: [] });
  const anew = visitTo("two", "a");
  anew.take({ answers: { who: ["adult"] }, done: [] });
  const last = visitTo("two", "a");
  last.takeUp();
  assert.deepEqual(last.carried, []);
});

test("what was carried waits, too, where nothing was answered yet", () => {
  visitTo("one", "a").leadOn("two", FIRST);
  assert.equal(visitTo("two", "a").waits, false);
  assert.equal(visitTo("two", "a").waits, true);
  assert.equal(visitTo("three", "a").waits, false);
});

test("her own answers are kept while those of a link have their place", () => {
  const own = { answers: { who: ["child"], how: ["note"] }, done: ["tell"] };
  visitTo("evidence", "first").take(own);
  const linked = visitTo("evidence", "first");
  linked.keepHers();
  linked.take({ answers: { who: ["adult"] }, done: [] });
  assert.deepEqual(visitTo("evidence", "first").hers(), own);
  // Another link takes the place of the first, and not of what is hers.
  linked.keepHers();
  linked.take({ answers: { who: ["nobody"] }, done: [] });
  assert.deepEqual(linked.hers(), own);
  linked.take({ answers: { how: ["note"], who: ["child"] }, done: [] });
  assert.equal(linked.hers(), undefined, "they say the same");
  linked.take({ answers: {}, done: [] });
  assert.deepEqual(linked.hers(), own, "a link may bring nothing");
  linked.dropHers();
  assert.equal(linked.hers(), undefined);
});

test("what was carried is dropped for good", () => {
  visitTo("one", "a").leadOn("two", FIRST);
  const two = visitTo("two", "a");
  two.carry([]);
  assert.deepEqual(two.carried, []);
  navigation.type = "reload";
  assert.deepEqual(visitTo("two", "a").carried, []);
});
