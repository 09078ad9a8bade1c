import { announce } from "../page/announce.js";

/** Put a box above every table marked `data-filter`, which leaves only the rows that hold its words. */
export function offerFilters() {
  for (const [index, table] of document.querySelectorAll("table[data-filter]").entries()) {
    if (table instanceof HTMLTableElement) addFilter(table, `filter-${index}`);
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {string} id
 */
function addFilter(table, id) {
  const box = document.createElement("div");
  box.className = "filter";
  const label = document.createElement("label");
  label.htmlFor = id;
  label.textContent = table.dataset.filter || "Show only rows with these words";
  const input = document.createElement("input");
  input.id = id;
  input.type = "search";
  input.className = "search-input";
  input.autocomplete = "off";
  box.append(label, input);
  table.before(box);
  let waiting = 0;
  input.addEventListener("input", () => {
    const shown = filterRows(table, input.value);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => announce(counted(shown)), 600);
  });
}

/**
 * @param {HTMLTableElement} table
 * @param {string} words
 * @returns {number} how many rows are left
 */
function filterRows(table, words) {
  let shown = 0;
  for (const row of table.tBodies[0]?.rows ?? []) {
    row.hidden = !holds(row.textContent ?? "", words);
    if (!row.hidden) shown += 1;
  }
  return shown;
}

/**
 * Whether a text holds each of some words, or parts of words, wherever they stand in it.
 * @param {string} text
 * @param {string} words
 */
export function holds(text, words) {
  const held = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word));
}

/** @param {number} shown */
export function counted(shown) {
  if (shown === 0) return "No rows";
  return shown === 1 ? "1 row" : `${shown} rows`;
}
