// Everything that is wrong, in the words of `clausetree check`: first what is wrong in the file that is open.

import { button, made } from "./made.js";

/** @typedef {import("./assistance.js").Change} Change */
/** @typedef {{ from: number, code: string, message: string, title: string, changes: Change[] }} Mend */

const KINDS = { error: "Error", warning: "Warning", acknowledged: "Noted" };

const LEFT = "Left to whoever publishes";
const NOT_YOURS = "You need not mend this. It is settled when what you changed is published.";

/**
 * Whether an author can mend a fault, and is to.
 * @param {import("./asking.js").Fault} fault
 */
export function isOpen({ severity, left }) {
  return severity !== "acknowledged" && !left;
}

export class Faults {
  /** What cannot be read at all, in words. */
  fault = "";
  /** @type {Map<string, import("./form.js").FormFault>} */
  inForm = new Map();

  /**
   * @param {(fault: import("./asking.js").Fault) => void} go
   * @param {(code: string) => void} explain
   * @param {(mend: Mend) => void} mend
   */
  constructor(go, explain, mend) {
    this.go = go;
    this.explain = explain;
    this.mend = mend;
    this.element = made("div", { className: "bench-faults", tabIndex: -1 });
  }

  /**
   * @param {import("./asking.js").Fault[]} found
   * @param {string} path the file that is open
   * @param {string[] | undefined} notes what else is to be told; nothing before anything was checked
   * @param {import("./form.js").FormFault[]} [inForm] how the form says it, where that is shown
   */
  show(found, path, notes, inForm = []) {
    this.inForm = new Map(inForm.map((one) => [`${path} ${keyOf(one)}`, one]));
    const told = found.filter(isOpen);
    const left = found.filter(({ severity, left }) => left && severity !== "acknowledged");
    const here = told.filter((fault) => fault.file === path);
    const elsewhere = told.filter((fault) => fault.file !== path);
    const parts = [];
    if (this.fault) parts.push(made("p", { className: "bench-wrong" }, this.fault));
    for (const note of notes ?? []) parts.push(made("p", { className: "told" }, note));
    if (!notes) parts.push(made("p", {}, "Nothing has been checked yet."));
    else if (!told.length && !this.fault) parts.push(made("p", {}, "Nothing is wrong."));
    if (here.length) parts.push(this.#list("In this file", here));
    if (elsewhere.length) parts.push(this.#list("In other files", elsewhere));
    if (left.length) parts.push(this.#list(LEFT, left, NOT_YOURS));
    const hadFocus = this.element.contains(document.activeElement);
    this.element.replaceChildren(...parts);
    // What was pressed is gone with what it mended.
    if (hadFocus) this.element.focus();
  }

  /**
   * @param {Mend[]} mends
   * @param {() => boolean} isCurrent whether the text is still the one that they were found in
   */
  offer(mends, isCurrent) {
    for (const one of mends) {
      const places = [...this.element.querySelectorAll("[data-mend]")].filter(
        (place) => /** @type {HTMLElement} */ (place).dataset.mend === keyOf(one),
      );
      for (const place of places)
        place.replaceChildren(
          button(one.title.replaceAll("`", ""), () => isCurrent() && this.mend(one), {
            className: "bench-button bench-button--small",
          }),
        );
    }
  }

  /**
   * @param {string} heading
   * @param {import("./asking.js").Fault[]} faults
   * @param {string} [words]
   */
  #list(heading, faults, words) {
    return made(
      "section",
      {},
      made("h3", {}, heading),
      words && made("p", { className: "bench-hint" }, words),
      made("ol", {}, ...faults.map((fault) => this.#item(fault))),
    );
  }

  /**
   * Whoever fills in the form is told where in it something is wrong, and nothing of the text.
   * @param {import("./asking.js").Fault} fault
   */
  #words(fault) {
    const { file, line, message, hint } = fault;
    const shown = this.inForm.get(`${file} ${keyOf(fault)}`);
    if (shown?.where) return { ...shown, asText: false };
    return { where: `${file.split("/").at(-1)}, line ${line}`, said: message, hint, asText: true };
  }

  /** @param {import("./asking.js").Fault} fault */
  #item(fault) {
    const { where, said, hint, asText } = this.#words(fault);
    const go = made(
      "button",
      { type: "button", className: "bench-go", on: { click: () => this.go(fault) } },
      where,
    );
    const why = button(`Why: ${fault.code}`, () => this.explain(fault.code), {
      className: "bench-go",
      "aria-haspopup": "dialog",
    });
    const mend = made("span", { data: { mend: keyOf(fault) } });
    return made(
      "li",
      { className: `bench-fault bench-fault--${fault.left ? "acknowledged" : fault.severity}` },
      made("p", {}, !fault.left && made("strong", {}, `${KINDS[fault.severity]}: `), said),
      hint && !fault.left && made("p", { className: "bench-what" }, hint),
      made("p", { className: "bench-where" }, go, " ", asText && why, mend),
    );
  }
}

/** @param {{ from: number, code: string, message: string }} fault */
function keyOf({ from, code, message }) {
  return `${from} ${code} ${message}`;
}
