// What a reader has said, kept for this visit of this tab only: it survives a reload and leaves with the tab.

/** @typedef {{ answers: Record<string, string[]>, done: string[] }} Visit */
/** @typedef {{ title: string, list: string, record: string }} Carried what an earlier procedure still asks for */

/**
 * @param {string} tree
 * @returns {Visit | undefined} nothing where nothing was kept, or where storage is forbidden
 */
export function kept(tree) {
  return read(`visit:${tree}`);
}

/**
 * @param {string} tree
 * @param {Visit} visit
 */
export function keep(tree, visit) {
  write(`visit:${tree}`, Object.keys(visit.answers).length ? visit : undefined);
}

/**
 * One procedure leads on to another: what it asked for goes with the reader, who begins the other afresh.
 * @param {string} next
 * @param {Carried[]} carried
 */
export function leadOn(next, carried) {
  write(`visit:${next}`, undefined);
  write(`carried:${next}`, carried);
  write("leading-on", next);
}

/**
 * What the procedures before this one asked for; nothing when the reader came here otherwise.
 * @param {string} tree
 * @returns {Carried[]}
 */
export function carriedTo(tree) {
  const led = read("leading-on") === tree;
  if (led) write("leading-on", undefined);
  if (!led && !cameBack()) write(`carried:${tree}`, undefined);
  const carried = read(`carried:${tree}`);
  return Array.isArray(carried) ? carried : [];
}

/** @param {string} tree */
export function forgetCarried(tree) {
  write(`carried:${tree}`, undefined);
}

/** Whether the page was reloaded, or come back to: then the reader is in the middle of something. */
export function cameBack() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

/** @param {string} key */
function read(key) {
  try {
    const text = sessionStorage.getItem(key);
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
function write(key, value) {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is forbidden here: what was said lasts as long as the page.
  }
}
