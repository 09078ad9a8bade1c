// What buttons, boxes and keys do that is the same for every tree.

/**
 * @param {string} words
 * @param {() => void} press
 */
export function linkButton(words, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ct-link";
  button.textContent = words;
  button.addEventListener("click", press);
  return button;
}

/**
 * Whether a click is to open a link here, and not in another tab or window.
 * @param {MouseEvent} event
 */
export function isPlain(event) {
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
}
