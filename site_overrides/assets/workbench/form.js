// A procedure as a form to fill in. The text stays the only truth: each change in the form is a change of the text, which
// Python works out (editing/form), so that comments and layout stay as they are.

import { adder, newCard } from "./adding.js";
import { boxFor, clausePicker, filledIn, labelOf } from "./boxes.js";
import { button, made } from "./made.js";

/**
 * @typedef {import("./boxes.js").Field} Field
 * @typedef {import("./boxes.js").Lists} Lists
 * @typedef {{ path: string, kind: string, title: string, span: [number, number], fields: Field[] }} Item
 * @typedef {Item & { asks: string, id: string, items: Item[] }} Card
 * @typedef {{ cards: Card[], lists: Lists, adds: Record<string, import("./adding.js").Add[]> }} Form
 * @typedef {{ from: number, to: number, insert: string }} Change
 * @typedef {{ done: true, replacements: Change[], selected: string, told: { path: string, words: string }[] }
 *   | { done: false, what: string, path: string, remedy: string }} Outcome
 */

export class FormView {
  /** @type {Form | undefined} */
  #form;
  /** @type {Set<string>} the cards that stand open */
  #open = new Set();
  #path = "";
  #typing = false;
  /** What was written when the cards were made of it. */
  #text = "";
  /** @type {Promise<void>} the change before: each is worked out from the text that the last one left */
  #last = Promise.resolve();

  /**
   * @param {import("./asking.js").Asking} asking
   * @param {{ now(path: string): string, change(path: string, changes: Change[]): Promise<void>, mayWrite(): boolean,
   *   faults(): import("./asking.js").Fault[] }} text
   */
  constructor(asking, text) {
    this.asking = asking;
    this.text = text;
    this.said = made("p", { className: "bench-state", role: "status" });
    this.cards = made("div", {
      on: {
        input: () => this.#types(true),
        change: () => this.#types(false),
        focusout: () => this.#types(false),
      },
    });
    this.element = made("div", { className: "bench-form", hidden: true }, this.said, this.cards);
  }

