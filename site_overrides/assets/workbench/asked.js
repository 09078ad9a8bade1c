// Plain questions, in a window of their own.

import { button, made } from "./made.js";

/** What the button says that takes nothing away: it is the first to be pressed. */
export const KEEP = "Keep it";

/**
 * @param {string} title
 * @param {(Node | string)[]} parts
 * @param {string} words what the button says that goes on
 * @param {string} [otherwise] what the one says that does not; nothing, where there is nothing to decide
 * @returns {Promise<FormData | null>} what was filled in, or nothing
 */
export function asked(title, parts, words, otherwise = "Cancel") {
  return new Promise((answered) => {
    /** @type {FormData | null} */
    let answer = null;
    const form = made(
      "form",
      { method: "dialog" },
      made("h2", { id: "bench-asked" }, title),
      ...parts,
      made(
        "div",
        { className: "bench-tools" },
        made("button", { type: "submit", className: "bench-button" }, words),
        otherwise && button(otherwise, () => dialog.close(), { autofocus: otherwise === KEEP }),
      ),
    );
    const dialog = made("dialog", { className: "bench-dialog", "aria-labelledby": "bench-asked" }, form);
    form.addEventListener("submit", () => {
      answer = new FormData(form);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      answered(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * @param {string} label
 * @param {string} name
 * @param {Record<string, unknown>} [props]
 */
export function field(label, name, props = {}) {
  const input = made("input", {
    type: "text",
    className: "bench-input",
    name,
    required: true,
    autocomplete: "off",
    ...props,
  });
  return made("p", {}, made("label", {}, made("span", {}, label), input));
}
