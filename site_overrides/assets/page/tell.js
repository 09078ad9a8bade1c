import { announce } from "./announce.js";

/**
 * Say something to a screen reader, and to the eye in a line of its own behind `place`. One line there takes the place of the
 * other.
 * @param {string} words
 * @param {Element | null | undefined} place
 */
export function tell(words, place) {
  announce(words);
  if (!place) return;
  const before = place.nextElementSibling;
  const line = before?.matches(".told") ? before : document.createElement("p");
  line.className = "told";
  line.textContent = words;
  place.after(line);
}
