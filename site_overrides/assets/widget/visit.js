// The visit of one reader to one procedure. All that scripts know of it is in this file:
//
// What                                         While the page is open   Beyond
// what she has answered                        `answers`                `visit:TREE` in the tab's storage
// the duties that she has ticked off           Python alone             the same
// the stop before her                          `node`                   the entries of the browser's history (way-back.js)
// the stops that her answers have led her past `way`                    follows from her answers
// what earlier procedures still ask for        `carried`                `carried:TREE` in the tab's storage
// the procedure that she is being led on to    –                        `leading-on` in the tab's storage
// answers that a link brings                   –                        the address, `#TREE?…`, which lets go of them
//
// Where a conversation stands, Python knows: each answer of hers goes there, and what comes back is taken here. How
// far Python has started is no part of a visit (engine.js). The tab's storage leaves with the tab.

import "../page/browser-storage.js";
import "../page/came-back.js";
import { readable } from "../page/readable.js";
import { carriedIn, saidIn } from "./kept.js";

/** @param {string} key @returns {unknown} */
const read = (key) => browserStorage(() => sessionStorage, key).read();
/** @param {string} key @param {unknown} value nothing, to forget what was kept */
const write = (key, value) => browserStorage(() => sessionStorage, key).write(value);

/** @typedef {import("../python/engine.js").View} View */
/** @typedef {import("./kept.js").Said} Said */
/** @typedef {import("./kept.js").Carried} Carried */
/** @typedef {import("./way-back.js").WayBack} WayBack */

export class Visit {
  /** @type {View["answers"]} */
  answers = {};
  /** @type {View["way"]} */
  way = [];

  /**
   * @param {string} tree
   * @param {string | undefined} node the stop that stands in the page
   * @param {WayBack} wayBack that of the page
   */
  constructor(tree, node, wayBack) {
    this.tree = tree;
    this.node = node;
    this.wayBack = wayBack;
    wayBack.begin(tree, node ?? "");
    this.carried = carriedTo(tree);
  }

  /** Whether anything was answered. */
  get begun() {
    return Object.keys(this.answers).length > 0;
  }

  /** @returns {Said | undefined} what was said earlier in this tab */
  earlier() {
    return saidIn(read(`visit:${this.tree}`));
  }

  /** Whether the tab keeps what was said: where storage is forbidden it is gone with the page. */
  get isKept() {
    return !this.begun || this.earlier() !== undefined;
  }

  /** @param {Said} said what counts from now on */
  take({ answers, done }) {
    this.answers = answers;
    write(`visit:${this.tree}`, this.begun ? { answers, done } : undefined);
  }

  /**
   * @param {View} view what the reader is shown from now on
   * @param {boolean} forward whether the browser's own way back is to lead back from there
   */
  comeTo({ node, way }, forward) {
    this.wayBack.comeTo(this.tree, node, forward);
    this.node = node;
    this.way = way;
  }

  /**
   * Take the answers that a link brings, `#tree?question=option`. The address lets go of them, so that the
   * browser's own way back leads out, and not to the link again.
   * @returns {string | undefined}
   */
  takeLink() {
    const fragment = readable(location.hash.slice(1));
    if (!fragment.startsWith(`${this.tree}?`)) return undefined;
    history.replaceState(null, "", location.pathname + location.search);
    return fragment;
  }

  /**
   * One procedure leads on to another: what it asks for goes with the reader, who begins the other afresh.
   * @param {string} next
   * @param {Carried} own
   */
  leadOn(next, own) {
    write(`visit:${next}`, undefined);
    const left = [...this.carried, own].map((one) => ({
      ...one,
      next: one.next.filter(({ tree }) => tree !== next),
    }));
    write(`carried:${next}`, left);
    write("leading-on", next);
  }

  dropCarried() {
    write(`carried:${this.tree}`, undefined);
    this.carried = [];
  }
}

/**
 * What the procedures before this one asked for; nothing when the reader came here otherwise.
 * @param {string} tree
 * @returns {Carried[]}
 */
function carriedTo(tree) {
  const led = read("leading-on") === tree;
  if (led) write("leading-on", undefined);
  if (!led && !cameBack()) write(`carried:${tree}`, undefined);
  return carriedIn(read(`carried:${tree}`));
}
