// Prints, as JSON, the modules that Python has read in: in the order in which it does until the engine is imported, all
// of them once an error was shown too, and those of them that are in Python itself.
// node modules_used.mjs <folder of Pyodide> <archive of Python modules> <module to import>
import { pathToFileURL } from "node:url";

const [folder, archive, entry] = process.argv.slice(2);

const IN_PYTHON = ["built-in", "frozen"];

/** An error that crosses from Python to JavaScript is reported by Python's own modules, which it reads in then. */
function crossWithError(module) {
  try {
    module.fail();
  } catch (error) {
    if (error.type !== "ExceptionGroup") throw error;
  }
}

try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const python = await loadPyodide({ indexURL: folder, stdLibURL: archive, args: ["-S"] });
  const { modules } = python.pyimport("sys");
  python.pyimport(entry);
  const atOnce = [...modules.keys()];
  crossWithError(python.pyimport("late"));
  const all = [...modules.keys()];
  const inside = all.filter((name) => IN_PYTHON.includes(modules.get(name).__spec__?.origin));
  console.log(JSON.stringify([atOnce, all, inside]));
} catch (error) {
  // The stack would be a megabyte of minified script; the message holds Python's own traceback.
  console.error(error.message);
  process.exitCode = 1;
}
