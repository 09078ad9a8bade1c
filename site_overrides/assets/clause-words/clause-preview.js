// Shows the words of a clause beside a link to it, while the link is pointed at or has the focus, and beside a box
// of a picture what has to be done there. The words can be pointed at themselves, stay until the reader goes
// elsewhere, and go at Escape (WCAG 1.4.13). They are for the eye: a screen reader that read a whole clause at every link
// would keep its listener from what she has to do, and the link leads to the clause anyway.

import { dutiesOf } from "../picture/duties-of.js";
import { placeBeside } from "../tooltips/beside.js";
import { wordsOf, wordsShown } from "./clause-words.js";

/** A pointer that only passes over a link asks for nothing; one that is on its way to the words keeps them. */
const BEFORE_SHOWING = 250;
const BEFORE_HIDING = 300;

/** @type {HTMLAnchorElement | SVGElement | undefined} */
let shownFor;
/** @type {HTMLElement | undefined} */
let box;
let waiting = 0;
/** Whether the words of a link stand on the page already, opened in place. */
let held = false;
/** Whether the focus comes from a press: whoever presses a link asks for more than a preview. */
let pressed = false;
/** Words go with their link: without it they would lie over what the reader turned to. */
const goneWith = new MutationObserver(() => {
  if (!shownFor?.isConnected) hide();
});

/** Offer the words of a clause at every link to one, on this page and those added later by a widget. */
export function offerPreviews() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") turnTo(event.target, BEFORE_SHOWING);
  });
  document.addEventListener("pointerdown", () => {
    pressed = true;
  });
  for (const end of ["click", "pointercancel", "keydown"]) {
    document.addEventListener(
      end,
      () => {
        pressed = false;
      },
      { capture: true },
    );
  }
  document.addEventListener("focusin", (event) => {
    if (!pressed) turnTo(event.target, 0);
  });
  document.addEventListener("focusout", () => {
    if (!box?.matches(":hover")) hideSoon();
  });
  // Before anything else that Escape closes: one press takes away one thing.
  document.addEventListener("keydown", dismiss, { capture: true });
}

/** Show no words beside a link until `letPreviews`: they are shown in another way. */
export function holdPreviews() {
  held = true;
  hide();
}

export function letPreviews() {
  held = false;
}

/**
 * @param {EventTarget | null} target what the reader points at, or what has the focus now
 * @param {number} delay
 */
function turnTo(target, delay) {
  if (held) return;
  const element = target instanceof Element ? target : null;
  if (box && element && box.contains(element)) {
    window.clearTimeout(waiting);
    return;
  }
  const link = element?.closest("main a[href*='#']");
  if (link && canBeShown(link)) {
    window.clearTimeout(waiting);
    // The focus comes on purpose. No timer: a pointer that lies still somewhere else could call it off.
    if (link !== shownFor && delay === 0) void show(link);
    else if (link !== shownFor) later(() => void show(link), delay);
  } else if (shownFor && shownFor !== document.activeElement) {
    hideSoon();
  } else if (!shownFor) {
    window.clearTimeout(waiting);
  }
}

/**
 * @param {Element} link
 * @returns {link is HTMLAnchorElement | SVGElement}
 */
function canBeShown(link) {
  return link instanceof SVGElement || (link instanceof HTMLAnchorElement && !link.matches(".clause-number"));
}

/** @param {KeyboardEvent} event */
function dismiss(event) {
  if (event.key !== "Escape" || !box) return;
  event.stopPropagation();
  hide();
}

function hideSoon() {
  later(hide, BEFORE_HIDING);
}

/**
 * @param {() => void} act
 * @param {number} delay
 */
function later(act, delay) {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(act, delay);
}

/** @param {HTMLAnchorElement | SVGElement} link */
async function show(link) {
  const words = link instanceof SVGElement ? dutiesOf(link) : await wordsOf(link).catch(() => undefined);
  const wanted = !held && (link.matches(":hover") || link === document.activeElement);
  if (!words && shownFor && shownFor !== document.activeElement) hideSoon();
  if (!words || !wanted || !link.isConnected) return;
  hide();
  box = boxFor(words);
  (link.closest("main") ?? document.body).append(box);
  placeBeside(box, link);
  shownFor = link;
  goneWith.observe(document.body, { childList: true, subtree: true });
}

function hide() {
  window.clearTimeout(waiting);
  goneWith.disconnect();
  shownFor = undefined;
  box?.remove();
  box = undefined;
}

/** @param {import("./clause-words.js").Words} words */
function boxFor(words) {
  const element = document.createElement("div");
  element.className = "clause-preview";
  element.setAttribute("role", "tooltip");
  const [name, said] = wordsShown(words);
  element.append(name, " ", said);
  return element;
}
