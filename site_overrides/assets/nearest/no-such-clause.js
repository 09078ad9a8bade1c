import { hyphened } from "../clauses/clause-names.js";
import { announce } from "../page/announce.js";
import { readable } from "../page/readable.js";
import { mistyped } from "./mistyped.js";

/** A mistyped name of a clause. Whoever makes a link could otherwise make the page say whole sentences. */
const NAME = /^[\p{L}\p{N}.()_-]{1,40}$/u;

/** On a policy's page, say when the address names a clause that is not there: nothing else would. */
export function sayWhichClauseIsMissing() {
  const main = document.querySelector("main:has(.clause)");
  if (!(main instanceof HTMLElement)) return;
  const notice = document.createElement("div");
  notice.className = "no-such-clause";
  const look = () => {
    notice.remove();
    const wanted = readable(location.hash.slice(1));
    if (!wanted || document.getElementById(wanted)) return;
    const named = NAME.test(wanted) ? `nothing called “${wanted}”` : "nothing of the name in the link";
    const said = `There is ${named} on this page.`;
    notice.replaceChildren(
      paragraph(
        `${said} A published clause keeps its link for good, so the link may have been cut short or mistyped.`,
      ),
    );
    const near = nearestClauses(main, wanted.toLowerCase());
    if (near.length > 0) notice.append(meant(near));
    main.prepend(notice);
    announce(said);
  };
  window.addEventListener("hashchange", look);
  look();
}

/**
 * Items of a clause have no number in print: the buttons beside clauses name them all.
 * @param {HTMLElement} main
 * @param {string} wanted
 */
function nearestClauses(main, wanted) {
  const buttons = main.querySelectorAll("button.clause-copy[data-anchor]");
  const clauses = [...buttons].map((button) => ({
    anchor: button.getAttribute("data-anchor") ?? "",
    label: (button.querySelector(".visually-hidden")?.textContent ?? "").replace(/^\s*to /, ""),
  }));
  const named = hyphened(wanted).replace(/^(?:clause|section|paragraph)-/, "");
  const near = mistyped(clauses, names, named);
  const above = clauseAbove(clauses, named);
  return above && !near.includes(above) ? [...near, above] : near;
}

/**
 * The clause of which an item or a part is named that is not there.
 * @param {{anchor: string, label: string}[]} clauses
 * @param {string} named
 */
function clauseAbove(clauses, named) {
  for (let parts = named.split("-").slice(0, -1); parts.length > 1; parts = parts.slice(0, -1)) {
    const found = clauses.find((clause) => names(clause).includes(parts.join("-")));
    if (found) return found;
  }
  return undefined;
}

/**
 * What a clause is called in an address and in print.
 * @param {{anchor: string, label: string}} clause
 */
function names({ anchor, label }) {
  return [hyphened(anchor), hyphened(label.replace(/^\S+ /, ""))];
}

/** @param {{anchor: string, label: string}[]} near */
function meant(near) {
  const line = paragraph("Did you mean ");
  near.forEach(({ anchor, label }, place) => {
    const other = document.createElement("a");
    other.href = `#${anchor}`;
    other.textContent = label;
    line.append(place > 0 ? " or " : "", other);
  });
  line.append("?");
  return line;
}

/** @param {string} words */
function paragraph(words) {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}
