// A clause has one name in print and one in an address; people write something between the two.

/**
 * "2.4" and "2.3(a)" are what "c2-4" and "c2-3-a" are called in print.
 * @param {string} words
 */
export function asAnchor(words) {
  const found = /^c?(\d+(?:[.-]\d+)+)[.(-]?([a-z])?\)?$/.exec(words);
  return found ? `c${found[1]?.replaceAll(".", "-")}${found[2] ? `-${found[2]}` : ""}` : "";
}

/**
 * "c2-13" and "2.3a" are what clauses "2.13" and "2.3(a)" are called elsewhere.
 * @param {string} word
 */
export function asPrinted(word) {
  const [, first, second, letter] = /^c?(\d+)[.-](\d+)[.(-]?([a-z])?\)?$/.exec(word) ?? [];
  return first ? `${first}.${second}${letter ? `(${letter})` : ""}` : word;
}
