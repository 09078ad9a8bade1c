// A clause has one name in print and one in an address; people write something between the two. The build says
// every name of each: what a number looks like is known there, and nowhere here.

/** @typedef {{number: string | null, names: string | null, url: string}} NamedClause */

/** @type {Map<string, {printed: string, anchors: Set<string>}>} */
const known = new Map();

/**
 * Learn the names of clauses. A name that several have is that of the first; it leads to each one's anchor.
 * @param {NamedClause[]} clauses
 */
export function learn(clauses) {
  for (const { number, names, url } of clauses) {
    for (const name of names?.split(" ") ?? []) {
      const same = known.get(name) ?? { printed: (number ?? "").toLowerCase(), anchors: new Set() };
      known.set(name, same);
      same.anchors.add(url.split("#", 2)[1] ?? "");
    }
  }
}

/** @param {string} name whatever signs it is written with */
function found(name) {
  return known.get(name) ?? known.get(hyphened(name));
}

/** @param {string} word */
export function isName(word) {
  return found(word) !== undefined;
}

/**
 * Which anchors clauses of this name have: "2.4" may be called "c2-4" in one policy and otherwise in another.
 * @param {string} words
 * @returns {string[]}
 */
export function asAnchors(words) {
  return [...(found(words)?.anchors ?? [])];
}

/**
 * "c2-13" and "2.3a" are what clauses "2.13" and "2.3(a)" are called elsewhere.
 * @param {string} word
 */
export function asPrinted(word) {
  return found(word)?.printed ?? word;
}

/**
 * A name as it might stand in an address, whatever signs it was written with.
 * @param {string} words
 */
export function hyphened(words) {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join("-");
}
