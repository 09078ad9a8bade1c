// Runs the Python of the page for authors, in the worker: whole commands, on a folder in its memory.

import { bytesOf, prepareWebAssembly } from "./web-assembly.js";

/**
 * @typedef {{ open_folder(which: string, archive: Uint8Array, told: string): void, call(name: string, asked: string): string,
 *   take_document(name: string, document: Uint8Array, words: string): string, draw_with(draw: (dot: string) => string): void }} Page
 * @typedef {{ id: number, do: "start", runtime: string, program: string, entry: string }
 *   | { id: number, do: "open", which: string, archive: Uint8Array, told: string }
 *   | { id: number, do: "take", name: string, document: Uint8Array, words: string }
 *   | { id: number, do: "call", name: string, asked: string }} Order
 */

/** Where Python looks for what is not its own. */
const PACKAGES = "/lib/python3.13/site-packages";

/** @type {Page | undefined} */
let page;

/** @param {typeof import("pyodide").loadPyodide} loadPyodide */
export function listen(loadPyodide) {
  self.addEventListener("message", async (event) => {
    /** @type {Order} */
    const order = event.data;
    try {
      self.postMessage({ id: order.id, value: await carryOut(order, loadPyodide) });
    } catch (error) {
      self.postMessage({ id: order.id, error: String(error) });
    }
  });
  self.postMessage({ id: -1 });
}

/**
 * @param {Order} order
 * @param {typeof import("pyodide").loadPyodide} loadPyodide
 */
async function carryOut(order, loadPyodide) {
  if (order.do === "start") return start(order.runtime, order.program, order.entry, loadPyodide);
  if (!page) throw new Error("Python has not started");
  if (order.do === "open") return page.open_folder(order.which, order.archive, order.told);
  if (order.do === "take") return page.take_document(order.name, order.document, order.words);
  if (["picture", "prepare"].includes(order.name)) await prepareDrawing(page);
  return page.call(order.name, order.asked);
}

/**
 * @param {string} runtime the address of Pyodide's folder
 * @param {string} program that of what only authors are sent
 * @param {string} entry the Python module that speaks for the page
 * @param {typeof import("pyodide").loadPyodide} loadPyodide
 */
async function start(runtime, program, entry, loadPyodide) {
  prepareWebAssembly();
  const [pyodide, packed] = await Promise.all([
    loadPyodide({ indexURL: runtime, packageBaseUrl: runtime, stdLibURL: `${program}library.zip` }),
    bytesOf(`${program}program.zip`),
  ]);
  pyodide.unpackArchive(packed, "zip", { extractDir: PACKAGES });
  page = pyodide.pyimport(entry);
}

let draws = false;

/** @param {Page} page */
async function prepareDrawing(page) {
  if (draws) return;
  const { drawer } = await import("./drawing.js");
  page.draw_with(await drawer());
  draws = true;
}
