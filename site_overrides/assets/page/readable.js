/**
 * What an address holds is escaped; what cannot be read back stands as it is.
 * @param {string} escaped
 */
export function readable(escaped) {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
