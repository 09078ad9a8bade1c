// A row of tabs and their panels, for keyboards and screen readers as the ARIA practices say.

import { made } from "./made.js";

export class Tabs {
  /** @type {Map<string, { tab: HTMLButtonElement, panel: HTMLElement }>} */
  #all = new Map();
  #chosen = "";

  /**
   * @param {string} label
   * @param {Record<string, string>} names
   * @param {(name: string) => void} chosen
   */
  constructor(label, names, chosen) {
    this.chose = chosen;
    this.list = made("div", { role: "tablist", "aria-label": label, className: "bench-tabs" });
    this.panels = made("div", { className: "bench-panels" });
    for (const [name, words] of Object.entries(names)) {
      const id = `bench-${name}`;
      const tab = made(
        "button",
        {
          type: "button",
          role: "tab",
          id: `${id}-tab`,
          "aria-controls": id,
          tabIndex: -1,
          on: { click: () => this.choose(name) },
        },
        words,
      );
      const panel = made("div", {
        role: "tabpanel",
        id,
        "aria-labelledby": `${id}-tab`,
        tabIndex: 0,
        hidden: true,
      });
      this.#all.set(name, { tab, panel });
      this.list.append(tab);
      this.panels.append(panel);
    }
    this.list.addEventListener("keydown", (event) => this.#key(event));
  }

  get chosen() {
    return this.#chosen;
  }

  /** @param {string} name */
  panel(name) {
    return /** @type {HTMLElement} */ (this.#all.get(name)?.panel);
  }

  /**
   * @param {string} name
   * @param {string} words
   */
  rename(name, words) {
    const tab = this.#all.get(name)?.tab;
    if (tab) tab.textContent = words;
  }

  /**
   * @param {string} name
   * @param {boolean} offered
   */
  offer(name, offered) {
    const one = this.#all.get(name);
    if (one) one.tab.hidden = !offered;
  }

  /** @param {string} name */
  isOffered(name) {
    return this.#all.get(name)?.tab.hidden === false;
  }

  /** @param {string} name */
  choose(name) {
    this.#chosen = name;
    for (const [each, { tab, panel }] of this.#all) {
      tab.setAttribute("aria-selected", String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      panel.hidden = each !== name;
    }
    this.chose(name);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const offered = [...this.#all].filter(([, { tab }]) => !tab.hidden);
    const at = offered.findIndex(([name]) => name === this.#chosen);
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: offered.length - 1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = offered.at(steps[/** @type {keyof typeof steps} */ (event.key)] % offered.length);
    if (!next) return;
    this.choose(next[0]);
    next[1].tab.focus();
  }
}
