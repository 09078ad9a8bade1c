// How Pyodide gets its WebAssembly: it would wait for ever where that fails.

/** The shortest module there is. Where a security policy forbids WebAssembly, Pyodide would wait for ever. */
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Throw where WebAssembly cannot run, and let its failures reach the page. */
export function prepareWebAssembly() {
  new WebAssembly.Module(EMPTY_MODULE);
  Object.assign(WebAssembly, { instantiateStreaming });
}

/** Some of Pyodide's failures reach nobody, and the reader would wait for what cannot come. */
export function tellFailures() {
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    self.postMessage({ id: 0, error: String(event.reason) });
  });
}

/** @param {string} address */
export async function bytesOf(address) {
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
