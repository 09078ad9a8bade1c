// The files of the folder, by what they are for, with marks for what has changed and what is wrong.

import { isOpen } from "./faults.js";
import { made } from "./made.js";

/** The groups, each with what belongs there: the first that fits takes a file. */
const GROUPS = /** @type {[string, (path: string) => boolean][]} */ ([
  ["Procedures", (path) => path.endsWith(".tree")],
  ["Policies", (path) => /(^|\/)policy\/[^/]*\.md$/.test(path)],
  ["Links and calendar", (path) => /\.ya?ml$/.test(path) && path.includes("/")],
  ["Other pages", (path) => path.endsWith(".md") && !path.startsWith("released/")],
  ["Settings", (path) => /\.ya?ml$/.test(path)],
]);

export class Files {
  /** @type {Map<string, { item: HTMLButtonElement, marks: HTMLElement, name: HTMLElement }>} */
  #items = new Map();
  /** @type {Set<string>} */
  #changed = new Set();
  #chosen = "";

  /** @param {(path: string) => void} chosen */
  constructor(chosen) {
    this.chose = chosen;
    this.element = made("nav", { className: "bench-files", "aria-label": "Files" });
  }

  /**
   * @param {string[]} paths
   * @param {(path: string) => boolean} isChanged
   */
  show(paths, isChanged) {
    this.#items.clear();
    this.#changed = new Set(paths.filter(isChanged));
    const left = new Set(paths);
    const groups = GROUPS.map(([name, belongs]) => {
      const within = [...left].filter(belongs).sort();
      for (const path of within) left.delete(path);
      return within.length ? this.#group(name, within) : undefined;
    });
    this.element.replaceChildren(...groups.filter((group) => group !== undefined));
    this.choose(this.#chosen);
  }

  /**
   * @param {string} name
   * @param {string[]} paths
   */
  #group(name, paths) {
    const items = paths.map((path) => made("li", {}, this.#item(path)));
    const open = name === "Procedures" || name === "Policies";
    return made(
      "details",
      { open },
      made("summary", {}, `${name} (${paths.length})`),
      made("ul", {}, ...items),
    );
  }

  /** @param {string} path */
  #item(path) {
    const name = made("span", {}, path.split("/").at(-1) ?? path);
    const marks = made("span", { className: "bench-marks" });
    const item = made(
      "button",
      { type: "button", title: path, on: { click: () => this.chose(path) } },
      name,
      marks,
    );
    this.#items.set(path, { item, marks, name });
    this.#mark(path, 0);
    return item;
  }

  /** @param {string} path */
  choose(path) {
    this.#chosen = path;
    for (const [each, { item }] of this.#items) {
      if (each === path) {
        item.setAttribute("aria-current", "true");
        item.closest("details")?.setAttribute("open", "");
      } else item.removeAttribute("aria-current");
    }
  }

  /** @param {import("./asking.js").Checked} checked */
  name(checked) {
    // A procedure whose title cannot be read keeps the one that it had.
    const read = checked.trees.filter(({ id, title, sound }) => sound || title !== id);
    for (const { file, title } of [...checked.policies, ...read]) {
      const one = this.#items.get(file);
      if (one && one.name.textContent !== title) one.name.textContent = title;
    }
  }

  /**
   * @param {string} path
   * @param {boolean} changed
   */
  mark(path, changed) {
    if (changed) this.#changed.add(path);
    else this.#changed.delete(path);
    this.#mark(path, Number(this.#items.get(path)?.item.dataset.wrong ?? 0));
  }

  /** @param {import("./asking.js").Fault[]} faults */
  count(faults) {
    const counted = new Map();
    for (const { file } of faults.filter(isOpen)) counted.set(file, (counted.get(file) ?? 0) + 1);
    for (const path of this.#items.keys()) this.#mark(path, counted.get(path) ?? 0);
  }

  /**
   * @param {string} path
   * @param {number} wrong
   */
  #mark(path, wrong) {
    const one = this.#items.get(path);
    if (!one) return;
    one.item.dataset.wrong = String(wrong);
    const said = [this.#changed.has(path) && "changed", wrong > 0 && `${wrong} wrong`]
      .filter(Boolean)
      .join(", ");
    if (one.marks.textContent !== said) one.marks.textContent = said;
  }
}