  /** @param {string} path the file that is shown */
  async show(path) {
    if (path !== this.#path) this.#open.clear();
    this.#path = path;
    await this.#read();
    this.#draw();
  }

  /** @returns {Lists} */
  get lists() {
    return this.#form?.lists ?? {};
  }

  /** The card behind which a new one is put: the one that was opened last. */
  get last() {
    const open = [...this.#open].at(-1);
    return this.#form?.cards.find(({ path, kind }) => path === open && kind !== "tree");
  }

  /** @returns {Promise<import("./boxes.js").Clause[]>} those of the policy that is followed */
  clauses() {
    const policy = this.#form?.cards[0]?.fields.find(({ path }) => path.endsWith("/policy"))?.value ?? "";
    return this.asking.ask("clauses", { policy });
  }

  /** @param {string} [selected] the path of what is to have the focus */
  #draw(selected = this.#focused()) {
    const { cards, adds } = /** @type {Form} */ (this.#form);
    const first = cards.find((card) => card.kind !== "tree");
    if (!this.#open.size && first) this.#open.add(first.path);
    this.cards.replaceChildren(...cards.map((card) => this.#card(card, adds[card.kind] ?? [])), newCard(this));
    const found =
      selected &&
      [...this.cards.querySelectorAll("[data-path]")].find(
        (one) => one instanceof HTMLElement && one.dataset.path === selected,
      );
    if (found instanceof HTMLElement) {
      found.closest("details")?.setAttribute("open", "");
      const within = found.matches("summary, input, textarea, select")
        ? found
        : found.querySelector("input, textarea, select, summary");
      if (within instanceof HTMLElement) within.focus();
    }
  }

  /** The faults are others now. What is being typed is left alone: it is no value yet. */
  showFaults() {
    if (this.#typing || this.#adds || !this.#form) return;
    if (this.text.now(this.#path) === this.#text) this.#draw();
    else void this.show(this.#path);
  }

  /**
   * Go to where a place of the text is filled in.
   * @param {number} at
   */
  goTo(at) {
    const within = (/** @type {{ span: [number, number] }} */ { span }) => span[0] <= at && at <= span[1];
    const card = this.#form?.cards.find(within);
    if (!card) return;
    const field = [...card.fields, ...card.items.flatMap(({ fields }) => fields)].find(
      (one) => within(one) && one.span[0] < one.span[1],
    );
    this.#open.add(card.path);
    this.#draw(field?.path ?? card.path);
  }

  /** @param {boolean} typing */
  #types(typing) {
    this.#typing = typing;
  }

  /** Whether something is being added, which is no part of the text yet. */
  get #adds() {
    const words = this.cards.querySelector("#bench-new-words");
    const begun = words instanceof HTMLInputElement && words.value !== "";
    return begun || this.cards.querySelector(".bench-adder form") !== null;
  }

  async #read() {
    const path = this.#path;
    const text = this.text.now(path);
    const form = await this.asking.ask("form", { file: path });
    if (path !== this.#path) return;
    [this.#form, this.#text, this.#typing] = [form, text, false];
  }

  #focused() {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && this.cards.contains(focused) ? (focused.dataset.path ?? "") : "";
  }

  /**
   * @param {Card} card
   * @param {import("./adding.js").Add[]} adds
   */
  #card(card, adds) {
    const faults = this.text.faults().filter(({ from }) => from >= card.span[0] && from < card.span[1]);
    const wrong = faults.length > 0 && made("span", { className: "bench-marks" }, `${faults.length} wrong`);
    const summary = made("summary", { data: { path: card.path }, draggable: true }, card.title, wrong);
    const details = made(
      "details",
      { className: "bench-card", open: this.#open.has(card.path), data: { card: card.path } },
      summary,
      made(
        "div",
        { className: "bench-fields" },
        ...card.fields.map((field) => this.#field(field)),
        ...card.items.map((item) => this.#item(item)),
      ),
      adder(this, card, adds),
      this.#movers(card.path, card.title, card.kind !== "tree"),
    );
    details.addEventListener("toggle", () =>
      details.open ? this.#open.add(card.path) : this.#open.delete(card.path),
    );
    this.#drag(summary, details, card.path);
    return details;
  }

  /** @param {Item} item */
  #item(item) {
    return made(
      "fieldset",
      { className: "bench-item", data: { path: item.path } },
      made("legend", {}, item.title),
      ...item.fields.map((field) => this.#field(field)),
      this.#movers(item.path, item.title, true),
    );
  }

  /** @param {Field} field */
  #field(field) {
    const id = `bench-field-${field.path}`;
    const faults = this.text
      .faults()
      .filter(({ from, to }) => from <= field.span[1] && to >= field.span[0] && field.span[0] < field.span[1]);
    const hint = `${id}-hint`;
    const box = boxFor(field, id, field.value, this.lists);
    box.setAttribute("aria-describedby", faults.length ? `${hint} ${id}-wrong` : hint);
    if (faults.length) box.setAttribute("aria-invalid", "true");
    Object.assign(box.dataset, { path: field.path });
    box.addEventListener(
      "change",
      () => void this.carryOut({ do: "set", path: field.path, value: filledIn(box) }, field.path),
    );
    return made(
      "div",
      { className: "bench-field" },
      made("label", { htmlFor: id }, labelOf(field)),
      field.hint && made("p", { id: hint, className: "bench-hint" }, field.hint),
      ...(faults.length
        ? [
            made(
              "p",
              { id: `${id}-wrong`, className: "bench-wrong" },
              faults.map(({ message, hint: what }) => `${message} ${what}`).join(" "),
            ),
          ]
        : []),
      box,
      field.control === "clauses" && clausePicker(/** @type {HTMLInputElement} */ (box), () => this.clauses()),
    );
  }

  /**
   * @param {string} path
   * @param {string} title
   * @param {boolean} canMove
   */
  #movers(path, title, canMove) {
    if (!canMove) return undefined;
    const does = (/** @type {string} */ words, /** @type {string} */ what) =>
      button(words, () => void this.carryOut({ do: what, path }), {
        "aria-label": `${words}: ${title}`,
        className: "bench-button bench-button--small",
      });
    return made(
      "div",
      { className: "bench-tools" },
      does("Move up", "move-up"),
      does("Move down", "move-down"),
      does("Remove", "remove"),
    );
  }

  /**
   * Cards can be dragged; by keyboard they move with their buttons.
   * @param {HTMLElement} handle
   * @param {HTMLElement} card
   * @param {string} path
   */
  #drag(handle, card, path) {
    handle.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", path));
    card.addEventListener("dragover", (event) => event.preventDefault());
    card.addEventListener("drop", (event) => {
      event.preventDefault();
      const moved = event.dataTransfer?.getData("text/plain") ?? "";
      if (moved && moved !== path) void this.carryOut({ do: "move-before", path: moved, before: path });
    });
  }

  /**
   * @param {Record<string, unknown>} asked
   * @param {string} [selected]
   */
  carryOut(asked, selected) {
    const path = this.#path;
    this.#last = this.#last.catch(() => {}).then(() => this.#carryOutIn(path, asked, selected));
    return this.#last;
  }

  /**
   * @param {string} path the file in which it was asked for: another one may be open by now
   * @param {Record<string, unknown>} asked
   * @param {string} [selected]
   */
  async #carryOutIn(path, asked, selected) {
    if (!this.text.mayWrite()) return;
    /** @type {Outcome} */
    const outcome = await this.asking.ask("change", { file: path, asked });
    if (!outcome.done) {
      this.said.textContent = `Not changed. ${outcome.what} ${outcome.remedy}`;
      this.said.scrollIntoView({ block: "nearest" });
      return;
    }
    this.said.textContent = outcome.told.map(({ words }) => words).join(" ");
    await this.text.change(path, outcome.replacements);
    if (path !== this.#path) return;
    const card = outcome.selected.split("/")[0] ?? "";
    if (card && !selected) this.#open.add(card);
    await this.#read();
    this.#draw(selected ? this.#focused() || selected : outcome.selected);
  }
}
