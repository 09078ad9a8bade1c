import { distance } from "../nearest/distance.js";

/** @typedef {import("./search-index.js").Section} Section */

const SHORTEST = 4;
/** @type {WeakMap<Section[], Set<string>>} */
const WORDS = new WeakMap();

/**
 * The word nearest to one that stands nowhere: of the policy and the procedures, and as long, within two letters.
 * The first letter is seldom what is wrong: “stalking” is not “taking”.
 * @param {Section[]} index
 * @param {string} word
 * @returns {string | undefined}
 */
export function spelled(index, word) {
  if (word.length < SHORTEST || /\d/.test(word)) return undefined;
  const near = word.length < 7 ? 1 : 2;
  let best;
  let least = near + 1;
  for (const other of wordsOf(index)) {
    if (other[0] !== word[0] || Math.abs(other.length - word.length) > near) continue;
    const far = distance(word, other);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** @param {Section[]} index */
function wordsOf(index) {
  const known = WORDS.get(index);
  if (known) return known;
  const read = index.filter(({ kind }) => kind === "policy" || kind === "procedure");
  const words = new Set(
    read.flatMap(({ title, text }) => `${title} ${text}`.toLowerCase().match(/\p{L}{4,}/gu) ?? []),
  );
  WORDS.set(index, words);
  return words;
}
