/**
 * A wide picture scrolls in a part of its own. A browser that moves the focus to a link in an SVG does not
 * always bring it into view there, so this does.
 */
export function keepFocusInPicture() {
  // On a phone the left edge of a picture may show nothing at all, and the procedure begins further on.
  for (const frame of document.querySelectorAll(".ct-scroll")) {
    const first = frame.querySelector("svg a");
    if (first) bringIntoView(first.getBoundingClientRect(), frame);
  }
  document.addEventListener("focusin", (event) => {
    const link = event.target instanceof SVGElement ? event.target.closest("a") : null;
    const frame = link?.closest(".ct-scroll");
    if (link && frame) bringIntoView(link.getBoundingClientRect(), frame);
  });
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
