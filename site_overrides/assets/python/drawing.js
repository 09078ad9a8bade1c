// Graphviz, compiled to WebAssembly. A megabyte: only who looks at a picture that nobody has drawn yet is sent it.

import { instance } from "@viz-js/viz";

/** @returns {Promise<(dot: string) => string>} what draws */
export async function drawer() {
  const viz = await instance();
  return (dot) => viz.renderString(dot, { format: "svg" });
}
