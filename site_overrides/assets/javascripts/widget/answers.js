// A reader's answers, kept for this visit of this tab only: they survive a reload and leave with the tab.

/** @typedef {Record<string, string[]>} Answers */

/**
 * @param {string} tree
 * @returns {Answers | undefined} nothing where no answer was kept, or where storage is forbidden
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
 * @param {Answers} answers
 */
export function keep(tree, answers) {
  try {
    if (Object.keys(answers).length) sessionStorage.setItem(key(tree), JSON.stringify(answers));
    else sessionStorage.removeItem(key(tree));
  } catch {
    // Storage is forbidden here: the answers last as long as the page.
  }
}

/** @param {string} tree */
function key(tree) {
  return `answers:${tree}`;
}
