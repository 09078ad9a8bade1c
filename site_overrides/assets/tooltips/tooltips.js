// What a `title` says is shown by browsers to those alone who point with a mouse. Where the author asks for it, it is
// shown to those who use a keyboard or touch too, stays while it is pointed at, and goes with Escape.

import { isAskedFor } from "../page/features.js";
import { placeBeside } from "./beside.js";

const ID = "tooltip";
const GONE_AFTER = 300;

/** @type {{ owner: HTMLElement, box: HTMLElement } | undefined} */
let shown;
let leaving = 0;

export function offerTooltips() {
  if (!isAskedFor("content.tooltips")) return;
  for (const owner of document.querySelectorAll("main :is(a, abbr, span)[title]")) {
    if (owner instanceof HTMLElement) offer(owner);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

/** @param {HTMLElement} owner */
function offer(owner) {
  const words = owner.title;
  owner.removeAttribute("title");
  owner.dataset.tooltip = words;
  // The keyboard reaches it like a link.
  if (owner.localName !== "a") owner.tabIndex = 0;
  owner.addEventListener("pointerenter", () => show(owner, words));
  owner.addEventListener("focus", () => show(owner, words));
  owner.addEventListener("pointerleave", hideSoon);
  owner.addEventListener("blur", hide);
}

/**
 * @param {HTMLElement} owner
 * @param {string} words
 */
function show(owner, words) {
  hide();
  const box = document.createElement("div");
  box.id = ID;
  box.className = "tooltip";
  box.setAttribute("role", "tooltip");
  box.textContent = words;
  box.addEventListener("pointerenter", () => window.clearTimeout(leaving));
  box.addEventListener("pointerleave", hideSoon);
  (owner.closest("main") ?? document.body).append(box);
  placeBeside(box, owner);
  owner.setAttribute("aria-describedby", ID);
  shown = { owner, box };
}

function hideSoon() {
  window.clearTimeout(leaving);
  leaving = window.setTimeout(() => {
    if (shown?.owner !== document.activeElement) hide();
  }, GONE_AFTER);
}

function hide() {
  window.clearTimeout(leaving);
  shown?.owner.removeAttribute("aria-describedby");
  shown?.box.remove();
  shown = undefined;
}
