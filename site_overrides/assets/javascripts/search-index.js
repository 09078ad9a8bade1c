/**
 * Searching without a library: a policy site is small, so a plain look at every section is quicker than
 * fetching and building an index, and a reader can be told exactly why something was found.
 *
 * @typedef {{location: string, title: string, page: string, text: string, haystack: string, bonus: number}} Section
 * @typedef {{text: string, hit: boolean}} Part
 * @typedef {{location: string, title: string, page: string, excerpt: Part[]}} Found
 */

const MOST = 30;
const AROUND = 90;
/** The policy's own words come before procedures that quote them: as much as a word in the title. */
const CLAUSE_FIRST = 10;

/**
 * @param {URL} base the site's root
 * @param {string | undefined} clauseList the address of clauses.json from the root, where there is one
 * @returns {Promise<Section[] | null>} null when the index cannot be had
 */
export async function readIndex(base, clauseList) {
  try {
    const [pages, list] = await Promise.all([
      read(new URL("search/search_index.json", base)),
      clauseList ? read(new URL(clauseList, base)) : { clauses: [] },
    ]);
    return [...clauses(list.clauses, pages.docs), ...sections(pages.docs)];
  } catch {
    return null;
  }
}

/** @param {URL} address */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response.json();
}

/**
 * Every numbered clause is found by itself, and leads to its own anchor.
 * @param {{kind: string, label: string, number: string | null, text: string, url: string}[]} list
 * @param {{location: string, title: string}[]} docs
 * @returns {Section[]}
 */
export function clauses(list, docs) {
  return list.filter((clause) => clause.number && clause.kind !== "heading").map((clause) => {
    const title = clause.label.charAt(0).toUpperCase() + clause.label.slice(1);
    const [address = "", anchor = ""] = clause.url.split("#", 2);
    const page = docs.find((doc) => doc.location !== "" && address.endsWith(doc.location));
    return {
      // The list may name the site's official address; a reader of a preview or a copy stays where she is.
      location: page ? `${page.location}#${anchor}` : clause.url,
      title,
      page: page ? plain(page.title) : "",
      text: clause.text,
      haystack: `${title} ${clause.text}`.toLowerCase(),
      bonus: CLAUSE_FIRST,
    };
  });
}

/**
 * @param {{location: string, title: string, text: string}[]} docs as MkDocs writes them
 * @returns {Section[]}
 */
export function sections(docs) {
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const doc of docs) if (!doc.location.includes("#")) pages.set(doc.location, plain(doc.title));
  return docs.map((doc) => {
    const title = plain(doc.title);
    const text = plain(doc.text);
    const page = pages.get(doc.location.split("#", 1)[0] ?? "") ?? "";
    return { location: doc.location, title, page, text, haystack: `${title} ${text}`.toLowerCase(), bonus: 0 };
  });
}

/**
 * Sections that hold every word of the query, the best first; where there are none, those that hold some.
 * @param {Section[]} index
 * @param {string} query
 * @returns {Found[]}
 */
export function find(index, query) {
  const words = query.toLowerCase().split(/[^\p{L}\p{N}.’'()-]+/u).filter(Boolean);
  if (words.length === 0) return [];
  const patterns = words.map((word) => beginning(escaped(word)));
  const any = beginning(words.map(escaped).join("|"));
  const held = (/** @type {Section} */ section) =>
    patterns.filter((pattern) => section.haystack.search(pattern) >= 0).length;
  const whole = index.filter((section) => held(section) === patterns.length);
  return (whole.length ? whole : index.filter((section) => held(section) > 0))
    .map((section) => ({ section, score: score(section, patterns) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ section }) => ({
      location: section.location,
      title: section.title,
      page: section.page,
      excerpt: excerpt(section.text, any),
    }));
}

/**
 * Words count where a word begins: "age" finds "aged" and not "message", "2.4" does not find "12.4".
 * @param {string} words a pattern
 */
function beginning(words) {
  return new RegExp(`(?<![\\p{L}\\p{N}.])(${words})`, "giu");
}

/**
 * A word in the title counts most, and then how often the words come.
 * @param {Section} section
 * @param {RegExp[]} patterns
 */
function score(section, patterns) {
  let total = section.bonus;
  for (const pattern of patterns) {
    if (section.title.search(pattern) >= 0) total += 10;
    total += Math.min(section.haystack.match(pattern)?.length ?? 0, 5);
  }
  return total;
}

/**
 * The words around the first hit, cut at spaces, with every hit marked.
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {Part[]}
 */
function excerpt(text, pattern) {
  const at = Math.max(text.search(pattern), 0);
  const start = at <= AROUND ? 0 : text.indexOf(" ", at - AROUND) + 1;
  const stop = text.indexOf(" ", at + 2 * AROUND);
  const cut = text.slice(start, stop < 0 ? undefined : stop);
  const parts = cut.split(pattern).map((piece, place) => ({ text: piece, hit: place % 2 === 1 }));
  if (start > 0) parts.unshift({ text: "… ", hit: false });
  if (stop >= 0) parts.push({ text: " …", hit: false });
  return parts.filter((part) => part.text !== "");
}

/** @param {string} word */
function escaped(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * The index holds HTML. Its tags are taken out by a pattern, since what is left is only ever shown as text;
 * reading hundreds of sections as documents would hold up a phone for a second.
 * @param {string} html
 */
function plain(html) {
  const words = html.replace(/<\/(p|li|h\d|td|th|dt|dd|pre)>/g, " ").replace(/<[^>]*>/g, "");
  return (words.includes("&") ? decoded(words) : words).replace(/\s+/g, " ").trim();
}

/** @param {string} words with characters written as entities */
function decoded(words) {
  return new DOMParser().parseFromString(words, "text/html").body.textContent ?? "";
}
