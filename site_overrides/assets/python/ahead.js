// What the first answers lead to, made with the site: the reader need not wait for Python.

import { fetchText } from "./fetch-text.js";

/**
 * @param {string} address
 * @param {string} root the way from this page to the site's root, for which the table has a mark
 * @returns {Promise<Record<string, import("./engine.js").View>>} views by the answers that lead to them
 */
export async function fetchAhead(address, root) {
  return JSON.parse((await fetchText(address)).replaceAll("{root}", root));
}

/**
 * The name under which the table holds what `picked` at `node` leads to, after `answers`.
 * @param {import("./engine.js").Answers} answers
 * @param {string} node
 * @param {string[]} picked
 */
export function keyOf(answers, node, picked) {
  return JSON.stringify({ ...answers, [node]: [...picked].sort() });
}
