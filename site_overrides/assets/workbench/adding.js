// What can be added to a procedure in its form: a line to a card, and a card.

import { fieldFor, filledIn } from "./boxes.js";
import { whyNot } from "./form.js";
import { button, made } from "./made.js";

/**
 * @typedef {import("./boxes.js").Wanted & { key: string }} Wanted
 * @typedef {{ kind: string, title: string, fields: Wanted[] }} Add
 * @typedef {import("./form.js").FormView} FormView
 */

const ASKS = {
  one: "one answer of several",
  several: "any number of answers",
  number: "a number",
  money: "an amount of money",
  date: "a date",
};
const CARDS = {
  ...Object.fromEntries(
    Object.entries(ASKS).map(([asks, words]) => [`question ${asks}`, `A question: ${words}`]),
  ),
  step: "A step",
  outcome: "An outcome",
  route: "A way on by earlier answers",
  scenario: "A scenario",
  shared: "A shared block",
};

/**
 * @param {FormView} form
 * @param {import("./form.js").Card} card
 * @param {Add[]} adds
 */
export function adder(form, card, adds) {
  if (!adds.length) return undefined;
  const options = adds.map((add, at) => made("option", { value: String(at) }, add.title));
  const kind = made(
    "select",
    { id: `bench-add-${encodeURIComponent(card.path)}`, className: "bench-input" },
    ...options,
  );
  const place = made("div", {});
  const begin = () => {
    const add = adds[Number(kind.value)];
    if (add) place.replaceChildren(wanted(form, card, add));
    const first = place.querySelector("input, textarea, select");
    if (first instanceof HTMLElement) first.focus();
  };
  return made(
    "div",
    { className: "bench-adder", data: { own: "", key: "adder" } },
    made("label", { htmlFor: kind.id }, "Add to this"),
    made("div", { className: "bench-tools" }, kind, button("Add", begin)),
    place,
  );
}

/**
 * @param {FormView} form
 * @param {import("./form.js").Card} card
 * @param {Add} add
 */
function wanted(form, card, add) {
  const boxes = add.fields.map((field) => {
    const id = `bench-new-${encodeURIComponent(card.path)}-${field.key}`;
    return { field, ...fieldFor(field, { id, value: "", lists: form.lists, clauses: () => form.clauses() }) };
  });
  const put = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const filled = boxes.map(({ field, box }) => [field.key, filledIn(box)]).filter(([, value]) => value);
    const values = Object.fromEntries(filled);
    const outcome = await form.carryOut({ do: "add-item", card: card.path, kind: add.kind, values });
    if (outcome?.done) asks.remove();
    else if (outcome) refused.textContent = whyNot(outcome);
  };
  // Beside the boxes, which stay as they were filled in.
  const refused = made("p", { className: "bench-refused", role: "alert" });
  const asks = made(
    "form",
    { className: "bench-item", on: { submit: put } },
    ...boxes.map(({ element }) => element),
    refused,
    made("button", { type: "submit", className: "bench-button" }, `Put it in: ${add.title}`),
  );
  return asks;
}

/** @param {FormView} form */
export function newCard(form) {
  const options = Object.entries(CARDS).map(([value, words]) => made("option", { value }, words));
  const kind = made("select", { id: "bench-new-kind", className: "bench-input" }, ...options);
  const words = made("input", { id: "bench-new-words", className: "bench-input", autocomplete: "off" });
  const answers = made("textarea", { id: "bench-new-answers", className: "bench-input", rows: 3 });
  const put = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const [what = "", asks] = kind.value.split(" ");
    const offered = answers.value
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean);
    const after = form.last?.path;
    const outcome = await form.carryOut({
      do: "add-card",
      kind: what,
      words: words.value,
      ...(asks ? { asks, answers: offered } : {}),
      ...(after ? { after } : {}),
    });
    if (outcome?.done) words.value = answers.value = "";
    refused.textContent = outcome && !outcome.done ? whyNot(outcome) : "";
  };
  const refused = made("p", { className: "bench-refused", role: "alert" });
  return made(
    "form",
    { className: "bench-item", data: { own: "", key: "new" }, on: { submit: put } },
    made("h3", {}, "Add to the procedure"),
    made("label", { htmlFor: kind.id }, "What"),
    kind,
    made("label", { htmlFor: words.id }, "Its words"),
    words,
    made("label", { htmlFor: answers.id }, "The answers of a question, each on a line of its own"),
    answers,
    made("p", { className: "bench-hint" }, "It is put behind the card that was opened last."),
    refused,
    made("button", { type: "submit", className: "bench-button" }, "Add it"),
  );
}
