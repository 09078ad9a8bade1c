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
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of table.tBodies[0]?.rows ?? []) {
    const text = (row.textContent ?? "").toLowerCase();
    row.hidden = !wanted.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  return shown;
}

/** @param {number} shown */
function counted(shown) {
  if (shown === 0) return "No rows";
  return shown === 1 ? "1 row" : `${shown} rows`;
}
