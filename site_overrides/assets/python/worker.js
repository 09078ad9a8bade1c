// Runs our Python. It knows nothing of trees: it opens what it is given and passes calls on. A server gives this
// script alone the right to run WebAssembly, so that the page for authors starts here, too.

import { loadPyodide } from "pyodide";
import { bytesOf, prepareWebAssembly, tellFailures } from "./web-assembly.js";

/**
 * @typedef {{ act(action: string): string, record(date: string, site: string): string }} Widget
 * @typedef {{ open_widget(wire: string, root: string): Widget }} Module
 * @typedef {{ id: number, do: "start", runtime: string, entry: string }
 *   | { id: number, do: "open", tree: string, wire: string, root: string, action: string }
 *   | { id: number, do: "act", tree: string, action: string }
 *   | { id: number, do: "record", tree: string, date: string, site: string }} Order
 */

/** Where our own Python stands among the files of Pyodide's. */
const ENGINE = "/lib/engine.zip";

/** Python need not look for packages that somebody has installed. */
const WITHOUT_SITE = ["-S"];

/** @type {Module | undefined} */
let python;
/** @type {Map<string, Widget>} */
const widgets = new Map();

tellFailures();
if (self.name === "authors") void import("./authors.js").then((authors) => authors.listen(loadPyodide));
else {
  self.addEventListener("message", async (event) => {
    /** @type {Order} */
    const order = event.data;
    try {
      self.postMessage({ id: order.id, value: await carryOut(order) });
    } catch (error) {
      self.postMessage({ id: order.id, error: String(error) });
    }
  });
}

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
  prepareWebAssembly();
  // Everything comes from that one folder: Pyodide's own default is another host.
  const [pyodide, engine] = await Promise.all([
    loadPyodide({ indexURL: runtime, packageBaseUrl: runtime, args: WITHOUT_SITE }),
    bytesOf(`${runtime}engine.zip`),
  ]);
  pyodide.FS.writeFile(ENGINE, engine);
  pyodide.pyimport("joined").add(ENGINE);
  python = pyodide.pyimport(entry);
}
