// What the first answers lead to, made with the site: the reader need not wait for Python.

import { fetchText } from "../page/fetch-text.js";

/**
 * @param {string} address
 * @param {{ root?: string, digest?: string }} page the way from the page to the site's root, for which the table
 *   has a mark, and the digest of what the page was made of
 * @returns {Promise<Record<string, import("./engine.js").View>>} views by the answers that lead to them; none where
 *   they were made of something else
 */
export async function fetchAhead(address, page) {
  const { digest, views } = JSON.parse((await fetchText(address)).replaceAll("{root}", page.root ?? ""));
  return digest === page.digest ? views : {};
}

/**
 * The name under which the table holds what `picked` at `node` leads to, after `answers`.
 * @param {import("./engine.js").Answers} answers
 * @param {string} node
 * @param {string[]} picked
 */
export function keyOf(answers, node, picked) {
  const given = { ...answers, [node]: [...picked].sort() };
  // By their ids, since browsers keep ids such as `2` in an order of their own.
  return JSON.stringify(Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1)));
}
