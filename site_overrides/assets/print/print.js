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

/** What a part that is closed on paper would only repeat, or nobody reads. */
const LEFT_OUT = ".ct-why, :has(.fingerprints)";

/** What is closed on the screen is read on paper like everything else: in browsers, too, that cannot be told so by style sheets. */
export function openFoldsInPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    const folds = document.querySelectorAll(`main details:not([open], ${LEFT_OUT})`);
    opened = [...folds].filter((fold) => fold instanceof HTMLDetailsElement);
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
