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
 * A box with its label and its hint, and what helps to fill it in.
 * @param {Wanted} field
 * @param {{ id: string, value: string, lists: Lists, wrong?: Node | false, clauses: () => Promise<Clause[]> }} given
 */
export function fieldFor(field, { id, value, lists, wrong = false, clauses }) {
  const box = boxFor(field, id, value, lists);
  const hint = field.hint && made("p", { id: `${id}-hint`, className: "bench-hint" }, field.hint);
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  if (described) box.setAttribute("aria-describedby", described);
  if (wrong) box.setAttribute("aria-invalid", "true");
  const element = made(
    "div",
    { className: "bench-field", data: { key: id } },
    made("label", { htmlFor: id }, labelOf(field)),
    hint,
    wrong,
    box,
    box.hasAttribute("list") && listFor(field, id, lists),
    field.control === "clauses" && clausePicker(id, clauses),
  );
  return { element, box };
}

/**
 * @param {Wanted} field
 * @param {string} id
 * @param {string} value
 * @param {Lists} lists
 * @returns {Box}
 */
function boxFor(field, id, value, lists) {
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
function labelOf({ label, optional }) {
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
  if (offered.length) input.setAttribute("list", `${id}-list`);
  return input;
}

/**
 * @param {Wanted} field
 * @param {string} id
 * @param {Lists} lists
 */
function listFor({ offers }, id, lists) {
  const options = (lists[offers] ?? []).map((one) => made("option", { value: one.value }, one.label));
  return made("datalist", { id: `${id}-list` }, ...options);
}

/**
 * Clauses are picked from the policy, by their words.
 * @param {string} id that of the box that takes their numbers
 * @param {() => Promise<Clause[]>} fetched
 */
function clausePicker(id, fetched) {
  const found = made("ul", { className: "bench-clauses" });
  const label = "Words of the clause";
  const wanted = made("input", {
    type: "text",
    className: "bench-input",
    "aria-label": label,
    placeholder: label,
  });
  const summary = made("summary", {}, "Pick a clause from the policy");
  const details = made("details", { data: { own: "", key: `${id}-picker` } }, summary, wanted, found);
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
    const box = /** @type {HTMLInputElement} */ (document.getElementById(id));
    const cited = box.value
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
    if (!cited.includes(number)) box.value = [...cited, number].join(", ");
    box.dispatchEvent(new Event("change"));
  };
  details.addEventListener("toggle", async () => {
    if (!details.open) return;
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
