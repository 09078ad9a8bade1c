// The visit of one reader to one procedure. All that scripts know of it is in this file:
//
// What                                         While the page is open   Beyond
// what she has answered                        `answers`                `visit:TREE` in the tab's storage
// the duties that she has ticked off           `done`, and Python       the same
// what she had said before a link's answers    –                        `hers:TREE` in the tab's storage
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
  /** @type {View["done"]} */
  done = [];
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
    this.carried = isOnTheWay(tree) ? this.#keptCarried() : [];
  }

  /** @returns {Carried[]} */
  #keptCarried() {
    return carriedIn(read(`carried:${this.tree}`));
  }

  /** Whether anything was answered. */
  get begun() {
    return Object.keys(this.answers).length > 0;
  }

  /** @returns {Said | undefined} what was said earlier in this tab */
  earlier() {
    return saidIn(read(`visit:${this.tree}`));
  }

  /** Whether something of a visit waits in this tab that she has not gone on with. */
  get waits() {
    return !this.begun && (this.earlier() !== undefined || this.carried.length < this.#keptCarried().length);
  }

  /** She goes on where she was: with what was carried there. */
  takeUp() {
    this.carried = this.#keptCarried();
  }

  /** @returns {Said | undefined} what she has said, here or earlier in this tab */
  said() {
    return this.begun ? { answers: this.answers, done: this.done } : this.earlier();
  }

  /** Answers that a link brings are about to take the place of hers, which are kept; those of the first of several links. */
  keepHers() {
    if (!this.hers()) write(`hers:${this.tree}`, this.said());
  }

  /** @returns {Said | undefined} what she had said, where that is not what the link said too */
  hers() {
    const hers = saidIn(read(`hers:${this.tree}`));
    return hers && inOrder(hers) !== inOrder(this) ? hers : undefined;
  }

  dropHers() {
    write(`hers:${this.tree}`, undefined);
  }

  /** Whether the tab keeps what was said: where storage is forbidden it is gone with the page. */
  get isKept() {
    return !this.begun || this.earlier() !== undefined;
  }

  /** @param {Said} said what counts from now on */
  take({ answers, done }) {
    this.answers = answers;
    this.done = done;
    // Who answers anew has left behind what was carried to an earlier visit.
    if (!this.carried.length) write(`carried:${this.tree}`, undefined);
    write(`visit:${this.tree}`, this.begun ? { answers, done } : undefined);
  }

  /** She ticked a duty off, or took the tick away; Python hears of it later. @param {string} duty @param {boolean} on */
  tick(duty, on) {
    const others = this.done.filter((one) => one !== duty);
    this.done = on ? [...others, duty] : others;
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

  /** @param {Carried[]} carried what goes with her from now on */
  carry(carried) {
    write(`carried:${this.tree}`, carried.length ? carried : undefined);
    this.carried = carried;
  }
}

/**
 * Whether the reader was led to a procedure by another, or is in the middle of it. Who comes to it otherwise says whether she
 * goes on.
 * @param {string} tree
 */
function isOnTheWay(tree) {
  const led = read("leading-on") === tree;
  if (led) write("leading-on", undefined);
  return led || cameBack();
}

/** @param {{ answers: View["answers"] }} said what may have been answered in any order */
function inOrder({ answers }) {
  return JSON.stringify(Object.entries(answers).sort());
}
