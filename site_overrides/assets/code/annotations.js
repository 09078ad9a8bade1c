// Notes to places in code or in words: `(1)` becomes a button, and the item of the list below, which is the note, is
// shown while that is pressed. Without this script the number and the whole list stand there.
import { isAskedFor } from "../page/features.js";

const COMMENT = /^c[a-z0-9]?$/;
let made = 0;

export function offerAnnotations() {
  const blocks = isAskedFor("content.code.annotate") ? ".annotate, .highlight:not(.no-annotate)" : ".annotate";
  for (const block of document.querySelectorAll(`main :is(${blocks})`)) {
    const notes = block.nextElementSibling;
    if (notes instanceof HTMLOListElement && placesIn(block).filter((text) => mark(text, notes)).length > 0) {
      notes.classList.add("annotations");
    }
  }
}

/**
 * Where a number may stand: in code, only within a comment.
 * @param {Element} block
 */
function placesIn(block) {
  const texts = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  const isPlace = (/** @type {Text} */ text) =>
    [...(text.parentElement?.classList ?? [])].some((name) => COMMENT.test(name));
  return texts.filter((text) => !text.parentElement?.closest("pre") || isPlace(text));
}

/**
 * Put buttons for the numbers in a text.
 * @param {Text} text
 * @param {HTMLOListElement} notes
 * @returns {boolean} whether there were any
 */
function mark(text, notes) {
  const parts = withNumbers(text.data, notes.children.length);
  if (parts.length === 0) return false;
  text.replaceWith(
    ...parts.map((part) =>
      typeof part === "string"
        ? part
        : buttonFor(/** @type {HTMLLIElement} */ (notes.children[part - 1]), part),
    ),
  );
  return true;
}

/**
 * A text parted at the numbers of notes, `(1)`. After `(1)!` nothing else is left of it.
 * @param {string} text
 * @param {number} count how many notes there are
 * @returns {(string | number)[]} nothing where no number is that of a note
 */
export function withNumbers(text, count) {
  const alone = /\(\d+\)!/.test(text);
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(/\((\d+)\)!?/g)) {
    const number = Number(found[1]);
    if (number < 1 || number > count) continue;
    parts.push(alone ? "" : text.slice(end, found.index), number);
    end = found.index + found[0].length;
  }
  if (parts.length > 0) parts.push(alone ? "" : text.slice(end));
  return parts.filter((part) => part !== "");
}

/**
 * @param {HTMLLIElement} note
 * @param {number} number
 */
function buttonFor(note, number) {
  note.id ||= `annotation-${++made}`;
  note.tabIndex = -1;
  // An item that is not shown is not counted.
  note.value = number;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "annotation";
  button.textContent = String(number);
  button.setAttribute("aria-label", `Note ${number}`);
  button.setAttribute("aria-controls", note.id);
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => turn(button, note, !note.classList.contains("is-open")));
  /** @param {KeyboardEvent} event */
  const dismiss = (event) => {
    if (event.key === "Escape" && note.classList.contains("is-open")) turn(button, note, false);
  };
  button.addEventListener("keydown", dismiss);
  note.addEventListener("keydown", dismiss);
  return button;
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLLIElement} note
 * @param {boolean} open
 */
function turn(button, note, open) {
  note.classList.toggle("is-open", open);
  button.setAttribute("aria-expanded", String(open));
  if (!open) return button.focus();
  note.focus({ preventScroll: true });
  note.scrollIntoView({ block: "nearest" });
}
