// A procedure as a form to fill in. The text stays the only truth: each change in the form is a change of the text, which
// Python works out (editing/form), so that comments and layout stay as they are.

import { newCard } from "./adding.js";
import { cardFor, wrongWith } from "./cards.js";
import { made } from "./made.js";
import { isBox, redraw } from "./redrawn.js";

/**
 * @typedef {import("./boxes.js").Field} Field
 * @typedef {import("./boxes.js").Lists} Lists
 * @typedef {import("./cards.js").Card} Card
 * @typedef {{ cards: Card[], lists: Lists, adds: Record<string, import("./adding.js").Add[]> }} Form
 * @typedef {{ from: number, to: number, insert: string }} Change
 * @typedef {{ done: true, replacements: Change[], selected: string, told: { path: string, words: string }[] }
 *   | { done: false, what: string, path: string, remedy: string }} Outcome
 * @typedef {{ title: string, changes: Change[] }} Mend
 * @typedef {{ from: number, code: string, message: string, path: string, where: string, said: string, hint: string,
 *   mends: Mend[] }} FormFault a fault as it is listed elsewhere, and as the form says it, where it is mended
 * @typedef {{ value: string, was: string, why: string }} Given what was filled in and is not in the text, and why not, if it
 *   was refused; `was` is what the text said
 */

/** How long nothing is typed before what was typed is taken, in milliseconds. */
const PAUSE = 400;

const READ_ONLY = "Take over from the other tab first.";

export class FormView {
  /** @type {Form} */
  #form = { cards: [], lists: {}, adds: {} };
  /** @type {Set<string>} the cards that stand open */
  #open = new Set();
  #path = "";
  /** What was written when the cards were made of it. */
  #text = "";
  /** @type {Promise<unknown>} the change before: each is worked out from the text that the last one left */
  #last = Promise.resolve();
  #waiting = 0;
  /** @type {Map<string, Given>} */
  #given = new Map();
  /** @type {FormFault[]} */
  #faults = [];
  /** What was written when they were found: a mend counts in that text. */
  #foundIn = "";
  /** Whether the box that has the focus is to be drawn once more when that is gone. */
  #left = false;
  /** Whether something stands in a box that was not taken from it yet. */
  #isTyping = false;
  #pause = 0;

