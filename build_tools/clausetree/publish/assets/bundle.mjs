// Puts the browser's small modules and style sheets together into the few files that pages ask for.
// node bundle.mjs <folder of sources> <folder of npm's packages> <folder to write to> <source of a file> …
import { build } from "esbuild";

const [folder, packages, target, ...entries] = process.argv.slice(2);

try {
  await build({
    absWorkingDir: folder,
    entryPoints: entries,
    // All in one folder, as the modules that name each other's addresses expect.
    entryNames: "[name]",
    outdir: target,
    nodePaths: [packages],
    // Pyodide asks for the first under Node alone. The others are files of their own, which few need.
    external: ["node:*", "./authors.js", "./drawing.js"],
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    logLevel: "silent",
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
