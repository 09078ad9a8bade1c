// What is drawn anew comes in the place of what is shown, and leaves alone what stays the same: the box that somebody is
// in, a list that stands open, a text that is half typed.

/** What readers change themselves: which cards stand open, how large a box is. */
const THEIRS = ["open", "style"];
/** What may be said of a box while somebody is in it. */
const SAID = ["aria-describedby", "aria-invalid"];

/**
 * Let an element show what was drawn. Elements are the same where they have the same id, path or key; one that is marked as
 * `own` looks after itself once it is there.
 * @param {Element} shown
 * @param {Element} drawn it is used up
 * @returns {boolean} whether a box was left as it is, because it has the focus: draw once more when that is gone
 */
export function redraw(shown, drawn) {
  if (isOwn(shown)) return false;
  if (isBox(shown) && shown === document.activeElement) {
    takeAttributes(shown, drawn, (name) => SAID.includes(name));
    return true;
  }
  takeAttributes(shown, drawn, (name) => !THEIRS.includes(name));
  // What a list offers moves over, and its value is lost with it.
  const value = isBox(drawn) ? drawn.value : "";
  const left = redrawChildren(shown, drawn);
  if (isBox(shown) && isBox(drawn)) takeValue(shown, drawn, value);
  return left;
}

/**
 * @param {Element} shown
 * @param {Element} drawn
 */
function redrawChildren(shown, drawn) {
  const before = [...shown.childNodes];
  const pairs = [...drawn.childNodes].map((next) => {
    const at = before.findIndex((one) => isSame(one, next));
    return { next, one: at < 0 ? undefined : before.splice(at, 1)[0] };
  });
  for (const gone of before) gone.remove();
  let left = false;
  let at = shown.firstChild;
  for (const { next, one } of pairs) {
    // Who is moved loses the focus: what stands in the right place already is not.
    if (one && one === at) at = at.nextSibling;
    else shown.insertBefore(one ?? next, at);
    if (one instanceof Element && next instanceof Element) left = redraw(one, next) || left;
    else if (one && one.nodeValue !== next.nodeValue) one.nodeValue = next.nodeValue;
  }
  return left;
}

/**
 * @param {Node} one
 * @param {Node} other
 */
function isSame(one, other) {
  if (!(one instanceof HTMLElement && other instanceof HTMLElement)) return one.nodeType === other.nodeType;
  if (keyOf(one) !== keyOf(other)) return false;
  // Whoever is in a box goes on in it, even if another kind of box would be offered now.
  if (isBox(one) && isBox(other) && one === document.activeElement) return true;
  return one.localName === other.localName && one.getAttribute("type") === other.getAttribute("type");
}

/** @param {HTMLElement} element */
function keyOf({ id, dataset }) {
  return id || dataset.path || dataset.card || dataset.key || "";
}

/** @param {Element} element */
function isOwn(element) {
  return element instanceof HTMLElement && "own" in element.dataset;
}

/**
 * @param {EventTarget | null | undefined} node
 * @returns {node is import("./boxes.js").Box}
 */
export function isBox(node) {
  return (
    node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement
  );
}

/**
 * @param {Element} shown
 * @param {Element} drawn
 * @param {(name: string) => boolean} wanted
 */
function takeAttributes(shown, drawn, wanted) {
  for (const name of shown.getAttributeNames())
    if (wanted(name) && !drawn.hasAttribute(name)) shown.removeAttribute(name);
  for (const name of drawn.getAttributeNames()) {
    const value = drawn.getAttribute(name) ?? "";
    if (wanted(name) && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
}

/**
 * @param {import("./boxes.js").Box} shown
 * @param {import("./boxes.js").Box} drawn
 * @param {string} value
 */
function takeValue(shown, drawn, value) {
  if (shown.value !== value) shown.value = value;
  if (shown instanceof HTMLInputElement && drawn instanceof HTMLInputElement) shown.checked = drawn.checked;
}
