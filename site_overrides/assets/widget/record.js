// The record leaves the page only by the reader's own hand: copied, printed or saved.

import { write } from "../copy/copy-link.js";
import { tell } from "../page/tell.js";

/** How long a file that is being saved can be had, in milliseconds. */
const KEPT_FOR = 60_000;
/** How long a browser may take to begin to print, in milliseconds: one that may not never says so. */
const PATIENCE = 1_000;
const NOT_PRINTED = "Nothing can be printed here. Copy the record instead.";
/** A frame may be forbidden to save, and nothing tells it so. */
const PERHAPS_SAVED = "If your browser shows no saved file, this frame cannot save. Copy the record instead.";

/**
 * What came of it stands below the buttons.
 * @param {string} words
 * @param {string} tree
 */
function say(words, tree) {
  tell(words, document.querySelector(`.ct-tree[data-tree="${tree}"] .ct-record .ct-buttons`));
}

/**
 * @param {string} record
 * @param {string} tree
 */
export async function copyRecord(record, tree) {
  const copied = await write(record);
  say(copied ? "Record copied" : "The record could not be copied. Save it as a file instead.", tree);
}

/**
 * Nothing but the record is printed: it fits a page where the site would not.
 * @param {string} record
 * @param {string} tree
 */
export function printRecord(record, tree) {
  const sheet = document.createElement("pre");
  sheet.className = "record-sheet";
  sheet.textContent = record;
  document.body.append(sheet);
  let began = false;
  window.addEventListener("beforeprint", () => (began = true), { once: true });
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
  window.setTimeout(() => {
    if (began) return;
    sheet.remove();
    say(NOT_PRINTED, tree);
  }, PATIENCE);
}

/**
 * @param {string} record
 * @param {string} tree
 */
export function saveRecord(record, tree) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([record], { type: "text/plain;charset=utf-8" }));
  link.download = `${tree}-record.txt`;
  link.click();
  // A browser may fetch it only after it has asked the reader where to put it.
  window.setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
  say(window.top === window ? "Record saved" : PERHAPS_SAVED, tree);
}
