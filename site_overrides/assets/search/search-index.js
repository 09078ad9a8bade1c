import { learn } from "../clauses/clause-names.js";
import { fetchText } from "../page/fetch-text.js";

/**
 * What can be found: every section of every page, and every numbered clause by itself.
 *
 * @typedef {"procedure" | "policy" | "page" | "apart"} Kind
 * @typedef {{kind: string, label: string, number: string | null, names: string | null, text: string, url: string}} ListedClause
 * @typedef {{location: string, title: string, text: string}} Doc a section, as MkDocs writes it
 */

/** One place that can be found. Its words are made plain when somebody asks: of most, nobody does. */
export class Section {
  /** @type {string | undefined} */
  #plain;
  #html;

  /**
   * @param {Kind} kind
   * @param {string} location from the site's root
   * @param {string} title
   * @param {{location: string, title: string}} page
   * @param {string} html
   * @param {boolean} clause whether this is a clause of its own
   */
  constructor(kind, location, title, page, html, clause = false) {
    this.kind = kind;
    this.location = location;
    this.title = title;
    this.page = page.title;
    this.pageLocation = page.location;
    this.clause = clause;
    this.#html = html;
    this.raw = `${title} ${html}`.toLowerCase();
  }

  get text() {
    this.#plain ??= plain(this.#html);
    return this.#plain;
  }
}

/**
 * @param {URL} base the site's root
 * @param {string | undefined} clauseList the address of clauses.json from the root, where there is one
 * @param {string[]} apart the folders of pages that are not for those who read the policy
 * @returns {Promise<Section[] | null>} null when the index cannot be had
 */
export async function readIndex(base, clauseList, apart = []) {
  try {
    const [pages, list] = await Promise.all([
      read("search/search_index.json", base),
      clauseList ? read(clauseList, base) : { clauses: [] },
    ]);
    learn(list.clauses);
    return indexOf(list.clauses, pages.docs, apart);
  } catch {
    return null;
  }
}

/**
 * A page that was opened from a folder can fetch nothing, and has a script with all that it needs.
 * @param {string} path from the site's root
 * @param {URL} base
 * @returns {Promise<any>}
 */
async function read(path, base) {
  const held = Reflect.get(globalThis, "searchedFiles");
  return held?.[path] ?? JSON.parse(await fetchText(new URL(path, base).href));
}

/**
 * @param {ListedClause[]} list
 * @param {Doc[]} docs
 * @param {string[]} apart
 */
export function indexOf(list, docs, apart = []) {
  return [...clauses(list, docs), ...sections(docs, list, apart)];
}

/**
 * Every numbered clause is found by itself, and leads to its own anchor.
 * @param {ListedClause[]} list
 * @param {Doc[]} docs
 * @returns {Section[]}
 */
function clauses(list, docs) {
  return list
    .filter((clause) => clause.number && clause.kind !== "heading")
    .map((clause) => {
      const title = clause.label.charAt(0).toUpperCase() + clause.label.slice(1);
      const [address = "", anchor = ""] = clause.url.split("#", 2);
      const page = docs.find((doc) => doc.location !== "" && address.endsWith(doc.location));
      // The list may name the site's official address; a reader of a preview or a copy stays where she is.
      const location = page ? `${page.location}#${anchor}` : clause.url;
      return new Section("policy", location, title, named(page, page?.location ?? address), clause.text, true);
    });
}

/**
 * @param {Doc[]} docs
 * @param {ListedClause[]} list
 * @param {string[]} apart
 * @returns {Section[]}
 */
function sections(docs, list, apart) {
  /** @type {Map<string, Doc>} */
  const pages = new Map();
  for (const doc of docs) if (!doc.location.includes("#")) pages.set(doc.location, doc);
  const policies = new Set(list.map((clause) => clause.url.split("#", 1)[0] ?? ""));
  /** @param {string} page @returns {Kind} */
  const kind = (page) => {
    if (page.startsWith("trees/")) return "procedure";
    if (page && [...policies].some((policy) => policy.endsWith(page))) return "policy";
    return apart.some((folder) => page.startsWith(folder)) ? "apart" : "page";
  };
  return docs.map((doc) => {
    const address = doc.location.split("#", 1)[0] ?? "";
    return new Section(
      kind(address),
      doc.location,
      plain(doc.title),
      named(pages.get(address), address),
      doc.text,
    );
  });
}

/**
 * @param {Doc | undefined} page
 * @param {string} location
 */
function named(page, location) {
  return { location, title: page ? plain(page.title) : "" };
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
