// Shows the conversation with a tree. Every rule about trees is in Python: this passes on what the reader
// does, and shows what comes back. The first view stands in the page already.

import { keep, kept } from "./answers.js";
import { startPython } from "./python.js";

/**
 * @typedef {{ html: string, focus: string, answers: Record<string, string[]>, node: string }} View
 * @typedef {{ do: string, picked?: string[], node?: string, answers?: Record<string, string[]> }} Action
 */

const STARTING = "Starting the questions…";
const FAILED = "The questions cannot be asked one at a time here. Every question is linked below: ";
/** How long Python may take before the reader is told that it is on its way, in milliseconds. */
const PATIENCE = 300;

/** Make every tree on the page answerable. */
export function offerTrees() {
  for (const element of document.querySelectorAll(".ct-tree")) {
    if (element instanceof HTMLElement) new Widget(element).offer();
  }
}

class Widget {
  /** @type {Promise<import("./python.js").Python> | undefined} */
  #opened;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.tree = element.dataset.tree ?? "";
    this.live = /** @type {HTMLElement} */ (element.querySelector(".ct-live"));
    this.status = /** @type {HTMLElement} */ (element.querySelector(".ct-status"));
  }

  offer() {
    this.live.addEventListener("submit", (event) => this.#submit(event));
    this.live.addEventListener("click", (event) => this.#click(event));
    this.live.addEventListener("change", (event) => this.#alone(event));
    // The reader means to answer: what Python needs can be fetched while she reads.
    for (const sign of ["pointerover", "focusin", "touchstart"]) {
      this.live.addEventListener(sign, () => void this.#open().catch(() => this.#fail()), { once: true, passive: true });
    }
    const answers = kept(this.tree);
    if (answers) void this.#act({ do: "begin", answers }, false);
  }

  /** Start Python and give it this tree, once. */
  #open() {
    const { src = "", root = "", runtime = "", entry = "" } = this.element.dataset;
    const absolute = (/** @type {string} */ path) => new URL(path, location.href).href;
    this.#opened ??= startPython(absolute(runtime), entry).then(async (python) => {
      await python.ask({ do: "open", tree: this.tree, src: absolute(src), root });
      return python;
    });
    return this.#opened;
  }

  /**
   * @param {Action} action
   * @param {boolean} [moves] whether the focus follows: it does when the reader did something
   */
  async #act(action, moves = true) {
    const late = window.setTimeout(() => { this.status.textContent = STARTING; }, PATIENCE);
    try {
      const python = await this.#open();
      const answer = await python.ask({ do: "act", tree: this.tree, action: JSON.stringify(action) });
      this.#show(JSON.parse(answer), moves);
      this.status.textContent = "";
    } catch {
      this.#fail();
    } finally {
      window.clearTimeout(late);
    }
  }

  /**
   * @param {View} view
   * @param {boolean} moves
   */
  #show(view, moves) {
    this.live.innerHTML = view.html;
    this.live.dataset.node = view.node;
    keep(this.tree, view.answers);
    if (moves) document.getElementById(view.focus)?.focus();
  }

  /** The linked sections go on working: say so once, and quietly. */
  #fail() {
    this.element.classList.add("ct-tree--failed");
    this.live.hidden = true;
    const start = this.element.querySelector(".ct-start")?.cloneNode(true);
    this.status.replaceChildren(FAILED, ...(start ? [start, "."] : []));
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const picked = [...new FormData(form).values()].map(String);
    void this.#act({ do: "answer", picked });
  }

  /** @param {Event} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest("button[data-do]");
    if (button instanceof HTMLElement) {
      void this.#act({ do: button.dataset.do ?? "", node: button.dataset.node });
      return;
    }
    // The error summary's link goes to the control itself, and not only to where it stands.
    const link = target.closest(".ct-errors a");
    if (link instanceof HTMLAnchorElement) {
      event.preventDefault();
      document.getElementById(link.hash.slice(1))?.focus();
    }
  }

  /**
   * A box that counts only alone empties the others, and they empty it.
   * @param {Event} event
   */
  #alone(event) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
    for (const other of box.form?.querySelectorAll("input[type=checkbox]") ?? []) {
      if (!(other instanceof HTMLInputElement) || other === box) continue;
      if ("alone" in box.dataset || "alone" in other.dataset) other.checked = false;
    }
  }
}
