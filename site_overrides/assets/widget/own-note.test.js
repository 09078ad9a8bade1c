import assert from "node:assert/strict";
import { test } from "node:test";
import { withNote } from "./own-note.js";

test("a note stands at the end of the record", () => {
  assert.equal(
    withNote("Outcome: Report it\n", " Rang at nine.\nNobody there. "),
    "Outcome: Report it\n\nYOUR OWN NOTE\nRang at nine.\nNobody there.\n",
  );
});

test("a record without a note is left as it is", () => {
  assert.equal(withNote("Outcome: Report it\n", " \n "), "Outcome: Report it\n");
});
