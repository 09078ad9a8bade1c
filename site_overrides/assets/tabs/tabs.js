// Tabs are radio buttons, and work without any script. This adds what style sheets cannot: labels in print, tabs that
// open for what an address leads to, and tabs of the same label that change together.
import "../page/browser-storage.js";
import { isAskedFor } from "../page/features.js";
import { readable } from "../page/readable.js";

const storage = browserStorage(() => localStorage, "tabs");
const REMEMBERED = 10;

export function offerTabs() {
  for (const block of document.querySelectorAll(".tabbed-block")) {
    if (block instanceof HTMLElement) block.dataset.label = partsOf(block).label;
  }
  window.addEventListener("hashchange", showWhatIsLedTo);
  showWhatIsLedTo();
  if (isAskedFor("content.tabs.link")) changeTogether();
}

/**
 * Open every tab that an element stands in.
 * @param {Element} element
 */
export function showTabsAround(element) {
  for (
    let block = element.closest(".tabbed-block");
    block;
    block = block.parentElement?.closest(".tabbed-block") ?? null
  ) {
    const { input } = partsOf(block);
    if (input) input.checked = true;
  }
}

function showWhatIsLedTo() {
  const target = document.getElementById(readable(location.hash.slice(1)));
  const tab =
    target instanceof HTMLInputElement ? target.closest(".tabbed-set") : target?.closest(".tabbed-block");
  if (!target || !tab) return;
  if (target instanceof HTMLInputElement) target.checked = true;
  showTabsAround(tab);
  (target instanceof HTMLInputElement ? tab : target).scrollIntoView();
}

/**
 * The button that shows a block, and the words of its label.
 * @param {Element} block
 */
function partsOf(block) {
  const place = [...(block.parentElement?.children ?? [])].indexOf(block);
  const set = block.closest(".tabbed-set");
  const input = set?.querySelectorAll(":scope > input")[place];
  const label = set?.querySelectorAll(":scope > .tabbed-labels > label")[place];
  return {
    input: input instanceof HTMLInputElement ? input : undefined,
    label: label?.textContent?.trim() ?? "",
  };
}

function changeTogether() {
  for (const label of remembered().reverse()) choose(label);
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(".tabbed-set > input")) return;
    const label = document.querySelector(`label[for="${CSS.escape(target.id)}"]`)?.textContent?.trim() ?? "";
    const before = target.getBoundingClientRect().top;
    choose(label);
    // What stands above may be shorter now: the reader's own tab stays where it is.
    window.scrollBy({ top: target.getBoundingClientRect().top - before, behavior: "instant" });
    remember(label);
  });
}

/** @param {string} label */
function choose(label) {
  for (const block of document.querySelectorAll(".tabbed-block")) {
    const { input, label: own } = partsOf(block);
    if (input && own === label) input.checked = true;
  }
}

/** @returns {string[]} the labels that were chosen, the last one first */
function remembered() {
  const labels = storage.read();
  return Array.isArray(labels) ? labels.filter((label) => typeof label === "string") : [];
}

/** @param {string} label */
function remember(label) {
  storage.write(withLast(remembered(), label));
}

/**
 * The labels that were chosen, when one more was: the last one first, each once, and not without end.
 * @param {string[]} labels
 * @param {string} label
 */
export function withLast(labels, label) {
  return [label, ...labels.filter((other) => other !== label)].slice(0, REMEMBERED);
}
