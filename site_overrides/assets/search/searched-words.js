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
  const words = (address.searchParams.get(WORDS) ?? "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (words.length === 0 || !isAskedFor("search.highlight")) return;
  // The address is copied and kept: it is to be the page's own.
  address.searchParams.delete(WORDS);
  history.replaceState(history.state, "", address);
  const main = document.querySelector("main");
  const found = main && "highlights" in CSS ? rangesOf(main, words) : [];
  if (found[0] === undefined) return;
  CSS.highlights.set("searched", new Highlight(...found));
  if (!location.hash) bringIntoSight(found[0].startContainer.parentElement);
}

/**
 * Every word in `within` that begins with one of `words`, as far as it is the same.
 * @param {Element} within
 * @param {string[]} words
 */
function rangesOf(within, words) {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "giu");
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
