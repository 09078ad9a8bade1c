// A link on a page of the site leads here with the file, and with the clause or the node that is to be changed.

/** @typedef {{ folder: import("./folder.js").Folder, show(path: string): void, editor: import("./editor.js").Editor, asking: import("./asking.js").Asking }} Bench */

/** @returns {{ file: string, place: string }} what the address asks for */
export function addressed() {
  const [file = "", place = ""] = location.hash.slice(1).split(":").map(decoded);
  return { file, place };
}

/** @param {string} words */
function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return "";
  }
}

/**
 * Go to the place, once Python can say where in the file it is; and to others that are asked for later.
 * @param {Bench} bench
 * @param {{ file: string, place: string }} first
 */
export async function arrive(bench, first) {
  window.addEventListener("hashchange", () => void go(bench, addressed()));
  await go(bench, first, true);
}

/**
 * @param {Bench} bench
 * @param {{ file: string, place: string }} asked
 * @param {boolean} [first] whether she has just come: if she writes already, nothing moves under her hands
 */
async function go(bench, { file, place }, first = false) {
  const isBusy = () => first && (bench.editor.view.hasFocus || bench.editor.path !== file);
  if (!bench.folder.files.has(file) || isBusy()) return;
  if (bench.editor.path !== file) bench.show(file);
  if (!place) return;
  /** @type {[number, number] | null} */
  const found = await bench.asking.ask("place", { file, place }).catch(() => null);
  // The cursor stands there. Were it selected, the next key would write over it.
  if (found && bench.editor.path === file && !isBusy()) bench.editor.select(found[0]);
}
