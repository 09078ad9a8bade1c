/** Whether the page was opened from a folder, and no server is there. */
export const IS_FROM_FOLDER = location.protocol === "file:";

/**
 * A folder has a page of its own only where a server is.
 * @param {URL} address
 */
export function asFile(address) {
  if (IS_FROM_FOLDER && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address;
}
