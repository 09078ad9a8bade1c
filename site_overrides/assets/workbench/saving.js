// What was written leaves the browser: what changed, for whoever publishes; a page for those who decide; everything; or
// into the folder that it came from.

import { Disk } from "./disk.js";
import { isOpen } from "./faults.js";
import { zipped } from "./folder.js";
import { button, made } from "./made.js";
import { changesOf, toHandOver } from "./manifest.js";

/** @typedef {{ checked?: import("./asking.js").Checked, folder: import("./folder.js").Folder, told: import("./workbench.js").Told, name: string, state: HTMLElement,
 *   asking: import("./asking.js").Asking, isLive: boolean, kept: import("./kept.js").Kept }} Bench */

const NOTHING = "Nothing has changed, so there is nothing to save.";
const NOT_YET = "This needs what checks your words, which is still being fetched or cannot run here.";
const NOT_LET = "Nothing was written: the browser was not let into the folder.";
const HER_NAME = "clausetree name";

export class Saving {
  /** @param {Bench} bench */
  constructor(bench) {
    this.bench = bench;
    this.disk = new Disk();
    this.who = field(
      "bench-who",
      "Your name (optional)",
      made("input", { type: "text", autocomplete: "name" }),
    );
    this.why = field("bench-why", "What changes, and why (optional)", made("textarea", { rows: 3 }));
    this.told = made("p", { role: "status", className: "bench-told" });
    this.into = made("div", { className: "bench-way" });
    this.ways = made("div", {});
    this.dialog = made(
      "dialog",
      { className: "bench-dialog", "aria-labelledby": "bench-hand-over" },
      made("h2", { id: "bench-hand-over" }, "Hand over"),
      this.who.element,
      this.why.element,
      this.ways,
      this.told,
      button("Close", () => this.dialog.close()),
    );
    this.ways.append(
      this.into,
      way("Save what changed", "changes.zip, for whoever publishes the site.", () => this.#changes()),
      way("Save for review", "review.html, for those who decide: what changes, and space to sign.", () =>
        this.#review(),
      ),
      way("Save everything", "site.zip: every file of the folder.", () => this.#everything()),
    );
  }

  /** @returns {Node[]} the control that opens it all */
  offered() {
    return [button("Hand over", () => void this.open(), { "aria-haspopup": "dialog" }), this.dialog];
  }

  /** Ask how it is to be handed over. */
  async open() {
    const { name } = this.bench;
    this.who.input.value ||= keptName();
    this.told.textContent = leftIn(this.bench.checked?.faults ?? []);
    const known = await this.disk.of(name);
    const words =
      known && `The folder “${known.handle.name}” that you opened. Only files that changed are written.`;
    this.into.replaceChildren(
      ...(words ? [way("Save into the folder", words, () => void this.#intoFolder())] : []),
    );
    this.dialog.showModal();
  }

  #said() {
    const name = this.who.input.value.trim();
    keepName(name);
    return { name, why: this.why.input.value.trim() };
  }

  async #changes() {
    const { folder, told, name, isLive, asking, kept } = this.bench;
    const changed = toHandOver(folder);
    if (!changed.length) return this.#say(NOTHING);
    const known = isLive ? await asking.ask("handed", { files: changed }).catch(() => ({})) : {};
    const work = await kept.work(name).catch(() => undefined);
    const release = name.startsWith("published ") ? (work?.digest ?? told.digest) : "";
    const said = { program: "", release, ...this.#said(), scenarios: null, ...known };
    save(zipped(changesOf(folder, said)), "changes.zip", "application/zip");
    this.#say(`Saved as changes.zip: ${counted(changed.length)}. Send it to whoever publishes the site.`);
  }

  async #review() {
    const { isLive, asking, folder } = this.bench;
    if (!isLive) return this.#say(NOT_YET);
    if (!toHandOver(folder).length) return this.#say(NOTHING);
    const page = await asking
      .ask("review", this.#said())
      .catch((error) => this.#say(String(error.message ?? error)));
    if (!page) return;
    save(new TextEncoder().encode(page), "review.html", "text/html");
    this.#say("Saved as review.html. It opens in every browser. Send it to those who decide.");
  }

  #everything() {
    const { folder } = this.bench;
    const files = [...folder.files.keys()].map(
      (path) => /** @type {[string, Uint8Array]} */ ([path, folder.bytes(path)]),
    );
    save(zipped(files), "site.zip", "application/zip");
    this.#say("Saved as site.zip: every file of the folder.");
  }

  /** @param {Set<string>} [over] files of somebody else's that she wants to write over */
  async #intoFolder(over) {
    try {
      const done = await this.disk.write(this.bench.name, this.bench.folder, over);
      if (!done) this.#say(NOT_LET);
      else if (done.changed.length) this.#ask(done.changed);
      else this.#say(done.written.length ? `Saved into the folder: ${counted(done.written.length)}.` : NOTHING);
    } catch (error) {
      this.#say(`Not everything could be written: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** @param {string[]} paths what is in the folder now is neither what she opened nor what she wrote there */
  #ask(paths) {
    this.#say("Nothing was written. In the folder, somebody else, or another program, has changed since:");
    this.told.append(
      made("ul", {}, ...paths.map((path) => made("li", {}, path))),
      button("Write over them", () => void this.#intoFolder(new Set(paths))),
    );
  }

  /** @param {string} words */
  #say(words) {
    this.told.textContent = words;
    this.bench.state.textContent = words;
  }
}

/**
 * @template {HTMLInputElement | HTMLTextAreaElement} Input
 * @param {string} id
 * @param {string} words
 * @param {Input} input
 */
function field(id, words, input) {
  input.id = id;
  input.maxLength = 500;
  input.className = "bench-input";
  return {
    input,
    element: made("div", { className: "bench-field" }, made("label", { htmlFor: id }, words), input),
  };
}

/**
 * @param {string} words
 * @param {string} about
 * @param {() => unknown} press
 */
function way(words, about, press) {
  return made("div", { className: "bench-way" }, button(words, press), made("p", {}, about));
}

/** @param {number} files */
function counted(files) {
  return files === 1 ? "1 file" : `${files} files`;
}

function keptName() {
  try {
    return localStorage.getItem(HER_NAME) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} name */
function keepName(name) {
  try {
    localStorage.setItem(HER_NAME, name);
  } catch {
    // It is asked for again next time.
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} type
 */
export function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type }));
  const link = made("a", { href: address, download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * What is left to mend, and what is left to whoever publishes.
 * @param {import("./asking.js").Fault[]} faults
 */
function leftIn(faults) {
  const errors = faults.filter((fault) => isOpen(fault) && fault.severity === "error").length;
  const left = faults.filter((fault) => fault.left).length;
  const count = errors === 1 ? "1 error is" : `${errors} errors are`;
  const things = left === 1 ? "1 thing is" : `${left} things are`;
  return [
    errors &&
      `${count} left to mend. Whoever publishes is told so, and nothing is published before that is mended.`,
    left && `${things} left to whoever publishes: “What is wrong” says what.`,
  ]
    .filter(Boolean)
    .join(" ");
}
