// What was written leaves the browser as a file: what changed, for whoever publishes, or everything.

import { zipped } from "./folder.js";

/** @typedef {{ folder: import("./folder.js").Folder, told: { digest: string }, state: HTMLElement, asking: import("./asking.js").Asking }} Bench */

/** What stands beside the files that changed: what they were changed from. */
const MANIFEST = "changes.json";

/** @param {Bench} bench */
export function saveChanges(bench) {
  const { folder } = bench;
  const changed = folder.changed();
  if (!changed.length) {
    bench.state.textContent = "Nothing has changed, so there is nothing to save.";
    return;
  }
  const gone = changed.filter((path) => !folder.files.has(path));
  const manifest = { format: 1, base: bench.told.digest, gone };
  const files = changed
    .filter((path) => folder.files.has(path))
    .map((path) => /** @type {[string, Uint8Array]} */ ([path, folder.bytes(path)]));
  const said = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  save(zipped([[MANIFEST, said], ...files]), "changes.zip");
  bench.state.textContent = `Saved as changes.zip: ${changed.length === 1 ? "1 file" : `${changed.length} files`}. Send it to whoever publishes the site.`;
}

/** @param {Bench} bench */
export function saveAll(bench) {
  const files = [...bench.folder.files.keys()].map(
    (path) => /** @type {[string, Uint8Array]} */ ([path, bench.folder.bytes(path)]),
  );
  save(zipped(files), "site.zip");
  bench.state.textContent = "Saved as site.zip: every file of the folder.";
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 */
export function save(bytes, name) {
  const address = URL.createObjectURL(
    new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: "application/zip" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
