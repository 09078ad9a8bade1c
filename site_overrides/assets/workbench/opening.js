// Other folders than the one that is published: a folder of the author's, or a zip.

import { read, unzipped } from "./folder.js";
import { made } from "./made.js";

const NOTHING = "There is no file in it that can be read here.";
const PASSED_OVER = /(^|\/)(\.[^/]*|node_modules|site|__pycache__)\//;

/**
 * @param {{ open(name: string, files: Map<string, import("./folder.js").Content>): Promise<void>, state: HTMLElement }} bench
 * @returns {Node[]} the controls
 */
export function offerOpening(bench) {
  const folder = chooser("Open a folder", { webkitdirectory: true }, async (files) => {
    const found = new Map();
    for (const file of files) {
      const path = (file.webkitRelativePath || file.name).replace(/^[^/]*\//, "");
      if (!PASSED_OVER.test(`${path}`)) found.set(path, read(path, new Uint8Array(await file.arrayBuffer())));
    }
    return [files[0]?.webkitRelativePath.split("/")[0] ?? "folder", found];
  });
  const zip = chooser("Open a zip", { accept: ".zip" }, async ([file]) => {
    if (!file) return ["", new Map()];
    return [file.name, unzipped(new Uint8Array(await file.arrayBuffer()))];
  });

  /**
   * @param {string} words
   * @param {Record<string, unknown>} kind
   * @param {(files: File[]) => Promise<[string, Map<string, import("./folder.js").Content>]>} take
   */
  function chooser(words, kind, take) {
    const input = made("input", {
      type: "file",
      hidden: true,
      "aria-label": words,
      ...kind,
    });
    const press = made(
      "button",
      { type: "button", className: "bench-button", on: { click: () => input.click() } },
      words,
    );
    input.addEventListener("change", async () => {
      try {
        const [name, files] = await take([...(input.files ?? [])]);
        if (files.size) await bench.open(`folder ${name}`, files);
        else bench.state.textContent = NOTHING;
      } catch (error) {
        bench.state.textContent = `It cannot be opened: ${error instanceof Error ? error.message : error}`;
      }
      input.value = "";
    });
    return [press, input];
  }
  return [...folder, ...zip];
}
