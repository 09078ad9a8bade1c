"""Where the focus is, and whether it can be seen there."""

# The element that has the focus, if it is in a part of the page: whether some of it is on the screen with
# nothing lying over it, and marked. The words of a clause beside the link before it may have to go first.
FOCUSED = """
async (within) => {
  const element = document.activeElement;
  if (!element || element === document.body || !element.closest(within)) return null;
  const fifths = [0.1, 0.3, 0.5, 0.7, 0.9];
  const seen = () => [...element.getClientRects()].some((box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
    return width > 0 && height > 0 && fifths.some((x) => fifths.some((y) => {
      const over = document.elementFromPoint(left + x * width, top + y * height);
      return over !== null && element.contains(over);
    }));
  });
  const late = performance.now() + 1000;
  while (!seen() && performance.now() < late) await new Promise(requestAnimationFrame);
  // A link in a picture is marked by its shape.
  const shape = element.closest("svg") && element.querySelector("polygon, path, ellipse");
  const style = getComputedStyle(element);
  const marked = shape ? parseFloat(getComputedStyle(shape).strokeWidth) >= 3
    : style.outlineStyle !== "none" || style.boxShadow !== "none";
  const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
  return {
    name: `${element.tagName.toLowerCase()} ${element.id || element.getAttribute("href") || ""} ${words}`,
    fault: !seen() ? "hidden" : marked ? "" : "unmarked",
  };
}
"""
