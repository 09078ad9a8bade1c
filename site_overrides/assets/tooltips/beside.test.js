import assert from "node:assert/strict";
import { test } from "node:test";
import { beside } from "./beside.js";

const ROOM = { width: 1000, height: 800 };
const BOX = { width: 300, height: 100 };

test("a box stands right under what it belongs to", () => {
  assert.deepEqual(beside(BOX, { left: 200, top: 380, bottom: 400 }, ROOM), { left: 200, top: 400 });
});

test("at the foot of the window it stands above", () => {
  assert.deepEqual(beside(BOX, { left: 200, top: 700, bottom: 720 }, ROOM), { left: 200, top: 600 });
  assert.equal(beside(BOX, { left: 200, top: 680, bottom: 700 }, ROOM).top, 700);
});

test("where there is no room above either, it stands under it", () => {
  assert.equal(beside({ width: 300, height: 790 }, { left: 200, top: 20, bottom: 40 }, ROOM).top, 40);
});

test("it stays eight pixels from the sides of the window", () => {
  assert.equal(beside(BOX, { left: 900, top: 0, bottom: 20 }, ROOM).left, 692);
  assert.equal(beside(BOX, { left: 2, top: 0, bottom: 20 }, ROOM).left, 8);
  assert.equal(beside({ width: 1200, height: 50 }, { left: 100, top: 0, bottom: 20 }, ROOM).left, 8);
});
