import { write } from "../copy/copy-link.js";
import { announce } from "../page/announce.js";
import { isAskedFor } from "../page/features.js";

const SHOWN_FOR = 2500;

/** Put a button over each example that may be copied. */
export function offerCode() {
  const everywhere = isAskedFor("content.code.copy");
  for (const block of document.querySelectorAll("main :is(.highlight, .codehilite)")) {
    const code = block.querySelector("pre code") ?? block.querySelector("pre");
    const isWanted = block.matches(".copy") || (everywhere && !block.matches(".no-copy"));
    if (code && isWanted) block.prepend(buttonFor(code));
  }
}

/** @param {Element} code */
function buttonFor(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "code-copy";
  button.textContent = "Copy code";
  button.addEventListener("click", () => void copy(button, code));
  return button;
}

/**
 * @param {HTMLButtonElement} button
 * @param {Element} code
 */
async function copy(button, code) {
  const copied = await write(wordsOf(code));
  announce(copied ? "Code copied" : "The code could not be copied");
  button.dataset.state = copied ? "copied" : "failed";
  window.setTimeout(() => {
    delete button.dataset.state;
  }, SHOWN_FOR);
}

/**
 * The code alone: no numbers of lines, and no buttons of notes.
 * @param {Element} code
 */
function wordsOf(code) {
  const copy = code.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const part of copy.querySelectorAll(".linenos, .annotation")) part.remove();
  return copy.textContent ?? "";
}
