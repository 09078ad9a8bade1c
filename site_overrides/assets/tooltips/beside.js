/**
 * Put a box directly under what it belongs to, or above it where there is more room, and inside the window.
 * @param {HTMLElement} box
 * @param {Element} owner
 */
export function placeBeside(box, owner) {
  const at = owner.getBoundingClientRect();
  const own = box.getBoundingClientRect();
  const right = document.documentElement.clientWidth - own.width - 8;
  const below = at.bottom + own.height <= window.innerHeight || at.top < own.height;
  box.style.left = `${Math.max(8, Math.min(at.left, right)) + window.scrollX}px`;
  box.style.top = `${(below ? at.bottom : at.top - own.height) + window.scrollY}px`;
}
