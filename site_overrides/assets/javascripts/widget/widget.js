// Shows the conversation with a tree. Every rule about trees is in Python: this passes on what the reader
// does, and shows what comes back. The first view stands in the page already, and what follows the first
// answers was made with the site, so that nobody waits while Python starts.

import { readable } from "../readable.js";
import { fetchAhead, keyOf } from "./ahead.js";
import { sectionsOf } from "./carried.js";
import { closeOnEscape, emptyOthers, isPlain, linkButton } from "./controls.js";
import { fetchText } from "./fetch-text.js";
import { startPython } from "./python.js";
import { copyRecord, printRecord, saveRecord } from "./record.js";
import { foldSections, namesSection, unfoldSections } from "./sections.js";
import { cameBack, carriedTo, forgetCarried, keep, kept, leadOn } from "./visit.js";
import { markWay } from "./way.js";
import { whenIdle } from "./when-idle.js";

/**
 * @typedef {Record<string, string[]>} Answers
 * @typedef {{ html: string, focus: string, answers: Answers, done: string[], way: string[], node: string }} View
 * @typedef {{ do: string, node?: string, picked?: string[] } & Record<string, unknown>} Action
 */

const STARTING = "Starting the questions… ";
const FAILED = "The questions cannot be asked one at a time here. Go from one to the next by links instead. ";
const LEFT = "Go from one question to the next by links. ";
const BEGUN = "You began this earlier in this tab. ";
/** Stands between the records of one procedure and the next. */
const BETWEEN = "\n----------------------------------------\n\n";
const TITLE = document.title;
/** How far down the screen a heading may stand that the focus moves to. */
const LOW = 0.6;
/** How long Python may take before the reader is told that it is on its way, in milliseconds. */
const PATIENCE = 300;

/** Make every tree on the page answerable. */
export function offerTrees() {
  for (const element of document.querySelectorAll(".ct-tree")) {
    if (element instanceof HTMLElement) new Widget(element).offer();
  }
  foldSections();
  window.addEventListener("hashchange", () => { if (namesSection()) unfoldSections(); });
  window.addEventListener("beforeprint", () => unfoldSections());
}

class Widget {
  /** @type {Promise<import("./python.js").Python> | undefined} */
  #opened;
  /** Whether Python has been told what was answered before it started. */
  #told = false;
  /** @type {Answers} */
  #answers = {};
  /** @type {string[]} */
  #way = [];
  /** @type {Promise<Record<string, View>> | undefined} */
  #ahead;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.tree = element.dataset.tree ?? "";
    this.live = /** @type {HTMLElement} */ (element.querySelector(".ct-live"));
    this.status = /** @type {HTMLElement} */ (element.querySelector(".ct-status"));
    this.carried = carriedTo(this.tree);
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
    window.addEventListener("popstate", (event) => this.#revisit(event.state));
    this.status.after(...sectionsOf(this.carried));
    if (!this.#openLink()) this.#resume();
  }

  /** A link may hold answers: `#tree?question=option`. */
  #openLink() {
    const fragment = readable(location.hash.slice(1));
    if (!fragment.startsWith(`${this.tree}?`)) return false;
    // The address lets go of them, so that the browser's own way back leads out, and not to the link again.
    history.replaceState(null, "", location.pathname + location.search);
    void this.#arrive({ do: "link", fragment }, true).then(() => this.element.scrollIntoView());
    return true;
  }

