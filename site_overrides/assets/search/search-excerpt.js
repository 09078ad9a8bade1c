/**
 * @typedef {import("./search-find.js").Word} Word
 * @typedef {{text: string, hit: boolean}} Part
 */

const AROUND = 90;

/**
 * The words around the first of the rarest word, cut at spaces, with every word marked.
 * @param {string} text
 * @param {Word[]} words
 * @returns {Part[]}
 */
export function excerpt(text, words) {
  const rarest = [...words]
    .sort((a, b) => b.weight - a.weight)
    .find(({ pattern }) => text.search(pattern) >= 0);
  const at = rarest ? text.search(rarest.pattern) : 0;
  const start = at <= AROUND ? 0 : text.indexOf(" ", at - AROUND) + 1;
  const stop = text.indexOf(" ", at + 2 * AROUND);
  const any = new RegExp(words.map(({ pattern }) => pattern.source).join("|"), "giu");
  const parts = marked(text.slice(start, stop < 0 ? undefined : stop), any);
  if (start > 0) parts.unshift({ text: "… ", hit: false });
  if (stop >= 0) parts.push({ text: " …", hit: false });
  return parts.filter((part) => part.text !== "");
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {Part[]}
 */
function marked(text, pattern) {
  /** @type {Part[]} */
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ text: text.slice(done, match.index), hit: false }, { text: match[0], hit: true });
    done = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(done), hit: false }];
}
