// What is said otherwise than what is published: file by file, and in sentences.

import { button, fragment, made } from "./made.js";

const NOTHING = "Nothing has changed since it was published.";
const NOTHING_OWN = "Nothing has changed since you opened the folder.";

export class Changes {
  #list = made("section", { className: "bench-changes" });
  #said = made("div");

  /** @param {import("./workbench.js").Workbench} bench */
  constructor(bench) {
    this.bench = bench;
  }

  /** @param {HTMLElement} panel */
  list(panel) {
    const { folder, works } = this.bench;
    const own = [...works.changes].filter(
      ([path, { was }]) => was !== undefined && !folder.files.has(path) && !folder.base.has(path),
    );
    const items = [
      ...folder.changed().map((path) => this.#item(path)),
      ...own.map(([path, { was }]) => this.#gone(path, was ?? "")),
    ];
    const heading = made(
      "h3",
      { tabIndex: -1 },
      works.isSite ? "Changed since it was published" : "Changed since you opened it",
    );
    const list = items.length ? made("ul", {}, ...items) : made("p", {}, works.isSite ? NOTHING : NOTHING_OWN);
    this.#list.replaceChildren(heading, list);
    if (this.#list.parentElement !== panel) panel.replaceChildren(this.#list, this.#said);
  }

  async show() {
    /** @type {import("./asking.js").Differences} */
    const { policies, trees } = await this.bench.asking.ask("differences");
    const parts = [...policies.map((one) => this.#policy(one)), ...trees.map((one) => this.#tree(one))];
    this.#said.replaceChildren(
      ...(parts.length ? parts : [made("p", {}, "Readers are told the same as is published.")]),
    );
  }

  /** @param {string} path */
  #item(path) {
    const { folder } = this.bench;
    const isThere = folder.files.has(path);
    const base = folder.base.get(path);
    const go = isThere && this.#button("Go to", path, () => this.bench.show(path));
    const was = isThere ? undefined : this.bench.works.changes.get(path)?.was;
    const mine =
      was !== undefined && this.#button("Bring back what you wrote", path, () => this.#put(path, was));
    const words = this.bench.works.isSite ? "Put back as published" : "Put back as it was";
    const back =
      base === undefined
        ? this.#button("Remove", path, () => this.#put(path, null, folder.files.get(path)))
        : this.#button(words, path, () => this.#put(path, base));
    return item(path, base === undefined ? "added" : isThere ? "changed" : "removed", go, mine, back);
  }

  /**
   * A file that was never published, and was removed.
   * @param {string} path
   * @param {import("./folder.js").Content} was
   */
  #gone(path, was) {
    return item(
      path,
      "added, and removed again",
      this.#button("Bring back", path, () => this.#put(path, was)),
    );
  }

  /**
   * @param {string} words
   * @param {string} path
   * @param {() => void} press
   */
  #button(words, path, press) {
    return button(words, press, { "aria-label": `${words}: ${path}` });
  }

  /**
   * @param {string} path
   * @param {import("./folder.js").Content | null} content
   * @param {import("./folder.js").Content} [was]
   */
  #put(path, content, was) {
    if (!this.bench.mayWrite()) return Promise.resolve();
    const putting = this.bench.put(path, content, was);
    this.list(/** @type {HTMLElement} */ (this.#list.parentElement));
    this.#list.querySelector("h3")?.focus();
    const back = typeof content === "string" && "It is as it was. To undo that, go to it and press Ctrl and Z.";
    this.bench.say(content === null ? "Removed. You can bring it back here." : back || "It is back.");
    return putting;
  }

  /** @param {import("./asking.js").Differences["policies"][number]} policy */
  #policy({ title, said, html }) {
    const section = made("section", { className: "prose" }, made("h3", {}, title), made("p", {}, said));
    section.append(fragment(html));
    return section;
  }

  /** @param {import("./asking.js").Differences["trees"][number]} tree */
  #tree({ title, said }) {
    return made("section", {}, made("h3", {}, title), made("pre", { className: "bench-said" }, said));
  }
}

/**
 * @param {string} path
 * @param {string} what
 * @param {...(Node | false)} buttons
 */
function item(path, what, ...buttons) {
  return made(
    "li",
    {},
    made("p", {}, made("strong", {}, path), ` – ${what}`),
    made("div", { className: "bench-tools" }, ...buttons),
  );
}
