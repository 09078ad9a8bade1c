// What is changed is kept in the browser, at once: in its own database, which survives closing and crashing.
//
// Store        Key                 What
// works        its name            what it is, and what tells its release from others
// bases        its name            the files that it was begun from
// changes      [work, path]        what a file says now, nothing where it is gone, and the editor's history

import { openDB } from "idb";

/**
 * @typedef {import("./folder.js").Content} Content
 * @typedef {{ name: string, of: string, digest: string, told: object, begun: string, ended?: string,
 *   titles?: string[] }} Work
 *   `titles` are those of its policies, where they are known; `of` names the site or the folder that it is about: its own name, but for one that was set aside when it `ended`
 * @typedef {{ content: Content | null, editor?: unknown, at?: string, was?: Content }} Change
 *   `was` is what a file said that is gone, where that was published nowhere
 * @typedef {"kept" | "full" | "forbidden"} Keeping
 * @typedef {{ work: string, path: string, change: Change | undefined, sent: boolean }} Waiting
 * @typedef {import("idb").IDBPDatabase} Database
 */

const NAME = "clausetree-works";
/** Past so many writes that are not confirmed, what comes waits, and the last of it stands for all. */
const MOST_UNDER_WAY = 8;

export class Kept {
  /** @type {Promise<Database>} */
  #opening;
  /** @type {Database | undefined} */
  #db;
  /** @type {Map<string, Waiting>} what is not confirmed to be written, by file */
  #waiting = new Map();
  #underWay = 0;
  /** Whether this tab is the one that writes. */
  writes = true;

  /** @param {(keeping: Keeping) => void} told hears whether what was changed is kept */
  constructor(told) {
    this.told = told;
    this.#opening = this.#open();
  }

  /** Whether something was changed that is not kept yet. */
  get waits() {
    return this.#waiting.size > 0;
  }

  /** @returns {Promise<(Work & { changed: number, last: string })[]>} all that is kept, with how much was changed and when */
  async works() {
    const db = await this.#opening;
    /** @type {Work[]} */
    const works = await db.getAll("works");
    return Promise.all(
      works.map(async (work) => {
        const changes = await this.changes(work.name);
        const last = [...changes.values()].map(({ at }) => at ?? "").sort();
        return { ...work, changed: changes.size, last: last.at(-1) ?? work.begun };
      }),
    );
  }

  /** @param {string} name @returns {Promise<(Work & { base: Map<string, Content> }) | undefined>} */
  async work(name) {
    const db = await this.#opening;
    const [work, base] = await Promise.all([db.get("works", name), db.get("bases", name)]);
    return work && base ? { ...work, base } : undefined;
  }

  /** @param {string} name @returns {Promise<Map<string, Change>>} */
  async changes(name) {
    const db = await this.#opening;
    const [keys, values] = await Promise.all([
      db.getAllKeys("changes", within(name)),
      db.getAll("changes", within(name)),
    ]);
    return new Map(keys.map((key, at) => [/** @type {string[]} */ (key)[1] ?? "", values[at]]));
  }

  /**
   * Begin a work, with what is changed in it already. One that is kept under its name is set aside, or is gone.
   * @param {Work} work
   * @param {Map<string, Content>} base
   * @param {Map<string, Change>} changes
   * @param {string} [aside] the name that the one before is kept by
   */
  async begin(work, base, changes, aside) {
    const db = await this.#opening;
    const writing = db.transaction(["works", "bases", "changes"], "readwrite");
    const { works, bases, changes: files } = stores(writing);
    try {
      if (aside) {
        const [before, files_, keys, values] = await Promise.all([
          works.get(work.name),
          bases.get(work.name),
          files.getAllKeys(within(work.name)),
          files.getAll(within(work.name)),
        ]);
        void works.put({ ...before, name: aside, ended: work.begun }, aside);
        void bases.put(files_, aside);
        keys.forEach((key, at) => void files.put(values[at], [aside, /** @type {string[]} */ (key)[1] ?? ""]));
      }
      void files.delete(within(work.name));
      void works.put(work, work.name);
      void bases.put(base, work.name);
      for (const [path, change] of changes) void files.put(change, [work.name, path]);
      await writing.done;
    } catch (error) {
      writing.done.catch(() => {});
      this.told(reasonOf(error));
      throw error;
    }
  }

