/**
 * Searching without a library: a policy site is small, so a plain look at every section is quicker than
 * fetching and building an index, and a reader can be told exactly why something was found.
 *
 * @typedef {{location: string, title: string, page: string, text: string, haystack: string}} Section
 * @typedef {{text: string, hit: boolean}} Part
 * @typedef {{location: string, title: string, page: string, excerpt: Part[]}} Found
 */

const MOST = 30;
const AROUND = 90;

/**
 * @param {URL} base the site's root
 * @returns {Promise<Section[] | null>} null when the index cannot be had
 */
export async function readIndex(base) {
  try {
    const response = await fetch(new URL("search/search_index.json", base));
    if (!response.ok) return null;
    return sections((await response.json()).docs);
  } catch {
    return null;
  }
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
    return { location: doc.location, title, page, text, haystack: `${title} ${text}`.toLowerCase() };
  });
}

/**
 * Sections that hold every word of the query, the best first.
 * @param {Section[]} index
 * @param {string} query
 * @returns {Found[]}
 */
export function find(index, query) {
  const words = query.toLowerCase().split(/[^\p{L}\p{N}.’'()-]+/u).filter(Boolean);
  if (words.length === 0) return [];
  return index
    .filter((section) => words.every((word) => section.haystack.includes(word)))
    .map((section) => ({ section, score: score(section, words) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ section }) => ({
      location: section.location,
      title: section.title,
      page: section.page,
      excerpt: excerpt(section.text, words),
    }));
}

/**
 * A word in the title counts most; a word that begins where a word begins counts more than one inside.
 * @param {Section} section
 * @param {string[]} words
 */
function score(section, words) {
  const title = section.title.toLowerCase();
  let total = 0;
  for (const word of words) {
    if (title.includes(word)) total += 10;
    if (` ${section.haystack}`.includes(` ${word}`)) total += 4;
    total += Math.min(section.haystack.split(word).length - 1, 5);
  }
  return total;
}

/**
 * The words around the first hit, cut at spaces, with every hit marked.
 * @param {string} text
 * @param {string[]} words
 * @returns {Part[]}
 */
function excerpt(text, words) {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0), text.length);
  const at = first === text.length ? 0 : first;
  const start = at <= AROUND ? 0 : text.indexOf(" ", at - AROUND) + 1;
  const stop = text.indexOf(" ", at + 2 * AROUND);
  const cut = text.slice(start, stop < 0 ? undefined : stop);
  const pattern = new RegExp(`(${words.map(escaped).join("|")})`, "giu");
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
 * The index holds HTML; a document that is never shown turns it into words safely.
 * @param {string} html
 */
function plain(html) {
  const spaced = html.replace(/<\/(p|li|h\d|td|th|dt|dd|pre)>/g, " $&");
  const words = new DOMParser().parseFromString(spaced, "text/html").body.textContent ?? "";
  return words.replace(/\s+/g, " ").trim();
}
