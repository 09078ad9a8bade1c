import assert from "node:assert/strict";
import { test } from "node:test";
import { oneAtATime } from "./one-at-a-time.js";

/** Work whose end the test decides. */
function held() {
  /** @type {((error?: Error) => void)[]} */
  const ends = [];
  const work = () =>
    new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve()));
    });
  return { ends, work };
}

const soon = () => new Promise((done) => setTimeout(done));

test("what is asked for meanwhile is done once, after what is being done", async () => {
  const { ends, work } = held();
  const ask = oneAtATime(work);
  const first = ask();
  const [second, third] = [ask(), ask()];
  assert.equal(ends.length, 1);
  ends[0]?.();
  await first;
  await soon();
  assert.equal(ends.length, 2);
  ends[1]?.();
  await Promise.all([second, third]);
  assert.equal(ends.length, 2);
});

test("a failure reaches whoever asked, and ends nothing", async () => {
  const { ends, work } = held();
  const ask = oneAtATime(work);
  const first = ask();
  const second = ask();
  ends[0]?.(new Error("broken"));
  await assert.rejects(first, /broken/);
  await soon();
  ends[1]?.();
  await second;
  void ask();
  assert.equal(ends.length, 3);
});
