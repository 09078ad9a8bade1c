// Runs pytest inside Pyodide: node run_pytest.mjs PYODIDE PROJECT PACKAGES ARGUMENT…
// The project and the machine's Python packages are mounted there, and nothing is written into them.
import { pathToFileURL } from "node:url";

const [pyodide, project, packages, ...args] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const env = {
  HOME: "/home",
  HYPOTHESIS_PROFILE: "few",
  HYPOTHESIS_NO_PLUGINS: "1", // packages for other tests bring some that need an operating system
  PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1",
  PYTHONDONTWRITEBYTECODE: "1",
};
const python = await loadPyodide({ indexURL: pyodide, env });
for (const [at, root] of [
  ["/project", project],
  ["/packages", packages],
]) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
}
python.globals.set("args", python.toPy(args));
process.exitCode = python.runPython(`
import os, sys
os.chdir("/project")
sys.path[:0] = ["/project/build_tools", "/packages"]
import pytest
int(pytest.main(list(args)))
`);
