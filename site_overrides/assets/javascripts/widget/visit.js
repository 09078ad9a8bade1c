// What a reader has said, kept for this visit of this tab only: it survives a reload and leaves with the tab.

/** @typedef {{ answers: Record<string, string[]>, done: string[] }} Visit */

/**
 * @param {string} tree
 * @returns {Visit | undefined} nothing where nothing was kept, or where storage is forbidden
 */
export function kept(tree) {
  try {
    const text = sessionStorage.getItem(key(tree));
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} tree
 * @param {Visit} visit
 */
export function keep(tree, visit) {
  try {
    if (Object.keys(visit.answers).length) sessionStorage.setItem(key(tree), JSON.stringify(visit));
    else sessionStorage.removeItem(key(tree));
  } catch {
    // Storage is forbidden here: what was said lasts as long as the page.
  }
}

/** @param {string} tree */
function key(tree) {
  return `visit:${tree}`;
}
