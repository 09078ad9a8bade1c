// Runs our Python. It knows nothing of trees: it opens what it is given and passes calls on.

import { loadPyodide } from "pyodide";

/**
 * @typedef {{ act(action: string): string, record(date: string, site: string): string }} Widget
 * @typedef {{ open_widget(wire: string, root: string): Widget }} Module
 * @typedef {{ id: number, do: "start", runtime: string, entry: string }
 *   | { id: number, do: "open", tree: string, wire: string, root: string, action: string }
 *   | { id: number, do: "act", tree: string, action: string }
 *   | { id: number, do: "record", tree: string, date: string, site: string }} Order
 */

/** The shortest module there is. Where a security policy forbids WebAssembly, Pyodide would wait for ever. */
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Where our own Python stands among the files of Pyodide's. */
const ENGINE = "/lib/engine.zip";

/** Python need not look for packages that somebody has installed. */
const WITHOUT_SITE = ["-S"];

/** @type {Module | undefined} */
let python;
/** @type {Map<string, Widget>} */
const widgets = new Map();

self.addEventListener("message", async (event) => {
  /** @type {Order} */
  const order = event.data;
  try {
    self.postMessage({ id: order.id, value: await carryOut(order) });
  } catch (error) {
    self.postMessage({ id: order.id, error: String(error) });
  }
});

// Some of Pyodide's failures reach nobody, and the reader would wait for what cannot come.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  self.postMessage({ id: 0, error: String(event.reason) });
});

/** @param {Order} order */
async function carryOut(order) {
  switch (order.do) {
    case "start":
      return start(order.runtime, order.entry);
    case "open":
      if (!python) throw new Error("Python has not started");
      widgets.set(order.tree, python.open_widget(order.wire, order.root));
      return widgets.get(order.tree)?.act(order.action);
    case "act":
      return widgets.get(order.tree)?.act(order.action);
    case "record":
      return widgets.get(order.tree)?.record(order.date, order.site);
  }
}

/**
 * @param {string} runtime the address of the folder that holds Pyodide and our own Python
 * @param {string} entry the Python module that speaks for a tree
 */
async function start(runtime, entry) {
  new WebAssembly.Module(EMPTY_MODULE);
  Object.assign(WebAssembly, { instantiateStreaming });
  // Everything comes from that one folder: Pyodide's own default is another host.
  const [pyodide, engine] = await Promise.all([
    loadPyodide({ indexURL: runtime, packageBaseUrl: runtime, args: WITHOUT_SITE }),
    bytesOf(`${runtime}engine.zip`),
  ]);
  pyodide.FS.writeFile(ENGINE, engine);
  pyodide.pyimport("joined").add(ENGINE);
  python = pyodide.pyimport(entry);
}

/** @param {string} address */
async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const streaming = WebAssembly.instantiateStreaming;

/**
 * In place of the browser's own, since Pyodide would wait for ever where that fails. A server that gives
 * WebAssembly another type is forgiven.
 * @param {Response | PromiseLike<Response>} source
 * @param {WebAssembly.Imports} imports
 */
async function instantiateStreaming(source, imports) {
  try {
    const response = await source;
    if (response.headers.get("content-type") === "application/wasm") return await streaming(response, imports);
    return await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  } catch (error) {
    self.postMessage({ id: 0, error: String(error) });
    throw error;
  }
}
