// The folder on her own disk that she opened, where the browser lets a page write there. What it may write is asked for
// again after the page was closed; which folder it was is kept.

import { openDB } from "idb";
import { MOST, PASSED_OVER, read } from "./folder.js";
import { digestOf } from "./manifest.js";

const STORE = "folders";

/** @typedef {{ handle: FileSystemDirectoryHandle, seen: Map<string, string | null> }} Known what each file held when it was written last */

/** @returns {boolean} whether a folder can be opened so that it can be written to */
export function canOpen() {
  return "showDirectoryPicker" in window;
}

/** @returns {Promise<FileSystemDirectoryHandle | undefined>} nothing where she changed her mind */
export async function chosenFolder() {
  try {
    return await /** @type {any} */ (window).showDirectoryPicker({ id: "clausetree", mode: "read" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/**
 * @param {FileSystemDirectoryHandle} handle
 * @returns {Promise<Map<string, import("./folder.js").Content>>} its files
 */
export async function filesIn(handle) {
  const found = new Map();
  let size = 0;
  /**
   * @param {FileSystemDirectoryHandle} folder
   * @param {string} above
   */
  async function look(folder, above) {
    for await (const [name, one] of /** @type {any} */ (folder).entries()) {
      if (one.kind === "directory") {
        const within = `${above}${name}/`;
        if (!PASSED_OVER.test(within)) await look(one, within);
        continue;
      }
      const file = await one.getFile();
      size += file.size;
      if (size > MOST) throw new Error("This folder holds more than 50 MB.");
      const path = `${above}${name}`;
      found.set(path, read(path, new Uint8Array(await file.arrayBuffer())));
    }
  }
  await look(handle, "");
  return found;
}

export class Disk {
  #db = opened();

  constructor() {
    this.#db.catch(() => {});
  }

  /** @type {Map<string, Known>} where nothing can be kept, it lasts as long as the page */
  #known = new Map();

  /**
   * @param {string} work the name under which the folder is edited
   * @param {FileSystemDirectoryHandle} handle
   */
  async remember(work, handle) {
    await this.#keep(work, { handle, seen: new Map() });
  }

  /** @param {string} work @returns {Promise<Known | undefined>} */
  async of(work) {
    const kept = async () => (await this.#db).get(STORE, work);
    return this.#known.get(work) ?? kept().catch(() => undefined);
  }

  /**
   * Write what is not in the folder yet.
   * @param {string} work
   * @param {import("./folder.js").Folder} folder
   * @param {Set<string>} over the files that may be written over although somebody else changed them
   * @returns {Promise<{ written: string[], changed: string[] } | undefined>} what was written or, where nothing was,
   *   what somebody else changed; nothing at all where she does not let it
   */
  async write(work, folder, over = new Set()) {
    const known = await this.of(work);
    if (
      !known ||
      (await /** @type {any} */ (known.handle).requestPermission({ mode: "readwrite" })) !== "granted"
    )
      return undefined;
    const paths = [...new Set([...folder.changed(), ...known.seen.keys()])].sort();
    const looked = await Promise.all(paths.map((path) => this.#look(known, folder, path)));
    const left = looked.filter(({ there, now }) => there !== now);
    const changed = left
      .filter(({ path, there, was }) => there !== was && !over.has(path))
      .map(({ path }) => path);
    if (changed.length) return { written: [], changed };
    for (const { path } of left)
      await put(known.handle, path, folder.files.has(path) ? folder.bytes(path) : null);
    const seen = new Map(looked.map(({ path, now }) => [path, now]));
    await this.#keep(work, { handle: known.handle, seen });
    return { written: left.map(({ path }) => path), changed: [] };
  }

  /**
   * @param {Known} known
   * @param {import("./folder.js").Folder} folder
   * @param {string} path
   */
  async #look(known, folder, path) {
    const bytes = await held(known.handle, path);
    const there = bytes ? digestOf(plain(path, bytes)) : null;
    const before = known.seen.get(path);
    const was = before === undefined ? digestOf(folder.base.get(path)) : before;
    return { path, there, was, now: digestOf(folder.files.get(path)) };
  }

  /**
   * @param {string} work
   * @param {Known} known
   */
  async #keep(work, known) {
    this.#known.set(work, known);
    await this.#db.then((db) => db.put(STORE, known, work)).catch(() => {});
  }
}

/**
 * @param {string} path
 * @param {Uint8Array} bytes
 */
function plain(path, bytes) {
  const content = read(path, bytes);
  return typeof content === "string" ? content.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") : content;
}

/**
 * @param {FileSystemDirectoryHandle} root
 * @param {string} path
 * @returns {Promise<Uint8Array | undefined>} nothing for a file that is not there
 */
async function held(root, path) {
  try {
    const [folder, name] = await around(root, path, false);
    return new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
    throw error;
  }
}

/**
 * @param {FileSystemDirectoryHandle} root
 * @param {string} path
 * @param {Uint8Array | null} content nothing, to remove the file
 */
async function put(root, path, content) {
  const [folder, name] = await around(root, path, content !== null);
  if (content === null) return folder.removeEntry(name);
  const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await file.write(/** @type {Uint8Array<ArrayBuffer>} */ (content));
  await file.close();
}

/**
 * @param {FileSystemDirectoryHandle} root
 * @param {string} path
 * @param {boolean} create
 * @returns {Promise<[FileSystemDirectoryHandle, string]>} the folder of a file, and its name there
 */
async function around(root, path, create) {
  const names = path.split("/");
  const name = names.pop() ?? "";
  let folder = root;
  for (const each of names) folder = await folder.getDirectoryHandle(each, { create });
  return [folder, name];
}

/** Rejected, too, where the browser throws. */
async function opened() {
  return openDB("clausetree-folders", 1, { upgrade: (db) => void db.createObjectStore(STORE) });
}
