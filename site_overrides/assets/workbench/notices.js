// What an author must know, and what she can do about it, above what she writes.

import { button, made } from "./made.js";

export class Notices {
  /** @type {Map<string, HTMLElement>} */
  #all = new Map();

  constructor() {
    this.element = made("div", { "aria-live": "polite" });
  }

  /**
   * @param {string} about what it is about: of each there is one
   * @param {string} words
   * @param {...[string, () => void]} offers
   */
  tell(about, words, ...offers) {
    const known = this.#all.get(about);
    if (known?.firstElementChild?.textContent === words) return;
    const buttons = offers.map(([name, press]) => button(name, press));
    const notice = made(
      "div",
      { className: "bench-notice" },
      made("p", {}, words),
      buttons.length > 0 && made("div", { className: "bench-tools" }, ...buttons),
    );
    if (known) known.replaceWith(notice);
    else this.element.append(notice);
    this.#all.set(about, notice);
  }

  /** @param {string} about */
  drop(about) {
    this.#all.get(about)?.remove();
    this.#all.delete(about);
  }
}
