/** A phone on a poor line needs about half a minute for all that a page fetches; past this, nothing will come. */
const LIMIT = 45_000;

/**
 * @param {string} address
 * @param {number} [limit] in milliseconds: a server may send a byte at a time, and never end
 * @returns {Promise<string>} rejected unless the server hands the whole file out in time
 */
export async function fetchText(address, limit = LIMIT) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), limit);
  try {
    const response = await fetch(address, { signal: stop.signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return await response.text();
  } finally {
    clearTimeout(late);
  }
}
