"""Where the focus is, and whether it can be seen there."""

# What is wrong with an element that has the focus: none of it is on the screen with nothing lying over it, or
# it is not marked.
_FAULT = """
(element) => {
  const fifths = [0.1, 0.3, 0.5, 0.7, 0.9];
  const seen = [...element.getClientRects()].some((box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
    return width > 0 && height > 0 && fifths.some((x) => fifths.some((y) => {
      const over = document.elementFromPoint(left + x * width, top + y * height);
      return over !== null && element.contains(over);
    }));
  });
  // A link in a picture is marked by its shape.
  const shape = element.closest("svg") && element.querySelector("polygon, path, ellipse");
  const style = getComputedStyle(element);
  const marked = shape ? parseFloat(getComputedStyle(shape).strokeWidth) >= 3
    : style.outlineStyle !== "none" || style.boxShadow !== "none";
  return !seen ? "hidden" : marked ? "" : "unmarked";
}
"""

_NAME = """
(element) => {
  const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
  return `${element.tagName.toLowerCase()} ${element.id || element.getAttribute("href") || ""} ${words}`;
}
"""

# The element that has the focus, if it is in a part of the page, and what is wrong with it. The words of a
# clause beside the link before it may have to go first.
FOCUSED = f"""
async (within) => {{
  const element = document.activeElement;
  if (!element || element === document.body || !element.closest(within)) return null;
  const fault = {_FAULT};
  const late = performance.now() + 1000;
  while (fault(element) === "hidden" && performance.now() < late) await new Promise(requestAnimationFrame);
  return {{ name: ({_NAME})(element), fault: fault(element) }};
}}
"""

# Gives the focus to each element of a part of the page that the keyboard reaches, one after the other and back
# again. Returns how many there are, and those with a fault.
ALL_FOCUSED = f"""
(part) => {{
  const reached = (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility();
  const all = [...part.querySelectorAll("*")].filter(reached);
  const faults = [];
  for (const element of [...all, ...all.toReversed()]) {{
    element.focus({{ focusVisible: true }});
    const fault = document.activeElement === element ? ({_FAULT})(element) : "passed over";
    if (fault) faults.push([fault, ({_NAME})(element)]);
  }}
  return {{ met: all.length, faults }};
}}
"""
