/**
 * A wide picture scrolls in a part of its own. A browser that moves the focus to a link in an SVG does not
 * always bring it into view there, so this does. The Tab key stops once at each part: it has more boxes than
 * anybody wants to go through who wants what stands behind it, and arrow keys go from box to box.
 */
export function keepFocusInPicture() {
  for (const frame of document.querySelectorAll(".ct-scroll")) {
    const links = [...frame.querySelectorAll("svg a")];
    letOneBeReached(links, links[0]);
    // On a narrow screen the left edge of a picture may show nothing at all, and the procedure begins further on.
    if (links[0]) bringIntoView(links[0].getBoundingClientRect(), frame);
  }
  document.addEventListener("focusin", (event) => {
    const link = event.target instanceof SVGElement ? event.target.closest("a") : null;
    const frame = link?.closest(".ct-scroll");
    if (!link || !frame) return;
    letOneBeReached([...frame.querySelectorAll("svg a")], link);
    bringIntoView(link.getBoundingClientRect(), frame);
  });
  document.addEventListener("keydown", (event) => {
    const link = event.target instanceof SVGElement ? event.target.closest(".ct-scroll a") : null;
    if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...(link.closest(".ct-scroll")?.querySelectorAll("svg a") ?? [])];
    const next = links[led(event.key, links.indexOf(link), links.length)];
    if (!(next instanceof SVGElement)) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * @param {string} key
 * @param {number} at which of the boxes has the focus
 * @param {number} count
 * @returns {number} which gets it, or -1 where the key leads nowhere
 */
export function led(key, at, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return Math.max(at - 1, 0);
  return -1;
}

/**
 * @param {Element[]} links
 * @param {Element | undefined} one
 */
function letOneBeReached(links, one) {
  for (const link of links) link.setAttribute("tabindex", link === one ? "0" : "-1");
}

/**
 * @param {DOMRect} box
 * @param {Element} frame
 */
function bringIntoView(box, frame) {
  const around = frame.getBoundingClientRect();
  if (box.left >= around.left && box.right <= around.right) return;
  frame.scrollLeft += box.left - around.left - (around.width - box.width) / 2;
}
