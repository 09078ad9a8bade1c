/** On paper a link is only useful with its whole address: write it where print.css can show it. */
export function showAddressesInPrint() {
  window.addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll("a.clause-number")) {
      const clause = link.parentElement;
      if (link instanceof HTMLAnchorElement && clause) clause.dataset.address = link.href;
    }
    document.documentElement.dataset.address = location.href.split("#", 1)[0];
  });
}
