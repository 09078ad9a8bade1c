import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { sha256 } from "./sha256.js";

test("the digest of any bytes is the one that Node counts", () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 167 + length * 31) % 256);
    assert.equal(sha256(bytes), createHash("sha256").update(bytes).digest("hex"));
  }
  const large = new Uint8Array(1_000_003).fill(0xe9);
  assert.equal(sha256(large), createHash("sha256").update(large).digest("hex"));
});
