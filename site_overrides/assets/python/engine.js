// What answers a reader: what was made with the site until Python is live, and Python from then on.

import { fetchText } from "../page/fetch-text.js";
import { fetchAhead, keyOf } from "./ahead.js";
import { startPython } from "./python.js";

/**
 * @typedef {Record<string, string[]>} Answers
 * @typedef {{ html: string, focus: string, answers: Answers, done: string[], way: string[], node: string,
 *   here: string }} View
 * @typedef {{ do: string, node?: string, picked?: string[] } & Record<string, unknown>} Action
 */

/** The page was made of another version of the procedure than the one that is published now. */
export class ChangedError extends Error {}

export class Engine {
  /** @type {Promise<import("./python.js").Python> | undefined} */
  #opened;
  /** @type {Promise<Record<string, View>> | undefined} */
  #ahead;
  #live = false;

  /**
   * @param {import("../widget/visit.js").Visit} visit
   * @param {DOMStringMap} said where the tree, its table and Python are, as the page says
   */
  constructor(visit, said) {
    this.visit = visit;
    this.tree = visit.tree;
    this.said = said;
  }

  /** Whether Python has been told what was answered before it started. */
  get live() {
    return this.#live;
  }

  /**
   * Fetch what the first answers lead to, and start Python.
   * @returns {Promise<unknown>} rejected if Python cannot run here
   */
  prepare() {
    this.#ahead ??= fetchAhead(this.#data("ahead"), this.said).catch(() => ({}));
    return this.#open();
  }

  /**
   * @param {Action} action
   * @returns {Promise<View>}
   */
  async act(action) {
    const view = (await this.#lookAhead(action)) ?? (await (await this.#open()).act(this.tree, action));
    this.visit.take(view);
    return view;
  }

  /** @returns {Promise<string>} what the reader takes away */
  async record() {
    return (await this.#open()).record(this.tree, this.#address("root"));
  }

  /** Start Python, give it this tree, and tell it what was answered meanwhile; once. */
  #open() {
    const { root = "", entry = "" } = this.said;
    this.#opened ??= Promise.all([startPython(this.#address("runtime"), entry), this.#fetchWire()]).then(
      async ([python, wire]) => {
        this.#live = true;
        await python.open(this.tree, wire, root, this.visit.answers);
        performance.mark("python-live");
        return python;
      },
    );
    return this.#opened;
  }

  /** @returns {Promise<string>} the procedure, if it is still the one that the page was made of */
  async #fetchWire() {
    const wire = await fetchText(this.#data("src"));
    const { digest } = JSON.parse(wire);
    if (digest && digest !== this.said.digest) throw new ChangedError();
    return wire;
  }

  /**
   * What Python would say, as it said when the site was made.
   * @param {Action} action
   * @returns {Promise<View | undefined>}
   */
  async #lookAhead(action) {
    if (this.#live || action.do !== "answer" || !this.#ahead) return undefined;
    // Python may have started while the table was on its way: then it is asked.
    const ahead = await Promise.race([this.#ahead, this.#open().then(() => undefined)]);
    if (this.#live || !ahead) return undefined;
    const { node = "", picked = [] } = action;
    return ahead[keyOf(this.visit.answers, node, picked)];
  }

  /**
   * Data change while their address stays. The page asks for those that it was made of, lest a browser that keeps
   * what it was sent hand out older ones.
   * @param {"src" | "ahead"} name
   */
  #data(name) {
    return `${this.#address(name)}?${this.said.digest}`;
  }

  /** @param {"src" | "ahead" | "runtime" | "root"} name */
  #address(name) {
    return new URL(this.said[name] || ".", location.href).href;
  }
}
