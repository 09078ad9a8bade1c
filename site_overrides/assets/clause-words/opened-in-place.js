// Opens the words that a link leads to beneath it, so that a reader who asks what is meant keeps her place in a
// procedure. It is the link of a page without scripts: with a key held down it still leads to the policy.

import { isPlain } from "../widget/controls.js";
import { holdPreviews, letPreviews } from "./clause-preview.js";
import { quotedWords, wordsOf, wordsShown } from "./clause-words.js";

const LINKS = ":is(main a.term, main .ct-cites a):not([data-leads-away])";
const ID = "clause--opened";
/** The policy's page cannot be had either then, and to be led there would lose sight of the procedure. */
const OFF_LINE = {
  label: "You are off line",
  text: "These words cannot be fetched now. Your answers are still here. Try again when the line is back.",
};

/** @type {{ link: HTMLAnchorElement, box: HTMLElement } | undefined} */
let opened;

/** Let the terms and clauses of every procedure on the page open in place, those of later views too. */
export function offerWordsInPlace() {
  const main = document.querySelector("main:has(.ct-tree)");
  if (!main) return;
  new MutationObserver(putAwayWithLink).observe(main, { childList: true, subtree: true });
  document.addEventListener("click", turn);
  // Before anything else that Escape closes: one press takes away one thing.
  document.addEventListener("keydown", dismiss, { capture: true });
}

/** The next question took the place of the words. */
function putAwayWithLink() {
  if (opened && !opened.box.isConnected) putAway();
}

/** @param {MouseEvent} event */
function turn(event) {
  const link = event.target instanceof Element ? event.target.closest(LINKS) : undefined;
  if (!(link instanceof HTMLAnchorElement) || !isPlain(event)) return;
  event.preventDefault();
  // The second click of a double click would take away what the first one opened.
  if (event.detail > 1) return;
  if (link === opened?.link) close();
  else void open(link);
}

/** @param {KeyboardEvent} event */
function dismiss(event) {
  if (event.key !== "Escape" || !opened) return;
  event.stopPropagation();
  close();
}

/** @param {HTMLAnchorElement} link */
async function open(link) {
  holdPreviews();
  const words = await wordsOf(link).catch(() =>
    navigator.onLine ? undefined : (quotedWords(link) ?? OFF_LINE),
  );
  putAway();
  if (!words) leadAway(link);
  if (!words || !link.isConnected) return;
  holdPreviews();
  const box = boxFor(link, words);
  place(box, link);
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", ID);
  opened = { link, box };
  // By itself the focus would bring the end of a long clause into sight, and not its beginning.
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

/**
 * Words that cannot be had are in the policy.
 * @param {HTMLAnchorElement} link
 */
function leadAway(link) {
  link.dataset.leadsAway = "";
  link.click();
}

/** The focus goes back to the link, unless the reader has moved it to something else meanwhile. */
function close() {
  const { link, box } = opened ?? {};
  const here = document.activeElement;
  if (box?.contains(here) || here === document.body) link?.focus();
  putAway();
}

function putAway() {
  opened?.box.remove();
  opened?.link.removeAttribute("aria-expanded");
  opened?.link.removeAttribute("aria-controls");
  opened = undefined;
  letPreviews();
}

/**
 * @param {HTMLAnchorElement} link
 * @param {import("./clause-words.js").Words} words
 */
function boxFor(link, words) {
  const [name, said] = wordsShown(words);
  name.id = `${ID}-name`;
  said.id = `${ID}-words`;
  const box = document.createElement("div");
  box.id = ID;
  box.className = "clause-opened";
  box.tabIndex = -1;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", name.id);
  box.setAttribute("aria-describedby", said.id);
  box.append(name, said, waysOn(link));
  return box;
}

/** @param {HTMLAnchorElement} link */
function waysOn(link) {
  const ways = document.createElement("div");
  ways.className = "ct-buttons";
  const policy = document.createElement("a");
  policy.href = link.href;
  policy.textContent = "Read it in the policy";
  // Off line it would lead away from the procedure to nothing.
  policy.hidden = !navigator.onLine;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ct-button ct-button--quiet";
  button.textContent = "Close";
  button.addEventListener("click", close);
  ways.append(policy, button);
  return ways;
}

/**
 * Directly beneath the paragraph or the item. A question's help describes its answers to a screen reader, which would
 * read the box out with it: there it stands beneath the whole help.
 * @param {HTMLElement} box
 * @param {HTMLAnchorElement} link
 */
function place(box, link) {
  const block = link.closest(".ct-help, .ct-cites") ?? link.closest("p, li");
  if (!(block instanceof HTMLLIElement)) block?.after(box);
  else block.insertBefore(box, block.querySelector("ul, ol"));
}
