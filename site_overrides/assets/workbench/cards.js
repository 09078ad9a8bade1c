// The cards of a form, as they are drawn. What somebody does with them, the form carries out.

import { adder } from "./adding.js";
import { fieldFor, filledIn } from "./boxes.js";
import { button, made } from "./made.js";

/**
 * @typedef {import("./boxes.js").Field} Field
 * @typedef {import("./form.js").FormView} FormView
 * @typedef {{ path: string, kind: string, title: string, span: [number, number], fields: Field[] }} Item
 * @typedef {Item & { asks: string, id: string, items: Item[] }} Card
 */

/** What takes any words, half a sentence too. */
const OF_WORDS = ["words", "markdown"];

/**
 * @param {FormView} form
 * @param {Card} card
 * @param {import("./adding.js").Add[]} adds
 */
export function cardFor(form, card, adds) {
  const count = form.countWithin(card.path);
  const wrong = count > 0 && made("span", { className: "bench-marks" }, `${count} wrong`);
  const summary = made("summary", { data: { path: card.path }, draggable: true }, card.title, wrong);
  const details = made(
    "details",
    { className: "bench-card", open: form.isOpen(card.path), data: { card: card.path } },
    summary,
    wrongWith(form, card.path),
    made(
      "div",
      { className: "bench-fields" },
      ...card.fields.map((field) => fieldIn(form, field)),
      ...card.items.map((item) => itemFor(form, item)),
    ),
    adder(form, card, adds),
    card.kind !== "tree" && moversOf(form, card.path, card.title),
  );
  details.addEventListener("toggle", () => form.opened(card.path, details.open));
  drag(form, summary, details, card.path);
  return details;
}

/**
 * @param {FormView} form
 * @param {Item} item
 */
function itemFor(form, item) {
  return made(
    "fieldset",
    { className: "bench-item", data: { path: item.path } },
    made("legend", {}, item.title),
    wrongWith(form, item.path),
    ...item.fields.map((field) => fieldIn(form, field)),
    moversOf(form, item.path, item.title),
  );
}

/**
 * @param {FormView} form
 * @param {Field} field
 */
function fieldIn(form, field) {
  const id = `bench-field-${encodeURIComponent(field.path)}`;
  const { element, box } = fieldFor(field, {
    id,
    value: form.valueOf(field),
    lists: form.lists,
    wrong: wrongWith(form, field.path, `${id}-wrong`),
    clauses: () => form.clauses(),
  });
  box.dataset.path = field.path;
  if (OF_WORDS.includes(field.control)) box.dataset.words = "";
  box.addEventListener("change", () => void form.fill(field.path, filledIn(box)));
  return element;
}

/**
 * What is wrong with a field, a line or a card itself, and the buttons that mend it.
 * @param {FormView} form
 * @param {string} path
 * @param {string} [id]
 */
export function wrongWith(form, path, id = "") {
  const said = form.wrongWith(path);
  if (!said.length) return false;
  const words = said.map((one) => made("p", {}, [one.said, one.hint].filter(Boolean).join(" ")));
  const mends = said.flatMap((one) => one.mends);
  const mender = (/** @type {import("./form.js").Mend} */ mend) =>
    button(mend.title.replaceAll("`", ""), () => void form.mend(path, mend), {
      className: "bench-button bench-button--small",
      data: { key: JSON.stringify(mend) },
    });
  return made(
    "div",
    { className: "bench-wrong", data: { key: "wrong" } },
    made("div", { id, data: { key: "words" } }, ...words),
    mends.length > 0 && made("div", { className: "bench-tools" }, ...mends.map(mender)),
  );
}

/**
 * @param {FormView} form
 * @param {string} path
 * @param {string} title
 */
function moversOf(form, path, title) {
  const does = (/** @type {string} */ words, /** @type {string} */ what) =>
    button(words, () => void form.carryOut({ do: what, path }), {
      "aria-label": `${words}: ${title}`,
      className: "bench-button bench-button--small",
      data: { does: `${what} ${path}` },
    });
  return made(
    "div",
    { className: "bench-tools", data: { key: "movers" } },
    does("Move up", "move-up"),
    does("Move down", "move-down"),
    does("Remove", "remove"),
  );
}

/**
 * Cards can be dragged; by keyboard they move with their buttons.
 * @param {FormView} form
 * @param {HTMLElement} handle
 * @param {HTMLElement} card
 * @param {string} path
 */
function drag(form, handle, card, path) {
  handle.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", path));
  card.addEventListener("dragover", (event) => event.preventDefault());
  card.addEventListener("drop", (event) => {
    event.preventDefault();
    const moved = event.dataTransfer?.getData("text/plain") ?? "";
    if (moved && moved !== path) void form.carryOut({ do: "move-before", path: moved, before: path });
  });
}
