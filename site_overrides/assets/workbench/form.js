// A procedure as a form to fill in. The text stays the only truth: each change in the form is a change of the text, which
// Python works out (editing/form), so that comments and layout stay as they are.

import { button, made } from "./made.js";

/**
 * @typedef {{ path: string, label: string, hint: string, control: string, value: string, optional: boolean,
 *   span: [number, number], offers: string }} Field
 * @typedef {{ path: string, kind: string, title: string, span: [number, number], fields: Field[] }} Item
 * @typedef {Item & { asks: string, id: string, items: Item[] }} Card
 * @typedef {{ key: string, label: string, hint: string, control: string, optional: boolean, offers: string }} Wanted
 * @typedef {{ kind: string, title: string, fields: Wanted[] }} Add
 * @typedef {{ cards: Card[], lists: Record<string, { value: string, label: string }[]>, adds: Record<string, Add[]> }} Form
 * @typedef {{ from: number, to: number, insert: string }} Change
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Box
 * @typedef {{ done: true, replacements: Change[], selected: string, told: { path: string, words: string }[] }
 *   | { done: false, what: string, path: string, remedy: string }} Outcome
 */

const ASKS = {
  one: "one answer of several",
  several: "any number of answers",
  number: "a number",
  money: "an amount of money",
  date: "a date",
};
const NEW = {
  question: "A question",
  step: "A step",
  outcome: "An outcome",
  route: "A way on by earlier answers",
  scenario: "A scenario",
  shared: "A shared block",
};
/** How many letters of a clause are shown where one is picked. */
const FIRST_WORDS = 140;
const SEVERAL_LINES = ["markdown", "lines"];

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

  /** @param {string} [selected] the path of what is to have the focus */
  #draw(selected = this.#focused()) {
    const { cards, adds } = /** @type {Form} */ (this.#form);
    const first = cards.find((card) => card.kind !== "tree");
    if (!this.#open.size && first) this.#open.add(first.path);
    this.cards.replaceChildren(
      ...cards.map((card) => this.#card(card, adds[card.kind] ?? [])),
      this.#newCard(),
    );
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
   * @param {Add[]} adds
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
      this.#adder(card, adds),
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
    const box = this.#box(field, id, field.value);
    box.setAttribute("aria-describedby", faults.length ? `${hint} ${id}-wrong` : hint);
    if (faults.length) box.setAttribute("aria-invalid", "true");
    Object.assign(box.dataset, { path: field.path });
    box.addEventListener(
      "change",
      () => void this.#do({ do: "set", path: field.path, value: filledIn(box) }, field.path),
    );
    return made(
      "div",
      { className: "bench-field" },
      made("label", { htmlFor: id }, field.optional ? `${field.label} (may be left out)` : field.label),
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
      field.control === "clauses" && this.#picker(/** @type {HTMLInputElement} */ (box)),
    );
  }

  /**
   * @param {{ control: string, optional: boolean, offers: string }} field
   * @param {string} id
   * @param {string} value
   * @returns {Box}
   */
  #box(field, id, value) {
    if (SEVERAL_LINES.includes(field.control)) {
      const rows = Math.min(12, Math.max(3, value.split("\n").length + 1));
      return made("textarea", {
        id,
        className: `bench-input bench-input--${field.control}`,
        rows,
        value,
        spellcheck: field.control === "markdown",
      });
    }
    if (field.control === "flag")
      return made("input", { id, type: "checkbox", checked: value === "yes", className: "bench-flag" });
    const offered = this.#form?.lists[field.offers] ?? [];
    const isKnown = !value || offered.some((one) => one.value === value);
    if (offered.length && isKnown && ["choice", "target"].includes(field.control)) {
      const nothing = field.optional || !value ? [made("option", { value: "" }, "–")] : [];
      const options = offered.map((one) =>
        made(
          "option",
          { value: one.value },
          one.label === one.value ? one.value : `${one.label} (${one.value})`,
        ),
      );
      const select = made("select", { id, className: "bench-input" }, ...nothing, ...options);
      select.value = value;
      return select;
    }
    const list = offered.length ? `${id}-list` : undefined;
    const input = made("input", {
      id,
      type: "text",
      className: "bench-input",
      value,
      autocomplete: "off",
      spellcheck: field.control === "words",
    });
    if (list) {
      input.setAttribute("list", list);
      queueMicrotask(() =>
        input.after(
          made(
            "datalist",
            { id: list },
            ...offered.map((one) => made("option", { value: one.value }, one.label)),
          ),
        ),
      );
    }
    return input;
  }

  /**
   * Clauses are picked from the policy, by their first words.
   * @param {HTMLInputElement} box
   */
  #picker(box) {
    const found = made("ul", { className: "bench-clauses" });
    const wanted = made("input", {
      type: "text",
      className: "bench-input",
      "aria-label": "Words of the clause",
      placeholder: "Words of the clause",
    });
    const details = made("details", {}, made("summary", {}, "Pick a clause from the policy"), wanted, found);
    /** @type {{ number: string, words: string }[]} */
    let clauses = [];
    const list = () => {
      const words = wanted.value.toLowerCase();
      const near = clauses.filter((one) => `${one.number} ${one.words}`.toLowerCase().includes(words));
      if (!near.length) return found.replaceChildren(made("li", {}, "No clause has these words."));
      found.replaceChildren(
        ...near.map((one) =>
          made(
            "li",
            {},
            button(`${one.number} ${short(one.words)}`, () => pick(one.number), { className: "bench-go" }),
          ),
        ),
      );
    };
    const pick = (/** @type {string} */ number) => {
      const cited = box.value
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean);
      if (!cited.includes(number)) box.value = [...cited, number].join(", ");
      box.dispatchEvent(new Event("change"));
    };
    details.addEventListener("toggle", async () => {
      if (!details.open || clauses.length) return;
      const policy = this.#form?.cards[0]?.fields.find(({ path }) => path.endsWith("/policy"))?.value ?? "";
      clauses = await this.asking.ask("clauses", { policy });
      list();
    });
    wanted.addEventListener("input", list);
    return details;
  }

  /**
   * @param {string} path
   * @param {string} title
   * @param {boolean} canMove
   */
  #movers(path, title, canMove) {
    if (!canMove) return made("span", {});
    const does = (/** @type {string} */ words, /** @type {string} */ what) =>
      button(words, () => void this.#do({ do: what, path }), {
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
   * @param {Card} card
   * @param {Add[]} adds
   */
  #adder(card, adds) {
    if (!adds.length) return made("span", {});
    const kind = made(
      "select",
      { id: `bench-add-${card.path}`, className: "bench-input" },
      ...adds.map((add, at) => made("option", { value: String(at) }, add.title)),
    );
    const place = made("div", {});
    const begin = () => {
      const add = adds[Number(kind.value)];
      if (add) place.replaceChildren(this.#wanted(card, add));
      place.querySelector("input, textarea, select")?.dispatchEvent(new Event("focusin"));
      /** @type {HTMLElement | null} */ (place.querySelector("input, textarea, select"))?.focus();
    };
    return made(
      "div",
      { className: "bench-adder" },
      made("label", { htmlFor: kind.id }, "Add to this"),
      made("div", { className: "bench-tools" }, kind, button("Add", begin)),
      place,
    );
  }

  /**
   * @param {Card} card
   * @param {Add} add
   */
  #wanted(card, add) {
    /** @type {[string, Box][]} */
    const boxes = [];
    const fields = add.fields.map((field) => {
      const id = `bench-new-${card.path}-${add.kind}-${field.key}`;
      const box = this.#box(field, id, "");
      boxes.push([field.key, box]);
      return made(
        "div",
        { className: "bench-field" },
        made("label", { htmlFor: id }, field.optional ? `${field.label} (may be left out)` : field.label),
        field.hint && made("p", { className: "bench-hint" }, field.hint),
        box,
        field.control === "clauses" && this.#picker(/** @type {HTMLInputElement} */ (box)),
      );
    });
    const put = (/** @type {Event} */ event) => {
      event.preventDefault();
      const values = Object.fromEntries(
        boxes.map(([key, box]) => [key, filledIn(box)]).filter(([, value]) => value),
      );
      void this.#do({ do: "add-item", card: card.path, kind: add.kind, values });
    };
    return made(
      "form",
      { className: "bench-item", on: { submit: put } },
      ...fields,
      made("button", { type: "submit", className: "bench-button" }, `Put it in: ${add.title}`),
    );
  }

  #newCard() {
    const kind = made(
      "select",
      { id: "bench-new-kind", className: "bench-input" },
      ...Object.entries(NEW).flatMap(([value, words]) =>
        value === "question"
          ? Object.entries(ASKS).map(([asks, said]) =>
              made("option", { value: `question ${asks}` }, `${words}: ${said}`),
            )
          : [made("option", { value }, words)],
      ),
    );
    const words = made("input", { id: "bench-new-words", className: "bench-input", autocomplete: "off" });
    const answers = made("textarea", { id: "bench-new-answers", className: "bench-input", rows: 3 });
    const put = (/** @type {Event} */ event) => {
      event.preventDefault();
      const [what = "", asks] = kind.value.split(" ");
      const offered = answers.value
        .split("\n")
        .map((one) => one.trim())
        .filter(Boolean);
      const open = [...this.#open].at(-1);
      const after =
        open && this.#form?.cards.some(({ path, kind: its }) => path === open && its !== "tree")
          ? { after: open }
          : {};
      void this.#do({
        do: "add-card",
        kind: what,
        words: words.value,
        ...(asks ? { asks } : {}),
        ...(what === "question" ? { answers: offered } : {}),
        ...after,
      });
    };
    return made(
      "form",
      { className: "bench-item", on: { submit: put } },
      made("h3", {}, "Add to the procedure"),
      made("label", { htmlFor: kind.id }, "What"),
      kind,
      made("label", { htmlFor: words.id }, "Its words"),
      words,
      made("label", { htmlFor: answers.id }, "The answers of a question, each on a line of its own"),
      answers,
      made("p", { className: "bench-hint" }, "It is put behind the card that was opened last."),
      made("button", { type: "submit", className: "bench-button" }, "Add it"),
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
      if (moved && moved !== path) void this.#do({ do: "move-before", path: moved, before: path });
    });
  }

  /**
   * @param {Record<string, unknown>} asked
   * @param {string} [selected]
   */
  #do(asked, selected) {
    const path = this.#path;
    this.#last = this.#last.catch(() => {}).then(() => this.#carryOut(path, asked, selected));
    return this.#last;
  }

  /**
   * @param {string} path the file in which it was asked for: another one may be open by now
   * @param {Record<string, unknown>} asked
   * @param {string} [selected]
   */
  async #carryOut(path, asked, selected) {
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

/** @param {string} words those of a clause, of which the first tell it from others */
function short(words) {
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}…` : words;
}

/** @param {Box} box */
function filledIn(box) {
  return box instanceof HTMLInputElement && box.type === "checkbox" ? (box.checked ? "yes" : "") : box.value;
}
