// A conversation with a procedure that is being written: the same Python answers as on its page.

import "../answers/exclusive-box.js";
import "../answers/heed.js";
import { fragment, made } from "./made.js";

/** @typedef {import("../python/engine.js").View & { told?: string }} TalkView a course also says what becomes of the answers */

export class Tried {
  /** @type {Record<string, string[]>} */
  answers = {};
  #node = "";
  #ended = new AbortController();

  /**
   * @param {import("./asking.js").Asking} asking
   * @param {string} tree
   * @param {{ first: TalkView, digest: string }} seen
   * @param {Record<string, string[]>} answers those given before it was changed: what still fits is taken
   * @param {(view: TalkView) => void} [shown] hears what is shown
   */
  constructor(asking, tree, seen, answers, shown = () => {}) {
    this.asking = asking;
    this.shown = shown;
    this.tree = tree;
    this.digest = seen.digest;
    this.live = made("div", { className: "ct-live" });
    this.element = made("div", { className: "ct-tree", data: { tree } }, this.live);
    this.#show(seen.first, false);
    const does = {
      answer: (/** @type {string[]} */ picked) => void this.#act({ do: "answer", node: this.#node, picked }),
      press: (/** @type {string} */ what, /** @type {string | undefined} */ node) =>
        void this.#act({ do: what, node }),
      tick: (/** @type {string} */ duty, /** @type {boolean} */ on) =>
        this.asking.tell("talk", { action: JSON.stringify({ do: "tick", duty, on }) }),
    };
    heed(this.live, does, this.#ended.signal);
    if (Object.keys(answers).length) void this.#act({ do: "begin", answers, done: [] }, false);
  }

  /** Hear nothing more: another conversation takes its place. */
  end() {
    this.#ended.abort();
  }

  /**
   * @param {string} tree
   * @param {string} digest
   */
  isOf(tree, digest) {
    return this.tree === tree && this.digest === digest;
  }

  /**
   * @param {Record<string, unknown>} action
   * @param {boolean} [moves] whether the focus follows
   */
  async #act(action, moves = true) {
    const today = new Intl.DateTimeFormat("sv-SE").format(new Date());
    this.#show(await this.asking.ask("talk", { action: JSON.stringify({ ...action, today }) }), moves);
  }

  /**
   * @param {TalkView} view
   * @param {boolean} moves
   */
  #show(view, moves) {
    this.answers = view.answers;
    this.#node = view.node;
    this.live.dataset.node = view.node;
    this.live.replaceChildren(fragment(view.html));
    this.shown(view);
    if (moves) document.getElementById(view.focus)?.focus();
  }
}
