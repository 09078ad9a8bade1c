// What a framed procedure starts.

import { offerWordsInPlace } from "./clause-words/opened-in-place.js";
import { offerCopying } from "./copy/copy-link.js";
import { tell } from "./page/tell.js";
import { openFoldsInPrint } from "./print/print.js";
import { isPlain } from "./widget/controls.js";
import { offerTrees } from "./widget/widget.js";

offerCopying();
offerWordsInPlace();
offerTrees();
openElsewhere();
tellHeight();
openFoldsInPrint();
document.documentElement.dataset.started = "";

/**
 * A link to the policy would replace the procedure in its frame, and the reader's answers with it. The procedure that
 * comes next has a page for frames as well; no other page would be shown in one.
 */
function openElsewhere() {
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
      if (link.closest(".ct-next")) {
        link.href = link.href.replace(/(embed\/)?$/, "embed/");
        return;
      }
      link.target = "_blank";
      link.rel = "noopener";
    },
    { capture: true },
  );
  // By itself, a link in a frame that may open nothing does nothing, and nobody knows why.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[target="_blank"]');
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlain(event)) return;
    if (!link.protocol.startsWith("http")) return;
    event.preventDefault();
    const opened = window.open(link.href, "_blank");
    if (opened) opened.opener = null;
    else
      tell(`This frame opens no other page. Copy the address: ${link.href}`, link.closest("p, li, dd") ?? link);
  });
}

/**
 * Tell the page around this one how high it is, in CSS pixels, whenever that changes:
 * `{ type: "clausetree-height", height }`. A height is no secret, so any page may hear it.
 */
function tellHeight() {
  if (window.parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ type: "clausetree-height", height }, "*");
  }).observe(document.documentElement);
}
