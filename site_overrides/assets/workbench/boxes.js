// The boxes of a form: with what a value is filled in, and what can be picked for it.

import { button, made } from "./made.js";

/**
 * @typedef {{ label: string, hint: string, control: string, optional: boolean, offers: string }} Wanted
 * @typedef {Wanted & { path: string, value: string, span: [number, number] }} Field
 * @typedef {Record<string, { value: string, label: string }[]>} Lists what values can be chosen from, by name
 * @typedef {{ number: string, words: string }} Clause
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Box
 */

/** How many letters of a clause are shown where one is picked. */
const FIRST_WORDS = 140;
const SEVERAL_LINES = ["markdown", "lines"];
const CHOSEN = ["choice", "target"];

/**
 * @param {Wanted} field
 * @param {string} id
 * @param {string} value
 * @param {Lists} lists
 * @returns {Box}
 */
export function boxFor(field, id, value, lists) {
  if (SEVERAL_LINES.includes(field.control)) return lines(field, id, value);
  if (field.control === "flag")
    return made("input", { id, type: "checkbox", checked: value === "yes", className: "bench-flag" });
  const offered = lists[field.offers] ?? [];
  const isKnown = !value || offered.some((one) => one.value === value);
  return offered.length && isKnown && CHOSEN.includes(field.control)
    ? choice(field, id, value, offered)
    : line(field, id, value, offered);
}

/** @param {Box} box */
export function filledIn(box) {
  return box instanceof HTMLInputElement && box.type === "checkbox" ? (box.checked ? "yes" : "") : box.value;
}

/** @param {Wanted} field */
export function labelOf({ label, optional }) {
  return optional ? `${label} (may be left out)` : label;
}

/**
 * @param {Wanted} field
 * @param {string} id
 * @param {string} value
 */
function lines({ control }, id, value) {
  const rows = Math.min(12, Math.max(3, value.split("\n").length + 1));
  const className = `bench-input bench-input--${control}`;
  return made("textarea", { id, className, rows, value, spellcheck: control === "markdown" });
}

/**
 * @param {Wanted} field
 * @param {string} id
 * @param {string} value
 * @param {Lists[string]} offered
 */
function choice({ optional }, id, value, offered) {
  const nothing = optional || !value ? [made("option", { value: "" }, "–")] : [];
  const options = offered.map((one) =>
    made("option", { value: one.value }, one.label === one.value ? one.value : `${one.label} (${one.value})`),
  );
  const select = made("select", { id, className: "bench-input" }, ...nothing, ...options);
  select.value = value;
  return select;
}

/**
 * @param {Wanted} field
 * @param {string} id
 * @param {string} value
 * @param {Lists[string]} offered
 */
function line({ control }, id, value, offered) {
  const spellcheck = control === "words";
  const input = made("input", {
    id,
    type: "text",
    className: "bench-input",
    value,
    autocomplete: "off",
    spellcheck,
  });
  if (offered.length) {
    const options = offered.map((one) => made("option", { value: one.value }, one.label));
    const list = made("datalist", { id: `${id}-list` }, ...options);
    input.setAttribute("list", list.id);
    queueMicrotask(() => input.after(list));
  }
  return input;
}

/**
 * Clauses are picked from the policy, by their words.
 * @param {HTMLInputElement} box
 * @param {() => Promise<Clause[]>} fetched
 */
export function clausePicker(box, fetched) {
  const found = made("ul", { className: "bench-clauses" });
  const label = "Words of the clause";
  const wanted = made("input", {
    type: "text",
    className: "bench-input",
    "aria-label": label,
    placeholder: label,
  });
  const details = made("details", {}, made("summary", {}, "Pick a clause from the policy"), wanted, found);
  /** @type {Clause[]} */
  let clauses = [];
  const list = () => {
    const words = wanted.value.toLowerCase();
    const near = clauses.filter((one) => `${one.number} ${one.words}`.toLowerCase().includes(words));
    const items = near.map((one) =>
      made(
        "li",
        {},
        button(`${one.number} ${short(one.words)}`, () => pick(one.number), { className: "bench-go" }),
      ),
    );
    found.replaceChildren(...(items.length ? items : [made("li", {}, "No clause has these words.")]));
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
    clauses = await fetched();
    list();
  });
  wanted.addEventListener("input", list);
  return details;
}

/** @param {string} words those of a clause, of which the first tell it from others */
function short(words) {
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}…` : words;
}
