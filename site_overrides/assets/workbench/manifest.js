// What stands beside the files that changed: what each was made from. docs/hosting/changes.md says what it means.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const NAME = "changes.json";
const FORMAT = 1;
/** What an import told her. It is no part of the site. */
const REPORT = /^import-[^/]*\.md$/;

/** @typedef {{ program: string, release: string, name: string, why: string, scenarios: number | null }} Said */

/**
 * How lines end is no part of what a file says: text has its lines ended by a line feed alone here (folder.js).
 * @param {import("./folder.js").Content | undefined} content
 * @returns {string | null} nothing for a file that is not there
 */
export function digestOf(content) {
  if (content === undefined) return null;
  // A browser has one of its own only at addresses that begin with https:, and an intranet may have none.
  return bytesToHex(sha256(typeof content === "string" ? new TextEncoder().encode(content) : content));
}

/**
 * @param {import("./folder.js").Folder} folder
 * @returns {string[]} the files that are not as they were
 */
export function toHandOver(folder) {
  return folder.changed().filter((path) => !REPORT.test(path));
}

/**
 * @param {import("./folder.js").Folder} folder
 * @param {Said} said
 * @returns {[string, Uint8Array][]} the list of changes, and each file that is changed or added
 */
export function changesOf(folder, said) {
  const paths = toHandOver(folder);
  const listed = paths.map((path) => ({
    path,
    was: digestOf(folder.base.get(path)),
    now: digestOf(folder.files.get(path)),
  }));
  const manifest = `${JSON.stringify({ format: FORMAT, ...said, files: listed }, null, 1)}\n`;
  const there = paths.filter((path) => folder.files.has(path));
  return [
    [NAME, new TextEncoder().encode(manifest)],
    ...there.map((path) => /** @type {[string, Uint8Array]} */ ([path, folder.bytes(path)])),
  ];
}
