// What is kept in this tab alone: it survives a reload, and leaves with the tab.

/**
 * @param {string} key
 * @returns {any} nothing where nothing was kept, or where storage is forbidden
 */
export function read(key) {
  try {
    const text = sessionStorage.getItem(key);
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {unknown} value nothing, to forget what was kept
 */
export function write(key, value) {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is forbidden here: what was said lasts as long as the page.
  }
}
