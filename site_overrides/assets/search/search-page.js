import { asFile } from "../page/from-folder.js";
import { sayWhatWasSearched } from "../searched-words/searched-words.js";
import { find } from "./search-find.js";
import { readIndex } from "./search-index.js";

/** @typedef {import("./search-find.js").Found} Found */
/** @typedef {import("./search-find.js").Group} Group */

const HEADINGS = {
  procedure: "What to do now",
  policy: "The policy",
  page: "Other pages",
  apart: "For those who look after this site",
};

/** Make the search page answer as one types. */
export function offerSearchPage() {
  const form = document.querySelector("form[data-search-page]");
  if (form instanceof HTMLFormElement) void runSearchPage(form);
}

/** @param {HTMLFormElement} form */
async function runSearchPage(form) {
  const input = form.querySelector("input");
  const list = document.querySelector("[data-search-results]");
  const count = document.querySelector("[data-search-count]");
  const elsewhere = document.querySelector("[data-search-elsewhere]");
  if (!input || !list || !count) return;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  const base = new URL((document.documentElement.dataset.base ?? ".").replace(/\/?$/, "/"), location.href);
  const index = await readIndex(base, form.dataset.clauses, form.dataset.apart?.split(" "));
  if (!index) {
    count.textContent = "Search is not available just now. Use the links at the top of the page instead.";
    return;
  }
  const show = () => {
    const query = input.value.trim();
    const { respelled, groups } = find(index, query);
    list.replaceChildren(...groups.flatMap((group) => resultGroup(group, base, respelled || query)));
    count.textContent = query ? counted(groups, query, respelled) : "";
    // People say "bullying" where the policy says "harassment": they find their way by what has happened.
    elsewhere?.toggleAttribute("hidden", !query || (groups.length > 0 && !respelled));
    remember(query);
  };
  let waiting = 0;
  input.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(show, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  show();
}

/**
 * Keep the words in the address, so that Back from a result returns to the same results.
 * @param {string} query
 */
function remember(query) {
  const page = new URL(location.href);
  if (query) page.searchParams.set("q", query);
  else page.searchParams.delete("q");
  history.replaceState(history.state, "", page);
}

/**
 * @param {Group} group
 * @param {URL} base
 * @param {string} query
 */
function resultGroup({ kind, found }, base, query) {
  const heading = document.createElement("h2");
  heading.textContent = HEADINGS[kind];
  const list = document.createElement("ol");
  list.className = "search-results";
  list.append(...found.map((one) => resultItem(one, base, query)));
  return [heading, list];
}

/**
 * @param {Found} found
 * @param {URL} base
 * @param {string} query
 */
function resultItem(found, base, query) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = sayWhatWasSearched(asFile(new URL(found.location, base)), query).href;
  link.textContent = found.title;
  item.append(link);
  if (found.about) {
    const about = document.createElement("span");
    about.className = "search-page";
    about.textContent = found.about;
    item.append(about);
  }
  const excerpt = document.createElement("p");
  for (const part of found.excerpt) {
    excerpt.append(part.hit ? marked(part.text) : part.text);
  }
  item.append(excerpt);
  return item;
}

/** @param {string} text */
function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/**
 * @param {Group[]} groups
 * @param {string} query
 * @param {string} respelled what was looked for instead, where a word of the query stands nowhere
 */
function counted(groups, query, respelled) {
  const found = groups.reduce((sum, group) => sum + group.found.length, 0);
  if (found === 0)
    return `Nothing found for “${query}”. Try other words, or start from one of the pages below.`;
  const said = found === 1 ? "1 result" : `${found} results`;
  return respelled ? `Nothing found for “${query}”. ${said} for “${respelled}”` : `${said} for “${query}”`;
}
