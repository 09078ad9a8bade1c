/**
 * @param {string} address
 * @returns {Promise<string>} rejected unless the server hands the file out
 */
export async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