  /** A page that is reloaded goes on. One that is come to anew may be about something else: the reader says. */
  #resume() {
    const visit = kept(this.tree);
    if (!visit) return;
    const carryOn = () => void this.#act({ do: "begin", ...visit });
    const node = history.state?.tree === this.tree ? history.state.node : undefined;
    if (cameBack()) void this.#arrive({ do: "begin", ...visit, node }, false);
    else this.status.replaceChildren(BEGUN, linkButton("Go on where you were", carryOn));
  }

  /**
   * The reader comes with answers, which only Python can take. The first question that stands in the page is
   * not hers then: answered meanwhile, its answer would be lost among those that she came with.
   * @param {Action} action
   * @param {boolean} moves
   */
  #arrive(action, moves) {
    this.element.classList.toggle("ct-tree--arriving", !this.#told);
    return this.#act(action, moves, false);
  }

  /**
   * The browser's own way back leads from question to question.
   * @param {{ tree?: string, node?: string } | null} state
   */
  #revisit(state) {
    if (state?.tree === this.tree) void this.#act({ do: "see", node: state.node }, true, false);
  }

  /** Fetch what the first answers lead to, and start Python. */
  #prepare() {
    this.#ahead ??= fetchAhead(this.#address("ahead"), this.element.dataset.root ?? "").catch(() => ({}));
    void this.#open().catch(() => this.#fail(FAILED));
  }

  /** Start Python, give it this tree, and tell it what was answered meanwhile; once. */
  #open() {
    const { root = "", entry = "" } = this.element.dataset;
    this.#opened ??= Promise.all([
      startPython(this.#address("runtime"), entry),
      fetchText(this.#address("src")),
    ]).then(async ([python, wire]) => {
      await python.ask({ do: "open", tree: this.tree, wire, root });
      this.#told = true;
      await python.act(this.tree, { do: "begin", answers: this.#answers });
      performance.mark("python-live");
      return python;
    });
    return this.#opened;
  }

  /**
   * @param {Action} action
   * @param {boolean} [moves] whether the focus follows: it does when the reader asked for what is shown
   * @param {boolean} [forward] whether the browser's own way back is to lead back here
   */
  async #act(action, moves = true, forward = moves) {
    const late = window.setTimeout(() => this.#sayStarting(), PATIENCE);
    try {
      const view = (await this.#lookAhead(action)) ?? await (await this.#open()).act(this.tree, action);
      if (forward) this.#remember(view.node);
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
    this.element.classList.remove("ct-tree--arriving");
    this.live.innerHTML = view.html;
    this.live.dataset.node = view.node;
    this.#answers = view.answers;
    this.#way = view.way;
    keep(this.tree, { answers: view.answers, done: view.done });
    markWay(this.tree, view.way, view.node);
    const error = this.live.querySelector(".ct-errors") ? "Error: " : "";
    document.title = `${error}${this.#heading()} – ${TITLE}`;
    if (moves) this.#moveTo(view.focus);
  }

  /**
   * What comes next begins high on the screen: a heading at its foot would leave out of sight what it heads.
   * @param {string} id
   */
  #moveTo(id) {
    const place = document.getElementById(id);
    place?.focus();
    if (place && place.getBoundingClientRect().bottom > innerHeight * LOW) this.live.scrollIntoView();
  }

  /** @param {string} node */
  #remember(node) {
    const here = this.live.dataset.node;
    if (node === here) return;
    if (!history.state) history.replaceState({ tree: this.tree, node: here }, "");
    history.pushState({ tree: this.tree, node }, "", location.pathname + location.search);
  }

  #heading() {
    return this.live.querySelector(".ct-heading")?.textContent ?? "";
  }

  #sayStarting() {
    this.status.replaceChildren(STARTING, linkButton("Use the links instead", () => this.#fail(LEFT)));
  }

  /**
   * The linked sections go on working: say so once, and quietly. What the reader was told stays in sight.
   * @param {string} words
   */
  #fail(words) {
    // What has the focus is about to go: the way on takes it.
    const held = this.element.contains(document.activeElement);
    this.element.classList.remove("ct-tree--arriving");
    this.element.classList.add("ct-tree--failed");
    const begun = Object.keys(this.#answers).length > 0;
    this.live.hidden = !begun;
    const link = document.createElement("a");
    link.href = begun ? `#${this.tree}--${this.live.dataset.node}` : this.#startAddress();
    link.textContent = begun ? `Go on from “${this.#heading()}”` : "Start here";
    // The way on comes first: what she was told may be long.
    this.live.before(this.status);
    this.status.replaceChildren(words, link, ".");
    if (held) link.focus();
    unfoldSections();
  }

  #startAddress() {
    return this.element.querySelector(".ct-start")?.getAttribute("href") ?? "";
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
    const next = target.closest(".ct-next a");
    if (next instanceof HTMLAnchorElement && isPlain(event) && next.target !== "_blank") {
      event.preventDefault();
      const onward = () => location.assign(next.href);
      void this.#leadOn(next).then(onward, onward);
    }
  }

  /** @param {HTMLAnchorElement} link */
  async #leadOn(link) {
    const title = this.element.dataset.title ?? "";
    const list = this.live.querySelector(".ct-checklist")?.innerHTML ?? "";
    const record = await (await this.#open()).record(this.tree, this.#address("root"));
    leadOn(link.dataset.tree ?? "", [...this.carried, { title, list, record }]);
  }

  /**
   * @param {string} what
   * @param {string | undefined} node
   */
  async #press(what, node) {
    const keepers = { "copy-record": copyRecord, "print-record": printRecord, "save-record": saveRecord };
    if (!(what in keepers)) {
      if (what === "restart") this.#dropCarried();
      await this.#act({ do: what, node });
      return;
    }
    try {
      const own = await (await this.#open()).record(this.tree, this.#address("root"));
      const record = [...this.carried.map((before) => before.record), own].join(BETWEEN);
      await keepers[/** @type {keyof typeof keepers} */ (what)](record, this.tree);
    } catch {
      this.#fail(FAILED);
    }
  }

  #dropCarried() {
    forgetCarried(this.tree);
    this.carried = [];
    for (const section of this.element.querySelectorAll(".ct-carried")) section.remove();
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
    if (!hash.startsWith(`#${this.tree}--`) || !isPlain(event)) return;
    const node = hash.slice(this.tree.length + 3);
    // Off her way, the conversation could only go there with other answers than hers: she gets the section.
    const begun = Object.keys(this.#answers).length > 0;
    if (this.element.classList.contains("ct-tree--failed") || (begun && !this.#way.includes(node))) return;
    event.preventDefault();
    void this.#act({ do: "go", node });
  }

  /** @param {"src" | "ahead" | "runtime" | "root"} name */
  #address(name) {
    return new URL(this.element.dataset[name] || ".", location.href).href;
  }
}
