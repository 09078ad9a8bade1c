/**
 * Searching without a library: a policy site is small, so a plain look at every section is quicker than
 * fetching and building an index, and a reader can be told exactly why something was found.
 *
 * @typedef {import("./search-index.js").Section} Section
 * @typedef {import("./search-index.js").Kind} Kind
 * @typedef {{location: string, title: string, about: string, excerpt: import("./search-excerpt.js").Part[]}} Found
 * @typedef {{kind: Kind, found: Found[]}} Group
 * @typedef {{respelled: string, groups: Group[]}} Answer with the words looked for instead, if any stands nowhere
 * @typedef {{pattern: RegExp, weight: number, held: Map<Section, number>}} Word
 */
import { asPrinted, isName } from "../clauses/clause-names.js";
import { excerpt } from "./search-excerpt.js";
import { spelled } from "./search-spelling.js";

/** @type {Record<Kind, number>} How many of a kind are shown. */
const MOST = { procedure: 10, policy: 10, page: 5, apart: 5 };
/** @type {Kind[]} What to do comes first: who searches in a hurry reads no further than the top. */
const IN_ORDER = ["procedure", "policy", "page", "apart"];
/** @type {Kind[]} Who writes the number of a clause wants that clause. */
const FOR_A_CLAUSE = ["policy", "procedure", "page", "apart"];
/** What a word in a title counts for, beside one in the text. */
const TITLE = 4;
/** What it counts for beyond that where it stands there whole: “threat”, and not “threatening”. */
const WHOLE = 1;
const OFTEN = 3;
/** Where nothing holds every word: the share of the best one's worth that makes another worth showing. */
const ENOUGH = 0.6;

/**
 * What holds every word, the best first; where nothing does, what holds some, rare words before common ones.
 * A word that stands nowhere is taken for the nearest that does.
 * @param {Section[]} index
 * @param {string} query
 * @returns {Answer}
 */
export function find(index, query) {
  const asked = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}.’'()-]+/u)
    .filter(Boolean);
  const words = asked.map(asPrinted);
  const known = words.map((word) => (looked(index, word).held.size ? word : (spelled(index, word) ?? word)));
  const all = known.map((word) => looked(index, word)).filter(({ held }) => held.size > 0);
  const some = new Set(all.flatMap(({ held }) => [...held.keys()]));
  const whole = [...some].filter((section) => all.every(({ held }) => held.has(section)));
  const ranked = (whole.length ? whole : [...some])
    .map((section) => ({ section, score: score(section, all) }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score: worth }, _, [best]) => whole.length > 0 || worth >= ENOUGH * (best?.score ?? 0));
  const order = asked.some(isNumber) || (asked.length === 1 && asked.every(isName)) ? FOR_A_CLAUSE : IN_ORDER;
  const respelled = known.some((word, place) => word !== words[place]) ? known.join(" ") : "";
  const kinds = grouped(
    ranked.map(({ section }) => section),
    all,
    index,
  );
  return { respelled, groups: order.flatMap((kind) => kinds.get(kind) ?? []) };
}

/**
 * Whether a word names a clause and is no word or figure like any other: "2.4", but not "3".
 * @param {string} word
 */
function isNumber(word) {
  return isName(word) && /[^\p{L}\p{N}]/u.test(word);
}

/**
 * Where a word stands, and what it is worth: the fewer sections hold it, the more.
 * @param {Section[]} index
 * @param {string} word
 * @returns {Word}
 */
function looked(index, word) {
  const pattern = beginning(escaped(word));
  const whole = new RegExp(`${pattern.source}(?!\\p{L})`, "iu");
  // Whoever has these letters nowhere need not be looked at closely, and that is nearly every section.
  const letters = /^[\p{L}\p{N}]*/u.exec(word)?.[0] ?? "";
  /** @type {Map<Section, number>} */
  const held = new Map();
  for (const section of index) {
    if (!section.raw.includes(letters)) continue;
    const times = Math.min(section.text.match(pattern)?.length ?? 0, OFTEN);
    const titled = (section.title.search(pattern) >= 0 ? TITLE : 0) + (whole.test(section.title) ? WHOLE : 0);
    const value = times + titled;
    if (value) held.set(section, value);
  }
  return { pattern, weight: Math.log(1 + index.length / (held.size || 1)), held };
}

/**
 * A clause counts as if its title held the words: it is the policy's own, and others quote it.
 * @param {Section} section
 * @param {Word[]} words
 */
function score(section, words) {
  const own = section.clause ? TITLE : 0;
  return words.reduce((sum, { weight, held }) => {
    const value = held.get(section);
    return sum + (value ? weight * (value + own) : 0);
  }, 0);
}

/**
 * The best of each kind; a procedure is one thing, whichever part was found.
 * @param {Section[]} ranked
 * @param {Word[]} words
 * @param {Section[]} index
 * @returns {Map<Kind, Group>}
 */
function grouped(ranked, words, index) {
  /** @type {Map<Kind, Section[]>} */
  const kinds = new Map();
  for (const section of ranked) {
    const same = kinds.get(section.kind) ?? [];
    kinds.set(section.kind, same);
    if (same.length < MOST[section.kind] && !same.some((better) => isSaidBy(better, section)))
      same.push(section);
  }
  const best = (/** @type {Section[]} */ found) => found.map((section) => shown(section, words, index));
  return new Map([...kinds].map(([kind, found]) => [kind, { kind, found: best(found) }]));
}

/**
 * Whether a reader who was shown one section need not be shown another: it is of the same procedure, or
 * it is the part of a policy in which a clause stands that she was shown.
 * @param {Section} better
 * @param {Section} section
 */
function isSaidBy(better, section) {
  if (better.pageLocation !== section.pageLocation) return false;
  return (
    section.kind === "procedure" || (better.clause && !section.clause && section.text.includes(better.text))
  );
}

/**
 * A procedure is begun at its beginning, which says when to use it, whichever part of it was found.
 * @param {Section} section
 * @param {Word[]} words
 * @param {Section[]} index
 * @returns {Found}
 */
function shown(section, words, index) {
  const first = index.find(({ location }) => location === section.pageLocation);
  const { location, title, page, text } = section.kind === "procedure" && first ? first : section;
  return { location, title, about: page === title ? "" : page, excerpt: excerpt(text, words) };
}

/**
 * Words count where a word begins: "age" finds "aged" and not "message", "2.4" does not find "12.4" or "2.41".
 * @param {string} words a pattern
 */
function beginning(words) {
  return new RegExp(`(?<![\\p{L}\\p{N}.])${words}${/\d$/.test(words) ? "(?!\\d)" : ""}`, "giu");
}

/** @param {string} word */
function escaped(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