  /**
   * Keep what the policies of a work are called, so that it is known again.
   * @param {string} name
   * @param {string[]} titles
   */
  async entitle(name, titles) {
    const writing = (await this.#opening).transaction("works", "readwrite");
    const work = await writing.store.get(name);
    if (work && String(work.titles) !== String(titles)) void writing.store.put({ ...work, titles }, name);
    await writing.done;
  }

  /** @param {string} name */
  async remove(name) {
    const writing = (await this.#opening).transaction(["works", "bases", "changes"], "readwrite");
    const { works, bases, changes } = stores(writing);
    void works.delete(name);
    void bases.delete(name);
    void changes.delete(within(name));
    await writing.done;
  }

  /**
   * Keep what a file says now. It is on its way to the database when this returns.
   * @param {string} work
   * @param {string} path
   * @param {Change | undefined} change nothing, to forget what was kept
   */
  keep(work, path, change) {
    if (!this.writes) return;
    const dated = change && { ...change, at: new Date().toISOString() };
    this.#waiting.set(`${work}\n${path}`, { work, path, change: dated, sent: false });
    this.#send();
  }

  /** @returns {Promise<Database>} */
  #open() {
    const opening = this.#opened();
    opening.then(
      (db) => {
        this.#db = db;
        this.#send();
      },
      () => this.told("forbidden"),
    );
    return opening;
  }

  /** @returns {Promise<Database>} rejected, too, where the browser throws */
  async #opened() {
    return openDB(NAME, 1, {
      upgrade(db) {
        for (const store of ["works", "bases", "changes"]) db.createObjectStore(store);
      },
      terminated: () => {
        this.#db = undefined;
        this.#opening = this.#open();
      },
    });
  }

  /** Not a moment is waited for: a page that dies after this has handed over all that it was told to keep. */
  #send() {
    const unsent = [...this.#waiting.values()].filter(({ sent }) => !sent);
    if (!this.#db || !unsent.length || this.#underWay >= MOST_UNDER_WAY) return;
    try {
      const writing = this.#db.transaction("changes", "readwrite", { durability: "relaxed" });
      for (const { work, path, change } of unsent) {
        const putting = change ? writing.store.put(change, [work, path]) : writing.store.delete([work, path]);
        putting.catch(() => {});
      }
      for (const one of unsent) one.sent = true;
      this.#underWay += 1;
      writing.done.then(
        () => this.#settled(unsent, "kept"),
        (error) => this.#settled(unsent, reasonOf(error)),
      );
      writing.commit();
    } catch (error) {
      this.told(reasonOf(error));
    }
  }

  /**
   * @param {Waiting[]} sent
   * @param {Keeping} keeping
   */
  #settled(sent, keeping) {
    this.#underWay -= 1;
    for (const one of sent) {
      const key = `${one.work}\n${one.path}`;
      one.sent = keeping === "kept";
      if (one.sent && this.#waiting.get(key) === one) this.#waiting.delete(key);
    }
    this.told(keeping);
    if (keeping === "kept") this.#send();
  }
}

/** @param {string} work */
function within(work) {
  return IDBKeyRange.bound([work], [work, []]);
}

/** @param {import("idb").IDBPTransaction<unknown, string[], "readwrite">} writing */
function stores(writing) {
  return {
    works: writing.objectStore("works"),
    bases: writing.objectStore("bases"),
    changes: writing.objectStore("changes"),
  };
}

/** @param {unknown} error @returns {Keeping} */
export function reasonOf(error) {
  return error instanceof Error && error.name === "QuotaExceededError" ? "full" : "forbidden";
}
