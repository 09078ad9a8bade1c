/** @typedef {{ width: number, height: number }} Size */
/** @typedef {Pick<DOMRect, "left" | "top" | "bottom">} Place */

/**
 * Put a box directly under what it belongs to, or above it where there is more room, and inside the window.
 * @param {HTMLElement} box
 * @param {Element} owner
 */
export function placeBeside(box, owner) {
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const { left, top } = beside(box.getBoundingClientRect(), owner.getBoundingClientRect(), room);
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${top + window.scrollY}px`;
}

const MARGIN = 8;

/**
 * @param {Size} box
 * @param {Place} owner
 * @param {Size} room the window
 */
export function beside(box, owner, room) {
  const right = room.width - box.width - MARGIN;
  const below = owner.bottom + box.height <= room.height || owner.top < box.height;
  return {
    left: Math.max(MARGIN, Math.min(owner.left, right)),
    top: below ? owner.bottom : owner.top - box.height,
  };
}