  /**
   * @param {import("./asking.js").Asking} asking
   * @param {{ now(path: string): string, change(path: string, changes: Change[]): Promise<void>, mayWrite(): boolean }} text
   */
  constructor(asking, text) {
    this.asking = asking;
    this.text = text;
    this.said = made("p", { className: "bench-state", role: "status" });
    this.cards = made("div", {
      on: {
        focusout: (/** @type {Event} */ { target }) => {
          // A box that says again what it said when somebody came tells of no change: what was kept meanwhile is one.
          if (this.#isTyping && isBox(target) && "words" in target.dataset) tellChange(target);
          this.#typed(false);
          queueMicrotask(() => this.#left && this.#draw());
        },
        input: (/** @type {Event} */ { target }) => this.#typed(true, target),
        change: () => this.#typed(false),
      },
    });
    this.element = made("div", { className: "bench-form", hidden: true }, this.said, this.cards);
  }

  /** @param {string} path the file that is shown */
  async show(path) {
    const isAnother = path !== this.#path;
    this.#path = path;
    await this.#read();
    if (path !== this.#path) return;
    if (isAnother) {
      this.said.textContent = "";
      this.cards.replaceChildren();
      this.element.scrollTop = 0;
      this.#typed(false);
      this.#given.clear();
      this.#faults = [];
      const first = this.#form.cards.find((card) => card.kind !== "tree");
      this.#open = new Set(first ? [first.path] : []);
    }
    this.#draw();
  }

  /** @returns {Lists} */
  get lists() {
    return this.#form.lists;
  }

  /** The card behind which a new one is put: the one that was opened last. */
  get last() {
    const open = [...this.#open].at(-1);
    return this.#form.cards.find(({ path, kind }) => path === open && kind !== "tree");
  }

  /** @returns {Promise<import("./boxes.js").Clause[]>} those of the policy that is followed */
  clauses() {
    const policy = this.#form.cards[0]?.fields.find(({ path }) => path.endsWith("/policy"))?.value ?? "";
    return this.asking.ask("clauses", { policy });
  }

  /**
   * Words are kept while they are typed. What else a box takes, such as a number of a clause, is none before it is whole.
   * @param {boolean} isTyping
   * @param {EventTarget | null} [box]
   */
  #typed(isTyping, box) {
    window.clearTimeout(this.#pause);
    this.#isTyping = isTyping;
    if (!isBox(box) || !("words" in box.dataset) || !box.value.trim()) return;
    this.#pause = window.setTimeout(() => tellChange(box), PAUSE);
  }

  /** Whether something is filled in that the text does not say, and that would be lost with the page. */
  get isHalfFilled() {
    const drafts = [...this.cards.querySelectorAll("[data-own] :is(input, textarea)")];
    return this.#isTyping || drafts.some((box) => "value" in box && box.value);
  }

  /** @param {string} path that of a card */
  isOpen(path) {
    return this.#open.has(path);
  }

  /**
   * @param {string} path
   * @param {boolean} isOpen
   */
  opened(path, isOpen) {
    if (isOpen) this.#open.add(path);
    else this.#open.delete(path);
  }

  /**
   * How many faults a card has, and all that is in it.
   * @param {string} card its path
   */
  countWithin(card) {
    return this.#faults.filter(({ path }) => path === card || path.startsWith(`${card}/`)).length;
  }

  /**
   * @param {string} path
   * @returns {Pick<FormFault, "said" | "hint" | "mends">[]} what is wrong there, and nowhere else
   */
  wrongWith(path) {
    const why = this.#given.get(path)?.why;
    const found = this.#faults.filter((fault) => fault.path === path);
    return why ? [{ said: why, hint: "", mends: [] }, ...found] : found;
  }

  /**
   * @param {string} path where it is mended, and where its author goes on
   * @param {Mend} mend
   */
  async mend(path, { changes }) {
    if (!this.text.mayWrite() || this.text.now(this.#path) !== this.#foundIn) return;
    await this.text.change(this.#path, changes);
    await this.#read();
    this.#draw();
    this.#standIn(path);
  }

  /** @param {Field} field */
  valueOf({ path, value }) {
    return this.#given.get(path)?.value ?? value;
  }

  /** Draw what the text says, and leave alone what stays as it is. */
  #draw() {
    const { cards, adds } = this.#form;
    const shown = cards.map((card) => cardFor(this, card, adds[card.kind] ?? []));
    const focused = document.activeElement;
    const hadFocus = focused instanceof HTMLElement && this.cards.contains(focused);
    this.#left = redraw(this.cards, made("div", {}, wrongWith(this, ""), ...shown, newCard(this)));
    if (hadFocus && focused.isConnected && focused !== document.activeElement) focused.focus();
    return hadFocus && !focused.isConnected;
  }

  /**
   * Stand in what has a path: in its first box, if it is not one itself.
   * @param {string} path
   * @param {string} [again] what the button of it does that is pressed once more
   */
  #standIn(path, again = "") {
    const all = [...this.cards.querySelectorAll("[data-path], [data-does]")].filter(
      (one) => one instanceof HTMLElement,
    );
    const found =
      all.find((one) => again && one.dataset.does === again) ?? all.find((one) => one.dataset.path === path);
    found?.closest("details.bench-card")?.setAttribute("open", "");
    const boxes = "summary, input, textarea, select";
    const within = found?.matches(`${boxes}, button`) ? found : found?.querySelector(boxes);
    if (within instanceof HTMLElement) within.focus();
  }

  /**
   * The faults are others now: show each where it is mended.
   * @returns {Promise<FormFault[]>}
   */
  async showFaults() {
    const path = this.#path;
    if (!path) return [];
    const text = this.text.now(path);
    const found = await this.asking.ask("faults_in_form", { file: path });
    if (path !== this.#path || text !== this.text.now(path)) return this.#faults;
    [this.#faults, this.#foundIn] = [found, text];
    if (text === this.#text) this.#draw();
    else await this.show(path);
    return found;
  }

  /**
   * Go to where a fault is mended.
   * @param {{ from: number, code: string, message: string }} fault
   */
  goToFault({ from, code, message }) {
    const found = this.#faults.find((one) => one.from === from && one.code === code && one.message === message);
    if (found) this.#standIn(found.path);
    else this.goTo(from);
  }

  /**
   * Go to where a place of the text is filled in.
   * @param {number} at
   */
  goTo(at) {
    const within = (/** @type {{ span: [number, number] }} */ { span }) => span[0] <= at && at <= span[1];
    const card = this.#form.cards.find(within);
    if (!card) return;
    const field = [...card.fields, ...card.items.flatMap(({ fields }) => fields)].find(
      (one) => within(one) && one.span[0] < one.span[1],
    );
    this.#standIn(field?.path ?? card.path);
  }

  async #read() {
    const path = this.#path;
    const text = this.text.now(path);
    const form = await this.asking.ask("form", { file: path });
    if (path !== this.#path) return;
    [this.#form, this.#text] = [form, text];
    for (const [at, { was, why }] of this.#given)
      if (why && this.#field(at)?.value !== was) this.#given.delete(at);
  }

  /** @param {string} path */
  #field(path) {
    const fields = this.#form.cards.flatMap(({ fields, items }) => [
      ...fields,
      ...items.flatMap((item) => item.fields),
    ]);
    return fields.find((field) => field.path === path);
  }

  /**
   * Fill in a field. Where that cannot be, what was given stays in its box, and why is said there.
   * @param {string} path
   * @param {string} value
   */
  async fill(path, value) {
    const given = { value, was: this.#field(path)?.value ?? "", why: "" };
    this.#given.set(path, given);
    const outcome = await this.carryOut({ do: "set", path, value });
    if (this.#given.get(path) !== given) return;
    if (outcome && !outcome.done) given.why = whyNot(outcome);
    else this.#given.delete(path);
    this.#draw();
  }

  /**
   * @param {Record<string, unknown>} asked
   * @returns {Promise<Outcome | undefined>} what came of it; nothing where nobody may write, or another file is open
   */
  carryOut(asked) {
    const path = this.#path;
    this.#waiting++;
    const outcome = this.#last
      .catch(() => {})
      .then(() => this.#carryOutIn(path, asked))
      .finally(() => this.#waiting--);
    this.#last = outcome;
    return outcome;
  }

  /**
   * @param {string} path the file in which it was asked for: another one may be open by now
   * @param {Record<string, unknown>} asked
   */
  async #carryOutIn(path, asked) {
    if (!this.text.mayWrite()) {
      this.said.textContent = READ_ONLY;
      return undefined;
    }
    /** @type {Outcome} */
    const outcome = await this.asking.ask("change", { file: path, asked });
    if (!outcome.done) {
      this.said.textContent = whyNot(outcome);
      return outcome;
    }
    this.said.textContent = outcome.told.map(({ words }) => words).join(" ");
    await this.text.change(path, outcome.replacements);
    if (path !== this.#path) return undefined;
    const isFilled = asked.do === "set";
    const card = outcome.selected.split("/")[0] ?? "";
    if (card && !isFilled) this.#open.add(card);
    // Who goes through a list by arrow keys is ahead of the text.
    if (isFilled && this.#waiting > 1) return outcome;
    await this.#read();
    const again = /^move-/.test(String(asked.do)) ? `${asked.do} ${outcome.selected}` : "";
    if (this.#draw() || !isFilled) this.#standIn(outcome.selected, again);
    return outcome;
  }
}

/** @param {Outcome & { done: false }} outcome */
export function whyNot({ what, remedy }) {
  return `Not changed. ${what} ${remedy}`.trim();
}

/** @param {import("./boxes.js").Box} box */
function tellChange(box) {
  box.dispatchEvent(new Event("change", { bubbles: true }));
}
