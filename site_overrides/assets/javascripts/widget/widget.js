// Shows the conversation with a tree. Every rule about trees is in Python: this passes on what the reader
// does, and shows what comes back. The first view stands in the page already, and what follows the first
// answers was made with the site, so that nobody waits while Python starts.

import { fetchAhead, keyOf } from "./ahead.js";
import { startPython } from "./python.js";
import { markWay } from "./way.js";
import { copyRecord, printRecord, saveRecord } from "./record.js";
import { keep, kept } from "./visit.js";

/**
 * @typedef {Record<string, string[]>} Answers
 * @typedef {{ html: string, focus: string, answers: Answers, done: string[], way: string[], node: string }} View
 * @typedef {{ do: string, node?: string, picked?: string[] } & Record<string, unknown>} Action
 */

const STARTING = "Starting the questions… ";
const FAILED = "The questions cannot be asked one at a time here. Go from one to the next by links instead. ";
const LEFT = "Go from one question to the next by links. ";
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
  /** Whether Python has been told what was answered before it started. */
  #told = false;
  /** @type {Answers} */
  #answers = {};
  /** @type {Promise<Record<string, View>> | undefined} */
  #ahead;

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
    this.live.addEventListener("change", (event) => this.#change(event));
    this.live.addEventListener("keydown", (event) => closeOnEscape(event));
    // The reader means to answer: what Python needs can be fetched while she reads.
    for (const sign of ["pointerover", "focusin", "touchstart"]) {
      this.live.addEventListener(sign, () => this.#prepare(), { once: true, passive: true });
    }
    whenIdle(() => this.#prepare());
    document.addEventListener("click", (event) => this.#goFromPicture(event));
    window.addEventListener("hashchange", () => this.#openLink());
    if (!this.#openLink()) this.#resume();
  }

  /** A link may hold answers: `#tree?question=option`. */
  #openLink() {
    const fragment = readable(location.hash.slice(1));
    if (!fragment.startsWith(`${this.tree}?`)) return false;
    void this.#act({ do: "link", fragment }).then(() => this.element.scrollIntoView());
    return true;
  }

  /** The tab may have been reloaded in the middle. */
  #resume() {
    const visit = kept(this.tree);
    if (visit) void this.#act({ do: "begin", ...visit }, false);
  }

  /** Fetch what the first answers lead to, and start Python. */
  #prepare() {
    this.#ahead ??= fetchAhead(this.#address("ahead"), this.element.dataset.root ?? "").catch(() => ({}));
    void this.#open().catch(() => this.#fail(FAILED));
  }

  /** Start Python, give it this tree, and tell it what was answered meanwhile; once. */
  #open() {
    const { root = "", entry = "" } = this.element.dataset;
    this.#opened ??= startPython(this.#address("runtime"), entry).then(async (python) => {
      await python.ask({ do: "open", tree: this.tree, src: this.#address("src"), root });
      this.#told = true;
      await python.act(this.tree, { do: "begin", answers: this.#answers });
      return python;
    });
    return this.#opened;
  }

  /**
   * @param {Action} action
   * @param {boolean} [moves] whether the focus follows: it does when the reader asked for what is shown
   */
  async #act(action, moves = true) {
    const late = window.setTimeout(() => this.#sayStarting(), PATIENCE);
    try {
      const view = (await this.#lookAhead(action)) ?? await (await this.#open()).act(this.tree, action);
      this.#show(view, moves);
      this.status.textContent = "";
    } catch {
      this.#fail(FAILED);
    } finally {
      window.clearTimeout(late);
    }
  }

  /**
   * What Python would say, as it said when the site was made.
   * @param {Action} action
   * @returns {Promise<View | undefined>}
   */
  async #lookAhead(action) {
    if (this.#told || action.do !== "answer" || !this.#ahead) return undefined;
    const ahead = await this.#ahead;
    // Python may have started while the table was on its way: then it is asked.
    if (this.#told) return undefined;
    const { node = "", picked = [] } = action;
    return ahead[keyOf(this.#answers, node, picked)];
  }

  /**
   * @param {View} view
   * @param {boolean} moves
   */
  #show(view, moves) {
    this.live.innerHTML = view.html;
    this.live.dataset.node = view.node;
    this.#answers = view.answers;
    keep(this.tree, { answers: view.answers, done: view.done });
    markWay(this.tree, view.way, view.node);
    if (moves) document.getElementById(view.focus)?.focus();
  }

  #sayStarting() {
    const leave = document.createElement("button");
    leave.type = "button";
    leave.className = "ct-link";
    leave.textContent = "Use the links instead";
    leave.addEventListener("click", () => this.#fail(LEFT));
    this.status.replaceChildren(STARTING, leave);
  }

  /**
   * The linked sections go on working: say so once, and quietly.
   * @param {string} words
   */
  #fail(words) {
    this.element.classList.add("ct-tree--failed");
    this.live.hidden = true;
    const start = this.element.querySelector(".ct-start")?.cloneNode(true);
    this.status.replaceChildren(words, ...(start ? [start, "."] : []));
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const picked = [...new FormData(form).values()].map(String);
    void this.#act({ do: "answer", node: this.live.dataset.node, picked });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    // The second click of a double click would fall on the next question.
    if (event.detail > 1 && target.closest("button")) {
      event.preventDefault();
      return;
    }
    const button = target.closest("button[data-do]");
    if (button instanceof HTMLElement) {
      void this.#press(button.dataset.do ?? "", button.dataset.node);
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
   * @param {string} what
   * @param {string | undefined} node
   */
  async #press(what, node) {
    const keepers = { "copy-record": copyRecord, "print-record": printRecord, "save-record": saveRecord };
    if (what in keepers) {
      const record = await (await this.#open()).record(this.tree, this.#address("root"));
      await keepers[/** @type {keyof typeof keepers} */ (what)](record, this.tree);
    } else {
      await this.#act({ do: what, node });
    }
  }

  /** @param {Event} event */
  #change(event) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    if (box.dataset.duty !== undefined) void this.#tick(box.dataset.duty, box.checked);
    else if (box.type === "checkbox" && box.checked) emptyOthers(box);
  }

  /**
   * A tick changes nothing that is shown, so that the focus stays where it is.
   * @param {string} duty
   * @param {boolean} on
   */
  async #tick(duty, on) {
    try {
      const view = await (await this.#open()).act(this.tree, { do: "tick", duty, on });
      keep(this.tree, { answers: view.answers, done: view.done });
    } catch {
      this.#fail(FAILED);
    }
  }

  /**
   * A node in the picture or in the list is a link to its section; here it leads the conversation there.
   * @param {MouseEvent} event
   */
  #goFromPicture(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest(".ct-diagram a, .ct-outline a");
    const hash = link?.getAttribute("href") ?? "";
    if (!hash.startsWith(`#${this.tree}--`) || this.live.hidden) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    void this.#act({ do: "go", node: hash.slice(this.tree.length + 3) });
  }

  /** @param {"src" | "ahead" | "runtime" | "root"} name */
  #address(name) {
    return new URL(this.element.dataset[name] || ".", location.href).href;
  }
}

/**
 * A box that counts only alone empties the others, and they empty it.
 * @param {HTMLInputElement} box
 */
function emptyOthers(box) {
  for (const other of box.form?.querySelectorAll("input[type=checkbox]") ?? []) {
    if (!(other instanceof HTMLInputElement) || other === box) continue;
    if ("alone" in box.dataset || "alone" in other.dataset) other.checked = false;
  }
}

/**
 * Some programs escape what a link holds; what cannot be read back stands as it is.
 * @param {string} fragment
 */
function readable(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** @param {KeyboardEvent} event */
function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const open = /** @type {Element} */ (event.target).closest("details[open]");
  if (!(open instanceof HTMLDetailsElement)) return;
  open.open = false;
  open.querySelector("summary")?.focus();
}

/**
 * On a line that is known to be good, Python starts before it is asked for.
 * @param {() => void} start
 */
function whenIdle(start) {
  const line = /** @type {{ saveData?: boolean, effectiveType?: string } | undefined} */ (
    Reflect.get(navigator, "connection"));
  if (line?.effectiveType !== "4g" || line.saveData) return;
  window.addEventListener("load", () => window.requestIdleCallback?.(start, { timeout: 4000 }), { once: true });
}
