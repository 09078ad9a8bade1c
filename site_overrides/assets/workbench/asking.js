// The way from the workbench to the worker in which its Python runs.

/** What is fetched is some five megabytes, and much of it is compiled. Past this, nothing will come. */
const START_LIMIT = 120_000;

/** The milliseconds in which a page is gone that is being left. */
const LEAVING = 10_000;

/**
 * @typedef {{ file: string, from: number, to: number, line: number, severity: "error" | "warning" | "acknowledged", code: string,
 *   message: string, hint: string, follows: boolean, left: boolean, page: string }} Fault `left` to whoever publishes
 * @typedef {{ faults: Fault[], notes: string[], policies: { file: string, id: string, title: string, version: string }[],
 *   trees: { file: string, id: string, title: string, sound: boolean }[] }} Checked
 * @typedef {{ title: string, wire: string, digest: string, list: string, sections: string,
 *   first: import("../python/engine.js").View }} TreeSeen
 * @typedef {{ policies: { id: string, title: string, said: string, html: string, again: boolean }[],
 *   trees: { id: string, title: string, said: string }[] }} Differences
 */

/** Something in the folder cannot be read at all, such as its settings. The words are for the author. */
export class Unreadable extends Error {}

export class Asking {
  /** @type {Map<number, { resolve(value: unknown): void, reject(reason: Error): void }>} */
  #waiting = new Map();
  #last = 0;
  #worker;
  /** @type {() => void} */
  #ready = () => {};
  /** @type {(reason: Error) => void} */
  #never = () => {};
  /** @type {Error | undefined} why nothing is answered any more */
  #over;
  #left = Number.NEGATIVE_INFINITY;

  /** @param {(reason: Error) => void} failed hears once that Python cannot go on */
  constructor(failed) {
    this.failed = failed;
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "authors" });
    this.listens = new Promise((resolve, reject) => {
      this.#ready = () => resolve(undefined);
      this.#never = reject;
    });
    this.listens.catch(() => {});
    this.#worker.addEventListener("message", ({ data }) => void this.#settle(data));
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      void this.#settle({ id: 0, error: "The worker could not run." });
    });
    window.addEventListener("beforeunload", () => {
      this.#left = performance.now();
    });
  }

  /**
   * @param {string} runtime
   * @param {string} program
   * @param {string} entry
   */
  async start(runtime, program, entry) {
    const late = window.setTimeout(() => this.#giveUp(new Error("Python did not start in time.")), START_LIMIT);
    try {
      await this.listens;
      await this.#send({ do: "start", runtime, program, entry });
    } finally {
      window.clearTimeout(late);
    }
  }

  /**
   * @param {"mine" | "published" | "latest"} which
   * @param {Uint8Array} archive
   * @param {object} told
   */
  open(which, archive, told) {
    return this.#send({ do: "open", which, archive, told: JSON.stringify(told) });
  }

  /**
   * @param {string} name
   * @param {object} [asked]
   * @returns {Promise<any>}
   */
  async ask(name, asked = {}) {
    const said = await this.#send({ do: "call", name, asked: JSON.stringify(asked) });
    return this.#answer(/** @type {string} */ (said));
  }

  /**
   * Tell it something of which nobody waits for the answer. Where Python cannot go on, that is said once, elsewhere.
   * @param {string} name
   * @param {object} [told]
   */
  tell(name, told = {}) {
    this.ask(name, told).catch(() => {});
  }

  /**
   * Import a document.
   * @param {string} name
   * @param {Uint8Array} document
   * @param {string[]} words further words of the command
   */
  async take(name, document, words) {
    const said = await this.#send({ do: "take", name, document, words: JSON.stringify(words) });
    return this.#answer(/** @type {string} */ (said));
  }

  /** @param {string} text */
  #answer(text) {
    const said = JSON.parse(text);
    if (said.traceback) console.error(said.traceback);
    if ("fault" in said) throw new Unreadable(said.fault);
    return said.is;
  }

  /**
   * @param {object} order
   * @returns {Promise<unknown>}
   */
  #send(order) {
    if (this.#over) return Promise.reject(this.#over);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...order, id });
    });
  }

  /** @param {{ id: number, value?: unknown, error?: string }} answer */
  async #settle({ id, value, error }) {
    // WebKit ends what a page fetches as soon as another is asked for. Nobody is told of that but whoever stays.
    if (error !== undefined && performance.now() - this.#left < LEAVING)
      await new Promise((resolve) => window.setTimeout(resolve, LEAVING));
    if (id === -1) return this.#ready();
    if (id === 0) return this.#giveUp(new Error(error));
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  }

  /** @param {Error} reason */
  #giveUp(reason) {
    if (this.#over) return;
    this.#over = reason;
    this.#worker.terminate();
    this.#never(reason);
    for (const asked of this.#waiting.values()) asked.reject(reason);
    this.#waiting.clear();
    this.failed(reason);
  }
}
