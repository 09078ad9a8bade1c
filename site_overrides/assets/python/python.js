// The way from the page to the worker that runs Python: one for all the trees of a page.

/** A phone on a poor line needs about half a minute for what is fetched; past this, nothing will come. */
const START_LIMIT = 45_000;
/** An answer takes milliseconds; one that takes this long will not come. */
const ANSWER_LIMIT = 10_000;

/** @type {Promise<Python> | undefined} */
let started;

/**
 * An action as Python reads it, with the day by the reader's own clock.
 * @param {import("./engine.js").Action} action
 */
function dated(action) {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return JSON.stringify({ ...action, today });
}

/**
 * Start Python, once however often it is asked for.
 * @param {string} runtime the address of the folder that holds it
 * @param {string} entry the Python module that speaks for a tree
 * @returns {Promise<Python>} rejected if it cannot run here
 */
export function startPython(runtime, entry) {
  started ??= Python.start(runtime, entry);
  return started;
}

export class Python {
  /** @type {Map<number, { resolve(value: string): void, reject(reason: Error): void }>} */
  #waiting = new Map();
  #last = 0;

  constructor() {
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.#settle(data));
    this.worker.addEventListener("error", (event) => {
      // Said once, to the reader, by whoever asked: not a second time in the console.
      event.preventDefault();
      this.#giveUp(new Error("The worker could not run."));
    });
    window.addEventListener("pagehide", (event) => {
      // A page that may come back keeps its worker, and its answers with it.
      if (!event.persisted) this.worker.terminate();
    });
  }

  /**
   * @param {string} runtime
   * @param {string} entry
   */
  static async start(runtime, entry) {
    const python = new Python();
    await python.ask({ do: "start", runtime, entry }, START_LIMIT);
    return python;
  }

  /**
   * @param {Record<string, string>} order
   * @param {number} [limit] in milliseconds
   * @returns {Promise<string>}
   */
  ask(order, limit = ANSWER_LIMIT) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const late = window.setTimeout(() => this.#giveUp(new Error("Python did not answer.")), limit);
      const done = () => {
        window.clearTimeout(late);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        resolve: (value) => {
          done();
          resolve(value);
        },
        reject: (reason) => {
          done();
          reject(reason);
        },
      });
      this.worker.postMessage({ ...order, id });
    });
  }

  /**
   * Give it a tree, and tell it what was answered before.
   * @param {string} tree
   * @param {string} wire
   * @param {string} root
   * @param {import("./engine.js").Answers} answers
   */
  open(tree, wire, root, answers) {
    return this.ask({ do: "open", tree, wire, root, action: dated({ do: "begin", answers }) });
  }

  /**
   * @param {string} tree
   * @param {import("./engine.js").Action} action
   * @returns {Promise<import("./engine.js").View>}
   */
  async act(tree, action) {
    return JSON.parse(await this.ask({ do: "act", tree, action: dated(action) }));
  }

  /**
   * @param {string} tree
   * @param {string} site the address of the site's root, for the links in the record
   */
  record(tree, site) {
    const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
    return this.ask({ do: "record", tree, date, site });
  }

  /** @param {{ id: number, value?: string, error?: string }} answer */
  #settle({ id, value, error }) {
    // Orders are counted from one: what has failed is Python itself.
    if (id === 0) this.#giveUp(new Error(error));
    const asked = this.#waiting.get(id);
    if (error === undefined) asked?.resolve(value ?? "");
    else asked?.reject(new Error(error));
  }

  /** @param {Error} reason */
  #giveUp(reason) {
    this.worker.terminate();
    for (const asked of this.#waiting.values()) asked.reject(reason);
  }
}
