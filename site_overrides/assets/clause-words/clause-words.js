// The words of the clause that a link leads to. The site publishes them beside each policy.

import { fetchText } from "../page/fetch-text.js";
import { IS_FROM_FOLDER } from "../page/from-folder.js";

/** How long a reader waits for words in place before the link leads to the policy, in milliseconds. */
const PATIENCE = 5_000;

/** @typedef {{ label: string, text: string, items?: string[] }} Words */

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * @param {HTMLAnchorElement} link
 * @returns {Promise<Words | undefined>} nothing where the link does not lead to a clause
 */
export async function wordsOf(link) {
  const url = new URL(link.href);
  if (IS_FROM_FOLDER || url.origin !== location.origin) return undefined;
  const base = new URL(document.documentElement.dataset.base ?? ".", location.href).href.replace(/\/?$/, "/");
  const page = url.href.split("#", 1)[0] ?? "";
  /** @type {{ page: string }[]} */
  const policies = await read(`${base}policies.json`);
  if (!policies.some((policy) => base + policy.page === page)) return undefined;
  return (await read(`${page}previews.json`))[decodeURIComponent(url.hash.slice(1))];
}

/**
 * The words as a procedure on this page quotes them, for a reader whose line is dead.
 * @param {HTMLAnchorElement} link
 * @returns {Words | undefined} nothing where they are not quoted
 */
export function quotedWords(link) {
  const sources = [...document.querySelectorAll("main .ct-clause > .ct-source a")];
  const source = sources.find((one) => one instanceof HTMLAnchorElement && one.href === link.href);
  const quoted = [...(source?.closest(".ct-clause")?.childNodes ?? [])];
  if (!source) return undefined;
  const text = quoted
    .filter((node) => !node.contains(source))
    .map((node) => node.textContent)
    .join("")
    .trim();
  return { label: source.textContent ?? "", text };
}

/**
 * What the clause is called, and what it says.
 * @param {Words} words
 * @returns {[HTMLElement, HTMLElement]}
 */
export function wordsShown({ label, text, items = [] }) {
  const name = document.createElement("strong");
  name.textContent = label.charAt(0).toUpperCase() + label.slice(1);
  const said = document.createElement("div");
  said.append(text);
  if (items.length) said.append(listOf(items));
  return [name, said];
}

/** @param {string[]} items */
function listOf(items) {
  const list = document.createElement("ul");
  for (const item of items) list.appendChild(document.createElement("li")).textContent = item;
  return list;
}

/**
 * Fetched once; after a failure the next link tries again, since the line may have come back.
 * @param {string} address
 * @returns {Promise<any>}
 */
function read(address) {
  const asked = fetched.get(address) ?? fetchText(address, PATIENCE).then((text) => JSON.parse(text));
  fetched.set(address, asked);
  asked.catch(() => fetched.delete(address));
  return asked;
}
