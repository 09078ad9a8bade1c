// What is changed is kept in the browser, at once: in its own database, which survives closing and crashing.
//
// Store        Key                 What
// works        its name            what it was begun from: the files, and what tells that release from others
// changes      [work, path]        what a file says now, nothing where it is gone, and the editor's history

import { openDB } from "idb";

/**
 * @typedef {{ name: string, digest: string, told: object, base: Map<string, import("./folder.js").Content>, begun: string }} Work
 * @typedef {{ content: import("./folder.js").Content | null, editor?: unknown }} Change
 */

const NAME = "clausetree-workbench";

/** The browser keeps nothing here: it is forbidden, or its disk is full. */
export class NotKept extends Error {}

export class Kept {
  #db;
  /** @type {Map<string, { change: Change, work: string }>} what waits to be written, by file */
  #waiting = new Map();
  #writing = false;

  /** @param {(kept: boolean) => void} told hears whether what was changed is kept */
  constructor(told) {
    this.told = told;
    this.#db = openDB(NAME, 1, {
      upgrade(db) {
        db.createObjectStore("works");
        db.createObjectStore("changes");
      },
    });
    this.#db.catch(() => this.told(false));
  }

  /** @param {string} name @returns {Promise<Work | undefined>} */
  async work(name) {
    return (await this.#db).get("works", name);
  }

  /** @param {string} name @returns {Promise<Map<string, Change>>} */
  async changes(name) {
    const db = await this.#db;
    const within = IDBKeyRange.bound([name], [name, []]);
    const [keys, values] = await Promise.all([db.getAllKeys("changes", within), db.getAll("changes", within)]);
    return new Map(keys.map((key, at) => [/** @type {string[]} */ (key)[1] ?? "", values[at]]));
  }

  /**
   * Begin a work in place of what was kept under its name.
   * @param {Work} work
   */
  async begin(work) {
    const db = await this.#db;
    const writing = db.transaction(["works", "changes"], "readwrite");
    await writing.objectStore("changes").delete(IDBKeyRange.bound([work.name], [work.name, []]));
    await writing.objectStore("works").put(work, work.name);
    await writing.done;
  }

  /**
   * Keep what a file says now. Of several changes in a moment the last is written: it holds the others.
   * @param {string} work
   * @param {string} path
   * @param {Change | undefined} change nothing, to forget what was kept
   */
  keep(work, path, change) {
    this.#waiting.set(`${work}\n${path}`, { change: change ?? { content: null, editor: FORGET }, work });
    if (!this.#writing) void this.#write();
  }

  async #write() {
    this.#writing = true;
    try {
      const db = await this.#db;
      while (this.#waiting.size) {
        const batch = [...this.#waiting];
        this.#waiting.clear();
        const writing = db.transaction("changes", "readwrite", { durability: "relaxed" });
        for (const [key, { change, work }] of batch) {
          const path = key.slice(work.length + 1);
          if (change.editor === FORGET) void writing.store.delete([work, path]);
          else void writing.store.put(change, [work, path]);
        }
        await writing.done;
      }
      this.told(true);
    } catch {
      this.told(false);
    } finally {
      this.#writing = false;
    }
  }
}

const FORGET = Symbol("forget");
