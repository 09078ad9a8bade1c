// Runs the Python of the page for authors as its worker does, and prints the answer to each call of a file of orders.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, library, program, entry, orders] = process.argv.slice(2);

try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const pyodide = await loadPyodide({ indexURL: folder, stdLibURL: library });
  pyodide.unpackArchive(bytes(program), "zip", { extractDir: "/lib/python3.13/site-packages" });
  const page = pyodide.pyimport(entry);
  for (const { do: what, given } of JSON.parse(readFileSync(orders, "utf8"))) {
    const [first, second, third] = given;
    if (what === "open") page.open_folder(first, bytes(second), third);
    else if (what === "take") console.log(page.take_document(first, bytes(second), third));
    else console.log(page.call(first, second));
  }
} catch (error) {
  // Node would show the line at fault, which is all of Pyodide.
  console.error(error.message);
  process.exitCode = 1;
}

function bytes(file) {
  return new Uint8Array(readFileSync(file));
}
