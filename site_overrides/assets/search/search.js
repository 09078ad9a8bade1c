/** Make the box in the header lead to the search page. */
export function offerSearch() {
  const header = document.querySelector("form[data-search]");
  if (header instanceof HTMLFormElement) header.addEventListener("submit", goToResults);
  document.addEventListener("keydown", goToSearch);
}

/**
 * Control or Command and K lead to the search. A key by itself would be pressed by those who speak to their machine.
 * @param {KeyboardEvent} event
 */
function goToSearch(event) {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
    return;
  const input = document.querySelector("form[data-search-page] input, form[data-search] input");
  if (!(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  const folded = input.closest("#site-nav");
  const button = document.querySelector('button[aria-controls="site-nav"][aria-expanded="false"]');
  if (folded && !input.checkVisibility() && button instanceof HTMLButtonElement) button.click();
  input.focus();
  input.select();
}

/**
 * The address is set by script, since the site's content security policy allows no form to be sent.
 * @param {SubmitEvent} event
 */
function goToResults(event) {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  const query = String(new FormData(form).get("q") ?? "").trim();
  const page = new URL(form.dataset.search ?? "", location.href);
  if (query) page.searchParams.set("q", query);
  location.assign(page);
}
