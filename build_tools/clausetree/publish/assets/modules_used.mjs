// Prints, as JSON, the modules that Python has read in once the engine is imported: those that came from an archive,
// and all of them, with those that are in Python itself.
// node modules_used.mjs <folder of Pyodide> <archive of Python modules> <module to import>
import { pathToFileURL } from "node:url";

const [folder, archive, entry] = process.argv.slice(2);

// Python loads some modules late, or only to report an error: what is not loaded here would be missing in the
// reader's browser.
const PROGRAM = `
import importlib, sys, traceback
import _strptime, encodings.ascii, encodings.latin_1, linecache, tokenize

def modules_used(entry):
    importlib.import_module(entry)
    try:
        raise ExceptionGroup("outer", [ValueError("inner")]) from KeyError("cause")
    except ExceptionGroup:
        traceback.format_exc()
    origins = {name: getattr(module.__spec__, "origin", None) for name, module in sys.modules.items()
               if getattr(module, "__spec__", None)}
    archived = [name for name, origin in origins.items() if origin and origin.startswith("/lib/python")]
    return sorted(archived), sorted(sys.modules)

modules_used
`;

/** An error that crosses from Python to JavaScript is reported by Python's own modules. */
function crossWithError(python) {
  try {
    python.runPython("1 / 0");
  } catch (error) {
    if (error.type !== "ZeroDivisionError") throw error;
  }
}

try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const python = await loadPyodide({ indexURL: folder, stdLibURL: archive });
  const modulesUsed = await python.runPythonAsync(PROGRAM);
  crossWithError(python);
  console.log(JSON.stringify(modulesUsed(entry).toJs()));
} catch (error) {
  // The stack would be a megabyte of minified script; the message holds Python's own traceback.
  console.error(error.message);
  process.exitCode = 1;
}
