// The files that are edited, what was published of them, and what has changed since.

import { strToU8, unzipSync, zipSync } from "fflate";

/** @typedef {string | Uint8Array} Content text, whose lines end in a line feed alone, or what is no text */

/** What can be edited as text. */
const TEXT = /\.(tree|md|ya?ml|txt|lock|csv)$/;
const BYTE_ORDER_MARK = "\ufeff";
/** Not folders that a program keeps for itself. */
export const PASSED_OVER = /(^|\/)(\.[^/]*|node_modules|site|__pycache__)\//;
/** A folder that is larger is no site. In bytes. */
export const MOST = 50_000_000;

/** How the lines of a file end, and whether it begins with a mark, so that it is handed over as it came. */
/** @typedef {{ crlf: boolean, mark: boolean }} Manner */

export class Folder {
  /** @type {Map<string, Content>} */
  files = new Map();
  /** @type {Map<string, Content>} what was published, or what an author's own folder held when it was opened */
  base = new Map();
  /** @type {Map<string, Manner>} */
  #manners = new Map();

  /**
   * @param {Map<string, Content>} base
   * @param {Map<string, Content | null>} [changed] what is said otherwise; nothing for a file that is gone
   */
  constructor(base, changed = new Map()) {
    for (const [path, content] of base) this.base.set(path, this.#taken(path, content));
    this.files = new Map(this.base);
    for (const [path, content] of changed) this.put(path, content);
  }

  /**
   * Say something else of a file, or nothing where it is gone.
   * @param {string} path
   * @param {Content | null} content
   */
  put(path, content) {
    if (content === null) this.files.delete(path);
    else this.files.set(path, content);
  }

  /**
   * @param {string} path
   * @param {Content} content
   */
  #taken(path, content) {
    if (typeof content !== "string") return content;
    const mark = content.startsWith(BYTE_ORDER_MARK);
    this.#manners.set(path, { crlf: content.includes("\r\n"), mark });
    return content.slice(mark ? 1 : 0).replace(/\r\n?/g, "\n");
  }

  /** @param {string} path */
  text(path) {
    const content = this.files.get(path);
    return typeof content === "string" ? content : undefined;
  }

  /** @returns {string[]} the files that are not as they were, in order */
  changed() {
    const paths = new Set([...this.files.keys(), ...this.base.keys()]);
    return [...paths].filter((path) => !same(this.files.get(path), this.base.get(path))).sort();
  }

  /** @param {string} path */
  isChanged(path) {
    return !same(this.files.get(path), this.base.get(path));
  }

  /**
   * A file as it is handed over: its lines end as they did when it came.
   * @param {string} path
   */
  bytes(path) {
    const content = this.files.get(path) ?? "";
    if (typeof content !== "string") return content;
    const { crlf = false, mark = false } = this.#manners.get(path) ?? {};
    return strToU8((mark ? BYTE_ORDER_MARK : "") + (crlf ? content.replaceAll("\n", "\r\n") : content));
  }

  /** Everything, as Python reads it: its places are those of the editor. */
  zipped() {
    return zippedText(this.files);
  }

  /** The base, in the same way. */
  zippedBase() {
    return zippedText(this.base);
  }
}

/** @param {Map<string, Content>} files */
function zippedText(files) {
  const packed = [...files].map(([path, content]) => [
    path,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipped(/** @type {[string, Uint8Array][]} */ (packed));
}

/** @param {[string, Uint8Array][]} files */
export function zipped(files) {
  return zipSync(Object.fromEntries(files), { level: 1, mtime: "1980-01-01T00:00:00" });
}

/**
 * @param {Uint8Array} archive
 * @returns {Map<string, Content>} its files. Throws where it is no zip, or too large.
 */
export function unzipped(archive) {
  let size = 0;
  const files = unzipSync(archive, {
    filter: (file) => {
      if (file.name.endsWith("/") || PASSED_OVER.test(file.name)) return false;
      size += file.originalSize;
      if (size > MOST) throw new Error("This zip holds more than 50 MB.");
      return true;
    },
  });
  return new Map(Object.entries(withoutCommonFolder(files)).map(([path, bytes]) => [path, read(path, bytes)]));
}

/**
 * A zip of a folder often has that folder around all that is in it.
 * @param {Record<string, Uint8Array>} files
 */
function withoutCommonFolder(files) {
  const paths = Object.keys(files);
  const settings = paths
    .filter((path) => /(^|\/)mkdocs\.ya?ml$/.test(path))
    .sort((a, b) => a.length - b.length)[0];
  const around = settings?.replace(/[^/]*$/, "") ?? "";
  if (!around) return files;
  const within = paths.filter((path) => path.startsWith(around));
  return Object.fromEntries(
    within.map((path) => [path.slice(around.length), /** @type {Uint8Array} */ (files[path])]),
  );
}

/**
 * @param {string} path
 * @param {Uint8Array} bytes
 * @returns {Content}
 */
export function read(path, bytes) {
  if (!TEXT.test(path)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Whoever checks it says what is wrong with it.
    return bytes;
  }
}

/**
 * @param {Content | undefined} one
 * @param {Content | undefined} other
 */
export function same(one, other) {
  if (one === other) return true;
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return false;
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
