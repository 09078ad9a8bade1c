/** On paper a link is only useful with its whole address: write it where print.css can show it. */
export function showAddressesInPrint() {
  window.addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll("a.clause-number")) {
      const clause = link.closest("p, li, dt, th, td, h1, h2, h3, h4, h5, h6");
      if (link instanceof HTMLAnchorElement && clause instanceof HTMLElement)
        clause.dataset.address = link.href;
    }
    document.documentElement.dataset.address = location.href.split("#", 1)[0];
  });
}
