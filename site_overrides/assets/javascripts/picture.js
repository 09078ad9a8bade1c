/**
 * A wide picture scrolls in a part of its own. A browser that moves the focus to a link in an SVG does not
 * always bring it into view there, so this does.
 */
export function keepFocusInPicture() {
  document.addEventListener("focusin", (event) => {
    const link = event.target instanceof SVGElement && event.target.closest("a");
    const frame = link && link.closest(".ct-scroll");
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
