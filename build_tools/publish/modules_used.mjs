// Prints, as JSON, the modules that Python has loaded from the archive once the engine has run.
// node modules_used.mjs <folder of Pyodide> <archive of Python modules> <module to import>...
import { pathToFileURL } from "node:url";

const [folder, archive, ...modules] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder, stdLibURL: archive });

// What Python loads late, it must load here, or it would be missing in the reader's browser.
const exercise = `
import importlib, sys, traceback
import _strptime, encodings.ascii, encodings.latin_1, linecache, tokenize

def exercise(names):
    for name in names:
        importlib.import_module(name)
    try:
        raise ExceptionGroup("outer", [ValueError("inner")]) from KeyError("cause")
    except Exception:
        traceback.format_exc()
    return [name for name, module in sys.modules.items()
            if getattr(getattr(module, "__spec__", None), "origin", "").startswith("/lib/python")]
exercise
`;
const run = await python.runPythonAsync(exercise);
python.runPython("import json; json.loads(json.dumps({'a': [1.5, None]}))");
try {
  python.runPython("1 / 0");
} catch (error) {
  if (error.type !== "ZeroDivisionError") throw error;
}
const used = run(python.toPy(modules)).toJs();
console.log(JSON.stringify(used.sort()));
