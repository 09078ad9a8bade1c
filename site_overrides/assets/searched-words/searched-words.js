// On a page that a search has found, the words that were looked for are marked. The page's own elements stay as they
// are, so that nothing that runs in it is disturbed.
import { isAskedFor } from "../page/features.js";
import { showTabsAround } from "../tabs/tabs.js";

const WORDS = "h";

/**
 * Let the page that a result leads to know what was looked for.
 * @param {URL} address
 * @param {string} query
 */
export function sayWhatWasSearched(address, query) {
  if (isAskedFor("search.highlight")) address.searchParams.set(WORDS, query);
  return address;
}

export function showWhatWasSearched() {
  const address = new URL(location.href);
  const pattern = anyOf(address.searchParams.get(WORDS) ?? "");
  if (!pattern || !isAskedFor("search.highlight")) return;
  // The address is copied and kept: it is to be the page's own.
  address.searchParams.delete(WORDS);
  history.replaceState(history.state, "", address);
  const main = document.querySelector("main");
  const found = main && "highlights" in CSS ? rangesOf(main, pattern) : [];
  if (found[0] === undefined) return;
  CSS.highlights.set("searched", new Highlight(...found));
  if (!location.hash) bringIntoSight(found[0].startContainer.parentElement);
}

/**
 * What finds every word that begins with one of those in a query, as far as it is the same.
 * @param {string} query
 * @returns {RegExp | undefined} nothing where there is no word in the query
 */
export function anyOf(query) {
  const words = query.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "giu") : undefined;
}

/**
 * @param {Element} within
 * @param {RegExp} pattern
 */
function rangesOf(within, pattern) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    for (const found of text.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(text, found.index);
      range.setEnd(text, found.index + found[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** @param {Element | null} element */
function bringIntoSight(element) {
  if (!element) return;
  showTabsAround(element);
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  element.scrollIntoView({ block: "nearest" });
}
