/**
 * Say something to a screen reader, in the one status region that every page has.
 * The region is emptied first: the same words twice would otherwise be silent the second time.
 * @param {string} words
 */
export function announce(words) {
  const region = document.getElementById("announcer");
  if (!region) return;
  region.textContent = "";
  window.setTimeout(() => {
    region.textContent = words;
  }, 50);
}
